"""The events of a text in order of time, and a scale to draw them on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from ..model.dates import Day
from ..model.frozen import frozen
from ..model.records import Dating
from ..model.refs import Ref


class Dated(Protocol):
    """What stands on a scale of time: an event, or another record at a date."""

    @property
    def ref(self) -> Ref: ...

    @property
    def date(self) -> Dating: ...


D = TypeVar("D", bound=Dated)


def in_order(events: Iterable[D]) -> list[D]:
    """Earliest first; of those that begin together the narrowest first."""
    return sorted(events, key=lambda event: (event.date.edtf.sort_key, event.ref))


@frozen
class Scale:
    """Days on a line of cells: the same distance in time is the same distance on screen."""

    first: int
    last: int
    """Ordinals of the days at either end."""
    width: int

    @classmethod
    def over(cls, events: Iterable[Dated], width: int) -> Scale | None:
        """From the first day that any of them names to the last; None without any day."""
        days = [
            day.ordinal
            for event in events
            for day in (event.date.edtf.lower, event.date.edtf.upper)
            if day
        ]
        return cls(min(days), max(days), max(1, width)) if days else None

    def column(self, day: Day) -> int:
        """The cell of a day; days outside the scale fall on its ends."""
        length = max(1, self.last - self.first)
        cell = (day.ordinal - self.first) * (self.width - 1) // length
        return min(max(cell, 0), self.width - 1)

    @property
    def years(self) -> tuple[int, int]:
        return Day.at(self.first).year, Day.at(self.last).year

    def ticks(self, gap: int = 6) -> Iterator[tuple[int, int]]:
        """(cell, year): where every so many years begin, at least `gap` cells apart.

        Further apart where the years are long. The first year stands at the left end,
        however late in it the scale begins.
        """
        first, last = self.years
        gap = max(gap, len(str(first)) + 2, len(str(last)) + 2)
        yield 0, first
        days, cells = self.last - self.first, max(1, self.width - 1)
        step = max(1, -(-gap * days // (cells * 365)))  # rounded up
        for year in range(first + step, last + 1, step):
            cell = self.column(Day(year, 1, 1))
            if cell >= gap:
                yield cell, year
