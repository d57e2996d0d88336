"""Years in words, and days that move through the year."""

from __future__ import annotations

from datetime import date

import pytest

from opedtui.drafting.dates import almanac
from opedtui.drafting.dates.numbers import number_in, year_in
from opedtui.drafting.dates.tokens import line_of


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ([19, 70, 8], (1978, 3)),
        ([19, 0, 1], (1901, 3)),
        ([17, 100, 30, 3], (1733, 4)),
        ([2, 1000], (2000, 2)),
        ([2, 1000, 18], (2018, 3)),
        ([20, 20], (2020, 2)),
        ([20, 5], None),
        ([7], None),
    ],
)
def test_a_year_is_said_in_several_ways(values: list[int], year: tuple[int, int] | None) -> None:
    """In pairs, in hundreds, in thousands; `twenty five` is none."""
    assert year_in(values) == year


def test_a_number_below_a_hundred_takes_one_word_or_two() -> None:
    """`Twenty five nineteen` begins with 25."""
    assert number_in([20, 5, 19]) == (25, 2)
    assert number_in([15, 19]) == (15, 1)


@pytest.mark.parametrize(
    "day", [date(2000, 4, 23), date(2018, 4, 1), date(2019, 4, 21), date(2038, 4, 25)]
)
def test_easter_is_where_it_was_kept(day: date) -> None:
    """By the Gregorian calendar."""
    assert almanac.easter(day.year) == day


def test_the_end_of_a_month_stays_in_the_month() -> None:
    """A month after the 31st of January is the last of February."""
    assert almanac.moved(date(2023, 1, 31), "month", 1) == date(2023, 2, 28)
    assert almanac.moved(date(2024, 2, 29), "year", -1) == date(2023, 2, 28)


def test_the_last_week_of_a_month_is_its_last_seven_days() -> None:
    """The fifth has what is left."""
    assert almanac.nth_week_of_month(2023, 3, -1) == "2023-03-25/2023-03-31"
    assert almanac.nth_week_of_month(2023, 3, 5) == "2023-03-29/2023-03-31"


def test_a_text_is_a_line_of_letters() -> None:
    """What the rules of the grammar are written in."""
    line = line_of("On the twenty-first of May 2020, Theresa May may march.")

    assert line.letters == "ihofMY,ZZzz."
