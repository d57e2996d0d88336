"""The events in order of time, and the scale they are drawn on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.dates import Day
from opedtui.reading.timeline import Scale, in_order
from tests.making import an_event, bundled_library

ORDINALS = st.integers(-1_000_000, 1_000_000)
SCALES = st.builds(
    lambda first, length, width: Scale(first, first + length, width),
    ORDINALS,
    st.integers(0, 100_000),
    st.integers(1, 200),
)


def test_events_come_in_the_order_of_time() -> None:
    """By where they begin; what begins with no date comes first, the narrower before the wider."""
    dates = ["../2020", "2020", "2020-02-03", "2020-02", "2020-02/2020-03", "2020-02/..", "2021"]
    expected = [dates[i] for i in (0, 1, 3, 4, 5, 2, 6)]
    events = [an_event(number, edtf) for number, edtf in enumerate(reversed(dates), start=1)]

    assert [event.date.edtf.text for event in in_order(events)] == expected


def test_events_of_the_same_date_keep_the_order_of_their_refs() -> None:
    """The order does not depend on that of the store."""
    events = [an_event(number, "2020") for number in (10, 2, 9)]

    assert [event.ref.number for event in in_order(events)] == [2, 9, 10]


def test_a_scale_reaches_from_the_first_day_to_the_last() -> None:
    """Open ends reach no further than what is known."""
    events = [an_event(1, "2022-02"), an_event(2, "../2021-06-30"), an_event(3, "2021/..")]

    scale = Scale.over(events, 40)

    assert scale
    assert Day.at(scale.first) == Day(2021, 1, 1)
    assert Day.at(scale.last) == Day(2022, 2, 28)
    assert scale.years == (2021, 2022)


def test_there_is_no_scale_without_a_day() -> None:
    """Nothing to draw."""
    assert Scale.over([], 40) is None


def test_a_scale_has_a_cell() -> None:
    """However narrow the window."""
    scale = Scale.over([an_event(1, "2020")], 0)

    assert scale and scale.width == 1
    assert scale.column(Day(2020, 7, 1)) == 0


@given(SCALES)
def test_a_scale_begins_in_its_first_cell_and_ends_in_its_last(scale: Scale) -> None:
    """All of its width is used."""
    assert scale.column(Day.at(scale.first)) == 0
    if scale.last > scale.first:
        assert scale.column(Day.at(scale.last)) == scale.width - 1


@given(SCALES, ORDINALS, ORDINALS)
def test_later_days_are_never_further_left(scale: Scale, one: int, other: int) -> None:
    """And each day is on the line."""
    first, second = (scale.column(Day.at(ordinal)) for ordinal in sorted((one, other)))

    assert 0 <= first <= second < scale.width


@given(SCALES.filter(lambda scale: scale.last > scale.first), st.data())
def test_distance_in_time_is_distance_on_the_line(scale: Scale, data: st.DataObject) -> None:
    """To within a cell, wherever it is measured."""
    days = st.integers(scale.first, scale.last)
    first, second = sorted((data.draw(days), data.draw(days)))

    cells = scale.column(Day.at(second)) - scale.column(Day.at(first))

    share = (second - first) / (scale.last - scale.first)
    assert abs(cells - share * (scale.width - 1)) <= 1


@given(SCALES, st.integers(1, 12))
def test_ticks_stand_where_years_begin(scale: Scale, gap: int) -> None:
    """The first year at the left end, the others at their first of January, apart."""
    ticks = list(scale.ticks(gap))

    assert ticks[0] == (0, scale.years[0])
    for (cell, year), (following, later) in pairwise(ticks):
        assert following - cell >= gap
        assert later > year
    for cell, year in ticks[1:]:
        assert cell == scale.column(Day(year, 1, 1))


def test_every_year_has_a_tick_where_there_is_room() -> None:
    """As in an op-ed about a few years."""
    scale = Scale.over([an_event(1, "2020/2023")], 80)

    assert scale
    assert [year for _, year in scale.ticks()] == [2020, 2021, 2022, 2023]


def test_ticks_are_at_even_distances_where_there_is_little_room() -> None:
    """Every so many years."""
    scale = Scale.over([an_event(1, "1900/1999")], 40)

    assert scale
    years = [year for _, year in scale.ticks()]
    assert len(years) > 2
    assert len({later - year for year, later in pairwise(years)}) == 1


def test_ticks_of_long_years_do_not_run_into_one_another() -> None:
    """A year of an age has eleven digits and a sign."""
    scale = Scale.over([an_event(1, "Y-13700000000"), an_event(2, "2023")], 80)

    assert scale
    for (cell, year), (following, _) in pairwise(scale.ticks()):
        assert cell + len(str(year)) < following


@pytest.mark.timeout(5)
def test_ticks_of_ages_are_drawn_at_once() -> None:
    """An op-ed may speak of the beginning of the world: no year is looked at that has no tick."""
    scale = Scale.over([an_event(1, "Y-13700000000"), an_event(2, "2023")], 80)

    assert scale
    assert 2 < len(list(scale.ticks())) <= 80


def test_the_bundled_events_are_on_their_scale() -> None:
    """Each known end falls in a cell of its own time."""
    events = in_order(bundled_library().events)
    scale = Scale.over(events, 60)

    assert scale
    starts = [scale.column(event.date.edtf.lower) for event in events if event.date.edtf.lower]
    assert starts == sorted(starts)
    assert starts[-1] > starts[0]
