"""Every event in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model.date_words import short, spoken
from ..model.frozen import frozen
from ..model.records import Event
from ..reading.timeline import Scale, in_order
from .palette import Palette
from .sheets import Sheet, headings
from .timeline import marks
from .visible import visible

if TYPE_CHECKING:
    from rich.table import Table


@frozen
class Chronicle:
    """The events of a store; on a terminal they stand on a scale."""

    events: Sequence[Event]

    def lines(self) -> Iterator[str]:
        """`e4⇥2023-02⇥late February 2023⇥Lavrov visits Baku⇥last week`"""
        return Sheet(
            ("ref", "date", "said", "event", "words"),
            tuple(
                (str(e.ref), str(e.date.edtf), when(e), e.label, e.date.raw)
                for e in in_order(self.events)
            ),
        ).lines()

    def drawn(self, palette: Palette, width: int) -> Table:
        """A row for each event, drawn as precisely as the text dates it."""
        # Rich is asked for only where somebody looks.
        from rich.text import Text

        scale = Scale.over(self.events, min(max(width // 4, 8), 40))
        table = headings(("ref", "date", _years(scale), "event"), palette, width)
        table.columns[2].no_wrap, table.columns[2].max_width = True, None
        table.columns[2].style = palette.scale
        for event in in_order(self.events):
            drawing = marks(event.date.edtf, scale) if scale else ""
            cells = str(event.ref), short(event.date.edtf), drawing, event.label
            table.add_row(*(Text(visible(cell)) for cell in cells))
        return table


def when(event: Event) -> str:
    """The date as one would say it."""
    return spoken(event.date.edtf, event.date.mod or None)


def _years(scale: Scale | None) -> str:
    """The years where they begin on the scale."""
    if scale is None:
        return ""
    cells = [" "] * (scale.width + 4)
    for cell, year in scale.ticks():
        cells[cell : cell + len(str(year))] = str(year)
    return "".join(cells).rstrip()
