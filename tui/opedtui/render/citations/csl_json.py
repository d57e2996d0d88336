"""A citation as CSL-JSON, which Zotero, pandoc and their like read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from ...model.date_words import spoken
from ...model.dates import Edtf
from ...model.records import Actor
from ...reading.citing import Citation
from ..visible import visible
from .wording import address, author, key, outlet, passage, place, surname_and_given, title

KNOWN_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
"""EDTF's numbers and CSL's."""


def text(citations: Iterable[Citation]) -> str:
    """One list."""
    written = json.dumps([item(citation) for citation in citations], ensure_ascii=False, indent=2)
    return re.sub(r"[^\n -~]", _kept_or_escaped, written)


def item(citation: Citation) -> dict[str, Any]:
    """What CSL's schema calls an item; only what is known is in it."""
    document = citation.document
    told = {
        "id": key(citation),
        "type": "article-newspaper" if citation.outlet else "webpage",
        "title": title(citation),
        "author": [_name(actor) for actor in citation.authors],
        "container-title": outlet(citation),
        "issued": csl_date(document.published),
        "accessed": csl_date(document.accessed),
        "URL": address(citation),
        "language": visible(document.lang),
        "note": _note(citation),
    }
    return {name: value for name, value in told.items() if value}


def csl_date(date: Edtf | None) -> dict[str, Any]:
    """Days, months and years as numbers; what has none, in words."""
    if date is None:
        return {}
    ends = [_parts(end) for end in (date.parts or (date,)) if not date.is_set]
    if not ends or not all(ends) or len(ends) > 2:
        return {"literal": spoken(date)}
    season = _season(date)
    circa = date.is_approximate or date.is_uncertain
    return (
        {"date-parts": ends}
        | ({"season": season} if season else {})
        | ({"circa": True} if circa else {})
    )


def _parts(date: Edtf | None) -> list[int]:
    """Year, month and day as far as they are given; nothing where CSL has no number for it."""
    if date is None or date.parts or "X" in date.digits[0]:
        return []
    year, *rest = date.digits
    parts = [int(year.lstrip("Y"))]
    for digits in rest:
        if "X" in digits or int(digits) in KNOWN_SEASONS:
            break
        parts.append(int(digits))
    return parts if date.precision != "season" or _season(date) else []


def _season(date: Edtf) -> int | None:
    if date.precision != "season":
        return None
    return KNOWN_SEASONS.get(int(date.digits[1]))


def _note(citation: Citation) -> str:
    """Who is quoted, the paragraph, the words."""
    words, speaker = passage(citation), author(citation) if citation.speakers else ""
    told = ", ".join(filter(None, (speaker, place(citation))))
    return f"{told}: “{words}”" if words else told


def _name(actor: Actor) -> dict[str, str]:
    parts = surname_and_given(actor)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": visible(actor.name)}


def _kept_or_escaped(match: re.Match[str]) -> str:
    """JSON lets C1 controls and bidi overrides stand; escaped they mean the same."""
    return match[0] if visible(match[0]) == match[0] else json.dumps(match[0])[1:-1]
