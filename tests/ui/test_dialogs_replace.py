"""Another text for a document, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App

from opedtui.reading.changes.texts import hashed, orphans, replace_text
from opedtui.reading.library import Library
from opedtui.ui.app import OpedApp
from opedtui.ui.dialogs.replace import ReplaceDialog

from ..making import TEXT, a_document, a_library, a_store, ref
from .asking import NOW, asking
from .reader import writing
from .test_marking import table

LIBRARY = Library([*a_library().values(), hashed(a_document())])
CORRECTED = TEXT.replace("She was wrong in May 2021.", "The mayor, it turned out, erred in May.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the reader is in, with a corrected text."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corrected.txt").write_text(CORRECTED, "utf-8")
    (tmp_path / "same.txt").write_text(TEXT, "utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "cor.txt").write_text("Nothing of it is left.", "utf-8")
    (tmp_path / ".hidden").write_text("", "utf-8")
    return tmp_path


def editing_to(monkeypatch: pytest.MonkeyPatch, make: Callable[[str], str]) -> None:
    """An editor that makes this of a text."""

    async def edited(app: App[None], text: str) -> str:
        return make(text)

    monkeypatch.setattr("opedtui.ui.dialogs.replace.edited", edited)


async def test_a_path_is_completed_as_far_as_it_is_certain(folder: Path) -> None:
    """What may follow is shown; folders end in a slash, what is hidden is not offered."""
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type("n")
        assert "⇥ notes/" in asked.screen
        assert ".hidden" not in asked.screen
        await asked.press("tab", "c", "tab")

        assert "notes/cor.txt" in asked.screen


async def test_what_would_become_of_the_records_is_told_first(folder: Path) -> None:
    """Nothing is changed by the first Enter; the orphans are there with their best places."""
    found = replace_text(LIBRARY, ref("d1"), CORRECTED, NOW)
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type("c")
        await asked.press("tab", "enter")

        assert asked.is_open
        assert "places stay, " in asked.screen
        assert f", {len(found.orphans)} orphans." in asked.screen
        assert "⏎ replaces the text. O attaches them afterwards." in asked.screen
        assert "She was wrong in May 2021" in asked.screen


async def test_a_second_enter_replaces_the_text(folder: Path) -> None:
    """The document, and all that stands on it, in one change."""
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type("corrected.txt")
        await asked.press("enter", "enter")

        after = LIBRARY.apply(asked.change)
        assert asked.made("d1").text == CORRECTED
        assert asked.change.label == "replace the text of An op-ed"
        assert orphans(after)


async def test_moving_shows_the_places_of_each_orphan(folder: Path) -> None:
    """The cursor is on the orphans while the path has the letters."""
    (folder / "two.txt").write_text(CORRECTED.replace("the bridge is old, and ", ""), "utf-8")
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type("two.txt")
        await asked.press("enter")
        first = asked.screen
        await asked.press("down")

        assert asked.screen != first


async def test_another_path_is_looked_at_before_it_replaces(folder: Path) -> None:
    """Enter never replaces by a text that was not looked at."""
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type("same.txt")
        await asked.press("enter")
        assert "The text is the same" in asked.screen
        await asked.press("ctrl+u")
        await asked.type("corrected.txt")
        await asked.press("enter")
        assert asked.is_open
        assert "replaces the text" in asked.screen
        await asked.press("enter")

        assert asked.made("d1").text == CORRECTED


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.txt", "no such file"),
        ("notes", "notes is no file"),
        ("latin.txt", "is not UTF-8 (byte 4)"),
        ("blank.txt", "the new text is blank"),
        ("", "type the path of a file, or press ^e"),
    ],
)
async def test_a_text_that_cannot_be_had_is_told_in_a_line(
    folder: Path, path: str, said: str
) -> None:
    """And the dialog stays, with the path."""
    (folder / "latin.txt").write_bytes("Caf\xe9.....".encode("latin-1").replace(b"Caf", b"Cafe"))
    (folder / "blank.txt").write_text(" \n", "utf-8")
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.type(path)
        await asked.press("enter")

        assert said in asked.screen
        assert asked.is_open


async def test_the_text_is_edited_in_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the editor left is looked at like any other; Enter replaces."""
    editing_to(monkeypatch, lambda text: text.replace("rusty", "very rusty"))
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.press("ctrl+e")
        assert "By what you edited:" in asked.screen
        await asked.press("ctrl+e", "enter")

        assert asked.made("d1").text == TEXT.replace("rusty", "very very rusty")


async def test_what_was_edited_is_not_lost_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in no file."""
    editing_to(monkeypatch, lambda text: text + "More.")
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.press("ctrl+e", "escape")
        assert "lose what you edited" in asked.screen
        await asked.press("n")
        assert asked.is_open
        await asked.press("escape", "y")

        assert asked.answers == [None]


async def test_without_an_editor_it_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a path can still be typed."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "")
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        await asked.press("ctrl+e")
        assert "there is no editor; set $EDITOR" in asked.screen
        monkeypatch.setenv("EDITOR", "no-such-editor --wait")
        await asked.press("ctrl+e")
        assert "the editor “no-such-editor” is not there" in asked.screen
        monkeypatch.setenv("EDITOR", "true")
        await asked.press("ctrl+e")

        assert "no terminal here that could be lent" in asked.screen


async def test_the_text_comes_back_when_saving_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has to be edited again."""
    editing_to(monkeypatch, lambda text: text + "More.")
    async with asking(ReplaceDialog, LIBRARY, "d1") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, ReplaceDialog)
        await asked.press("ctrl+e", "enter")
        asked.answers.clear()
        await asked.ask(dialog.again("The disk is full"))
        assert "The disk is full" in asked.screen
        await asked.press("enter")

        assert asked.made("d1").text == TEXT + "More."


async def test_no_file_is_read_for_a_page_of_the_web(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever visits it has no business with the files of the machine."""
    monkeypatch.setattr(OpedApp, "is_web", True)
    async with writing(a_store(folder)) as reader:
        await reader.press("R")

        await reader.hears("A text is not replaced from a web page")
        assert not reader.is_asked


async def test_a_text_is_replaced_from_the_reading_screen_and_taken_back(folder: Path) -> None:
    """One step; the reader stays at the record, and its words are where they are now."""
    path = a_store(folder)
    async with writing(path) as reader:
        await reader.press("G")
        at = reader.ref
        await reader.press("R", *"corrected.txt", "enter")
        await reader.sees("⏎ replaces the text")
        await reader.press("enter")
        await reader.hears("Saved: replace the text of An op-ed; u takes it back")
        assert (reader.ref, reader.words) == (at, "the bridge is rusty")
        assert reader.record("d1").text == CORRECTED
        await reader.press("u")
        await reader.hears("Taken back: replace the text")

        assert (reader.ref, reader.words) == (at, "the bridge is rusty")

    assert table(path, "documents")[0]["text"] == TEXT
