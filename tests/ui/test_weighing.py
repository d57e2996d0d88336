"""Progress, voices and the argument, from the reader's side."""

from __future__ import annotations

from pathlib import Path
from time import sleep
from unittest.mock import patch

import pytest

from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.reading.progress import Headway, Progress
from opedtui.ui.progress_file import load_progress, progress_file, save_progress
from opedtui.ui.screens.read import Read
from tests.making import a_claim, a_document, a_store, an_actor, words

from .reader import Reader, in_every_window, reading, writing


@pytest.fixture(autouse=True)
def no_time_passes() -> None:
    """Here it does."""


async def test_a_claim_at_hand_for_a_moment_is_read(bundled: Library) -> None:
    """Its sign goes, and the footer counts it."""
    async with reading(bundled) as reader:
        await reader.sees("claim 1 of 45, 44 unread")

        assert "○  c1" not in reader.screen
        assert "○  c2" in reader.screen


async def test_nothing_waits_once_it_is_read(bundled: Library) -> None:
    """A reader who rests costs nothing."""
    async with reading(bundled) as reader:
        with patch.object(Read, "clock", lambda _: 1e9):
            reader.read._look_again()

        assert reader.read._until_read is None


async def test_walking_over_a_claim_in_the_text_reads_it(bundled: Library) -> None:
    """Without a stop."""
    async with reading(bundled) as reader:
        await reader.press("4", *["j"] * 4)

        assert Ref.parse("c2") in reader.read.read_claims


async def test_the_next_unread_claim_is_a_chord_away(bundled: Library) -> None:
    """Those that are read are passed over, in both directions."""
    async with reading(bundled) as reader:
        reader.read.begin_with(_read(bundled, 2, 3))
        await reader.press("]", "u")
        on = reader.ref
        await reader.press("[", "u")

        assert (on, reader.ref) == ("c4", "c1")


async def test_when_all_is_read_it_is_said(bundled: Library) -> None:
    """And the reader stays."""
    async with reading(bundled) as reader:
        await reader.press("P", "r", "escape", "]", "u")

        await reader.hears("Every claim of this document is read")
        assert "unread" not in reader.screen.splitlines()[-1]


def _read(library: Library, *numbers: int) -> Progress:
    progress = Progress({})
    doc = library.documents[0].ref
    read = frozenset(Ref.parse(f"c{number}") for number in numbers)
    return progress.with_document(doc, Headway(read))


async def test_the_progress_screen_says_how_much_is_left(bundled: Library) -> None:
    """And a key marks all of it, or none."""
    async with reading(bundled) as reader:
        await reader.press("P")
        assert "of 45" in reader.screen
        await reader.press("r")
        assert "45 of 45" in reader.screen
        await reader.press("u")
        assert " 0 of 45" in reader.screen
        await reader.press("escape")

        assert not reader.is_asked


async def test_progress_is_kept_and_what_is_new_is_said(tmp_path: Path) -> None:
    """In the folder for state, never in the store."""
    path = a_store(tmp_path)
    before = path.read_bytes()
    async with writing(path) as reader:
        await reader.sees("4 unread")
        await reader.press("q")
    await_written(path)

    kept = load_progress(path)
    assert len(kept.of(Ref.parse("d1")).claims) == 1
    assert path.read_bytes() == before
    save_progress(path, Progress(kept.documents, newest=3))
    async with writing(path, progress=load_progress(path)) as reader:
        await reader.hears("Since last time: 4 claims unread here / 2 new")


def await_written(path: Path) -> None:
    for _ in range(200):
        if progress_file(path).exists():
            return
        sleep(0.01)


def test_a_file_that_cannot_be_read_is_a_new_beginning(tmp_path: Path) -> None:
    """A convenience is no reason to stop."""
    path = a_store(tmp_path)
    progress_file(path).parent.mkdir(parents=True, exist_ok=True)
    progress_file(path).write_bytes(b'{"documents": {"d1"')

    assert load_progress(path) == Progress({})


async def test_voices_answer_whose_view_it_is(bundled: Library) -> None:
    """A bar for each view, a row for each actor; the author is marked."""
    async with reading(bundled) as reader:
        await reader.press("A")

        assert "✎ Huseynov" in reader.screen
        assert "in the writer's own" in reader.screen
        assert "█" in reader.screen


async def test_a_number_is_one_enter_from_its_claims_and_they_from_their_words(
    bundled: Library,
) -> None:
    """Escape comes back level by level, to where the reader was."""
    async with reading(bundled) as reader:
        rejected = await to_the_rejected(reader)
        await reader.press("enter")
        assert rejected in reader.screen
        await reader.press("escape")
        assert reader.is_asked
        await reader.press("escape")
        assert (reader.is_asked, reader.ref, reader.pane) == (False, "c1", "claims")
        await reader.press("A", "enter", "enter")

        assert (reader.ref, reader.pane) == ("c19", "source")
        await reader.press("<")
        assert reader.ref == "c1"


