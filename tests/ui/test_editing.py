"""Dialogs opened from the reading screen: what comes of them is saved, or they come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from opedtui.reading.library import Library
from opedtui.ui.panes.relations import RelationsList

from ..making import a_store, ref
from .reader import reading, writing
from .test_marking import table
from .test_saving import no_space, outside


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A store of a small op-ed with every kind of record and of tie."""
    return a_store(tmp_path)


async def test_a_record_is_edited_and_saved(small: Path) -> None:
    """`e`, another text, ^s; the file has it, and the reader is where the reader was."""
    async with writing(small) as reader:
        await reader.press("j")
        was = reader.place
        await reader.press("e")
        await reader.sees("Edit")
        await reader.press(*"New ", "ctrl+s")
        await reader.hears("Saved: ")

        assert reader.place == was

    assert any("New" in claim["text"] for claim in table(small, "claims"))


async def test_a_key_right_after_that_of_a_pane_is_about_what_is_there(small: Path) -> None:
    """However fast they are typed."""
    async with writing(small) as reader:
        await reader.press("2", "j", "k")
        assert reader.ref == "a1"
        app = reader.app
        for key in ("1", "e"):
            app.post_message(Key(key, key))
        await reader.sees("Edit")

        assert "“The mayor said that" in reader.screen


async def test_an_edit_that_cannot_be_saved_comes_back_as_it_was_typed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason; when there is space again, it is saved."""
    async with writing(small) as reader:
        await reader.press("e")
        with monkeypatch.context() as full:
            full.setattr("opedtui.store.journal.Journal.append", no_space)
            full.setattr("opedtui.store.journal.Journal.begin", no_space)
            await reader.press(*"New ", "ctrl+s")
            await reader.sees("no space left on device")
        assert "New" in reader.screen
        await reader.press("ctrl+s")
        await reader.hears("Saved: ")

    assert any("New" in claim["text"] for claim in table(small, "claims"))


async def test_an_edit_that_does_not_fit_any_more_comes_back(small: Path) -> None:
    """What was typed is kept, over what the other program made of the record."""
    async with writing(small) as reader:
        await reader.press("e", *"Mine ")
        outside(small, "Theirs", ref(reader.ref))
        await reader.press("ctrl+s")
        await reader.sees("was changed meanwhile")
        assert "Mine" in reader.screen
        await reader.press("ctrl+s")
        await reader.hears("Saved: ")

    assert any("Mine" in claim["text"] for claim in table(small, "claims"))


async def test_two_records_are_tied(small: Path) -> None:
    """`r`, the sign of the tie, some letters of the other end, Enter."""
    before = len(table(small, "relations"))
    async with writing(small) as reader:
        await reader.press("r", "-", *"c2", "enter")
        await reader.hears("Saved: ")

    relation = table(small, "relations")[-1]
    assert len(table(small, "relations")) == before + 1
    assert (relation["kind"], relation["target"]) == ("attacks", "c2")


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_record_is_deleted_and_brought_back(small: Path, key: str) -> None:
    """What hangs on it is told; one undo brings all of it back."""
    before = table(small, "claims")
    async with writing(small) as reader:
        gone = reader.ref
        await reader.press(key)
        await reader.sees("Delete")
        await reader.press("y")
        await reader.hears("Saved: ")
        assert ref(gone) not in reader.read.library
        await reader.press("u")
        await reader.hears("Taken back: ")
        assert ref(gone) in reader.read.library

    assert table(small, "claims") == before


async def test_among_the_ties_it_is_the_tie_that_is_deleted(small: Path) -> None:
    """The neighbour stays."""
    async with writing(small) as reader:
        relation = reader.read.library.relations[0]
        while reader.ref != str(relation.source):
            await reader.press("j")
        await reader.press("5")
        ties = reader.read.query_one("#relations")
        await reader.until(lambda: ties.relation is not None)  # type: ignore[attr-defined]
        await reader.press("x", "y")
        await reader.hears("Saved: ")

        assert relation.ref not in reader.read.library
        assert relation.target in reader.read.library


async def test_a_tie_to_the_nearest_takes_three_keys_and_one_found_by_a_letter_four(
    small: Path,
) -> None:
    """`r`, the sign, Enter; what stands nearest in the text is first."""
    async with writing(small) as reader:
        while reader.ref != "c3":
            await reader.press("j")
        await reader.press("r", "-", "enter")
        await reader.hears("Saved: relate: c3 attacks c4")
        await reader.press("r", "~", "y", "enter")
        await reader.hears("Saved: relate: c3 limits c4")


async def test_from_among_the_ties_one_is_undercut(small: Path) -> None:
    """`5`, `r`, `_`, and the claim that takes the step away."""
    async with writing(small) as reader:
        while reader.ref != "c2":
            await reader.press("j")
        await reader.press("5")
        ties = reader.read.query_one(RelationsList)
        while ties.relation != ref("r2"):
            await reader.press("j")
        await reader.press("r", "_", *"c1", "enter")
        await reader.hears("Saved: relate: c1 undercuts the step r2")

    tie = table(small, "relations")[-1]
    assert (tie["kind"], tie["source"], tie["target"]) == ("undercuts", "c1", "r2")


async def test_two_actors_are_merged(small: Path) -> None:
    """`M` on the one that goes, then the one that stays."""
    async with writing(small) as reader:
        gone = str(reader.read.library.actors[0].ref)
        await reader.press("2", "M", *"office", "enter")
        await reader.hears("Saved: merge")
        await reader.until(lambda: reader.ref == "a3")

        assert ref(gone) not in reader.read.library

    assert not any(mention["actor"] == gone for mention in table(small, "mentions"))


async def test_a_name_goes_to_another_actor(small: Path) -> None:
    """`A` on the one that has it, Enter, some letters of the other."""
    async with writing(small) as reader:
        await reader.press("2", "@", "enter", *"engin", "enter")
        await reader.hears("Saved: hand ")
        await reader.press("u")
        await reader.hears("Taken back: hand ")


@pytest.mark.parametrize(
    ("keys", "title"),
    [(["2", "%"], "Split"), (["C"], "Change all in the list"), (["O"], "Orphans")],
)
async def test_the_other_dialogs_are_one_key_away(small: Path, keys: list[str], title: str) -> None:
    """And left by Escape without a change."""
    async with writing(small) as reader:
        await reader.press(*keys)
        await reader.sees(f" {title} ")
        await reader.press("escape")
        await reader.until(lambda: not reader.is_asked)

        assert not reader.said


async def test_without_a_store_nothing_is_typed_in_vain(bundled: Library) -> None:
    """The reader is told before the dialog opens."""
    async with reading(bundled) as reader:
        await reader.press("e", "r", "x")
        await reader.until(lambda: len(reader.said) == 3)

        assert not reader.is_asked
