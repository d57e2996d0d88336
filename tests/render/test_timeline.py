"""Events on a scale, drawn as precisely as the text dates them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.dates import Day, Edtf
from opedtui.reading.library import Library
from opedtui.reading.timeline import Scale
from opedtui.render.palette import MONOCHROME
from opedtui.render.timeline import DATE_WIDTH, TimelineRows, marks
from tests.making import an_event

TEN_YEARS = Scale(Day(2020, 1, 1).ordinal, Day(2029, 12, 31).ordinal, 20)
"""Two cells for a year."""
DATES = [
    "2020", "2020-05", "2020-05-17", "2020-21", "202X", "19XX", "2021~", "2021-05?", "2021%",
    "2020/2021", "2020-05-01/2020-05-02", "2020/..", "2020/", "../2025", "/2025",
    "2020~/2023-03~", "2020~/..", "../2023~", "[2020,2022]", "{2020..2022}", "[..2021]",
    "-0043-03-15", "Y170000002", "Y-170000002", "0000",
]  # fmt: skip


def rows_of(*dates: str) -> TimelineRows:
    events = [an_event(number, edtf) for number, edtf in enumerate(dates, 1)]
    return TimelineRows(Library(events), events, MONOCHROME)


@pytest.mark.parametrize(
    ("edtf", "drawn"),
    [
        ("2025-07-01", "          ●         "),
        ("2025-07", "          ◐         "),
        ("2025", "          ◐         "),
        ("2025-21", "         ◐          "),
        ("202X", "         ◐          "),
        ("2025~", "         ~◐         "),
        ("2025-07-01~", "         ~●         "),
        ("2025?", "          ◐         "),
        ("2022/2025", "   ├───────┤        "),
        ("2022-01-01/2022-01-02", "   ├┤               "),
        ("2022/..", "   ├───────────────→"),
        ("2022/", "   ├───────────────→"),
        ("../2025", "←──────────┤        "),
        ("/2025", "←──────────┤        "),
        ("2022~/2025", "  ~├───────┤        "),
        ("2029-12-31/..", "                  ├→"),
        ("../2020-01-01", "←┤                  "),
        ("[2022,2025]", "   ├───────┤        "),
    ],
)
def test_a_date_is_drawn_by_what_is_known_of_it(edtf: str, drawn: str) -> None:
    """A day, a vaguer date, an interval, an open end; and a sign for "about" before it."""
    assert marks(Edtf.parse(edtf), TEN_YEARS) == drawn


@given(st.sampled_from(DATES), st.integers(1, 60))
def test_every_date_fits_its_scale(edtf: str, width: int) -> None:
    """It takes the cells that there are, one more for nothing, and is always seen."""
    date = Edtf.parse(edtf)
    scale = Scale.over([an_event(1, edtf), an_event(2, "2020-06")], width)
    assert scale

    drawn = marks(date, scale)

    assert len(drawn) == width
    assert drawn.strip()


@given(st.sampled_from(DATES), st.integers(2, 60))
def test_an_interval_has_two_ends(edtf: str, width: int) -> None:
    """However short it is, and however narrow the scale."""
    date = Edtf.parse(edtf)
    scale = Scale.over([an_event(1, edtf), an_event(2, "2020-06")], width)
    assert scale

    drawn = marks(date, scale)

    assert (drawn.count("├") + drawn.count("←") == 1) == date.is_interval
    assert (drawn.count("┤") + drawn.count("→") == 1) == date.is_interval


def test_a_row_has_its_date_its_place_in_time_and_what_happened() -> None:
    """All on one scale, earliest first."""
    rows = rows_of("2023-02-27/2023-02-28", "2020")

    lines = [rows.line(index, 80).plain for index in range(len(rows))]

    assert lines[0].split() == ["2020", "◐", "What", "happened", "2020"]
    assert lines[1].startswith("2023-02-27/28     ")
    assert lines[1].index("├┤") == DATE_WIDTH + 1 + 18
    assert [str(rows.ref(index)) for index in range(2)] == ["e2", "e1"]


def test_the_axis_has_the_years_where_they_begin() -> None:
    """Above the cells of the scale."""
    rows = rows_of("2020-01-01", "2023-12-31")

    axis = rows.axis(100).plain

    assert axis.split() == ["2020", "2021", "2022", "2023"]
    assert axis.index("2020") == DATE_WIDTH + 1
    scale = rows.scale(100)
    assert scale
    assert axis.index("2022") == DATE_WIDTH + 1 + scale.column(Day(2022, 1, 1))


def test_without_events_there_is_no_scale() -> None:
    """And the axis is blank."""
    rows = rows_of()

    assert rows.scale(80) is None
    assert rows.axis(80).plain.strip() == ""


@pytest.mark.parametrize("width", [0, 1, 20, 80, 400])
@pytest.mark.parametrize("edtf", DATES)
def test_every_date_has_a_row_at_every_width(edtf: str, width: int) -> None:
    """What happened begins in the same cell in all of them."""
    rows = rows_of(edtf, "2021")

    begins = {rows.line(index, width).plain.index("What") for index in range(2)}

    assert len(begins) == 1
    assert rows.axis(width).plain.strip()
