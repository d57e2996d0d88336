"""The library on the screen: opened, ordered, found, changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.model.dates import Edtf
from opedtui.reading.library import Library
from opedtui.reading.progress import Progress
from opedtui.reading.shelf import Shelved, shelved
from opedtui.ui.screens.shelf import ShelfScreen
from tests.making import a_claim, a_document, a_store, an_actor, ref, tables_of, words
from tests.ui.reader import Reader, writing


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three documents; in the second a draft waits."""
    second = a_document(
        number=2, title="A bridge too far", authors=(ref("a1"),), published=Edtf.parse("2023-03")
    )
    records = Library(
        [
            a_document(number=1, title="On bridges"), second, a_document(number=3, title="Trams"),
            an_actor(1, "Ann Lee"), a_claim(1, words("the bridge is old", second), status="draft"),
        ]
    )  # fmt: skip
    return a_store(tmp_path, tables_of(records.values()))


def titles(reader: Reader) -> list[str]:
    """Of the documents, in the order of the rows."""
    known = ("On bridges", "A bridge too far", "Trams", "Streetcars")
    found = ((line.find(title), title) for line in reader.lines[2:-1] for title in known)
    return [title for at, title in found if 0 <= at < 9]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_document_is_there_with_what_waits(three: Path, size: tuple[int, int]) -> None:
    """Author, date and drafts; Enter opens one."""
    async with writing(three, size=size) as reader:
        await reader.press("d")
        await reader.sees("Ann Lee")
        assert titles(reader) == ["On bridges", "A bridge too far", "Trams"]
        assert "1 draft" in reader.screen
        await reader.press("j", "enter")

        assert str(reader.place.doc) == "d2"


async def test_documents_are_ordered_by_a_key(three: Path) -> None:
    """The cursor stays on its document."""
    async with writing(three) as reader:
        await reader.press("d", "s")
        await reader.sees("by title")
        assert titles(reader) == ["A bridge too far", "On bridges", "Trams"]
        await reader.press("enter")

        assert str(reader.place.doc) == "d1"


async def test_a_few_letters_find_a_document(three: Path) -> None:
    """Esc shows all again, and Esc again leads back to reading."""
    async with writing(three) as reader:
        await reader.press("d", "f", *"lee far")
        await reader.sees("1 of 3")
        assert titles(reader) == ["A bridge too far"]
        await reader.press("enter", "enter")
        assert str(reader.place.doc) == "d2"
        await reader.press("d", "f", *"zzz")
        await reader.sees("No document fits")
        await reader.press("escape")
        assert len(titles(reader)) == 3
        await reader.press("escape")

        assert not reader.is_asked


async def test_a_document_is_renamed_on_the_shelf(three: Path) -> None:
    """The dialog is that of every record."""
    async with writing(three) as reader:
        await reader.press("d", "G", "e")
        await reader.sees("Edit")
        await reader.press(*"Streetcars", "ctrl+s")
        await reader.hears("Saved")

        await reader.sees("TramsStreetcars")


async def test_a_document_is_removed_and_comes_back(three: Path) -> None:
    """`x` and what it takes along; `u` undoes it."""
    async with writing(three) as reader:
        await reader.press("d", "G", "x")
        await reader.until(lambda: not isinstance(reader.app.screen, ShelfScreen))
        await reader.press("enter")
        await reader.hears("Saved")
        await reader.until(lambda: isinstance(reader.app.screen, ShelfScreen))
        assert titles(reader) == ["On bridges", "A bridge too far"]
        await reader.press("u")
        await reader.hears("Taken back")

        await reader.until(lambda: len(titles(reader)) == 3)


async def test_an_empty_shelf_says_how_to_fill_it(tmp_path: Path) -> None:
    """No key that does nothing here is named."""
    path = a_store(tmp_path, tables_of([an_actor(1)]))
    async with writing(path, size=(80, 24)) as reader:
        await reader.press("d")

        await reader.sees("No documents yet; opedtui add FILE brings one in")


async def test_typing_and_ordering_do_not_go_through_the_records_again(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are gone through when the shelf opens, and after each change."""
    asked: list[Library] = []

    def counted(library: Library, progress: Progress) -> tuple[Shelved, ...]:
        asked.append(library)
        return shelved(library, progress)

    monkeypatch.setattr("opedtui.ui.screens.shelf.shelved", counted)
    async with writing(three) as reader:
        await reader.press("d", "s", "f", *"lee")
        await reader.sees("1 of 3")

        assert len(asked) == 1


async def test_the_cursor_moves_while_words_are_typed(three: Path) -> None:
    """Enter twice opens what it is on."""
    async with writing(three) as reader:
        await reader.press("d", "f", *"bridge", "down", "enter", "enter")

        assert str(reader.place.doc) == "d2"
