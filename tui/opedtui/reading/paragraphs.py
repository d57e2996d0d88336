"""The numbered paragraphs of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_HEADING = 120


class Paragraph(NamedTuple):
    """A line of the text that is not blank; `number` counts from 1."""

    number: int
    start: int
    end: int
    is_heading: bool = False


class Paragraphs:
    """All of them, and the one at an offset."""

    def __init__(self, text: str) -> None:
        self._all = tuple(_split(text))
        self._starts = [paragraph.start for paragraph in self._all]

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, index: int) -> Paragraph:
        return self._all[index]

    def index_at(self, offset: int) -> int:
        """The index of the paragraph that holds the offset, or of the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Paragraph | None:
        """None in a text without paragraphs."""
        return self._all[self.index_at(offset)] if self._all else None


def _split(text: str) -> Iterator[Paragraph]:
    start, number = 0, 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
            yield Paragraph(number, start, start + len(line), _reads_as_heading(line))
        start += len(line) + 1


def _reads_as_heading(line: str) -> bool:
    """Short, and without the full stop that ends a sentence; an address is none."""
    line = line.strip()
    return len(line) <= LONGEST_HEADING and line[-1].isalnum() and "://" not in line
