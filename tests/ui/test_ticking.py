"""Ticking rows of a list, and changing those alone, from the reader's side."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.reading.library import Library
from opedtui.ui.panes.lists import TICKED, ClaimsList

from ..making import a_store
from .reader import Reader, reading, writing
from .test_marking import table


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A store of a small op-ed with every kind of record and of tie."""
    return a_store(tmp_path)


def ticks(reader: Reader) -> int:
    """Rows that are seen to be ticked."""
    return reader.screen.count(TICKED)


async def test_a_row_is_ticked_and_unticked_and_the_cursor_goes_on(bundled: Library) -> None:
    """A sign says so; without ticks the list looks as before."""
    async with reading(bundled) as reader:
        before = reader.screen
        await reader.press("t", "t")
        assert (ticks(reader), reader.ref) == (2, "c3")
        await reader.press("g", "t")
        assert ticks(reader) == 1
        await reader.press("escape", "g")

        assert reader.screen == before


async def test_all_rows_are_ticked_at_once_and_none(bundled: Library) -> None:
    """One key for both."""
    async with reading(bundled) as reader:
        await reader.press("2", "t", "*")
        assert len(reader.read.ticked) == len(reader.read.listed)
        await reader.press("*")

        assert ticks(reader) == 0


async def test_what_is_ticked_alone_is_changed(small: Path) -> None:
    """The dialog says how many they are; the others stay as they were."""
    async with writing(small) as reader:
        refs = [str(ref) for ref in reader.read.listed]
        await reader.press("t", "j", "t", "C")
        await reader.sees(f"Ticked: 2 claims  {refs[0]}, {refs[2]}")
        await reader.press(*"rej", "tab", "ctrl+s")
        await reader.hears("Saved: set status of 2 records to rejected")

        rejected = {ref for ref in refs if reader.record(ref).status == "rejected"}
        assert rejected == {refs[0], refs[2]}
        assert [str(ref) for ref in reader.read.listed] == [r for r in refs if r not in rejected]


async def test_without_ticks_the_whole_list_is_changed_and_its_length_told(small: Path) -> None:
    """Before anything is changed."""
    async with writing(small) as reader:
        await reader.press("C")
        await reader.sees("All 5 claims")
        await reader.press(*"rej", "tab", "ctrl+s")
        await reader.hears("Saved: set status of 5 records to rejected")

    assert {claim["status"] for claim in table(small, "claims")} == {"rejected"}


async def test_what_is_ticked_is_deleted_together_and_comes_back_together(small: Path) -> None:
    """With what hangs on it, as one step."""
    before = table(small, "claims")
    async with writing(small) as reader:
        await reader.press("t", "t", "x")
        await reader.sees("Delete 2 records?")
        await reader.press("y")
        await reader.hears("Saved: delete 2 records")
        assert (len(reader.read.listed), ticks(reader)) == (3, 0)
        await reader.press("u")
        await reader.hears("Taken back: ")

    assert table(small, "claims") == before


async def test_ticks_are_of_one_list_and_end_with_the_document(two_texts: Library) -> None:
    """What is not in the list cannot be changed by it."""
    async with reading(two_texts) as reader:
        await reader.press("t", "2")
        assert reader.read.ticked == ()
        await reader.press("1")
        assert len(reader.read.ticked) == 1
        await reader.press("d", "j", "enter", "escape")

        assert reader.ref == "c2"
        assert not reader.read.query_one(ClaimsList).ticked


async def test_the_events_stay_under_their_years(bundled: Library) -> None:
    """The axis moves aside with the rows."""
    async with reading(bundled) as reader:
        await reader.press("6")
        year = next(line for line in reader.lines if " 2022 " in line).index("2022")
        await reader.press("t")

        assert next(line for line in reader.lines if " 2022 " in line).index("2022") == year + 2
