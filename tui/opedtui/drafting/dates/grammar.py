"""The rules: which letters in a row are a date, and which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from . import almanac
from .holidays import HOLIDAYS
from .lexicon import NAME, OTHER, listed
from .moment import Moment
from .tense import tense_at
from .tokens import Line, Token

UNKNOWN = ""
"""A date that nothing tells."""


class Bare(NamedTuple):
    """A month, or a day of one, whose year is still to be found."""

    month: int
    day: int = 0

    def of(self, year: int) -> str:
        """In EDTF."""
        return f"{year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@dataclass(slots=True)
class Seen:
    """What a rule has before it."""

    line: Line
    match: re.Match[str]
    moment: Moment

    def has(self, name: str) -> bool:
        """Whether this part of the rule is there."""
        return bool(self.match[name])

    def token(self, name: str) -> Token:
        """The token that stands for a part of the rule."""
        return self.line.tokens[self.match.start(name)]

    def number(self, name: str) -> int:
        """What it is worth."""
        return int(self.token(name).value)

    def unit(self, name: str = "unit") -> str:
        """The name of the unit of time."""
        return str(self.token(name).value)

    def step(self, name: str = "which") -> int:
        """-1 for the last, 1 for the next, 0 for this."""
        return {"L": -1, "X": 1}.get(self.match[name], 0)

    @property
    def tense(self) -> int:
        """Of the clause around it: -1, 0 or 1."""
        return tense_at(self.line.tokens, *self.match.span())

    def neighbour(self, by: int) -> str:
        """The word before (-1) or after (0) the match."""
        at = self.match.start() + by if by < 0 else self.match.end() + by
        return self.line.tokens[at].word.strip() if 0 <= at < len(self.line.tokens) else ""


Answer = str | Bare | None
Read = Callable[[Seen], Answer]


class Rule(NamedTuple):
    """A name, the letters, what they mean, and how often that is right."""

    name: str
    letters: re.Pattern[str]
    read: Read
    confidence: float


RULES: list[Rule] = []


def rule(name: str, letters: str, confidence: float) -> Callable[[Read], Read]:
    """Add what follows to the rules."""

    def added(read: Read) -> Read:
        RULES.append(Rule(name, re.compile(letters), read, confidence))
        return read

    return added


MONTH = r"(?P<month>M)\.?"
DAY = r"(?P<day>[do])"
YEAR = r"(?P<year>Y)"
WEEKDAY = r"(?P<weekday>W)"
UNIT = r"(?P<unit>U)"
WHICH = r"(?P<which>[LXH])"
MOD = r"(?:h?(?P<mod>E)-?j?f?h?)?"
COUNT = r"(?P<count>[andQ]|aQf?|a?Qf?)"
NAMED_DAY = r"(?:W\.?,?-?h?)?"


@rule("date: numbers", r"I", 0.95)
def numbers(seen: Seen) -> Answer:
    """Year, month, day; where day and month cannot be told apart, both are possible."""
    parts = [
        int(part) for part in re.findall(r"\d+", seen.line.tokens[seen.match.start()].word)[:3]
    ]
    if parts[0] > 31:
        return _day(*parts)
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    if len(days) < 2:
        return next(iter(days), None)
    return f"[{','.join(sorted(day for day in days if day))}]"


def _day(year: int, month: int, day: int) -> str | None:
    """None where there is no such day."""
    try:
        return str(date(year, month, day))
    except ValueError:
        return None


@rule("date: day", rf"{NAMED_DAY}{DAY}\.?-?f?{MONTH}-?,?(?:[fj]h?)?{YEAR}", 0.98)
@rule("date: day", rf"{NAMED_DAY}{MONTH}-?h?{DAY},?(?:[fj]h?)?{YEAR}", 0.98)
@rule("date: day", r"(?P<year>Y)(?P<month>d)(?P<day>d)", 0.7)
def whole_day(seen: Seen) -> Answer:
    """Day, month and year, in words or numbers."""
    return _day(seen.number("year"), seen.number("month"), seen.number("day"))


@rule("date: short year", rf"{DAY}\.?f?{MONTH}f(?P<year>[dn])", 0.9)
@rule("date: short year", rf"{MONTH}(?P<day>o)(?P<year>d)(?![UMWzZ])", 0.6)
@rule("date: short year", rf"{MONTH}f(?P<year>[dn])", 0.8)
def short_year(seen: Seen) -> Answer:
    """`April of 87`."""
    year = seen.number("year")
    if year > 99 or not seen.token("year").word.isdigit():
        return None
    year += 2000 if year < 50 else 1900
    given = seen.match.groupdict()
    if "day" not in given:
        return Bare(seen.number("month")).of(year)
    return _day(year, seen.number("month"), seen.number("day"))


@rule("date: day of the year", rf"{NAMED_DAY}{DAY}\.?-?f?{MONTH}(?!-?,?(?:[fj]h?)?Y)", 0.85)
@rule("date: day of the year", rf"{NAMED_DAY}{MONTH}-?h?{DAY}(?!,?-?f?Y|[dn:])", 0.85)
def day_of_the_year(seen: Seen) -> Answer:
    """The year is still to be found."""
    month, day = seen.number("month"), seen.number("day")
    return Bare(month, day) if _day(2000, month, day) else None


@rule(
    "date: days",
    rf"[RB]?h?(?P<first>[do])\.?(?:[k-]|c)h?(?P<last>[do])\.?f?{MONTH},?(?:[fj]h?)?(?P<year>Y)?",
    0.9,
)
@rule(
    "date: days",
    rf"[RB]?{MONTH}[RB]?h?(?P<first>[do])(?:[k-]|c)h?(?P<last>[do])(?!U|[k-]?M),?(?P<year>Y)?",
    0.9,
)
@rule("date: days", rf"[RB]?(?P<first>[do])k{MONTH}(?P<last>[do]),?(?P<year>Y)?", 0.9)
def days(seen: Seen) -> Answer:
    """`4 to 22 January 1995`."""
    month, first, last = seen.number("month"), seen.number("first"), seen.number("last")
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month, first))
    if not year:
        return UNKNOWN
    ends = _day(year, month, first), _day(year, month, last)
    if "c" in seen.match[0] and not set("RB") & set(seen.match[0]) and last != first + 1:
        return f"{{{ends[0]},{ends[1]}}}" if all(ends) else None
    return _between(*ends)


@rule("date: days of a month", rf"[RB]?(?P<first>[do])[kc-](?P<last>[do])f?{WHICH}{UNIT}", 0.85)
def days_of_this_month(seen: Seen) -> Answer:
    """`4 to 22 of next month`."""
    here = seen.moment.here("month")
    if seen.unit() != "month":
        return None
    if not here:
        return UNKNOWN
    there = almanac.moved(here, "month", seen.step())
    first, last = seen.number("first"), seen.number("last")
    return _between(_day(there.year, there.month, first), _day(there.year, there.month, last))


@rule("date: day of a month", rf"h?(?P<day>o)(?P<named>U)?f(?:{WHICH}|h){UNIT}", 0.8)
def day_of_this_month(seen: Seen) -> Answer:
    """`the 20th of next month`, `the thirty-first day of the month`."""
    here = seen.moment.here("month")
    if seen.unit() != "month" or (seen.has("named") and seen.unit("named") != "day"):
        return None
    if not here:
        return UNKNOWN
    there = almanac.moved(here, "month", seen.step())
    return _day(there.year, there.month, seen.number("day"))


def _between(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first <= last else None


@rule("date: month", rf"{MOD}{MONTH}-?,?(?:[fj]h?)?-?{YEAR}", 0.97)
@rule("date: month", rf"{YEAR},?-?{MONTH}", 0.9)
def whole_month(seen: Seen) -> Answer:
    """`late February 2023`: of which part, the words beside the date tell."""
    return Bare(seen.number("month")).of(seen.number("year"))


@rule("date: month of a year", rf"{MONTH}(?:f?{WHICH}|f(?P<same>s)|hs){UNIT}", 0.85)
def month_of_that_year(seen: Seen) -> Answer:
    """`June next year`, `March of that year`."""
    if seen.unit() != "year":
        return None
    here = seen.moment.here("year") if seen.has("which") else seen.moment.there("year")
    return Bare(seen.number("month")).of(here.year + seen.step()) if here else UNKNOWN


@rule("date: day of a year", rf"{MONTH}h?{DAY}f?{WHICH}{UNIT}", 0.9)
@rule("date: day of a year", rf"{DAY}f?{MONTH}f?{WHICH}{UNIT}", 0.9)
def day_of_that_year(seen: Seen) -> Answer:
    """`March 11 this year`."""
    here = seen.moment.here("year")
    if seen.unit() != "year":
        return None
    if not here:
        return UNKNOWN
    return _day(here.year + seen.step(), seen.number("month"), seen.number("day"))


@rule("date: month and number", r"(?P<year>Y)-(?P<month>[dn])(?![-/\d])", 0.7)
@rule("date: month and number", r"(?P<year>Y)/(?P<month>[dn])(?![-/\d])", 0.7)
def year_and_two_digits(seen: Seen) -> Answer:
    """`2015-16` are two years, `2016-11` is a month."""
    year, two, word = seen.number("year"), seen.number("month"), seen.token("month").word
    if len(word) != 2 or not word.isdigit():
        return None
    link = seen.line.tokens[seen.match.start("year") + 1]
    spaced = seen.token("month").start - seen.token("year").end > 1
    follows = two > 12 or two == year % 100 + 1 or link.word != "-"
    if not spaced and two > year % 100 and follows:
        return f"{year}/{year - year % 100 + two}"
    return Bare(two).of(year) if two <= 12 and "/" not in seen.match[0] else None


@rule("date: bare month", rf"{MOD}{MONTH}(?!-?,?f?Y)", 0.75)
def bare_month(seen: Seen) -> Answer:
    """The year is still to be found."""
    token = seen.token("month")
    if (
        len(token.word) == 3
        and token.word != "may"
        and seen.match[0][-1] != "."
        and (seen.neighbour(-1) not in _BEFORE_MONTHS)
    ):
        return None
    return Bare(seen.number("month"))


_BEFORE_MONTHS = frozenset(
    listed("in since by until till from to through after before during of and -")
)


@rule("date: season", rf"{MOD}h?(?P<season>S),?f?-?{YEAR}", 0.9)
def season(seen: Seen) -> Answer:
    """`the summer of 2012`."""
    return f"{seen.number('year'):04}-{seen.number('season')}"


@rule("date: season of a year", rf"{MOD}(?P<near>[LXH])L?(?P<season>S)", 0.75)
def near_season(seen: Seen) -> Answer:
    """`last summer` is the last that was over, `this past spring` too."""
    here, number = seen.moment.here("quarter"), seen.number("season")
    if not here:
        return UNKNOWN
    step = -1 if "L" in seen.match[0] else seen.step("near")
    first = date(here.year, number * 3 - 60, 1)
    if step == 1:
        return f"{here.year + (first <= here):04}-{number}"
    over = almanac.moved(first, "quarter", 1) <= here
    return f"{here.year - (step == -1 and not over):04}-{number}"


@rule("date: bare season", r"(?<=[ij])h?(?P<season>S)(?![zZ])", 0.45)
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
    "date: part of a year",
    rf"{MOD}h?(?P<nth>[oL]){UNIT}(?:[fj]?h?U?{YEAR}|[fj]?(?P<which>[LXHh])(?P<year_>U))",
    0.9,
)
@rule("date: part of a year", r"(?P<year>Y),?h?(?P<nth>[oL])(?P<unit>U)", 0.85)
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


@rule("date: week of a month", rf"h?(?P<nth>[oL]){UNIT}[fj]{MONTH},?(?P<year>Y)?", 0.8)
def week_of_a_month(seen: Seen) -> Answer:
    """`the first week of March`."""
    month = seen.number("month")
    if seen.unit() != "week":
        return None
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month))
    return almanac.nth_week_of_month(year, month, _nth(seen)) if year else UNKNOWN


@rule("date: weekday of a month", rf"h?(?P<nth>[oL])(?P<weekday>W)[fj]{MONTH},?(?P<year>Y)?", 0.85)
def weekday_of_a_month(seen: Seen) -> Answer:
    """`the first Tuesday of November`."""
    month, nth = seen.number("month"), _nth(seen)
    year = seen.number("year") if seen.has("year") else _year_of(seen, Bare(month))
    if not year or nth > 4:
        return UNKNOWN
    return str(almanac.nth_weekday(year, month, seen.number("weekday"), nth))


@rule("date: weekday of a month", r"(?P<nth>o)(?P<weekday>W)(?![fj]M)", 0.5)
def weekday_of_this_month(seen: Seen) -> Answer:
    """`the second Sunday`."""
    here, nth = seen.moment.here("month"), seen.number("nth")
    if not here or nth > 4:
        return UNKNOWN
    return str(almanac.nth_weekday(here.year, here.month, seen.number("weekday"), nth))


@rule("date: quarter", r"(?P<part>q),?f?(?P<year>Y)", 0.9)
@rule("date: quarter", r"(?P<year>Y)-?(?P<part>q)", 0.9)
def quarter(seen: Seen) -> Answer:
    """`Q1 2018`."""
    word = str(seen.token("part").value)
    letter, number = word[0], word[1]
    if letter == "h" and int(number) > 2:
        return None
    return f"{seen.number('year'):04}-{(32 if letter == 'q' else 39) + int(number)}"


@rule("date: decade", rf"{MOD}(?P<the>h)?(?P<decade>D)", 0.93)
def decade(seen: Seen) -> Answer:
    """`the early 1990s`; an age in the thirties is none."""
    token = seen.token("decade")
    if seen.neighbour(-1) in ("his", "her", "their", "my", "our", "your"):
        return None
    if len(token.word) < 4 or token.word.isalpha():
        return str(token.value) if seen.has("the") or seen.has("mod") else None
    return str(token.value)


@rule("date: century", rf"{MOD}h?(?P<nth>o)-?{UNIT}(?P<bc>C)?", 0.9)
def century(seen: Seen) -> Answer:
    """`the 19th century` is `18XX`."""
    nth = seen.number("nth")
    if seen.unit() != "century":
        return None
    before_christ = seen.has("bc") and seen.token("bc").word.startswith("b")
    return ("-" if before_christ else "") + almanac.century(100 * (nth - 1))


@rule("date: centuries", r"(?P<first>o)-?[ck]h?E?-?(?P<last>o)-?(?P<unit>U)", 0.85)
def centuries(seen: Seen) -> Answer:
    """`the late nineteenth and early twentieth centuries`."""
    if seen.unit() != "century":
        return None
    first, last = seen.number("first"), seen.number("last")
    return _between(almanac.century(100 * (first - 1)), almanac.century(100 * (last - 1)))


@rule("date: bare quarter", r"h?(?P<nth>o)-?(?P<unit>U)(?![fj])", 0.5)
def bare_quarter(seen: Seen) -> Answer:
    """`the third quarter`, the last that began or, in the future, the next."""
    nth, here = seen.number("nth"), seen.moment.here("month")
    if seen.unit() != "quarter" or nth > 4:
        return None
    if not here:
        return UNKNOWN
    begun = date(here.year, 3 * nth - 2, 1) <= here
    return f"{here.year - (not begun and seen.tense <= 0):04}-{32 + nth}"


@rule("date: near", rf"(?P<the>h)?{MOD}{WHICH}L?{UNIT}(?![ij]?-?W)", 0.85)
def near(seen: Seen) -> Answer:
    """`last week`, `late next year`; `the next day` follows on what was told."""
    unit, step = seen.unit(), seen.step()
    if seen.match[0][-2:-1] == "L":
        step = -1
    word = seen.token("which").word
    if unit in ("hour", "minute", "half") or _is_plural(seen):
        return None
    if word == "my" and (unit not in ("day", "week") or step):
        return None
    if step < 0 and seen.neighbour(-1) in _OVER and seen.has("the") and unit != "day":
        here = seen.moment.here(unit)
        return _up_to(here, unit, -1) if here else UNKNOWN
    in_a_story = seen.has("the") and (unit == "day" or (step > 0 and seen.tense < 0))
    told = word == "following" or in_a_story
    there = seen.moment.there(unit) if told else seen.moment.here(unit)
    if there and unit == "weekend" and word == "this" and seen.tense < 0 and there.weekday() < 4:
        step = -1
    return almanac.shifted(there, unit, step) if there else UNKNOWN


_OVER = frozenset(("over", "for", "during", "within", "throughout"))
"""Before them, `the last year` is the time up to now."""


def _is_plural(seen: Seen) -> bool:
    """`in last years` tells no year."""
    return seen.token("unit").word.rstrip("s") != seen.token("unit").word


@rule("date: weekend", r"(?<=[ijz])h(?P<unit>U)(?![fLXT])", 0.7)
def weekend(seen: Seen) -> Answer:
    """`over the weekend`."""
    here = seen.moment.here()
    if seen.unit() != "weekend" or seen.neighbour(-1) not in _AT_WEEKENDS:
        return None
    if not here:
        return UNKNOWN
    step = 0 if seen.tense > 0 or here.weekday() > 4 else -1
    return almanac.shifted(here, "weekend", step)


_AT_WEEKENDS = frozenset(listed("over at during on in throughout across through"))


@rule("date: same", rf"(?P<which>s){UNIT}", 0.6)
def same(seen: Seen) -> Answer:
    """`that year`, `the same day`."""
    there, unit = seen.moment.there(seen.unit()), seen.unit()
    if seen.token("which").word == "that" and (
        unit == "half" or seen.neighbour(0) in ("the", "that")
    ):
        return None
    return (almanac.shifted(there, unit, 0) or None) if there else UNKNOWN


@rule("date: part of this", r"h?(?P<mod>E)[fj-]?h?(?P<unit>U)", 0.7)
@rule("date: part of this", r"(?P<unit>U)-?(?P<mod>E)(?![zZ])", 0.5)
def part_of_this(seen: Seen) -> Answer:
    """`the end of the year`, `year end`."""
    unit = seen.unit()
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    given = seen.match.groupdict().get("mod")
    if (
        not given
        or _is_plural(seen)
        or (seen.match[0][0] == "U" and (unit != "year" or seen.token("mod").word != "end"))
    ):
        return None
    here = seen.moment.here(unit)
    return almanac.shifted(here, unit, 0) if here else UNKNOWN


@rule("date: part of this", r"(?P<unit>U)k(?P<date>z)", 0.7)
def to_date(seen: Seen) -> Answer:
    """`the year to date`."""
    if seen.unit() not in ("month", "quarter", "year") or seen.token("date").word != "date":
        return None
    here = seen.moment.here(seen.unit())
    return almanac.shifted(here, seen.unit(), 0) if here else UNKNOWN


@rule("date: weekday of a week", rf"{WEEKDAY}\.?f?(?P<which>[LXH]){UNIT}", 0.9)
@rule("date: weekday of a week", rf"(?P<which>[LXH]){UNIT}[i-]?{WEEKDAY}", 0.85)
def weekday_of_a_week(seen: Seen) -> Answer:
    """`Tuesday next week`."""
    here = seen.moment.here()
    if seen.unit() != "week":
        return None
    return _weekday_in(here, seen.number("weekday"), seen.step()) if here else UNKNOWN


@rule("date: weekday of a week", r"(?P<weekday>W)fhX(?P<unit>U)", 0.85)
def weekday_of_the_next(seen: Seen) -> Answer:
    """`Monday of the following week`."""
    here = seen.moment.here()
    return _weekday_in(here, seen.number("weekday"), 1) if here else UNKNOWN


def _weekday_in(here: date, weekday: int, weeks: int) -> str:
    monday = here - timedelta(here.weekday())
    return str(monday + timedelta(weekday + 7 * weeks))


@rule("date: near weekday", rf"{WHICH}L?{WEEKDAY}", 0.8)
def near_weekday(seen: Seen) -> Answer:
    """Of the week before or after, as most mean it."""
    here = seen.moment.here()
    if not here:
        return UNKNOWN
    if seen.step() > 0 and seen.neighbour(-1) == "the" and seen.tense < 0:
        return _weekday_after(seen.moment.there() or here, seen.number("weekday"))
    if "L" in seen.match[0] and seen.match["which"] != "L":
        return str(_past_weekday(here, seen.number("weekday")))
    return _weekday_in(here, seen.number("weekday"), seen.step())


def _weekday_after(here: date, number: int) -> str:
    """In a story, the next Tuesday is the one after what was told."""
    return str(here + timedelta((number - here.weekday() - 1) % 7 + 1))


@rule("date: near month", rf"{MOD}{WHICH}L?(?P<month>M)(?!-?h?[do](?!U))", 0.8)
def near_month(seen: Seen) -> Answer:
    """`last September` is the last that was over, `next June` the first to come."""
    here, month = seen.moment.here("month"), seen.number("month")
    if not here:
        return UNKNOWN
    step = -1 if "L" in seen.match[0] else seen.step()
    if step == 1:
        return Bare(month).of(here.year + (month <= here.month))
    return Bare(month).of(here.year - (step == -1 and month >= here.month))


@rule("date: near day", rf"(?P<which>[XL])(?P<day>[do])f?{MONTH}", 0.8)
def near_day(seen: Seen) -> Answer:
    """`next 6th of April`."""
    here = seen.moment.here()
    bare = Bare(seen.number("month"), seen.number("day"))
    if not here:
        return UNKNOWN
    step = seen.step()
    years = (here.year, here.year + step)
    return next((d for d in map(bare.of, years) if (d > str(here)) == (step > 0)), None)


@rule("date: weekday and day", rf"{WEEKDAY}\.?,?h?(?P<day>[do])(?!-?U|k|f?[MLXH]|z|Z|')", 0.8)
def weekday_and_day(seen: Seen) -> Answer:
    """`Friday the 22nd`: of the nearest month in which that is so."""
    here = seen.moment.here("month")
    if not here:
        return UNKNOWN
    for step in (0, -1, 1):
        there = almanac.moved(here, "month", step)
        found = _day(there.year, there.month, seen.number("day"))
        if found and date.fromisoformat(found).weekday() == seen.number("weekday"):
            return found
    return UNKNOWN


@rule("date: weekday", rf"{WEEKDAY}\.?", 0.8)
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


@rule("date: ago", rf"{COUNT}{UNIT}(?P<more>(?:[,c]?[dn]U)*)g", 0.9)
def ago(seen: Seen) -> Answer:
    """As exact as the unit: two years ago is a year."""
    here = seen.moment.here(seen.unit())
    if seen.token("count").letter not in "and" or "Q" in seen.match["count"] or not here:
        return UNKNOWN
    if seen.unit() in ("hour", "minute", "half"):
        return UNKNOWN
    return _moved(seen, here, -1)


@rule("date: ago", rf"U?fa?{UNIT}g", 0.6)
def half_ago(seen: Seen) -> Answer:
    """`a quarter of a century ago` is not told to the year."""
    return UNKNOWN


def _moved(seen: Seen, here: date, sign: int) -> str | None:
    """By all the units that are named; as exact as the coarsest of them."""
    if not seen.match["more"]:
        return almanac.shifted(here, seen.unit(), sign * _count(seen))
    return _moved_by_all(seen, here, sign)


def _moved_by_all(seen: Seen, here: date, sign: int) -> str | None:
    places = range(seen.match.start("count"), seen.match.end("more"))
    tokens = [seen.line.tokens[at] for at in places]
    steps = [
        (str(unit.value), int(count.value))
        for count, unit in pairwise(tokens)
        if unit.value in _SIZE and count.letter in "dn"
    ]
    for unit, step in steps:
        here = almanac.moved(here, unit, sign * step)
    coarsest = max((unit for unit, _ in steps), key=_SIZE.index)
    return almanac.shifted(here, coarsest, 0)


_SIZE = ("day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century")


def _count(seen: Seen) -> int:
    token = seen.token("count")
    return 1 if token.letter == "a" else int(token.value)


@rule("date: span", rf"(?P<which>[LX]){COUNT}{UNIT}", 0.5)
def span(seen: Seen) -> Answer:
    """`the past 35 years`, up to the publication; `the last few months` are not told."""
    here, unit = seen.moment.here(seen.unit()), seen.unit()
    if unit in ("hour", "minute", "half") or seen.neighbour(0) == "of":
        return None
    if not here or seen.token("count").letter not in "dn":
        return UNKNOWN
    return _up_to(here, unit, seen.step() * _count(seen))


def _up_to(here: date, unit: str, step: int) -> str:
    """From then till now, or from now till then, no finer than the unit."""
    there = almanac.moved(here, unit, step)
    fine = unit if unit in ("day", "month", "year") else "year"
    ends = sorted((there, here))
    return "/".join(str(almanac.shifted(end, "day" if unit == "week" else fine, 0)) for end in ends)


@rule("date: day off", r"h(?P<unit>U)i(?P<day>T)", 0.95)
def day_off(seen: Seen) -> Answer:
    """`the day before yesterday`, `the day after tomorrow`."""
    here = seen.moment.here()
    if seen.unit() != "day" or (sign := _side(seen.line.tokens[seen.match.start("day") - 1])) == 0:
        return None
    return str(here + timedelta(seen.number("day") + sign)) if here else UNKNOWN


def _side(token: Token) -> int:
    return {"before": -1, "after": 1, "earlier": -1, "later": 1, "from": 1, "since": 1}.get(
        token.word, 0
    )


@rule("date: after the next", r"h(?P<unit>U)ih?X", 0.9)
def after_the_next(seen: Seen) -> Answer:
    """`the week after next`."""
    here = seen.moment.here(seen.unit())
    return almanac.shifted(here, seen.unit(), 2) if here else UNKNOWN


@rule(
    "date: counted",
    rf"{COUNT}{UNIT}(?P<more>(?:[,c]?[dn]U)*)(?P<side>E|i)(?![LXHtrTMWYFo]|hM|ho)",
    0.5,
)
@rule("date: counted", r"(?P<count>h)(?P<unit>U)(?P<more>)(?P<side>E|i)(?![hazZLXHTMWYFDod(])", 0.5)
def counted(seen: Seen) -> Answer:
    """`two weeks later`, `the year before`: from what was told last."""
    sign, unit = _side(seen.token("side")), seen.unit()
    if not sign or unit in ("hour", "minute", "half") or seen.token("side").word == "since":
        return None
    if not _stands_alone(seen):
        return None
    there = seen.moment.there(unit)
    if not there or seen.token("count").letter not in "adnh":
        return UNKNOWN
    if seen.match["count"] == "h":
        return almanac.shifted(there, unit, sign)
    return _moved(seen, there, sign)


def _stands_alone(seen: Seen) -> bool:
    """`two years before the war` is counted from the war."""
    if seen.token("side").word in ("earlier", "later"):
        return True
    return seen.neighbour(0) in _CLOSERS


_CLOSERS = frozenset([*".,;:!?)”\"'’—–-", "", "and", "but", "when", "in", "at"])


@rule("date: today", r"(?P<day>T)", 0.7)
def today(seen: Seen) -> Answer:
    """The day of publication and its neighbours."""
    here = seen.moment.here()
    return str(here + timedelta(seen.number("day"))) if here else UNKNOWN


@rule("date: now", r"(?P<day>N)", 0.0)
def now(seen: Seen) -> Answer:
    """Only as the end of a time that began before."""
    here = seen.moment.here()
    return str(here) if here else UNKNOWN


@rule("date: holiday", r"(?P<day>F),?f?(?:(?P<year>Y)|(?P<which>[LXH])(?P<unit>U))", 0.9)
@rule("date: holiday", r"(?P<which>[LXH])?(?P<day>F)", 0.6)
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


@rule("date: event", r"(?P<first>d)/(?P<last>d)(?!/)", 0.9)
def attacks(seen: Seen) -> Answer:
    """9/11 is the one day that is called by its numbers."""
    numbers = seen.number("first"), seen.number("last")
    return "2001-09-11" if numbers == (9, 11) else None


@rule("date: year", r"h?(?P<unit>U)f?(?P<year>[Yn])(?!U)", 0.97)
def named_year(seen: Seen) -> Answer:
    """`the year 2008`."""
    return f"{seen.number('year'):04}" if seen.unit() == "year" else None


@rule("date: year", r"(?P<year>[Ydn])(?P<era>C)|(?P<era_>C)(?P<year_>[Ydn])", 0.9)
def year_of_an_era(seen: Seen) -> Answer:
    """EDTF counts a year 0: 44 BC is `-0043`."""
    name = "" if seen.has("era") else "_"
    year, era = seen.number(f"year{name}"), seen.token(f"era{name}").word
    if (name and era != "ad") or not seen.token(f"year{name}").word.isdigit():
        return None
    return f"-{year - 1:04}" if era.startswith("b") and year > 1 else f"{year:04}"


@rule("date: year", rf"{MOD}{YEAR}(?!-?[dn]|M)", 0.9)
def bare_year(seen: Seen) -> Answer:
    """A number of four digits that is not a count of anything."""
    token, before, after = seen.token("year"), seen.neighbour(-1), seen.neighbour(0)
    year = seen.number("year")
    if (before == "of" and _is_many(after)) or _ends_a_number(seen):
        return None
    if after in _COUNTED or before in _NUMBERED or not 1000 < year < 2150:
        return None
    if seen.has("mod") or before in _YEARLY:
        return None if _counts(year, after) and before not in ("in", "since") else f"{year}"
    if not token.word.isdigit() or _counts(year, after) or year < 1500:
        return None
    return f"{year}"


_YEARLY = frozenset(
    listed(
        "in since of by from until till before after during to and between early late"
        " mid the through than for around circa c ("
    )
)
_NUMBERED = frozenset(
    listed(
        "no number nos room flight route resolution article section page p psalm about"
        " only some nearly almost least most £ $ € # + boeing"
    )
)
_COUNTED = frozenset(
    listed(
        "people troops soldiers men women children pieces copies votes miles km"
        " kilometers kilometres meters metres feet tons tonnes dollars euros pounds"
        " workers jobs percent million billion members deaths cases students refugees"
        " hours minutes words pages points degrees years days year months weeks times"
        " square per bc hectares acres pm gmt dead others"
    )
)


def _ends_a_number(seen: Seen) -> bool:
    """`235-1972` is a telephone."""
    at = seen.match.start("year")
    return at > 1 and seen.line.letters[at - 2 : at] in ("n-", "d-")


def _is_many(after: str) -> bool:
    """`of 1709 schoolchildren`."""
    return after.endswith(("s", "ren", "men")) and len(after) > 3 and after not in ("was", "levels")


def _counts(year: int, after: str) -> bool:
    """A round number before a plural: `2000 pieces`."""
    return (
        not year % 50 and after.endswith("s") and len(after) > 3 and after not in ("was", "levels")
    )


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


def matches(line: Line) -> Iterator[tuple[re.Match[str], Rule]]:
    """From left to right, the longest first, in the order of the rules."""
    found = [
        (match.start(), -match.end(), order, match)
        for order, one in enumerate(RULES)
        for match in one.letters.finditer(line.letters)
    ]
    return ((match, RULES[order]) for _, _, order, match in sorted(found, key=lambda m: m[:3]))
