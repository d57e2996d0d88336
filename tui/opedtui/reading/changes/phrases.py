"""Dates in simple words: what they most likely mean, for the reader to mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ...model.dates import MONTHS, SEASONS, DateError, Edtf
from ...model.records import Dating

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_SEASONS = {season.name: number for number, season in SEASONS.items() if number < 25}
_SEASONS["fall"] = _SEASONS["autumn"]
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MODS = {"early": "start", "mid": "mid", "late": "end"}
_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = dict(zip(_TO_TEN, range(1, 11), strict=True))

_MONTH = rf"(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)})\.?(?![a-z])"
_NTH = "(?:st|[nr]d|th)?"
_DAY = rf"(?P<day>[0-3]?\d){_NTH}(?:\s?[-–]\s?(?P<last>[0-3]?\d){_NTH})?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d,.]\d|s\b|\d)"
_MOD = r"(?:(?P<mod>early|mid|late)[ -](?:in )?)?"


class _Found(NamedTuple):
    edtf: str
    mod: str = ""
    is_relative: bool = False


def date_in(words: str, published: Edtf | None) -> Dating | None:
    """The first date that the words tell, seen from when they were published."""
    for match, read in _phrases(words):
        found = read(match, published)
        dating = _dating(words, match, found) if found else None
        if dating:
            return dating
    return None


def _phrases(words: str) -> Iterator[tuple[re.Match[str], _Read]]:
    """From left to right, the longest first."""
    found = [(match, read) for pattern, read in _READ for match in pattern.finditer(words)]
    return iter(sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())))


def _dating(words: str, match: re.Match[str], found: _Found) -> Dating | None:
    start, edtf = match.start(), found.edtf
    open_ = _SINCE.search(words, 0, start)
    if open_ and "/" not in edtf:
        start = open_.start()
        edtf = f"{edtf}/.." if open_["since"] else f"../{edtf}"
    try:
        date = Edtf.parse(edtf)
    except DateError:
        return None
    anchor = "publication" if found.is_relative else "explicit"
    return Dating(edtf=date, raw=words[start : match.end()], anchor=anchor, mod=found.mod)


_SINCE = re.compile(r"\b(?:(?P<since>since|from)|until|till|before)\s+$", re.IGNORECASE)


def _iso(match: re.Match[str], published: Edtf | None) -> _Found | None:
    return _Found(match[0])


def _day(match: re.Match[str], published: Edtf | None) -> _Found | None:
    """Without a year it is the one that brings the day closest to the publication."""
    month, day, last = _month(match), int(match["day"]), match["last"]
    year = int(match["year"]) if match["year"] else _nearest(month, day, published)
    if not year:
        return None
    edtf = f"{year:04}-{month:02}-{day:02}"
    if last:
        edtf += f"/{year:04}-{month:02}-{int(last):02}"
    return _Found(edtf, is_relative=not match["year"])


def _month_of(match: re.Match[str], published: Edtf | None) -> _Found | None:
    return _Found(f"{match['year']}-{_month(match):02}", _mod(match))


def _season(match: re.Match[str], published: Edtf | None) -> _Found | None:
    return _Found(f"{match['year']}-{_SEASONS[match['season'].lower()]}", _mod(match))


def _decade(match: re.Match[str], published: Edtf | None) -> _Found | None:
    return _Found(f"{match['decade']}X", _mod(match))


def _year(match: re.Match[str], published: Edtf | None) -> _Found | None:
    return _Found(match["year"], _mod(match))


def _near_day(match: re.Match[str], published: Edtf | None) -> _Found | None:
    here = _seen_from(published, 0)
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match[0].lower()]
    return _Found(str(here + timedelta(step)), is_relative=True) if here else None


def _weekday(match: re.Match[str], published: Edtf | None) -> _Found | None:
    """The last one that there was, or for “next” the first to come."""
    here = _seen_from(published, 0)
    if not here:
        return None
    ago = (here.weekday() - _DAYS.index(match["weekday"].lower())) % 7
    step = (
        7 - ago if (match["which"] or "").lower() == "next" else -(ago or 7 * bool(match["which"]))
    )
    return _Found(str(here + timedelta(step)), is_relative=True)


def _whole(match: re.Match[str], published: Edtf | None) -> _Found | None:
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[match["which"].lower()]
    return _shifted(match["unit"].lower(), step, published)


def _ago(match: re.Match[str], published: Edtf | None) -> _Found | None:
    number = match["number"].lower()
    return _shifted(match["unit"].lower(), -(_NUMBERS.get(number) or int(number)), published)


def _shifted(unit: str, step: int, published: Edtf | None) -> _Found | None:
    """The day, week, month or year so many away from that of the publication."""
    here = _seen_from(published, _LONGEST[unit])
    if not here:
        return None
    if unit == "day":
        return _Found(str(here + timedelta(step)), is_relative=True)
    if unit == "week":
        monday = here - timedelta(here.weekday()) + timedelta(7 * step)
        return _Found(f"{monday}/{monday + timedelta(6)}", is_relative=True)
    if unit == "month":
        year, month = divmod(here.year * 12 + here.month - 1 + step, 12)
        return _Found(f"{year:04}-{month + 1:02}", is_relative=True)
    return _Found(f"{here.year + step:04}", is_relative=True)


_LONGEST = {"day": 0, "week": 6, "month": 30, "year": 365}
"""How many days a publication may be spread over for the unit to be told from it."""


def _seen_from(published: Edtf | None, longest: int) -> date | None:
    """The (first) day of the publication, if that is known well enough."""
    if not published or not published.lower or not published.upper:
        return None
    is_known = published.upper.ordinal - published.lower.ordinal <= longest
    return date.fromordinal(published.lower.ordinal) if is_known else None


def _nearest(month: int, day: int, published: Edtf | None) -> int | None:
    here = _seen_from(published, 365)
    if not here:
        return None
    away = {
        year: abs((year - here.year) * 365 + (month - here.month) * 30 + day - here.day)
        for year in (here.year, here.year - 1, here.year + 1)
    }
    return min(away, key=lambda year: away[year])


def _month(match: re.Match[str]) -> int:
    return _MONTHS[match["month"][:3].lower()]


def _mod(match: re.Match[str]) -> str:
    return _MODS.get((match["mod"] or "").lower(), "")


_Read = Callable[[re.Match[str], "Edtf | None"], "_Found | None"]
_UNIT = r"(?P<unit>day|week|month|year)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}", re.IGNORECASE)


_READ: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_compiled(r"\d{4}-\d\d(?:-\d\d)?\b"), _iso),
    (_compiled(rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"), _day),
    (_compiled(rf"{_MONTH}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?"), _day),
    (_compiled(rf"{_MOD}{_MONTH}(?:\s+of)?,?\s+{_YEAR}"), _month_of),
    (_compiled(rf"{_MOD}(?P<season>{'|'.join(_SEASONS)})(?:\s+of)?\s+{_YEAR}"), _season),
    (_compiled(rf"{_MOD}(?P<decade>(?:1[5-9]|20)\d)0s\b"), _decade),
    (_compiled(rf"{_MOD}{_YEAR}"), _year),
    (_compiled(r"(?:yesterday|today|tonight|tomorrow)\b"), _near_day),
    (_compiled(rf"(?:(?P<which>last|this|next)\s+)?(?P<weekday>{'|'.join(_DAYS)})\b"), _weekday),
    (_compiled(rf"(?P<which>last|past|this|next)\s+{_UNIT}\b"), _whole),
    (_compiled(rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+{_UNIT}s?\s+ago\b"), _ago),
)
