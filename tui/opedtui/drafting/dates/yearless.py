"""Months, days and seasons whose year is still to be found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from . import almanac
from .holidays import HOLIDAYS
from .lexicon import NAME, OTHER, listed
from .moment import Moment
from .rules import (
    DAY,
    MOD,
    MONTH,
    NAMED_DAY,
    UNIT,
    UNKNOWN,
    WHICH,
    YEAR,
    Answer,
    Bare,
    Seen,
    rule,
)


@rule("date-day-of-the-year", rf"{NAMED_DAY}{DAY}\.?-?f?{MONTH}(?!-?,?(?:[fj]h?)?Y)", 0.85)
@rule("date-day-of-the-year", rf"{NAMED_DAY}{MONTH}-?h?{DAY}(?!,?-?f?Y|[dn:])", 0.85)
def day_of_the_year(seen: Seen) -> Answer:
    """The year is still to be found."""
    month, day = seen.number("month"), seen.number("day")
    famous = _FAMOUS.get((month, day))
    if famous and seen.neighbour(0) in famous[1]:
        return Bare(month, day).of(famous[0])
    return Bare(month, day) if almanac.real_day(2000, month, day) else None


_FAMOUS = {
    (9, 11): (2001, ("attack", "attacks", "terrorist", "terror", "hijackers")),
    (1, 6): (2021, ("riot", "riots", "insurrection", "committee", "rioters")),
    (10, 7): (2023, ("attack", "attacks", "massacre", "massacres", "terrorist", "terror")),
}
"""Days that are called by their name, as in `the September 11 attacks`."""


@rule(
    "date-days",
    rf"[RB]?h?(?P<first>[do])\.?(?:[k-]|c)h?(?P<last>[do])\.?f?{MONTH},?(?:[fj]h?)?(?P<year>Y)?",
    0.9,
)
@rule(
    "date-days",
    rf"[RB]?{MONTH}[RB]?h?(?P<first>[do])(?:[k-]|c)h?(?P<last>[do])(?!U|[k-]?M),?(?P<year>Y)?",
    0.9,
)
@rule("date-days", rf"[RB]?(?P<first>[do])k{MONTH}(?P<last>[do]),?(?P<year>Y)?", 0.9)
def days(seen: Seen) -> Answer:
    """`4 to 22 January 1995`."""
    month, first, last = seen.number("month"), seen.number("first"), seen.number("last")
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month, first))
    if not year:
        return UNKNOWN
    ends = almanac.real_day(year, month, first), almanac.real_day(year, month, last)
    if "c" in seen.match[0] and not set("RB") & set(seen.match[0]) and last != first + 1:
        return f"{{{ends[0]},{ends[1]}}}" if all(ends) else None
    return almanac.between(*ends)


@rule("date-days-of-a-month", rf"[RB]?(?P<first>[do])[kc-](?P<last>[do])f?{WHICH}{UNIT}", 0.85)
def days_of_this_month(seen: Seen) -> Answer:
    """`4 to 22 of next month`."""
    here = seen.moment.here("month")
    if seen.unit() != "month":
        return None
    if not here:
        return UNKNOWN
    there = almanac.moved(here, "month", seen.step())
    first, last = seen.number("first"), seen.number("last")
    return almanac.between(
        almanac.real_day(there.year, there.month, first),
        almanac.real_day(there.year, there.month, last),
    )


@rule("date-day-of-a-month", rf"h?(?P<day>o)(?P<named>U)?f(?:{WHICH}|h){UNIT}", 0.8)
def day_of_this_month(seen: Seen) -> Answer:
    """`the 20th of next month`, `the thirty-first day of the month`."""
    here = seen.moment.here("month")
    if seen.unit() != "month" or (seen.has("named") and seen.unit("named") != "day"):
        return None
    if not here:
        return UNKNOWN
    there = almanac.moved(here, "month", seen.step())
    return almanac.real_day(there.year, there.month, seen.number("day"))


@rule("date-day-of-a-month", r"(?<=i)h(?P<day>o)(?=[_.,c¶]|$)", 0.5)
def day_of_the_month_told(seen: Seen) -> Answer:
    """`on the 24th`, of the month that the text told last."""
    there = seen.moment.there("month") or seen.moment.here("month")
    if seen.neighbour(-1) not in ("on", "by") or not seen.token("day").word[0].isdigit():
        return None
    return almanac.real_day(there.year, there.month, seen.number("day")) if there else UNKNOWN


@rule("date-month-of-a-year", rf"{MONTH}(?:f?{WHICH}|f(?P<same>s)|hs){UNIT}", 0.85)
def month_of_that_year(seen: Seen) -> Answer:
    """`June next year`, `March of that year`."""
    if seen.unit() != "year":
        return None
    here = seen.moment.here("year") if seen.has("which") else seen.moment.there("year")
    return Bare(seen.number("month")).of(here.year + seen.step()) if here else UNKNOWN


@rule("date-day-of-a-year", rf"{MONTH}h?{DAY}f?{WHICH}{UNIT}", 0.9)
@rule("date-day-of-a-year", rf"{DAY}f?{MONTH}f?{WHICH}{UNIT}", 0.9)
def day_of_that_year(seen: Seen) -> Answer:
    """`March 11 this year`."""
    here = seen.moment.here("year")
    if seen.unit() != "year":
        return None
    if not here:
        return UNKNOWN
    return almanac.real_day(here.year + seen.step(), seen.number("month"), seen.number("day"))


@rule("date-bare-month", rf"{MOD}{MONTH}(?!-?,?f?Y)", 0.75)
def bare_month(seen: Seen) -> Answer:
    """The year is still to be found."""
    token = seen.token("month")
    if (
        len(token.word) == 3
        and token.word != "may"
        and seen.match[0][-1] != "."
        and seen.neighbour(-1) not in _BEFORE_MONTHS
        and seen.neighbour(0) not in _BETWEEN_MONTHS
    ):
        return None
    return Bare(seen.number("month"))


_BETWEEN_MONTHS = ("-", "–", "to", "through", "until")
_BEFORE_MONTHS = frozenset(
    listed("in since by until till from to through after before during of and -")
)


@rule("date-season-of-a-year", rf"{MOD}(?P<near>[LXH])L?(?P<season>S)", 0.75)
def near_season(seen: Seen) -> Answer:
    """`last summer` is the last that was over, `this past spring` too."""
    here, number = _from(seen, "near", "quarter"), seen.number("season")
    if not here:
        return UNKNOWN
    step = -1 if "L" in seen.match[0] else seen.step("near")
    first = date(here.year, number * 3 - 60, 1)
    if step == 1:
        return f"{here.year + (first <= here):04}-{number}"
    over = almanac.moved(first, "quarter", 1) <= here
    return f"{here.year - (step == -1 and not over):04}-{number}"


def _from(seen: Seen, which: str, unit: str) -> date | None:
    """`the following spring` comes after what was told."""
    return seen.there(unit) if seen.token(which).word == "following" else seen.moment.here(unit)


@rule("date-bare-season", r"(?<=[ij])h?(?P<season>S)(?![zZ])", 0.45)
def bare_season(seen: Seen) -> Answer:
    """`in the spring`."""
    here, number = seen.moment.here("quarter"), seen.number("season")
    if (
        seen.neighbour(-1) not in ("in", "since", "by", "during")
        or seen.token("season").word == "fall"
    ):
        return None
    if not here or not seen.tense:
        return UNKNOWN
    passed = here >= date(here.year, number * 3 - 60, 1)
    return (
        f"{here.year + (seen.tense > 0 and passed) - (seen.tense < 0 and not passed):04}-{number}"
    )


@rule(
    "date-part-of-a-year",
    rf"{MOD}h?(?P<nth>[oL]){UNIT}(?:[fj]?h?U?{YEAR}|[fj]?(?P<which>[LXHh])(?P<year_>U))",
    0.9,
)
@rule("date-part-of-a-year", r"(?P<year>Y)(?:,|'z)?h?(?P<nth>[oL])(?P<unit>U)", 0.85)
@rule("date-part-of-a-year", r"(?P<which>[LXH])(?P<year_>U)'z(?P<nth>o)(?P<unit>U)", 0.85)
def part_of_a_year(seen: Seen) -> Answer:
    """`the third quarter of 2016`, `the first week of this year`."""
    given = seen.match.groupdict()
    if given.get("year_"):
        here = seen.moment.here("year")
        if seen.unit("year_") != "year":
            return None
        return _part(here.year + seen.step(), seen.unit(), _nth(seen)) if here else UNKNOWN
    return _part(seen.number("year"), seen.unit(), _nth(seen))


def _nth(seen: Seen) -> int:
    return -1 if seen.match["nth"] == "L" else seen.number("nth")


def _part(year: int, unit: str, nth: int) -> str | None:
    if unit == "week" and nth <= 53:
        return almanac.nth_week(year, nth)
    parts, first = {"month": (12, 1), "quarter": (4, 33), "half": (2, 40)}.get(unit, (0, 0))
    nth = parts if nth == -1 else nth
    return f"{year:04}-{first + nth - 1:02}" if 1 <= nth <= parts else None


@rule("date-week-of-a-month", rf"h?(?P<nth>[oL]){UNIT}[fj]{MONTH},?(?P<year>Y)?", 0.8)
def week_of_a_month(seen: Seen) -> Answer:
    """`the first week of March`."""
    month = seen.number("month")
    if seen.unit() != "week":
        return None
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month))
    return almanac.nth_week_of_month(year, month, _nth(seen)) if year else UNKNOWN


@rule("date-weekday-of-a-month", rf"h?(?P<nth>[oL])(?P<weekday>W)[fj]{MONTH},?(?P<year>Y)?", 0.85)
def weekday_of_a_month(seen: Seen) -> Answer:
    """`the first Tuesday of November`."""
    month, nth = seen.number("month"), _nth(seen)
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month))
    if not year or nth > 4:
        return UNKNOWN
    return str(almanac.nth_weekday(year, month, seen.number("weekday"), nth))


@rule("date-weekday-of-a-month", r"(?P<nth>o)(?P<weekday>W)(?![fj]M)", 0.5)
def weekday_of_this_month(seen: Seen) -> Answer:
    """`the second Sunday`."""
    here, nth = seen.moment.here("month"), seen.number("nth")
    if not here or nth > 4:
        return UNKNOWN
    return str(almanac.nth_weekday(here.year, here.month, seen.number("weekday"), nth))


@rule("date-bare-quarter", r"h?(?P<nth>o)-?(?P<unit>U)(?![fj])", 0.5)
def bare_quarter(seen: Seen) -> Answer:
    """`the third quarter`, the last that began or, in the future, the next."""
    nth, here = seen.number("nth"), seen.moment.here("month")
    if seen.unit() != "quarter" or nth > 4:
        return None
    if not here:
        return UNKNOWN
    begun = date(here.year, 3 * nth - 2, 1) <= here
    return f"{here.year - (not begun and seen.tense <= 0):04}-{32 + nth}"


@rule("date-near-month", rf"{MOD}{WHICH}L?(?P<month>M)(?!\.?-?,?h?[doY](?!U))", 0.8)
def near_month(seen: Seen) -> Answer:
    """`last September` is the last that was over, `next June` the first to come."""
    here, month = _from(seen, "which", "month"), seen.number("month")
    if not here:
        return UNKNOWN
    step = -1 if "L" in seen.match[0] else seen.step()
    if step == 1:
        return Bare(month).of(here.year + (month <= here.month))
    return Bare(month).of(here.year - (step == -1 and month >= here.month))


@rule("date-near-day", rf"(?P<which>[XL])(?P<day>[do])f?{MONTH}", 0.8)
def near_day(seen: Seen) -> Answer:
    """`next 6th of April`."""
    here = seen.moment.here()
    bare = Bare(seen.number("month"), seen.number("day"))
    if not here:
        return UNKNOWN
    step = seen.step()
    years = (here.year, here.year + step)
    return next((d for d in map(bare.of, years) if (d > str(here)) == (step > 0)), None)


@rule("date-holiday", r"(?P<day>F),?f?(?:(?P<year>Y)|(?P<which>[LXH])(?P<unit>U))", 0.9)
@rule("date-holiday", r"(?P<which>[LXH])?(?P<day>F)", 0.6)
def holiday(seen: Seen) -> Answer:
    """Without a year, the last or, in the future, the next."""
    if _is_part_of_a_name(seen):
        return None
    on, given = HOLIDAYS[tuple(str(seen.token("day").value).split())], seen.match.groupdict()
    if given.get("year"):
        return str(on(seen.number("year")))
    here = seen.moment.here("quarter" if given.get("unit") else "day")
    if not here:
        return UNKNOWN
    if given.get("unit"):
        return str(on(here.year + seen.step())) if seen.unit() == "year" else None
    return str(_nearest_holiday(on, here, seen))


def _is_part_of_a_name(seen: Seen) -> bool:
    """The Chinese New Year, `new year celebrations`, and whoever is called Christmas."""
    at = seen.match.start("day")
    if at and seen.line.tokens[at - 1].letter == NAME:
        return True
    return seen.token("day").value == "new year" and seen.line.letters[at + 1 : at + 2] == OTHER


def _nearest_holiday(on: Callable[[int], date], here: date, seen: Seen) -> date:
    step = seen.step() if seen.has("which") else seen.tense
    days = [on(here.year + by) for by in (-1, 0, 1)]
    if step > 0:
        return next(day for day in days if day > here or (day == here and not seen.has("which")))
    if step < 0:
        return next(day for day in reversed(days) if day <= here)
    return min(days, key=lambda day: abs((day - here).days))


def _year_of(seen: Seen, bare: Bare) -> int:
    return year_of(bare, seen.moment, seen.tense)


def year_of(bare: Bare, moment: Moment, tense: int) -> int:
    """The year that the paragraph tells of, else by tense, else the nearest; 0 if nothing tells."""
    if moment.paragraph and tense <= 0:
        return moment.paragraph
    here = moment.here("day" if bare.day else "month") or moment.here("month")
    if not here:
        return 0
    if not tense and (later := _after_the_last(bare, moment, here)):
        return later
    away = (bare.month - here.month, bare.day - here.day if bare.day else 0)
    if not bare.day and tense:
        later = away[0] > 0 or (away[0] == 0 and tense > 0)
        return here.year + (tense > 0 and away[0] < 0) - (tense < 0 and later)
    months = away[0] + away[1] / 31
    if tense < 0 and months > 4:
        return here.year - 1
    if tense > 0 and months < -2:
        return here.year + 1
    return here.year - (months > 6.5) + (months < -6.5 and tense >= 0)


def _after_the_last(bare: Bare, moment: Moment, here: date) -> int:
    """In a row of dates to come, the first after the one before; else 0."""
    last = moment.last and moment.last.lower
    if not last or last.ordinal <= here.toordinal():
        return 0
    return last.year + ((bare.month, bare.day or 31) < (last.month, last.day))
