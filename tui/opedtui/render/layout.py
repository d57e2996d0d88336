"""A text in a column: which characters stand on which line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from ..reading.paragraphs import Paragraph, Paragraphs
from .visible import visible


class Line(NamedTuple):
    """One line of the column: code points, end-exclusive; an empty one parts paragraphs."""

    start: int
    end: int
    paragraph: Paragraph | None = None

    @property
    def is_first(self) -> bool:
        """Whether the paragraph begins here, so that its number is shown."""
        return self.paragraph is not None and self.start == self.paragraph.start


class Layout:
    """A text broken into lines of at most `width` cells, paragraphs parted by an empty line."""

    def __init__(self, text: str, paragraphs: Paragraphs, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.lines = list(self._break(paragraphs))
        self._starts = [line.start for line in self.lines]

    def __len__(self) -> int:
        return len(self.lines)

    def line_at(self, offset: int) -> int:
        """The index of the line that shows the offset."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index > 0 and self.lines[index].paragraph is None:
            index -= 1
        return index

    def column_at(self, offset: int) -> int:
        """The cell of its line at which the offset is shown."""
        line = self.lines[self.line_at(offset)]
        return self.cells(line.start, min(offset, line.end))

    def offset_at(self, index: int, column: int) -> int:
        """The character shown at this cell; beyond the end of its line the last one there.

        An empty line leads to the paragraph below it.
        """
        index = min(max(index, 0), len(self.lines) - 1)
        line = self.lines[index]
        if line.paragraph is None:
            line = self.lines[index + 1]
        return min(self._reach(line.start, line.end, column), line.end - 1)

    def cells(self, start: int, end: int) -> int:
        """The width of these characters as they are shown."""
        return cell_len(visible(self.text[start:end]))

    def _break(self, paragraphs: Paragraphs) -> Iterator[Line]:
        for paragraph in paragraphs:
            if paragraph.number > 1:
                yield Line(paragraph.start - 1, paragraph.start - 1)
            start = paragraph.start
            while start < paragraph.end:
                end, following = self._line_end(start, paragraph.end)
                yield Line(start, end, paragraph)
                start = following

    def _line_end(self, start: int, limit: int) -> tuple[int, int]:
        """Where a line that begins here ends, and where the next one begins."""
        end = self._fitting(start, limit)
        if end == limit:
            return limit, limit
        if self.text[end] == " ":
            return end, end + 1
        space = self.text.rfind(" ", start, end)
        if space > start:
            return space, space + 1
        return end, end

    def _fitting(self, start: int, limit: int) -> int:
        """The end of the longest run from here that fits the column, at least one character."""
        return max(self._reach(start, limit, self.width), start + 1)

    def _reach(self, start: int, limit: int, cells: int) -> int:
        """The end of the longest run from here that is no wider than so many cells."""
        end = min(start + cells, limit)
        run = self.text[start : min(end + 1, limit)]
        if run.isascii() and run.isprintable():
            return end
        width, at = 0, start
        while at < limit:
            width += cell_len(visible(self.text[at]))
            if width > cells:
                break
            at += 1
        return at
