"""Events on a scale, drawn as precisely as the text dates them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from ..model.date_words import short
from ..model.dates import Edtf
from ..model.refs import Ref
from ..reading.library import Library
from ..reading.timeline import Dated, Scale, in_order
from .labels import label
from .palette import Palette

DAY, VAGUE, ABOUT = "●", "◐", "~"
LEGEND = ("● a day", "◐ a month, a year", "├┤ an interval", "→ open, ← open", "~ about")
DATE_WIDTH = 17
"""`2022-03~/2023-03~`"""


class TimelineRows:
    """One row for each event, in order of time, all on one scale."""

    def __init__(self, library: Library, events: Sequence[Dated], palette: Palette) -> None:
        self._library = library
        self._events = in_order(events)
        self._palette = palette
        self._scales: dict[int, Scale | None] = {}
        """By their width: the rows of a list share one."""

    def __len__(self) -> int:
        return len(self._events)

    def ref(self, index: int) -> Ref:
        return self._events[index].ref

    def index(self, ref: Ref) -> int | None:
        """The row of an event, if it has one."""
        return next((at for at, event in enumerate(self._events) if event.ref == ref), None)

    def line(self, index: int, width: int) -> Text:
        """`2023-02-27/28         ├┤   Lavrov visits Baku`"""
        event = self._events[index]
        date = short(event.date.edtf)
        scale = self.scale(width)
        return Text.assemble(
            (date[:DATE_WIDTH].ljust(DATE_WIDTH), self._palette.strong),
            " ",
            (marks(event.date.edtf, scale) if scale else "", self._palette.scale),
            "  ",
            self.what(event.ref),
        )

    def what(self, ref: Ref) -> Text:
        """What happened."""
        return Text(label(self._library, ref))

    def scale(self, width: int) -> Scale | None:
        """A quarter of the row shows time, the rest when in words and what happened."""
        cells = min(max(width // 4, 8), 40)
        if cells not in self._scales:
            self._scales[cells] = Scale.over(self._events, cells)
        return self._scales[cells]

    def axis(self, width: int) -> Text:
        """The years above the scale."""
        scale = self.scale(width)
        cells = [" "] * (scale.width + 4 if scale else 0)
        for cell, year in scale.ticks() if scale else ():
            cells[cell : cell + len(str(year))] = str(year)
        return Text.assemble(" " * (DATE_WIDTH + 1), ("".join(cells), self._palette.dim))


def marks(date: Edtf, scale: Scale) -> str:
    """The date on the scale, a cell for each column of it."""
    cells = [" "] * scale.width
    left = scale.column(date.lower) if date.lower else 0
    right = scale.column(date.upper) if date.upper else scale.width - 1
    if not date.is_interval:
        left = (left + right) // 2
        cells[left] = DAY if date.precision == "day" else VAGUE
    else:
        right = min(max(right, left + 1), scale.width - 1)
        left = min(left, max(right - 1, 0))
        cells[left : right + 1] = "─" * (right + 1 - left)
        cells[right] = "┤" if date.upper else "→"
        cells[left] = "├" if date.lower else "←"
    if date.is_approximate and left > 0:
        cells[left - 1] = ABOUT
    return "".join(cells)
