"""Finding a span again in a text that has changed: by its words, their context and position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.frozen import frozen
from ...model.spans import Span
from ...model.stretch import Stretch
from .likeness import aligned, likeness, word_end, word_start
from .plain import Plain

MANY = 80
"""Characters that are found together by no accident, whatever stands around them."""
ALIKE, SIMILAR, LIKE = 0.9, 0.7, 0.75
"""As `likeness` measures it: many words alone, words in their context, the context of few."""
TELLING = 8
"""A shorter context says nothing."""
CLOSE = 12
"""Of the places that have the very words, those whose context is compared in full."""


@frozen
class Candidate:
    """A place where a span may belong, and how sure that is."""

    span: Span
    score: float
    """0 to 1: of 100 points 50 for the words, 20 for either context, 10 for the position."""
    is_sure: bool
    """Whether the span may go there without the reader being asked."""


def reanchored(span: Span, text: str, expected: int | None = None) -> Span | None:
    """The span in this text; None if no place is sure enough. `expected`: where it may begin."""
    return Finder(text).place(span, expected)


def candidates(
    span: Span, text: str, expected: int | None = None, most: int = 3
) -> tuple[Candidate, ...]:
    """The best places for a span, the likeliest first."""
    return Finder(text).candidates(span, expected)[:most]


class Finder:
    """Finds many spans in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = Plain(text)

    def place(self, span: Span, expected: int | None = None) -> Span | None:
        """Where the span belongs, if that is sure."""
        if self._holds(span):
            return span
        best = next(iter(self.candidates(span, expected)), None)
        return best.span if best and best.is_sure else None

    def candidates(self, span: Span, expected: int | None = None) -> tuple[Candidate, ...]:
        """Every place that was looked at, the likeliest first."""
        start = span.start if expected is None else expected
        sought = _Sought.of(span, self._plain.into(0, start).end)
        found = self._judged(span, sought, self._alike(sought))
        if not any(candidate.is_sure for candidate in found):
            found += self._judged(span, sought, self._similar(sought))
        once = {(c.span.start, c.span.end): c for c in found}
        return tuple(sorted(once.values(), key=lambda c: (-c.is_sure, -c.score, c.span.start)))

    def _holds(self, span: Span) -> bool:
        """Whether nothing has changed here, which is the rule."""
        within = 0 <= span.start < span.end <= len(self._text)
        return within and span == Span.of(span.doc, self._text, span.start, span.end)

    def _alike(self, sought: _Sought) -> list[Stretch]:
        """The places that have the very words, those in a like context first."""
        size = len(sought.words)
        places = [Stretch(at, at + size) for at in _occurrences(self._plain.text, sought.words)]
        return sorted(places, key=lambda place: self._strangeness(sought, place))[:CLOSE]

    def _similar(self, sought: _Sought) -> Iterator[Stretch]:
        part = Stretch(len(sought.before), len(sought.before) + len(sought.words))
        return aligned(self._plain.text, sought.before + sought.words + sought.behind, part)

    def _strangeness(self, sought: _Sought, place: Stretch) -> tuple[int, int]:
        """A quick look at the context: how few characters next to the words are the same."""
        before, behind = self._context(sought, place)
        same = _shared(before[::-1], sought.before[::-1]) + _shared(behind, sought.behind)
        return -same, abs(place.start - sought.expected)

    def _judged(self, span: Span, sought: _Sought, places: Iterable[Stretch]) -> list[Candidate]:
        whole = (self._whole(sought, place) for place in places if place.start < place.end)
        return [self._judge(span, sought, place) for place in whole]

    def _whole(self, sought: _Sought, place: Stretch) -> Stretch:
        """No word is cut through where none was: `Iran` is not found in `Iranian`."""
        text, (start, end) = self._plain.text, place
        if not _joins(sought.before[-1:], sought.words[:1]):
            start = word_start(text, start)
        if not _joins(sought.words[-1:], sought.behind[:1]):
            end = word_end(text, end)
        return Stretch(start, end)

    def _judge(self, span: Span, sought: _Sought, place: Stretch) -> Candidate:
        plain = self._plain.text
        before, behind = self._context(sought, place)
        words = likeness(sought.words, plain[place.start : place.end])
        around = likeness(sought.before, before), likeness(sought.behind, behind)
        near = 1 - abs(place.start - sought.expected) / max(1, len(plain))
        start, end = self._plain.back(place)
        return Candidate(
            span=Span.of(span.doc, self._text, start, end),
            score=0.5 * words + 0.2 * sum(around) + 0.1 * max(0.0, near),
            is_sure=_is_sure(sought, words, *around),
        )

    def _context(self, sought: _Sought, place: Stretch) -> tuple[str, str]:
        text = self._plain.text
        before = text[max(0, place.start - len(sought.before)) : place.start]
        return before, text[place.end : place.end + len(sought.behind)]


@frozen
class _Sought:
    """A span in plain characters."""

    before: str
    words: str
    behind: str
    expected: int

    @classmethod
    def of(cls, span: Span, expected: int) -> _Sought:
        whole = Plain(span.prefix + span.exact + span.suffix)
        at = len(span.prefix)
        words = whole.into(at, at + len(span.exact))
        text = whole.text
        return cls(text[: words.start], text[slice(*words)], text[words.end :], expected)


def _is_sure(sought: _Sought, words: float, before: float, behind: float) -> bool:
    """Few words need a like context on both sides; many speak for themselves."""
    sides = ((before, sought.before), (behind, sought.behind))
    told = [side for side, text in sides if len(text) >= TELLING]
    context = sum(told) / len(told) if told else words
    if len(sought.words) >= MANY:
        return words >= ALIKE or (words >= SIMILAR and context >= SIMILAR)
    return words >= SIMILAR and context >= LIKE


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _joins(one: str, other: str) -> bool:
    """Whether two characters are of one word."""
    return one.isalnum() and other.isalnum()


def _shared(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
