"""A date as vague as the text left it: EDTF, the Library of Congress profile of ISO 8601-2:2019.

All of levels 0 and 1, except that a year after `Y` has 5 to 12 digits. Of level 2, what imports
bring: seasons 25-41, sets, and qualifiers or unspecified digits in any part of a date. Exponents
(`Y17E7`) and significant digits (`1950S2`) are refused. Days are proleptic Gregorian, a time of
day is accepted and left aside, and a date is the same as another when it is written the same.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from ..errors import OpedError, quoted

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Bounds = tuple["Day | None", "Day | None"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DateError(OpedError):
    """What was given is not an EDTF date."""


class Season(NamedTuple):
    """A part of a year that EDTF writes in the place of the month."""

    name: str
    first: int
    """The month it begins in."""
    months: int


SEASONS = {
    21: Season("spring", 3, 3),
    22: Season("summer", 6, 3),
    23: Season("autumn", 9, 3),
    24: Season("winter", 12, 3),
    25: Season("northern spring", 3, 3),
    26: Season("northern summer", 6, 3),
    27: Season("northern autumn", 9, 3),
    28: Season("northern winter", 12, 3),
    29: Season("southern spring", 9, 3),
    30: Season("southern summer", 12, 3),
    31: Season("southern autumn", 3, 3),
    32: Season("southern winter", 6, 3),
    33: Season("the first quarter", 1, 3),
    34: Season("the second quarter", 4, 3),
    35: Season("the third quarter", 7, 3),
    36: Season("the fourth quarter", 10, 3),
    37: Season("the first third", 1, 4),
    38: Season("the second third", 5, 4),
    39: Season("the last third", 9, 4),
    40: Season("the first half", 1, 6),
    41: Season("the second half", 7, 6),
}
"""EDTF names no months for 21-32: these are the meteorological ones, 24 ending the year after."""

TIME = (
    r"T(?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:\.[0-9]+)?)?"
    r"(?:Z|[+-][0-2][0-9](?::?[0-5][0-9])?)?"
)

_DATE = re.compile(
    rf"""Q(?P<long> Y-?[1-9][0-9]{{4,11}} )Q
       | Q(?P<year> (?!-0000) -?[0-9][0-9] (?: [0-9][0-9] | [0-9]X | XX ) )Q
         (?: -Q(?P<month> [0-9X][0-9X] )Q (?: -Q(?P<day> [0-9X][0-9X] )(?:{TIME})?Q )? )?
    """.replace("Q", "[?~%]?"),
    re.VERBOSE,
)

_THIRDS = {"start": 0, "mid": 1, "end": 2}

_CYCLE = datetime.date(401, 1, 1).toordinal() - 1
"""Days in 400 years, after which the calendar repeats itself."""


class Day(NamedTuple):
    """A day of any year: 0 is 1 BC, and years go on where `datetime.date` gives up."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """As `datetime.date.toordinal` counts: 1 is the first of January of year 1."""
        cycle, year = divmod(self.year - 1, 400)
        return cycle * _CYCLE + datetime.date(year + 1, self.month, self.day).toordinal()

    @classmethod
    def at(cls, ordinal: int) -> Day:
        """The day that has this ordinal."""
        cycle, rest = divmod(ordinal - 1, _CYCLE)
        day = datetime.date.fromordinal(rest + 1)
        return cls(cycle * 400 + day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, the days that it covers, and the exact text that it came from."""

    text: str
    lower: Day | None = field(compare=False, repr=False)
    """The first day covered; None where the start is open or unknown."""
    upper: Day | None = field(compare=False, repr=False)
    """The last day covered; None where the end is open or unknown."""
    precision: Precision = field(compare=False, repr=False)
    digits: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Year, month or season, and day as written; nothing for intervals and sets."""
    parts: tuple[Edtf | None, ...] = field(default=(), compare=False, repr=False)
    """The two ends of an interval, None where open or unknown; the members of a set."""

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Raises DateError, whose message says what was expected."""
        return _read(text)

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Sets too: all that is known of them is that they lie between two days."""
        return self.precision == "interval"

    @property
    def is_set(self) -> bool:
        """`[a,b]` is one of its members, `{a,b}` is all of them; both cover their hull."""
        return self.text.startswith(("[", "{"))

    @property
    def is_open(self) -> bool:
        """`2020/..` goes on; the end of `2020/` is only unknown, and that is not open."""
        return ".." in self.text and (self.lower is None or self.upper is None)

    @property
    def is_uncertain(self) -> bool:
        """Some part of it is marked `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def is_approximate(self) -> bool:
        """Some part of it is marked `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def span(self) -> tuple[float, float]:
        """The ordinals of the first and the last day, infinite where open or unknown."""
        return (
            self.lower.ordinal if self.lower else float("-inf"),
            self.upper.ordinal if self.upper else float("inf"),
        )

    @property
    def sort_key(self) -> tuple[float, float, str]:
        """Earliest start first, then the narrower; `../2020` comes before all that it overlaps."""
        return (*self.span, self.text)

    def overlaps(self, other: Edtf) -> bool:
        """Whether some day may belong to both."""
        return self.span[0] <= other.span[1] and other.span[0] <= self.span[1]

    def contains(self, other: Edtf) -> bool:
        """Whether every day of the other is covered."""
        return self.span[0] <= other.span[0] and other.span[1] <= self.span[1]

    def modified(self, mod: str | None) -> Bounds:
        """Narrowed to a third by a TIMEX3 mod `start`, `mid` or `end`; no other changes anything.

        Where one end is missing the other is narrowed: "since late 2023" begins in September.
        """
        if self.lower and self.upper:
            return _third(self.lower, self.upper, mod)
        if self.is_set:
            return self.lower, self.upper
        start, end = self.parts
        return start.modified(mod)[0] if start else None, end.modified(mod)[1] if end else None


