"""Changing many records at once, and attaching orphans, by keyboard."""

from __future__ import annotations

from dataclasses import replace

from opedtui.reading.changes.texts import orphans, replace_text
from opedtui.reading.library import Library
from opedtui.ui.dialogs.many import ChangeManyDialog
from opedtui.ui.dialogs.orphans import OrphansDialog

from ..making import TEXT, a_library, ref
from .asking import NOW, asking

LIBRARY = a_library()
CLAIMS = ("c1", "c2", "c3")


async def test_the_status_of_all_is_set_at_once() -> None:
    """One change for all of them."""
    async with asking(ChangeManyDialog, LIBRARY, *CLAIMS) as asked:
        assert "3 claims" in asked.screen
        await asked.type("rej")
        await asked.press("tab", "ctrl+s")

        assert {asked.made(claim).status for claim in CLAIMS} == {"rejected"}
        assert asked.change.label == "set status of 3 records to rejected"


async def test_kind_and_tags_go_together_in_one_change() -> None:
    """Fields that are left empty are left alone."""
    async with asking(ChangeManyDialog, LIBRARY, *CLAIMS) as asked:
        await asked.press("down")
        await asked.type("value")
        await asked.press("enter")
        await asked.type("bridges, to check")
        await asked.press("ctrl+s")

        for claim in CLAIMS:
            assert asked.made(claim).kind == "value"
            assert asked.made(claim).tags == ("bridges", "to check")
            assert asked.made(claim).status == "confirmed"
        assert len(asked.change.edits) == 3


async def test_a_tag_is_taken_away() -> None:
    """Tags that are there are completed."""
    tagged = [replace(claim, tags=("bridges", "old")) for claim in LIBRARY.claims]
    async with asking(ChangeManyDialog, Library([*LIBRARY.values(), *tagged]), "c1") as asked:
        await asked.press("down", "down", "down")
        await asked.type("bri")
        await asked.press("tab", "ctrl+s")

        assert asked.made("c1").tags == ("old",)


async def test_what_one_of_them_cannot_have_is_told() -> None:
    """With the ref of the one."""
    async with asking(ChangeManyDialog, LIBRARY, "c1", "m1") as asked:
        assert "kind" not in asked.screen
        await asked.press("down")
        await asked.type("x")
        await asked.press("ctrl+s")

        assert asked.is_open
        assert "m1 is a mention, which has no tags" in asked.screen


CORRECTED = TEXT.replace("She was wrong in May 2021.", "The mayor, it turned out, erred in May.")


def with_orphans() -> Library:
    """The small library after its text was replaced by one that lacks some words."""
    return LIBRARY.apply(replace_text(LIBRARY, ref("d1"), CORRECTED, NOW).change)


async def test_orphans_are_listed_with_their_candidates() -> None:
    """What lost its place is told, and where it may belong."""
    library = with_orphans()
    lost = orphans(library, ref("d1"))
    async with asking(OrphansDialog, library, "d1") as asked:
        assert lost
        for orphan in lost:
            assert f" {orphan.ref} " in asked.screen


async def test_one_key_attaches_an_orphan_and_one_saves() -> None:
    """All that were attached are one change."""
    library = with_orphans()
    lost = orphans(library, ref("d1"))
    at = next(at for at, orphan in enumerate(lost) if orphan.candidates)
    async with asking(OrphansDialog, library, "d1") as asked:
        await asked.press(*["j"] * at, "1")
        assert "1 attached" in asked.screen
        await asked.press("ctrl+s")

        after = library.apply(asked.change)
        assert len(orphans(after, ref("d1"))) == len(lost) - 1
        assert asked.change.label == "attach 1 span of An op-ed"


async def test_an_attached_orphan_can_be_taken_back_and_leaving_asks() -> None:
    """Until it is saved nothing has happened."""
    library = with_orphans()
    lost = orphans(library, ref("d1"))
    at = next(at for at, orphan in enumerate(lost) if orphan.candidates)
    async with asking(OrphansDialog, library, "d1") as asked:
        await asked.press(*["j"] * at, "1", "escape")
        assert "attach none of them" in asked.screen
        await asked.press("n", "u")
        assert f"{len(lost)} spans without a place" in asked.screen
        await asked.press("escape")

        assert asked.answers == [None]


async def test_attached_orphans_come_back_when_saving_failed() -> None:
    """Nothing has to be attached again."""
    library = with_orphans()
    at = next(at for at, o in enumerate(orphans(library, ref("d1"))) if o.candidates)
    async with asking(OrphansDialog, library, "d1") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, OrphansDialog)
        await asked.press(*["j"] * at, "1", "ctrl+s")
        first = asked.answers.pop()
        await asked.ask(dialog.again("The disk is full"))
        assert "1 attached" in asked.screen
        await asked.press("ctrl+s")

        assert asked.answers == [first]


async def test_a_document_without_orphans_says_so() -> None:
    """Nothing to do."""
    async with asking(OrphansDialog, LIBRARY, "d1") as asked:
        assert "Every record stands on its words" in asked.screen
        await asked.press("1", "u", "enter", "ctrl+s")

        assert asked.answers == [None]
