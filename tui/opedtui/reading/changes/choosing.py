"""Choosing words in a text: by word, clause, sentence and paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from ...model.sentences import clauses, line_at, sentences_in
from ...model.stretch import Stretch
from ..words import WORD

Unit = Literal["word", "clause", "sentence", "paragraph"]
Edge = Literal["start", "end"]

_UNITS: tuple[Unit, ...] = get_args(Unit)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def stretched(text: str, words: Stretch, edge: Edge, step: int, unit: Unit) -> Stretch:
    """The words with one edge moved a unit on (step 1) or back (-1); never empty."""
    near = _near(text, words, unit)
    if edge == "end":
        moved = Stretch(words.start, _next([s.end for s in near], words.end, step))
    else:
        moved = Stretch(_next([s.start for s in near], words.start, step), words.end)
    return moved if moved.start < moved.end else words


def widened(text: str, words: Stretch) -> Stretch:
    """The next larger whole around them: word, clause, sentence, paragraph."""
    return next((whole for whole in _wholes(text, words) if _within(words, whole)), words)


def narrowed(text: str, words: Stretch, offset: int) -> Stretch:
    """The next smaller whole within them that holds the offset."""
    wholes = reversed(list(_wholes(text, Stretch(offset, offset))))
    return next((whole for whole in wholes if _within(whole, words)), words)


def _near(text: str, words: Stretch, unit: Unit) -> list[Stretch]:
    """The units of the lines around the words, and of the one before and the one behind."""
    lines = _lines_around(text, words)
    match unit:
        case "word":
            return [Stretch(*match.span()) for match in WORD.finditer(text, *lines)]
        case "paragraph":
            return [Stretch(*match.span()) for match in _LINE.finditer(text, *lines)]
        case "sentence":
            return list(sentences_in(text, lines))
    return [c for sentence in sentences_in(text, lines) for c in clauses(text, sentence)]


def _lines_around(text: str, words: Stretch) -> Stretch:
    before = len(text[: line_at(text, words.start).start].rstrip())
    behind = line_at(text, words.end).end
    behind += len(text[behind:]) - len(text[behind:].lstrip())
    return Stretch(line_at(text, before).start, line_at(text, behind).end)


def _next(edges: Iterable[int], here: int, step: int) -> int:
    """The nearest edge in this direction; here if there is none."""
    if step > 0:
        return min((edge for edge in edges if edge > here), default=here)
    return max((edge for edge in edges if edge < here), default=here)


def _wholes(text: str, words: Stretch) -> Iterator[Stretch]:
    """The words, clauses, sentences and paragraphs that they touch, each kind as one stretch."""
    end = max(words.end, words.start + 1)
    for unit in _UNITS:
        touched = [s for s in _near(text, words, unit) if s.start < end and words.start < s.end]
        if touched:
            yield Stretch(touched[0].start, touched[-1].end)


def _within(inner: Stretch, outer: Stretch) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer
