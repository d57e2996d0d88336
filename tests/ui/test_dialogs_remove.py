"""Deleting, by keyboard."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Ref
from opedtui.reading.changes.removing import dependents
from opedtui.ui.dialogs.remove import RemoveDialog

from ..making import a_library
from .asking import asking

LIBRARY = a_library()


async def test_what_hangs_on_it_is_told_beforehand() -> None:
    """Every record that goes along or is changed has its row."""
    async with asking(RemoveDialog, LIBRARY, "c2") as asked:
        hanging = dependents(LIBRARY, Ref.parse("c2"))

        for ref in (*hanging.go, *hanging.lose):
            assert f" {ref} " in asked.screen
        assert "Touches 4 more that hang on it" in asked.screen


@pytest.mark.parametrize("key", ["y", "enter"])
async def test_yes_deletes_all_of_it_as_one_change(key: str) -> None:
    """One step back brings it back."""
    async with asking(RemoveDialog, LIBRARY, "c2") as asked:
        await asked.press(key)

        assert asked.change.label == "delete c2 and 4 more that hang on it"
        assert Ref.parse("r1") not in LIBRARY.apply(asked.change)


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_no_deletes_nothing(key: str) -> None:
    """Nor does Escape."""
    async with asking(RemoveDialog, LIBRARY, "c2") as asked:
        await asked.press("j", "k", key)

        assert asked.answers == [None]


async def test_what_stands_alone_is_said_to_stand_alone() -> None:
    """There is nothing to list."""
    async with asking(RemoveDialog, LIBRARY, "n2") as asked:
        assert "Nothing hangs on it" in asked.screen


async def test_several_are_deleted_at_once() -> None:
    """They are listed, with what they take along."""
    async with asking(RemoveDialog, LIBRARY, "c3", "c4") as asked:
        assert "Delete 2 records?" in asked.screen
        await asked.press("y")

        assert len(asked.change.edits) >= 4
