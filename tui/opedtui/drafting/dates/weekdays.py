"""Days of a week that is still to be found."""

from __future__ import annotations

from datetime import date, timedelta

from . import almanac
from .rules import (
    UNIT,
    UNKNOWN,
    WEEKDAY,
    WHICH,
    Answer,
    Seen,
    rule,
)


@rule("date-weekday-of-a-week", rf"{WEEKDAY}\.?f?(?P<which>[LXH]){UNIT}", 0.9)
@rule("date-weekday-of-a-week", rf"(?P<which>[LXH]){UNIT}[i-]?{WEEKDAY}", 0.85)
def weekday_of_a_week(seen: Seen) -> Answer:
    """`Tuesday next week`."""
    here = seen.moment.here()
    if seen.unit() != "week":
        return None
    return _weekday_in(here, seen.number("weekday"), seen.step()) if here else UNKNOWN


@rule("date-weekday-of-a-week", r"(?P<weekday>W)fhX(?P<unit>U)", 0.85)
def weekday_of_the_next(seen: Seen) -> Answer:
    """`Monday of the following week`."""
    here = seen.moment.here()
    return _weekday_in(here, seen.number("weekday"), 1) if here else UNKNOWN


def _weekday_in(here: date, weekday: int, weeks: int) -> str:
    monday = here - timedelta(here.weekday())
    return str(monday + timedelta(weekday + 7 * weeks))


@rule("date-near-weekday", rf"{WHICH}L?{WEEKDAY}", 0.8)
def near_weekday(seen: Seen) -> Answer:
    """Of the week before or after, as most mean it."""
    here, told = seen.moment.here(), seen.moment.there()
    if told and seen.step() > 0 and seen.neighbour(-1) == "the" and seen.tense < 0:
        return _weekday_after(told, seen.number("weekday"))
    if not here:
        return UNKNOWN
    if "L" in seen.match[0] and seen.match["which"] != "L":
        return str(_past_weekday(here, seen.number("weekday")))
    return _weekday_in(here, seen.number("weekday"), seen.step())


def _weekday_after(here: date, number: int) -> str:
    """In a story, the next Tuesday is the one after what was told."""
    return str(here + timedelta((number - here.weekday() - 1) % 7 + 1))


@rule("date-weekday-and-day", rf"{WEEKDAY}\.?,?h?(?P<day>[do])(?![-/k'zZU]|f?[MLXH])", 0.8)
def weekday_and_day(seen: Seen) -> Answer:
    """`Friday the 22nd`: of the nearest month in which that is so."""
    here = seen.moment.here("month")
    if seen.token("day").word == "one":
        return None
    if not here:
        return UNKNOWN
    for step in (0, -1, 1):
        there = almanac.moved(here, "month", step)
        found = almanac.real_day(there.year, there.month, seen.number("day"))
        if found and date.fromisoformat(found).weekday() == seen.number("weekday"):
            return found
    return UNKNOWN


@rule("date-weekday", rf"{WEEKDAY}\.?", 0.8)
def weekday(seen: Seen) -> Answer:
    """The last there was, or the next to come where the clause is of the future."""
    here, number = seen.moment.here(), seen.number("weekday")
    before = seen.neighbour(-1)
    if before in ("every", "each"):
        return None
    if not here or before == "any" or (before == "a" and seen.neighbour(-2) == "on"):
        return UNKNOWN
    if seen.tense > 0:
        return str(here + timedelta((number - here.weekday()) % 7))
    return str(_past_weekday(here, number))


def _past_weekday(here: date, number: int) -> date:
    """On the day of publication itself it is that day."""
    return here - timedelta((here.weekday() - number) % 7)
