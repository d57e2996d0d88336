"""Panes that are hidden, wider, narrower, and where they were at the next start."""

from __future__ import annotations

from itertools import combinations

import pytest

from opedtui.reading.library import Library
from opedtui.reading.session import Session
from opedtui.settings.choices import FRAMES
from opedtui.ui.panes.arrangement import LEAST, MOST, Shares, arranged
from tests.ui.reader import Reader, reading

EVEN = Shares(50, 50)


def region(reader: Reader, name: str) -> tuple[int, int, int, int]:
    """Where a frame is: left, top, width, height."""
    ids = {"timeline": "time"}
    return tuple(reader.read.query_one(f"#{ids.get(name, name)}").region)  # type: ignore[return-value]


def seen(reader: Reader) -> set[str]:
    """The frames that are on the screen."""
    return {name for name in FRAMES if region(reader, name)[2]}


@pytest.mark.parametrize("is_wide", [False, True])
@pytest.mark.parametrize(
    "hidden", [some for count in range(4) for some in combinations(FRAMES, count)]
)
def test_whatever_is_hidden_the_rest_fills_the_window(
    is_wide: bool, hidden: tuple[str, ...]
) -> None:
    """Every cell of the grid belongs to one frame, and every frame is there."""
    made = arranged(is_wide, hidden, EVEN)

    assert set(made.order) == set(FRAMES) - set(hidden)
    assert sum(made.heights[name] for name in made.order) == len(made.columns) * len(made.rows)


def test_more_room_for_a_pane_is_less_for_its_neighbours() -> None:
    """Beside it and above or below it."""
    assert EVEN.grown("lists", 5, is_wide=False) == Shares(55, 55)
    assert EVEN.grown("timeline", 5, is_wide=False) == Shares(45, 45)
    assert EVEN.grown("source", 5, is_wide=True) == Shares(45, 50)


def test_no_pane_loses_all_of_its_room() -> None:
    """The keys can be held down."""
    assert Shares(MOST, MOST).grown("lists", 5, is_wide=False) == Shares(MOST, MOST)
    assert Shares(LEAST, LEAST).grown("lists", -5, is_wide=False) == Shares(LEAST, LEAST)


async def test_plus_and_minus_move_the_edges(bundled: Library) -> None:
    """The pane that keys reach grows and shrinks."""
    async with reading(bundled) as reader:
        _, _, width, height = region(reader, "lists")

        await reader.press("+")
        _, _, wider, higher = region(reader, "lists")
        await reader.press("-", "-")
        _, _, narrower, lower = region(reader, "lists")

    assert narrower < width < wider
    assert lower < height < higher


async def test_a_hidden_pane_leaves_its_room_and_its_number_brings_it_back(
    bundled: Library,
) -> None:
    """Keys go on to another pane meanwhile."""
    async with reading(bundled) as reader:
        await reader.press("6", "\\")
        assert seen(reader) == {"lists", "source", "relations"}
        assert reader.pane != "timeline"
        _, _, _, height = region(reader, "source")
        assert height == region(reader, "lists")[3] + region(reader, "relations")[3]

        await reader.press("6")

        assert seen(reader) == set(FRAMES)
        assert reader.pane == "timeline"


async def test_the_last_pane_cannot_be_hidden(bundled: Library) -> None:
    """There is always something to read."""
    async with reading(bundled) as reader:
        await reader.press("\\", "\\", "\\", "\\", "\\")

        assert len(seen(reader)) == 1


async def test_tab_passes_over_hidden_panes(bundled: Library) -> None:
    """It leads to what is seen."""
    async with reading(bundled) as reader:
        await reader.press("5", "\\", "1")

        visited = []
        for _ in range(3):
            await reader.press("tab")
            visited.append(reader.pane)

    assert visited == ["source", "timeline", "claims"]


async def test_the_arrangement_is_remembered_and_0_takes_it_back(bundled: Library) -> None:
    """As the rest of a visit is."""
    async with reading(bundled) as reader:
        at_first = region(reader, "source")
        await reader.press("+", "6", "\\")
        left = region(reader, "source")
        session = reader.read.session

    async with reading(bundled, session=session) as reader:
        assert region(reader, "source") == left
        await reader.press("0")
        assert region(reader, "source") == at_first
        assert seen(reader) == set(FRAMES)


async def test_a_wide_window_keeps_three_columns(bundled: Library) -> None:
    """Lists, text, and what belongs to them."""
    async with reading(bundled, size=(200, 60)) as reader:
        lefts = [region(reader, name)[0] for name in FRAMES]

    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


async def test_in_a_narrow_window_there_is_nothing_to_arrange(bundled: Library) -> None:
    """One pane fills it."""
    async with reading(bundled, size=(80, 24), session=Session(hidden=("source",))) as reader:
        await reader.press("\\", "4")

        assert reader.pane == "source"
        assert seen(reader) == {"source"}
