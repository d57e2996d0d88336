"""Dates as people say them, and as a narrow column shows them."""

from __future__ import annotations

import re

from .date_order import DAY_FIRST, ISO, MONTH_FIRST
from .dates import MONTHS, SEASONS, TIME, Edtf, years

_order = DAY_FIRST

_WITHIN = {"start": "early ", "mid": "mid-", "end": "late "}
_OF = {"start": "the start of ", "mid": "the middle of ", "end": "the end of "}


def say_dates(order: str) -> None:
    """From now on, in this order; the reader's settings say it once, when the program starts."""
    global _order
    _order = order


def short(date: Edtf) -> str:
    """`2023-02-27/28`, `2023-02-27/03-05`: of two days the second without what they share.

    Anything else is the EDTF without its times.
    """
    text = re.sub(TIME, "", date.text)
    first, _, last = text.partition("/")
    days = [part is not None and part.precision == "day" for part in date.parts]
    if not date.parts or date.is_set or not all(days):
        return text
    year, month, day = last.rsplit("-", 2)
    if first.startswith(f"{year}-{month}-"):
        return f"{first}/{day}"
    return f"{first}/{month}-{day}" if first.startswith(f"{year}-") else text


def spoken(date: Edtf, mod: str | None = None) -> str:
    """`late February 2023`: the date and its TIMEX3 mod as one would say them."""
    if _order == ISO:
        return _modified(short(date), date, mod)
    if date.is_set:
        words = _modified(_set(date), date, mod)
    elif None in date.parts:
        return _half_open(date, mod)
    elif date.parts:
        words = _modified(_range(date), date, mod)
    else:
        words = _unspecified(date) + _modified(_named(date), date, mod)
    return _hedged(words, date, mod)


def _hedged(words: str, date: Edtf, mod: str | None) -> str:
    """Intervals and sets hedge their own parts, and nothing is said twice."""
    hedges_itself = bool(date.parts) and date.is_approximate
    if not hedges_itself and (mod == "approx" or date.is_approximate):
        words = f"about {words}"
    if not date.is_uncertain or date.parts:
        return words
    return f"{words}, uncertain" if date.is_approximate else f"perhaps {words}"


def _modified(words: str, date: Edtf, mod: str | None) -> str:
    """`early 2023` and `the early 1990s`, but `the start of 27–28 February 2023`."""
    if mod not in _WITHIN:
        return words
    if words.startswith("the ") and len(date.digits) == 1:
        return f"the {_WITHIN[mod]}{words.removeprefix('the ')}"
    if date.precision in ("month", "season", "year") and not words.startswith("the "):
        return _WITHIN[mod] + words
    return _OF[mod] + words


def _unspecified(date: Edtf) -> str:
    """`2024-XX` is a month that nobody named; `2024` is the year."""
    _, *rest = date.digits
    if "X" not in "".join(rest):
        return ""
    return "a day in " if len(rest) == 2 else "a month in "


def _named(date: Edtf) -> str:
    """What is known of day, month or season, and the year."""
    year, *rest = _year_or_years(date), *date.digits[1:]
    known = " ".join(_names(*rest))
    if not known:
        return year
    link = " of " if known.startswith("the ") else " in " if year.startswith("the ") else " "
    return known + link + year


def _names(month: str = "XX", day: str = "") -> list[str]:
    if "X" in month:
        return []
    if int(month) in SEASONS:
        return [SEASONS[int(month)].name]
    name = MONTHS[int(month) - 1]
    if not day.isdigit():
        return [name]
    number = str(int(day))
    return [name, f"{number},"] if _order == MONTH_FIRST else [number, name]


def _year_or_years(date: Edtf) -> str:
    """`18XX` covers 1800-1899, which is what most mean by the 19th century."""
    first, last = years(date.digits[0])
    if date.precision not in ("decade", "century"):
        return _year(first)
    if first <= 0:
        return _joined(_year(first), _year(last))
    if date.precision == "decade":
        return f"the {first}s"
    return f"the {_nth(first // 100 + 1)} century"


def _year(year: int) -> str:
    """EDTF counts a year 0, so that its -43 is 44 BC."""
    if year <= 0:
        return f"{_number(1 - year)} BC"
    return f"AD {year}" if year < 100 else _number(year)


def _number(number: int) -> str:
    return f"{number:,}" if number > 9999 else str(number)


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # codespell:ignore nd
    return f"{number}{'th' if number // 10 == 1 else ending}"


def _range(date: Edtf) -> str:
    """`27–28 February 2023`: what both ends share is said once."""
    start, end = (part for part in date.parts if part)
    first, last = spoken(start), spoken(end)
    if first == last:
        return first
    alike = start.precision == end.precision and not date.is_uncertain and not date.is_approximate
    return _joined(first, last, shared=alike)


def _joined(first: str, last: str, *, shared: bool = True) -> str:
    """An en dash, spaced where one of its sides has several words."""
    left, right, tail = first.split(" "), last.split(" "), ""
    while shared and len(left) > 1 < len(right) and left[-1] == right[-1]:
        tail = f" {left.pop()}{tail}"
        right.pop()
    head = ""
    while shared and _order == MONTH_FIRST and len(left) > 1 < len(right) and left[0] == right[0]:
        head += f"{left.pop(0)} "
        right.pop(0)
    left[-1] = left[-1].rstrip(",")
    dash = "–" if len(left) == len(right) == 1 else " – "
    return head + " ".join(left) + dash + " ".join(right) + tail


def _half_open(date: Edtf, mod: str | None) -> str:
    """`2020/..` has an open end, `2020/` an unknown one."""
    start, end = date.parts
    if start:
        words = spoken(start, mod)
        return f"since {words}" if date.is_open else f"from {words}, end unknown"
    assert end, "an interval has an end that is known"
    words = spoken(end, mod)
    return f"until {words}" if date.is_open else f"until {words}, start unknown"


def _set(date: Edtf) -> str:
    members = [_member(part) for part in date.parts if part]
    ranges = [part for part in date.parts if part and all(part.parts) and part.parts]
    if len(members) == 1 and not ranges:
        return members[0]
    comma = "; " if _order == MONTH_FIRST else ", "
    return ("one of " if date.text.startswith("[") else "all of ") + comma.join(members)


def _member(date: Edtf) -> str:
    """`[1760..]` is 1760 or later, where `1760/..` would have gone on ever since."""
    if None not in date.parts:
        return spoken(date)
    start, end = date.parts
    if start:
        return f"{spoken(start)} or later"
    assert end, "an interval has an end that is known"
    return f"{spoken(end)} or earlier"
