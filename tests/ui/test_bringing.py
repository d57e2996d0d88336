"""Bringing a text in while reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from opedtui.ui.dialogs.add import AddDialog
from tests.making import a_store
from tests.ui.reader import Reader, writing
from tests.ui.test_marking import table

COLUMN = (
    "The council should close the bridge, because it is dangerous. “It is safe,” Mayor Jane Doe"
    " said on 6 March 2023.\n\nPerhaps she is right, but nobody believes her.\n"
)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store, and a column in the folder that the reader is in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "column.txt").write_text(COLUMN, "utf-8")
    return a_store(tmp_path)


async def answering(reader: Reader, *answers: str) -> None:
    """Answer the questions one after another; nothing leaves one open."""
    for answer in answers:
        await reader.press(*answer, "enter")


async def test_a_file_becomes_a_document_and_is_gone_to(small: Path) -> None:
    """`I`, its path, and what it does not say of itself: title, author, date."""
    async with writing(small) as reader:
        await reader.press("I", *"col", "tab", "enter")
        await reader.sees("what is it called?")
        await answering(reader, "The bridge", "Ann Lee", "2023-03-12")
        await reader.hears("Saved: add The bridge")
        await reader.until(lambda: str(reader.place.doc) == "d2")

        await reader.sees("The council should close")

    document = table(small, "documents")[-1]
    assert (document["title"], document["published"]) == ("The bridge", "2023-03-12")
    assert any(claim.get("status") == "draft" for claim in table(small, "claims"))


async def test_a_wrong_date_is_asked_again(small: Path) -> None:
    """With what is wrong about it; nothing at all is fine."""
    async with writing(small) as reader:
        await reader.press("I", *"column.txt", "enter")
        await reader.sees("what is it called?")
        await answering(reader, "", "", "soon")
        await reader.sees("✗")
        assert reader.is_asked
        await reader.press("ctrl+u", "enter")

        await reader.hears("Saved: add column")


async def test_what_is_pasted_is_a_text(small: Path) -> None:
    """Several lines are no path."""
    async with writing(small) as reader:
        await reader.press("I")
        await reader.until(lambda: isinstance(reader.app.screen, AddDialog))
        reader.app.screen.focused.post_message(Paste(COLUMN))  # type: ignore[union-attr]
        await reader.sees("what is it called?")
        await answering(reader, "Pasted", "", "")

        await reader.hears("Saved: add Pasted")


async def test_a_file_that_is_not_there_is_told_in_the_dialog(small: Path) -> None:
    """What was typed stays."""
    async with writing(small) as reader:
        await reader.press("I", *"nowhere.txt", "enter")

        await reader.sees("✗")
        assert "nowhere.txt" in reader.screen
        assert reader.is_asked


async def test_a_text_that_is_there_is_not_added_again(small: Path) -> None:
    """The dialog says where it is."""
    async with writing(small) as reader:
        await reader.press("I", *"column.txt", "enter")
        await reader.sees("what is it called?")
        await answering(reader, "", "", "")
        await reader.hears("Saved: add column")
        await reader.press("I", *"column.txt", "enter")

        await reader.sees("it is there already: d2")
