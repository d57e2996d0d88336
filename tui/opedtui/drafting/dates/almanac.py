"""Reckoning with days, weeks, months and years, in EDTF."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONDAY, SATURDAY = 0, 5


def day(here: date) -> str:
    """`2023-02-27`."""
    return here.isoformat()


def week(here: date) -> str:
    """From Monday to Sunday."""
    monday = here - timedelta(here.weekday())
    return f"{monday}/{monday + timedelta(6)}"


def weekend(here: date) -> str:
    """The Saturday and Sunday of that week."""
    saturday = here - timedelta(here.weekday() - SATURDAY)
    return f"{saturday}/{saturday + timedelta(1)}"


def month(here: date, step: int = 0) -> str:
    """The month, or one so many months away."""
    year, index = divmod(here.year * 12 + here.month - 1 + step, 12)
    return f"{year:04}-{index + 1:02}"


def quarter(here: date, step: int = 0) -> str:
    """`2023-33` is the first quarter."""
    year, index = divmod(here.year * 4 + (here.month - 1) // 3 + step, 4)
    return f"{year:04}-{33 + index}"


def decade(year: int) -> str:
    """`199X`."""
    return f"{year // 10:03}X"


def century(year: int) -> str:
    """`19XX`."""
    return f"{year // 100:02}XX"


def shifted(here: date, unit: str, step: int) -> str | None:
    """The unit that lies so many of its kind away: a year ago is a year, a week ago a week."""
    match unit:
        case "day":
            return day(here + timedelta(step))
        case "week":
            return week(here + timedelta(7 * step))
        case "fortnight":
            return week(here + timedelta(14 * step))
        case "weekend":
            return weekend(here + timedelta(7 * step))
        case "month":
            return month(here, step)
        case "quarter":
            return quarter(here, step)
        case "year":
            return f"{here.year + step:04}"
        case "decade":
            return decade(here.year + 10 * step)
        case "century":
            return century(here.year + 100 * step)
    return None


def moved(here: date, unit: str, step: int) -> date:
    """The day so many units away; at the end of a month the last day that there is."""
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days:
        return here + timedelta(days * step)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, index = divmod(here.year * 12 + here.month - 1 + months * step, 12)
    return date(year, index + 1, min(here.day, calendar.monthrange(year, index + 1)[1]))


def nth_week(year: int, nth: int) -> str:
    """The weeks of a year as ISO 8601 counts them; -1 is the last."""
    first = date.fromisocalendar(year, 1, 1)
    last = date.fromisocalendar(year + 1, 1, 1) - timedelta(7)
    return week(last if nth == -1 else first + timedelta(7 * (nth - 1)))


def nth_week_of_month(year: int, number: int, nth: int) -> str | None:
    """Seven days each from the first on; of the last week the last seven."""
    length = calendar.monthrange(year, number)[1]
    first = length - 6 if nth == -1 else 7 * nth - 6
    if not 1 <= first <= length:
        return None
    last = min(first + 6, length)
    return f"{year:04}-{number:02}-{first:02}/{year:04}-{number:02}-{last:02}"


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    """The third Thursday of a month; -1 is the last."""
    days = [
        found
        for found in calendar.Calendar().itermonthdates(year, number)
        if found.month == number and found.weekday() == weekday
    ]
    return days[nth if nth < 0 else nth - 1]


def easter(year: int) -> date:
    """By the Gregorian reckoning of Meeus and Butcher."""
    a, b, c = year % 19, *divmod(year, 100)
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def real_day(year: int, month: int, day: int) -> str | None:
    """None where there is no such day."""
    try:
        return str(date(year, month, day))
    except ValueError:
        return None


def between(first: str | None, last: str | None) -> str | None:
    """None where the second does not follow on the first."""
    return f"{first}/{last}" if first and last and first <= last else None
