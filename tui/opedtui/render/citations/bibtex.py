"""A citation as an entry of BibTeX, in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model.dates import Edtf
from ...model.records import Actor
from ...reading.citing import Citation
from ..visible import visible
from .wording import (
    address,
    author,
    key,
    outlet,
    passage,
    place,
    published,
    surname_and_given,
    title,
    year,
)

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}  # fmt: skip
"""A brace with a backslash before it still counts as one, so that it has a name instead."""


def text(citations: Iterable[Citation]) -> str:
    """An entry for each."""
    return "\n\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    kind = "article" if citation.outlet else "misc"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@{kind}{{{key(citation)},\n{fields}\n}}"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """An author who is nobody's name, and a title, keep their capitals by a second brace."""
    given = {
        "author": " and ".join(map(_name, citation.authors)),
        "title": f"{{{escaped(title(citation))}}}",
        "journal": escaped(outlet(citation)),
        "year": str(year(citation) or ""),
    }
    yield from ((name, f"{{{value}}}") for name, value in given.items() if value)
    month = _month(citation.document.published)
    if month:
        yield "month", MONTHS[month - 1]
    url = address(citation)
    given = {
        "url": url,
        "language": escaped(visible(citation.document.lang)),
        "note": _note(citation),
    }
    yield from ((name, f"{{{value}}}") for name, value in given.items() if value)


def _note(citation: Citation) -> str:
    """The date as it is known, who is quoted, the paragraph, the words."""
    words, speaker = passage(citation), author(citation) if citation.speakers else ""
    told = escaped(", ".join(filter(None, (published(citation), speaker, place(citation)))))
    return f"{told}: “{escaped(words)}”" if words else told


def _name(actor: Actor) -> str:
    """`Huseynov, Vasif`; braces around whoever is no person."""
    parts = surname_and_given(actor)
    if parts is None or any(re.search(r"\band\b|,", part) for part in parts):
        return f"{{{escaped(visible(actor.name))}}}"
    return ", ".join(map(escaped, parts))


def _month(date: Edtf | None) -> int | None:
    """The one month that the date is in, if it is in one."""
    if date is None or date.lower is None or date.upper is None:
        return None
    first, last = date.lower, date.upper
    return first.month if (first.year, first.month) == (last.year, last.month) else None


def escaped(words: str) -> str:
    """Words without a sign that TeX would obey."""
    return "".join(_SIGNS.get(sign, sign) for sign in words)
