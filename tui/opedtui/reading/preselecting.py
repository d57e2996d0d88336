"""The words that are most likely meant at a cursor, before any are chosen."""

from __future__ import annotations

import re

from ..model.dates import Edtf
from ..model.records import Document
from ..model.refs import Kind
from ..model.sentences import clause_at, line_at, sentence_at
from ..model.stretch import Stretch
from .changes.phrases import date_in
from .words import WORD

_QUOTED = re.compile(r"“[^“”\n]+”|«[^«»\n]+»|„[^„“\n]+“|\"[^\"\n]+\"")
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w-]*(?:[’'](?!s\b)[\w-]+)*"
_NAME = re.compile(rf"\b{_CAPITAL}(?:\s{_CAPITAL})*")
"""Words in a row that begin with capitals, without the ’s of an owner."""


def preselected(document: Document, offset: int, kind: Kind) -> Stretch | None:
    """The quoted words, the date, the name, else the sentence; None where there are no words."""
    text = document.text
    match kind:
        case Kind.QUOTE:
            found = _around(_QUOTED, text, offset)
        case Kind.EVENT:
            found = _date(text, offset, document.published)
        case Kind.ACTOR | Kind.MENTION:
            found = _around(_NAME, text, offset) or _around(WORD, text, offset)
        case _:
            found = None
    return found or sentence_at(text, offset)


def _around(pattern: re.Pattern[str], text: str, offset: int) -> Stretch | None:
    """What the pattern finds around the character, in its line."""
    found = (Stretch(*m.span()) for m in pattern.finditer(text, *line_at(text, offset)))
    return next((stretch for stretch in found if stretch.holds(offset)), None)


def _date(text: str, offset: int, published: Edtf | None) -> Stretch | None:
    """The phrase that tells when, of the clause or else of the sentence."""
    for words in (clause_at(text, offset), sentence_at(text, offset)):
        dating = date_in(text[slice(*words)], published) if words else None
        if dating and words and (at := text.find(dating.raw, *words)) >= 0:
            return Stretch(at, at + len(dating.raw))
    return None


def whole_words(text: str, drawn: Stretch) -> Stretch:
    """What was drawn over, with the rest of the words at its edges; never two lines."""
    line = line_at(text, drawn.start)
    found = [m.span() for m in WORD.finditer(text, *line)]
    start = next((s for s, e in found if s <= drawn.start < e), drawn.start)
    end = next((e for s, e in found if s < drawn.end <= e), min(drawn.end, line.end))
    return Stretch(start, max(end, start + 1))
