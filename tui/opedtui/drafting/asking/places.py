"""Finding the words of an answer in the text that it is about: verbatim, or not at all."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy

from ...model.stretch import Stretch

_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
"""Characters that models write for one another."""
_MARKS = "\"'“”„«»‘’‚ \t\r\n"
_STOPS = ".,;:"


def unquoted(words: str) -> str:
    """Without the quotation marks around it."""
    return words.strip(_MARKS)


class Places:
    """Where words stand in a part of a text."""

    def __init__(self, text: str, part: Stretch | None = None) -> None:
        self.text = text
        self.part = part or Stretch(0, len(text))
        self._folded = _Folded(text)
        self._found: dict[tuple[Stretch, str], list[Stretch]] = {}

    def of(self, part: Stretch) -> Places:
        """The places in this part only."""
        places = copy(self)
        places.part = part
        return places

    def first(self, words: str, after: int = 0) -> Stretch | None:
        """The place at or after this, else the first one; None if the words are not there."""
        found = self.all(words)
        return next((place for place in found if place.start >= after), found[0] if found else None)

    def next(self, words: str, after: int, within: int) -> Stretch | None:
        """The first place after this, no farther away."""
        found = (place for place in self.all(words) if after <= place.start <= after + within)
        return next(found, None)

    def nearest(self, words: str, to: Sequence[Stretch], within: int) -> Stretch | None:
        """The place nearest to others and in none of them, no farther away than this."""
        apart = [([_distance(place, one) for one in to], place) for place in self.all(words)]
        near = [(min(far), place) for far, place in apart if 0 <= min(far) <= within]
        return min(near)[1] if near else None

    def all(self, words: str) -> list[Stretch]:
        """Every place of the words as they are; else as their marks fold; else without a stop."""
        key = (self.part, words)
        if key not in self._found:
            self._found[key] = self._sought(words)
        return self._found[key]

    def _sought(self, words: str) -> list[Stretch]:
        bare = unquoted(words)
        for form in dict.fromkeys((words.strip(), bare, bare.rstrip(_STOPS))):
            if found := [*self._exactly(form)] or [*self._folded.places(form, self.part)]:
                return found
        return []

    def _exactly(self, words: str) -> Iterator[Stretch]:
        return _occurrences(self.text, words, self.part) if _says_something(words) else iter(())


class _Folded:
    """A text without what is not worth a difference, and where its characters stood."""

    def __init__(self, text: str) -> None:
        chars, self._at = [], list[int]()
        for at, char in _folded(text):
            chars.append(char)
            self._at.append(at)
        self._text = "".join(chars)

    def places(self, words: str, part: Stretch) -> Iterator[Stretch]:
        sought = "".join(char for _, char in _folded(unicodedata.normalize("NFC", words)))
        if _says_something(sought):
            start, end = (bisect_left(self._at, offset) for offset in part)
            yield from map(self._back, _occurrences(self._text, sought, Stretch(start, end)))

    def _back(self, place: Stretch) -> Stretch:
        return Stretch(self._at[place.start], self._at[place.end - 1] + 1)


def _folded(text: str) -> Iterator[tuple[int, str]]:
    """Each character as it is compared, with its offset; blanks in a row are one."""
    is_blank = False
    for at, char in enumerate(text):
        if not (char.isspace() and is_blank):
            folded = " " if char.isspace() else _ALIKE.get(char, char)
            yield from ((at, one) for one in folded)
        is_blank = char.isspace()


def _occurrences(text: str, words: str, part: Stretch) -> Iterator[Stretch]:
    """Where no word is cut through: `Iran` is not in `Iranian`."""
    at = text.find(words, *part)
    while at >= 0:
        end = at + len(words)
        cuts = _joins(text[at - 1 : at], words[:1]) or _joins(words[-1:], text[end : end + 1])
        if not cuts:
            yield Stretch(at, end)
        at = text.find(words, at + 1 if cuts else end, part.end)


def _joins(one: str, other: str) -> bool:
    """Whether two characters are of one word; scripts without case set none apart."""
    return all(char.isalnum() and unicodedata.category(char) != "Lo" for char in (one, other))


def _says_something(words: str) -> bool:
    return any(char.isalnum() for char in words)


def _distance(one: Stretch, other: Stretch) -> int:
    """Characters between two stretches; below 0 where they overlap."""
    return max(other.start - one.end, one.start - other.end)
