"""A text without what editors change for looks alone: quotation marks, dashes, blanks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...model.stretch import Stretch

ALIKE = str.maketrans("‘’‚‛′`´“”„‟″«»‐‑‒–—―−", "'''''''\"\"\"\"\"\"\"-------")
"""Marks that one editor types for another; a mark stays one character."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ONCE = " -"
"""Several in a row are one: a dash may be typed as two hyphens, and a line wrapped anywhere."""


class Plain:
    """The plain text, and where each of its characters comes from."""

    def __init__(self, text: str) -> None:
        characters: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for at, character in _plain(text):
            if character in _ONCE and characters and characters[-1] == character:
                self._ends[-1] = at + 1
                continue
            characters.append(character)
            self._starts.append(at)
            self._ends.append(at + 1)
        self.text = "".join(characters)

    def into(self, start: int, end: int) -> Stretch:
        """The plain characters of these, without blanks around them."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        words = self.text[first:last]
        first += len(words) - len(words.lstrip())
        return Stretch(first, max(first, last - len(words) + len(words.rstrip())))

    def back(self, plain: Stretch) -> Stretch:
        """Where these plain characters come from."""
        if plain.start >= plain.end:
            at = self._starts[plain.start] if plain.start < len(self._starts) else 0
            return Stretch(at, at)
        return Stretch(self._starts[plain.start], self._ends[plain.end - 1])


def _plain(text: str) -> Iterator[tuple[int, str]]:
    for at, character in enumerate(text.translate(ALIKE)):
        if character.isspace():
            yield at, " "
        elif character == "…":
            yield from ((at, "."),) * 3
        elif character not in _UNSEEN:
            yield at, character
