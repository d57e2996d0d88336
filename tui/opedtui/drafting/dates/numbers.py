"""Numbers and years in words."""

from __future__ import annotations

from collections.abc import Sequence


def year_in(values: Sequence[int]) -> tuple[int, int] | None:
    """A year at the beginning of these numbers, and how many of them say it.

    `nineteen seventy eight`, `nineteen oh one`, `seventeen hundred thirty three`, `two thousand`.
    """
    return _thousands(values) or _hundreds(values) or _pairs(values)


def number_in(values: Sequence[int]) -> tuple[int, int]:
    """A number below a hundred at the beginning, and how many words say it."""
    if len(values) > 1 and 20 <= values[0] < 100 and 0 < values[1] < 10:
        return values[0] + values[1], 2
    return values[0], 1


def _thousands(values: Sequence[int]) -> tuple[int, int] | None:
    if len(values) < 2 or values[0] not in (1, 2) or values[1] != 1000:
        return None
    hundreds = len(values) > 3 and values[3] == 100
    base, used = values[0] * 1000 + (values[2] * 100 if hundreds else 0), 4 if hundreds else 2
    return _with_rest(values, base, used)


def _hundreds(values: Sequence[int]) -> tuple[int, int] | None:
    """Of “two hundred” too; who asks decides whether that is a year."""
    if len(values) < 2 or not 0 < values[0] < 20 or values[1] != 100:
        return None
    return _with_rest(values, values[0] * 100, 2)


def _with_rest(values: Sequence[int], base: int, used: int) -> tuple[int, int]:
    if len(values) == used or not 0 < values[used] < 100:
        return base, used
    rest, more = number_in(values[used:])
    return base + rest, used + more


def _pairs(values: Sequence[int]) -> tuple[int, int] | None:
    if len(values) < 2 or not 10 <= values[0] <= 20:
        return None
    if values[1] == 0 and len(values) > 2 and values[2] < 10:
        return values[0] * 100 + values[2], 3
    if not 10 <= values[1] < 100:
        return None
    rest, more = number_in(values[1:])
    return values[0] * 100 + rest, 1 + more
