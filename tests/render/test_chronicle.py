"""Every event in order of time."""

from __future__ import annotations

from opedtui.render.chronicle import Chronicle, when
from opedtui.render.palette import MONOCHROME
from tests.making import an_event
from tests.render.test_sheets import seen


def test_events_stand_on_one_scale() -> None:
    """A day is a full sign, a year half of one; what is later stands further right."""
    events = [an_event(1, "2023-02-27"), an_event(2, "2021"), an_event(3, "2020-01-01/2020-06-30")]

    lines = seen(Chronicle(events).drawn(MONOCHROME, 120), 120)

    assert lines[0].split() == ["ref", "date", "2020", "2021", "2022", "2023", "event"]
    assert [line.split()[0] for line in lines[2:]] == ["e3", "e2", "e1"]
    assert "├" in lines[2] and "┤" in lines[2]
    assert lines[3].index("◐") < lines[4].index("●")


def test_a_store_without_events_has_an_empty_timeline() -> None:
    """And no scale."""
    assert len(seen(Chronicle([]).drawn(MONOCHROME, 80), 80)) == 2
    assert list(Chronicle([]).lines()) == []


def test_the_mod_of_a_date_is_said_with_it() -> None:
    """As a reader would say it."""
    assert when(an_event(1, "2023-02", mod="end")) == "late February 2023"
