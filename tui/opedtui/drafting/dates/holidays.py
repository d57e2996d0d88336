"""Days with a name that fall on a known date wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .almanac import easter, nth_weekday


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _thanksgiving(year: int) -> date:
    return nth_weekday(year, 11, 3, 4)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


_NAMED: dict[str, Callable[[int], date]] = {
    "christmas|christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year|new years|new years day|new year day": _fixed(1, 1),
    "new years eve|new year eve": _fixed(12, 31),
    "valentines day": _fixed(2, 14),
    "saint patricks day|st patricks day|st patrick|saint patrick": _fixed(3, 17),
    "earth day": _fixed(4, 22),
    "may day|international workers day": _fixed(5, 1),
    "international womens day": _fixed(3, 8),  # codespell:ignore womens
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "bastille day": _fixed(7, 14),
    "easter|easter sunday": easter,
    "easter monday": _from_easter(1),
    "good friday": _from_easter(-2),
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "thanksgiving|thanksgiving day": _thanksgiving,
    "black friday": lambda year: _thanksgiving(year) + timedelta(1),
    "cyber monday": lambda year: _thanksgiving(year) + timedelta(4),
}

HOLIDAYS: dict[tuple[str, ...], Callable[[int], date]] = {
    tuple(name.split()): on for names, on in _NAMED.items() for name in names.split("|")
}
FIRST_WORDS = frozenset(words[0] for words in HOLIDAYS)
LONGEST = max(map(len, HOLIDAYS))