def _third(lower: Day, upper: Day, mod: str | None) -> Bounds:
    """A third in whole months where there are such (EDTF 37-39 for a year), else in days."""
    if mod not in _THIRDS:
        return lower, upper
    low, high = _month(lower), _month(upper) + 1
    if (high - low) % 3 == 0 and (lower, upper) == (_month_starts(low), _month_ends(high - 1)):
        first, after = _cut(low, high, _THIRDS[mod])
        return _month_starts(first), _month_ends(after - 1)
    first, after = _cut(lower.ordinal, upper.ordinal + 1, _THIRDS[mod])
    return Day.at(first), Day.at(after - 1)


def _cut(low: int, high: int, third: int) -> tuple[int, int]:
    """A third of the whole numbers from `low` up to before `high`; fewer than 3 stay together."""
    size = high - low
    return (low + size * third // 3, low + size * (third + 1) // 3) if size > 2 else (low, high)


def _month(day: Day) -> int:
    """Months since January of year 0."""
    return day.year * 12 + day.month - 1


def _month_starts(month: int) -> Day:
    year, index = divmod(month, 12)
    return Day(year, index + 1, 1)


def _month_ends(month: int) -> Day:
    return Day.at(_month_starts(month + 1).ordinal - 1)


@lru_cache(maxsize=4096)
def _read(text: str) -> Edtf:
    if text[:1] + text[-1:] in ("[]", "{}") and "/" not in text:
        return _read_set(text)
    return _read_interval(text) if text.count("/") == 1 else _read_single(text)


def _read_set(text: str) -> Edtf:
    """EDTF level 2: `[1667,1670..1672]` is bounded by the hull of its members."""
    members = tuple(_read_member(part.strip(" ")) for part in text[1:-1].split(","))
    lower = min(members, key=lambda member: member.span[0]).lower
    upper = max(members, key=lambda member: member.span[1]).upper
    return Edtf(text, lower, upper, "interval", parts=members)


def _read_member(text: str) -> Edtf:
    """`..1760` in a set means what `../1760` means outside."""
    low, dots, high = text.partition("..")
    return _read_interval(f"{low or '..'}/{high or '..'}") if dots else _read_single(text)


def _read_interval(text: str) -> Edtf:
    """EDTF level 1: `..` stands for an open end, nothing at all for an unknown one."""
    left, _, right = text.partition("/")
    start = None if left in ("", "..") else _read_single(left)
    end = None if right in ("", "..") else _read_single(right)
    if start is None and end is None:
        raise DateError(f"{_quoted(text)}: an interval needs a start or an end, e.g. 2020/..")
    if start and end and start.span[0] > end.span[1]:
        raise DateError(f"{_quoted(text)}: the end comes before the start")
    lower, upper = start.lower if start else None, end.upper if end else None
    return Edtf(text, lower, upper, "interval", parts=(start, end))


def _read_single(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(
            f"{_quoted(text)} is no EDTF date; "
            "write e.g. 2023-02, 2023-02-27/2023-02-28, 2020/.. or 199X"
        )
    digits = tuple(group for group in match.group("long", "year", "month", "day") if group)
    try:
        lower, upper = _bounds(*digits)
    except DateError as error:
        raise DateError(f"{_quoted(text)}: {error}") from None
    return Edtf(text, lower, upper, _precision(*digits), digits)


def _bounds(year: str, month: str = "XX", day: str = "") -> tuple[Day, Day]:
    low, high = years(year)
    if not day and month.isdigit() and int(month) in SEASONS:
        season = SEASONS[int(month)]
        first = season.first - 1
        return _month_starts(low * 12 + first), _month_ends(high * 12 + first + season.months - 1)
    lower = _first_day(range(low, high + 1), month, day or "XX", 1)
    upper = _first_day(range(high, low - 1, -1), month, day or "XX", -1)
    return lower, upper


def years(written: str) -> tuple[int, int]:
    """The first and last year that these digits may mean."""
    low, high = sorted(int(written.lstrip("Y").replace("X", digit)) for digit in "09")
    return low, high


def _first_day(among: range, month: str, day: str, step: int) -> Day:
    """The first day that fits, or, stepping back, the last."""
    months = _fitting(month, 12)[::step]
    if not months:
        raise DateError(f"there is no month {month}; write 01-12, or a season 21-41 without a day")
    for year in among:
        for number in months:
            for fit in _fitting(day, _length(year, number))[::step]:
                return Day(year, number, fit)
    year, number = among[0], months[0]
    raise DateError(f"{MONTHS[number - 1]} {year} has {_length(year, number)} days")


def _fitting(pattern: str, last: int) -> list[int]:
    """Numbers from 1 to `last` with these two digits, where X is any digit."""
    tens, ones = ("0123456789" if digit == "X" else digit for digit in pattern)
    numbers = (int(ten + one) for ten in tens for one in ones)
    return [number for number in numbers if 1 <= number <= last]


def _length(year: int, month: int) -> int:
    return _month_ends(year * 12 + month - 1).day


def _precision(year: str, month: str = "", day: str = "") -> Precision:
    """The finest part of which every digit is given."""
    if "X" in year:
        return "century" if "XX" in year else "decade"
    if not month or "X" in month:
        return "year"
    if int(month) in SEASONS:
        return "season"
    return "month" if not day or "X" in day else "day"


def _quoted(text: str) -> str:
    """Fit for a terminal: without control characters."""
    return quoted("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:61]))