async def to_the_rejected(reader: Reader) -> str:
    """All voices, the column of what is rejected: one claim."""
    await reader.press("A", "l", "l", "l", "l")
    return "c19"


async def test_numbers_stand_under_their_headings_in_a_narrow_window(bundled: Library) -> None:
    """All rows move along when the column at hand would be out of view."""
    async with reading(bundled, size=(60, 24)) as reader:
        await reader.press("A", *["l"] * 9)
        heading, everybody, author = [
            next(line for line in reader.lines if name in line)
            for name in ("mixed", "┃all voices", "Huseynov")
        ]

        assert heading.split() == ["reject", "scare", "direct", "indir", "mixed", "all"]
        assert everybody.split("┃")[1].split()[2:] == ["1", "1", "1", "4", "2", "45"]
        assert author.split("┃")[1].split()[2:] == ["·", "·", "1", "2", "·", "39"]


async def test_voices_of_the_whole_store_are_a_key_away(bundled: Library) -> None:
    """And the document's again."""
    async with reading(bundled) as reader:
        await reader.press("A", "w")
        whole = reader.screen
        await reader.press("w")

        assert "Voices of every document" in whole
        assert "Voices of d1" in reader.screen


async def test_the_argument_unfolds_in_place(bundled: Library) -> None:
    """The words of what is under the cursor stand beside it, and the place waits."""
    async with reading(bundled) as reader:
        await reader.press("E", "j")
        assert "+  c10" in reader.screen
        folded = len(reader.lines)
        await reader.press("l", "l")
        assert "c24" in reader.screen
        await reader.press("h", "h", "escape")

        assert folded == len(reader.lines)
        assert (reader.ref, reader.pane) == ("c1", "claims")


async def test_enter_goes_from_the_tree_to_the_words(bundled: Library) -> None:
    """By the trail; and the tree is as it was when it is opened again."""
    async with reading(bundled) as reader:
        await reader.press("E", "j", "enter")
        assert (reader.ref, reader.pane) == ("c10", "source")
        await reader.press("E", "enter")

        assert reader.ref == "c10"


async def test_gaps_are_a_tab_away_and_lead_to_their_words(bundled: Library) -> None:
    """The first is the central claim without support."""
    async with reading(bundled) as reader:
        await reader.press("E", "tab")
        assert "Claims without any support in the text: 19" in reader.screen
        await reader.press("l", "j", "enter")

        assert reader.ref == "c20"


@pytest.mark.parametrize(("key", "title"), [("A", "━ Voices"), ("E", "━ Argument")])
async def test_the_frame_that_keys_reach_is_drawn_heavy(
    bundled: Library, key: str, title: str
) -> None:
    """As in the reading screen; Tab moves it."""
    async with reading(bundled) as reader:
        await reader.press(key)
        assert title in reader.screen
        await reader.press("tab")

        assert title not in reader.screen


@in_every_window
@pytest.mark.parametrize("key", ["P", "A", "E"])
async def test_every_screen_fits_and_escape_leaves_it(
    bundled: Library, key: str, size: tuple[int, int]
) -> None:
    """From a narrow window to a wide one."""
    async with reading(bundled, size=size) as reader:
        await reader.press(key, "j", "l", "tab", "j", "k")
        assert reader.is_asked
        await reader.press("escape", "escape")

        assert not reader.is_asked


HOSTILE = "[/]\x1b[31m[bold]‮evil\n"


@pytest.mark.parametrize("key", ["P", "A", "E"])
async def test_data_is_never_markup_on_these_screens(key: str) -> None:
    """Nor does it speak to the terminal."""
    claims = (
        a_claim(1, words("mayor"), text=HOSTILE, central=True, kind=f"x-{HOSTILE}"),
        a_claim(2, words("She"), text=HOSTILE, stance=f"x-{HOSTILE}"),
    )
    library = Library([a_document(title=HOSTILE), an_actor(1, HOSTILE), *claims])
    async with reading(library) as reader:
        await reader.press(key, "j", "tab", "j", "enter")

        assert "\x1b" not in reader.screen
        assert "‮" not in reader.screen


@pytest.mark.parametrize("key", ["P", "A", "E"])
@pytest.mark.parametrize("library", [Library(), Library([a_document()])])
async def test_an_empty_library_breaks_nothing(key: str, library: Library) -> None:
    """There is nothing to weigh."""
    async with reading(library) as reader:
        await reader.press(key, "j", "l", "h", "enter", "tab", "space", "enter", "escape", "escape")

        assert not reader.is_asked
