"""`opedtui __complete`: what a shell offers at the cursor, a line for each."""

from __future__ import annotations

import re
from typing import Any

from ...errors import OpedError
from ..completing import Candidate, candidates
from ..streams import write

LISTING = "63"
"""What bash calls it when it only lists what there is ($COMP_TYPE)."""


def complete(words: list[str]) -> int:
    """`bash TYPE WORD...` or `plain WORD...`; whatever goes wrong, nothing is offered.

    A Tab never makes a store, and what it says on the way is nobody's answer.
    """
    form, *rest = words or [""]
    try:
        lines = _for_bash(rest) if form == "bash" else map("\t".join, candidates(rest, _tables))
        write("".join(f"{line}\n" for line in lines), "utf-8")
    except (OpedError, OSError):
        return 1
    return 0


def _tables(store: str | None) -> dict[str, Any]:
    """Raw, as no field is looked at but what names a record."""
    from ...store.file import read_tables
    from ...store.locate import locate_store

    return read_tables(locate_store(store).path)


def _for_bash(words: list[str]) -> list[str]:
    """Ready to be put into the line; or with descriptions, while bash only shows them."""
    listing, *raw = words or [""]
    quote = raw[-1][:1] if raw and raw[-1][:1] in ("'", '"') else ""
    found = candidates([_unquoted(word) for word in raw], _tables)
    if listing == LISTING and len(found) > 1:
        return [_described(one) for one in found]
    return [_quoted(one.value, quote) for one in found]


def _described(one: Candidate) -> str:
    return f"{one.value}  {one.help}" if one.help else one.value


def _unquoted(word: str) -> str:
    """As bash will read it, though its end is still to come."""
    if word[:1] in ("'", '"'):
        word = word[1:].removesuffix(word[0])
    return re.sub(r"\\(.)", r"\1", word)


def _quoted(word: str, quote: str) -> str:
    """So that bash reads it as this very word, behind the quotation mark that was typed."""
    if quote == "'":
        return word.replace("'", r"'\''")
    if quote:
        return re.sub(r'(["$`\\!])', r"\\\1", word)
    return re.sub(r"([^\w@%+=,./#-])", r"\\\1", word)
