"""Editing the fields of a record, by keyboard."""

from __future__ import annotations

import pytest
from textual.events import Paste

from opedtui.model.refs import Ref
from opedtui.reading.changes.forms import form_of
from opedtui.ui.dialogs.edit import EditDialog
from opedtui.ui.dialogs.entry import Entry

from ..making import a_library
from .asking import Asked, asking

LIBRARY = a_library()


async def to_field(asked: Asked, ref: str, path: str) -> None:
    """Down to the field of this path, and nothing in the line."""
    paths = [line.path for line in form_of(asked.library[Ref.parse(ref)])]
    await asked.press(*["down"] * paths.index(path), "end", "ctrl+u")


async def test_the_words_and_every_field_are_shown() -> None:
    """A claim is judged with its words in sight."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        assert "“the bridge is old”" in asked.screen
        for line in form_of(LIBRARY[Ref.parse("c3")]):
            assert line.path in asked.screen


async def test_a_word_of_a_vocabulary_is_completed() -> None:
    """`va`, Tab, and the kind is `value`; ctrl+s saves."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await to_field(asked, "c3", "kind")
        await asked.type("va")
        await asked.press("tab", "ctrl+s")

        assert asked.made("c3").kind == "value"
        assert asked.made("c3").modified == "2026-11-25T09:00:00Z"
        assert asked.change.label == "change kind of c3"


async def test_tab_goes_through_the_words_and_back() -> None:
    """From the one that is there to those after it, and round."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await asked.press("down", "down", "tab", "tab", "shift+tab", "ctrl+s")

        assert asked.made("c3").kind == "value"


async def test_an_actor_is_completed_by_its_name() -> None:
    """Enter takes what the letters must mean; refs need not be known."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await to_field(asked, "c3", "about")
        await asked.type("office")
        assert "a3 the works office" in asked.screen
        await asked.press("enter")
        await asked.type(", mayor")
        await asked.press("enter", "ctrl+s")

        assert [str(ref) for ref in asked.made("c3").about] == ["a3", "a1"]


async def test_the_mode_of_a_voice_is_completed_in_its_parentheses() -> None:
    """`a4, a2 (ind` becomes `a4, a2 (indirect)`."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await to_field(asked, "c3", "voice")
        await asked.type("a4, engineers")
        await asked.press("tab")
        await asked.type(" (ind")
        await asked.press("tab")
        await asked.type(")")
        await asked.press("ctrl+s")

        voices = [(str(voice.actor), voice.mode) for voice in asked.made("c3").voice]
        assert voices == [("a4", "own"), ("a2", "indirect")]


async def test_a_wrong_date_is_explained_while_it_is_typed() -> None:
    """And nothing is saved with it; the dialog goes to the field."""
    async with asking(EditDialog, LIBRARY, "e1") as asked:
        await to_field(asked, "e1", "date.edtf")
        await asked.type("2023-13")
        assert "there is no month 13" in asked.screen
        await asked.press("up", "up", "ctrl+s")

        assert asked.is_open
        assert asked.host.screen.query_one(Entry).value == "2023-13"


async def test_a_right_date_is_told_in_words() -> None:
    """The reader sees what the program understood."""
    async with asking(EditDialog, LIBRARY, "e1") as asked:
        await to_field(asked, "e1", "date.edtf")
        await asked.type("2023-02")

        assert "February 2023" in asked.screen


async def test_several_fields_are_one_change() -> None:
    """One save, one undo."""
    async with asking(EditDialog, LIBRARY, "a1") as asked:
        await asked.type(" of the town")
        await to_field(asked, "a1", "country")
        await asked.type("AZE")
        await asked.press("ctrl+s")

        actor = asked.made("a1")
        assert (actor.name, actor.country) == ("the mayor of the town", "AZE")
        assert asked.change.label == "change 2 fields of the mayor"


async def test_a_field_is_emptied_by_emptying_its_line() -> None:
    """What need not be there is left out."""
    async with asking(EditDialog, LIBRARY, "c2") as asked:
        await to_field(asked, "c2", "about")
        await asked.press("ctrl+s")

        assert asked.made("c2").about == ()


async def test_a_field_that_is_needed_cannot_be_emptied() -> None:
    """The line under it says so."""
    async with asking(EditDialog, LIBRARY, "c2") as asked:
        await asked.press("ctrl+u", "ctrl+s")

        assert asked.is_open
        assert "cannot be left empty" in asked.screen


async def test_nothing_typed_is_nothing_to_save() -> None:
    """Nor to ask about."""
    for key in ("ctrl+s", "escape"):
        async with asking(EditDialog, LIBRARY, "c2") as asked:
            await asked.press("down", "up", "x", "backspace", key)

            assert asked.answers == [None]


async def test_leaving_asks_when_something_was_typed() -> None:
    """Only `y` loses it."""
    async with asking(EditDialog, LIBRARY, "c2") as asked:
        for no in ("n", "escape", "enter"):
            await asked.press("x", "escape")
            assert "lose what you typed" in asked.screen
            await asked.press(no)
            assert asked.is_open
            assert "She was wrong in May 2021x" in asked.screen
        await asked.press("escape", "y")

        assert asked.answers == [None]


async def test_what_was_typed_comes_back_when_saving_failed() -> None:
    """With the reason, and to be saved again or changed further."""
    async with asking(EditDialog, LIBRARY, "c2") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, EditDialog)
        await asked.type("!")
        await asked.press("ctrl+s")
        asked.answers.clear()
        await asked.ask(dialog.again("Cannot write db.json: the disk is full"))
        assert "the disk is full" in asked.screen
        assert "May 2021!" in asked.screen
        await asked.type("!")
        await asked.press("ctrl+s")

        assert asked.made("c2").text == "She was wrong in May 2021!!"


async def test_a_paste_is_data() -> None:
    """Lines, signs and sequences are kept as they are, and none reaches the terminal."""
    async with asking(EditDialog, LIBRARY, "n1") as asked:
        await asked.press("ctrl+u")
        asked.host.screen.query_one(Entry).post_message(Paste("[/]\r\n\x1b[31m[@click=app.quit]q"))
        await asked.pilot.pause()
        shown = asked.screen
        await asked.press("ctrl+j", "x", "ctrl+s")

        assert asked.made("n1").body == "[/]\n\x1b[31m[@click=app.quit]q\nx"
        assert "\x1b" not in shown
        assert "[/]␊␛[31m[@click=app.quit]q" in shown


@pytest.mark.parametrize("kind", ["d1", "a1", "c1", "q1", "e1", "r1", "n1", "m1"])
async def test_every_kind_of_record_can_be_edited(kind: str) -> None:
    """The status, as the field that all have."""
    async with asking(EditDialog, LIBRARY, kind) as asked:
        await to_field(asked, kind, "status")
        await asked.type("rej")
        await asked.press("enter", "ctrl+s")

        assert asked.made(kind).status == "rejected"


async def test_a_dialog_knows_what_would_be_lost() -> None:
    """The field that is being written in too; nothing where nothing was typed."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, EditDialog)
        assert dialog.unsaved == ""
        await to_field(asked, "c3", "text")
        await asked.type("Half a")

        assert dialog.unsaved.splitlines()[-1] == "text: Half a"
        assert "c3" in dialog.unsaved
