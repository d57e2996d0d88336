"""Dates: whether the words are found, are the very words, and mean the right days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from opedtui.drafting.found import FoundDate
from opedtui.model.dates import Bounds, Edtf
from opedtui.model.stretch import Stretch

from .gold import GoldDate, GoldText
from .shares import Figures, agreement, f_score, share, shared

SHARED_OF_A_WEEK = 5
"""Days that two weeks share which begin on a Sunday and on the Monday after."""


class Asked(NamedTuple):
    """A date that should be found, and all that was found at its words."""

    gold: GoldDate
    found: tuple[FoundDate, ...]

    @property
    def is_exact(self) -> bool:
        """Something found has its very words."""
        return any((found.start, found.end) == self.gold.place for found in self.found)

    @property
    def is_right(self) -> bool:
        """Something found covers its days, or all that was found covers them together."""
        values = [found.date for found in self.found if found.date]
        covered = [(value.lower, value.upper) for value in values] + list(_together(values))
        return any(
            same_days((value.lower, value.upper), days)
            for value in self.gold.values
            for days in covered
        )


def date_figures(texts: Iterable[tuple[GoldText, Sequence[FoundDate]]]) -> Figures:
    """Found at all, found to the word, found with the right days."""
    asked: list[Asked] = []
    hits: list[bool] = []
    valued: list[bool] = []
    for gold, found in texts:
        if gold.dates is not None:
            here = _asked(gold.dates, found)
            asked += here
            held = [date for date in found if not _is_neutral(date, gold.dates)]
            hits += [_meets(date, here) for date in held]
            valued += [_meets(date, here) for date in held if not _meets_only_valueless(date, here)]
    exact, right = sum(a.is_exact for a in asked), sum(a.is_right for a in asked)
    return {
        "relaxed F": f_score(share(hits), share(bool(a.found) for a in asked)),
        "strict F": agreement(exact, len(hits), len(asked)),
        "value F": agreement(right, len(valued), sum(bool(a.gold.values) for a in asked)),
    }


def same_days(one: Bounds, other: Bounds) -> bool:
    """A week may begin on a Sunday or on a Monday."""
    return one == other or _weeks_shared(one, other) >= SHARED_OF_A_WEEK


def _weeks_shared(one: Bounds, other: Bounds) -> int:
    first, second = _ordinals(one), _ordinals(other)
    if first is None or second is None or {_length(first), _length(second)} != {7}:
        return 0
    return shared(first, second)


def _ordinals(days: Bounds) -> tuple[int, int] | None:
    lower, upper = days
    return (lower.ordinal, upper.ordinal + 1) if lower and upper else None


def _length(ordinals: tuple[int, int]) -> int:
    return ordinals[1] - ordinals[0]


def _together(values: Sequence[Edtf]) -> Iterable[Bounds]:
    """The days from the first to the last of several."""
    if len(values) > 1:
        first, last = min(v.span[0] for v in values), max(v.span[1] for v in values)
        lower = next(v.lower for v in values if v.span[0] == first)
        upper = next(v.upper for v in values if v.span[1] == last)
        yield lower, upper


def _asked(dates: Sequence[GoldDate], found: Sequence[FoundDate]) -> list[Asked]:
    return [
        Asked(gold, tuple(date for date in found if _touches(date, gold)))
        for gold in dates
        if not gold.neutral
    ]


def _touches(found: FoundDate, gold: GoldDate) -> bool:
    return shared(Stretch(found.start, found.end), gold.place) > 0


def _is_neutral(found: FoundDate, dates: Sequence[GoldDate]) -> bool:
    """It stands on nothing but what may be drafted or left."""
    met = [gold.neutral for gold in dates if _touches(found, gold)]
    return bool(met) and all(met)


def _meets(found: FoundDate, asked: Sequence[Asked]) -> bool:
    return any(found in one.found for one in asked)


def _meets_only_valueless(found: FoundDate, asked: Sequence[Asked]) -> bool:
    met = [bool(one.gold.values) for one in asked if found in one.found]
    return bool(met) and not any(met)
