"""Dates that the text gives in full, a year at least."""

from __future__ import annotations

import re

from . import almanac
from .lexicon import listed
from .rules import (
    DAY,
    MOD,
    MONTH,
    NAMED_DAY,
    UNIT,
    YEAR,
    Answer,
    Bare,
    Seen,
    rule,
)


@rule("date-numbers", r"I", 0.95)
def in_numbers(seen: Seen) -> Answer:
    """Year, month, day; where day and month cannot be told apart, both are possible."""
    parts = [
        int(part) for part in re.findall(r"\d+", seen.line.tokens[seen.match.start()].word)[:3]
    ]
    if parts[0] > 31:
        return almanac.real_day(*parts)
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    days = {almanac.real_day(year, second, first), almanac.real_day(year, first, second)} - {None}
    if len(days) < 2:
        return next(iter(days), None)
    return f"[{','.join(sorted(day for day in days if day))}]"


@rule("date-day", rf"{NAMED_DAY}{DAY}\.?-?f?{MONTH}-?,?(?:[fj]h?)?{YEAR}", 0.98)
@rule("date-day", rf"{NAMED_DAY}{MONTH}-?,?h?{DAY},?(?:[fj]h?)?{YEAR}", 0.98)
@rule("date-day", r"(?P<year>Y)(?P<month>d)(?P<day>d)", 0.7)
def whole_day(seen: Seen) -> Answer:
    """Day, month and year, in words or numbers."""
    return almanac.real_day(seen.number("year"), seen.number("month"), seen.number("day"))


@rule("date-short-year", rf"{DAY}\.?f?{MONTH}f(?P<year>[dn])", 0.9)
@rule("date-short-year", rf"{MONTH}(?P<day>o)(?P<year>d)(?![UMWzZ-])", 0.6)
@rule("date-short-year", rf"{MONTH}f(?P<year>[dn])", 0.8)
def short_year(seen: Seen) -> Answer:
    """`April of 87`."""
    year = seen.number("year")
    if year > 99 or not seen.token("year").word.isdigit():
        return None
    year += 2000 if year < 50 else 1900
    given = seen.match.groupdict()
    if "day" not in given:
        return Bare(seen.number("month")).of(year)
    return almanac.real_day(year, seen.number("month"), seen.number("day"))


@rule("date-month", rf"{MOD}{MONTH}-?,?(?:[fj]h?)?-?{YEAR}", 0.97)
@rule("date-month", rf"{YEAR},?-?{MONTH}", 0.9)
def whole_month(seen: Seen) -> Answer:
    """`late February 2023`: of which part, the words beside the date tell."""
    return Bare(seen.number("month")).of(seen.number("year"))


@rule("date-month-and-number", r"(?P<year>Y)-(?P<month>[dn])(?![-/\d])", 0.7)
@rule("date-month-and-number", r"(?P<year>Y)/(?P<month>[dn])(?![-/\d])", 0.7)
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


@rule("date-season", rf"{MOD}h?(?P<season>S),?f?-?{YEAR}", 0.9)
def season(seen: Seen) -> Answer:
    """`the summer of 2012`."""
    return f"{seen.number('year'):04}-{seen.number('season')}"


@rule("date-quarter", r"(?P<part>q),?f?(?P<year>Y)", 0.9)
@rule("date-quarter", r"(?P<year>Y)-?(?P<part>q)", 0.9)
def quarter(seen: Seen) -> Answer:
    """`Q1 2018`."""
    word = str(seen.token("part").value)
    letter, number = word[0], word[1]
    if letter == "h" and int(number) > 2:
        return None
    return f"{seen.number('year'):04}-{(32 if letter == 'q' else 39) + int(number)}"


@rule("date-decade", rf"{MOD}(?P<the>h)?(?P<decade>D)", 0.93)
def decade(seen: Seen) -> Answer:
    """`the early 1990s`; an age in the thirties is none."""
    token = seen.token("decade")
    if seen.neighbour(-1) in ("his", "her", "their", "my", "our", "your"):
        return None
    if len(token.word) < 4 or token.word.isalpha():
        return str(token.value) if seen.has("the") or seen.has("mod") else None
    return str(token.value)


@rule("date-century", rf"{MOD}h?(?P<nth>o)-?{UNIT}(?P<bc>C)?", 0.9)
def century(seen: Seen) -> Answer:
    """`the 19th century` is `18XX`."""
    nth = seen.number("nth")
    if seen.unit() != "century":
        return None
    before_christ = seen.has("bc") and seen.token("bc").word.startswith("b")
    return ("-" if before_christ else "") + almanac.century(100 * (nth - 1))


@rule("date-centuries", r"(?P<first>o)-?[ck]h?E?-?(?P<last>o)-?(?P<unit>U)", 0.85)
def centuries(seen: Seen) -> Answer:
    """`the late nineteenth and early twentieth centuries`."""
    if seen.unit() != "century":
        return None
    first, last = seen.number("first"), seen.number("last")
    return almanac.between(almanac.century(100 * (first - 1)), almanac.century(100 * (last - 1)))


@rule("date-event", r"(?P<first>d)/(?P<last>d)(?!/)", 0.9)
def attacks(seen: Seen) -> Answer:
    """9/11 is the one day that is called by its numbers."""
    numbers = seen.number("first"), seen.number("last")
    return "2001-09-11" if numbers == (9, 11) else None


@rule("date-year", rf"{MOD}h?(?P<unit>U)f?(?P<year>[Yn])(?!U|[-/][dn])", 0.97)
def named_year(seen: Seen) -> Answer:
    """`the year 2008`."""
    return f"{seen.number('year'):04}" if seen.unit() == "year" else None


@rule("date-year", r"(?P<year>[Ydn])(?P<era>C)|(?P<era_>C)(?P<year_>[Ydn])", 0.9)
def year_of_an_era(seen: Seen) -> Answer:
    """EDTF counts a year 0: 44 BC is `-0043`."""
    name = "" if seen.has("era") else "_"
    year, era = seen.number(f"year{name}"), seen.token(f"era{name}").word
    if (name and era != "ad") or not seen.token(f"year{name}").word.isdigit():
        return None
    return f"-{year - 1:04}" if era.startswith("b") and year > 1 else f"{year:04}"


@rule("date-year", rf"{MOD}{YEAR}(?!-?[dn]|M)", 0.9)
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
