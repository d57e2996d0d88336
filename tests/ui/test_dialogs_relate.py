"""Tying two records together, by keyboard."""

from __future__ import annotations

from opedtui.model.refs import Ref
from opedtui.ui.dialogs.relate import RelateDialog, nearest_first

from ..making import a_library
from .asking import asking


async def test_a_sign_and_a_number_make_a_tie() -> None:
    """Four keys with the one that opens the dialog: `r + 2 ⏎`."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.press("plus", "2", "enter")

        tie = asked.made("r5")
        assert (tie.kind, str(tie.source), str(tie.target)) == ("supports", "c1", "c2")
        assert asked.change.label == "relate: c1 supports c2"


async def test_a_sign_and_a_move_make_a_tie() -> None:
    """What stands nearest in the text is under the cursor at once."""
    async with asking(RelateDialog, a_library(), "c3") as asked:
        nearest = nearest_first(asked.library, Ref.parse("c3"), "attacks")
        await asked.press("minus", "down", "enter")

        assert asked.made("r5").target == nearest[1]


async def test_the_target_is_found_by_its_words() -> None:
    """A few letters of a few words are enough, in any order."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.type("+brid rust")
        await asked.press("enter")

        assert str(asked.made("r5").target) == "c4"


async def test_an_actor_is_found_by_its_alias() -> None:
    """Nobody has to know under which name an actor is kept."""
    async with asking(RelateDialog, a_library(), "a1") as asked:
        await asked.type("!works")
        await asked.press("enter")

        assert str(asked.made("r5").target) == "a3"


async def test_the_kind_is_found_by_its_name_too() -> None:
    """Signs that are on no keyboard are not needed."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.type("contra")
        await asked.press("enter", "2", "enter")

        assert asked.made("r5").kind == "contradicts"


async def test_a_letter_is_the_sign_of_a_kind_or_the_first_of_a_name() -> None:
    """`c` concedes; `ca` causes."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.press("c", "enter", "2", "enter")
        assert asked.made("r5").kind == "concedes"

    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.press("c", "a", "enter", "2", "enter")
        assert asked.made("r5").kind == "causes"


async def test_only_kinds_that_fit_are_offered() -> None:
    """An actor supports nothing, and a claim is no ally."""
    async with asking(RelateDialog, a_library(), "a1") as asked:
        assert "is allied with" in asked.screen
        assert "supports" not in asked.screen
        await asked.press("plus")
        assert "Nothing fits" in asked.screen


async def test_a_tie_can_be_undercut() -> None:
    """The step from one claim to another is a target like any record."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.press("underscore", "r", "2", "enter")

        assert str(asked.made("r5").target) == "r2"


async def test_from_a_tie_the_claim_that_undercuts_it_is_chosen() -> None:
    """A tie can only be a target, so that the new one leads to it."""
    async with asking(RelateDialog, a_library(), "r2") as asked:
        assert "is undercut by" in asked.screen
        await asked.press("_", "1", "enter")

        tie = asked.made("r5")
        assert (tie.kind, str(tie.source), str(tie.target)) == ("undercuts", "c1", "r2")


async def test_beside_a_record_the_tie_under_the_cursor_can_be_undercut() -> None:
    """The other kinds begin at the record."""
    async with asking(RelateDialog, a_library(), "c2", "r2") as asked:
        assert "r2 is undercut by" in asked.screen
        await asked.press("_", "c", "1", "enter")
        tie = asked.made("r5")
        assert (tie.kind, str(tie.source), str(tie.target)) == ("undercuts", "c1", "r2")
    async with asking(RelateDialog, a_library(), "c2", "r2") as asked:
        await asked.press("_", "escape", "minus", "c", "1", "enter")

        tie = asked.made("r5")
        assert (tie.kind, str(tie.source), str(tie.target)) == ("attacks", "c2", "c1")


async def test_a_kind_of_ones_own_is_written_out() -> None:
    """`x-…` is always possible, between any two records."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.type("x-echoes")
        await asked.press("enter", "q", "1", "enter")

        assert asked.made("r5").kind == "x-echoes"


async def test_a_tie_that_is_there_is_told_and_nothing_is_lost() -> None:
    """The dialog stays with what was typed."""
    async with asking(RelateDialog, a_library(), "c3") as asked:
        await asked.press("plus", "c", "2", "enter")

        assert asked.is_open
        assert "r1 says already" in asked.screen


async def test_escape_leads_back_to_the_kind_and_then_out() -> None:
    """One level at a time."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        await asked.press("plus", "escape")
        assert "is attacked by" not in asked.screen
        assert "attacks" in asked.screen
        await asked.press("escape")

        assert asked.answers == [None]


async def test_what_was_typed_comes_back_when_saving_failed() -> None:
    """The screen pushes the dialog again, with the reason."""
    async with asking(RelateDialog, a_library(), "c1") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, RelateDialog)
        await asked.type("+rusty")
        await asked.press("enter")
        asked.answers.clear()
        await asked.ask(dialog.again("The disk is full; make room and save again"))

        assert "The disk is full" in asked.screen
        assert "rusty" in asked.screen
        await asked.press("enter")
        assert str(asked.made("r5").target) == "c4"
