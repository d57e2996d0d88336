"""Quotations without marks: a paragraph below `X continued:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.stretch import Stretch
from ..found import FoundQuote
from .cues import CUE, SAYING
from .marks import paragraphs
from .speakers import before

LONGEST = 1500
"""Characters of a block; more of them are the text itself."""
SURE = 0.7
_MARKS = re.compile(r"[\"“”«»„]|``|''")


def blocks(text: str) -> Iterator[FoundQuote]:
    """Each paragraph that a cue and a colon lead to, if it has no marks of its own."""
    found = paragraphs(text)
    for lead, block in pairwise(found):
        cue = _last_cue(text, lead)
        if cue and not _MARKS.search(text, *block) and block.end - block.start <= LONGEST:
            stop = text.rfind(". ", lead.start, cue.start)
            speaker = before(text, stop + 2 if stop >= 0 else lead.start, cue.start)
            if speaker:
                yield FoundQuote((block,), "direct", speaker, cue, "explicit", "block", SURE)


def _last_cue(text: str, lead: Stretch) -> Stretch | None:
    """A verb of saying right before the colon that ends a paragraph."""
    if text[lead.end - 1] != ":":
        return None
    for cue in CUE.finditer(text, max(lead.start, lead.end - 30), lead.end):
        if cue[0] in SAYING and len(text[cue.end() : lead.end - 1].split()) <= 2:
            return Stretch(*cue.span())
    return None
