"""Where the frames of the reading screen stand, and how much of the window each has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ...settings.choices import FRAMES

LISTS, SOURCE, RELATIONS, TIMELINE = FRAMES
GRID = ((LISTS, RELATIONS), (SOURCE, TIMELINE))
"""The frames of each column, from the top, in a window of middling width."""
WIDE = ((LISTS,), (SOURCE,), (RELATIONS, TIMELINE))
"""The same in a wide one."""
STEP = 5
LEAST, MOST = 15, 85
"""Hundredths of the window that a column or a row can have."""
LEFT_OF_WIDE, MIDDLE_OF_WIDE = 0.7, 0.55
"""The left column of a wide window has so much of its share; the middle one, of the rest."""


class Shares(NamedTuple):
    """Of the window, in hundredths."""

    left: int
    """For the left column."""
    top: int
    """For the upper frame of a column of two."""

    def grown(self, frame: str, by: int, is_wide: bool) -> Shares:
        """More room for this frame, or less, at the cost of its neighbours."""
        columns = WIDE if is_wide else GRID
        column = next(column for column in columns if frame in column)
        left = self.left + (by if column is columns[0] else -by)
        top = self.top
        if len(column) == 2:
            top += by if frame == column[0] else -by
        return Shares(_within(left), _within(top))


def _within(share: int) -> int:
    return min(max(share, LEAST), MOST)


class Arrangement(NamedTuple):
    """A grid: frames fill it row by row, in this order."""

    order: tuple[str, ...]
    heights: Mapping[str, int]
    """The rows that each frame spans."""
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    """How much of the window each column and each row has, in proportion."""


def arranged(is_wide: bool, hidden: Collection[str], shares: Shares) -> Arrangement:
    """The frames that are not hidden; one that is alone in its column has all of its height."""
    columns = [
        [frame for frame in column if frame not in hidden] for column in (WIDE if is_wide else GRID)
    ]
    widths = _widths(is_wide, shares.left)
    kept = [(column, width) for column, width in zip(columns, widths, strict=True) if column]
    tallest = max((len(column) for column, _ in kept), default=1)
    heights = {column[0]: tallest if len(column) == 1 else 1 for column, _ in kept}
    heights |= {column[1]: 1 for column, _ in kept if len(column) == 2}
    first = [column[0] for column, _ in kept]
    second = [column[1] for column, _ in kept if len(column) == 2]
    rows = (shares.top, 100 - shares.top) if tallest == 2 else (1,)
    return Arrangement((*first, *second), heights, tuple(width for _, width in kept), rows)


def _widths(is_wide: bool, left: int) -> tuple[int, ...]:
    if not is_wide:
        return (left, 100 - left)
    first = round(left * LEFT_OF_WIDE)
    middle = round((100 - first) * MIDDLE_OF_WIDE)
    return (first, middle, 100 - first - middle)
