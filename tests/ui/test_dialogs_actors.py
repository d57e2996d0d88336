"""One actor out of two, and two out of one, by keyboard."""

from __future__ import annotations

from opedtui.model.records import Alias
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.ui.dialogs.hand_over import HandOverDialog
from opedtui.ui.dialogs.merge import MergeDialog
from opedtui.ui.dialogs.split import SplitDialog

from ..making import a_library, a_mention, an_actor, words
from .asking import asking

LIBRARY = a_library()
ALIASES = (Alias(text="the council"), Alias(text="engineers", kind="epithet"))
TWO_IN_ONE = Library(
    [
        *LIBRARY.values(),
        an_actor(9, "the council", aliases=ALIASES),
        a_mention(9, "a9", words("engineers"), "nominal"),
        a_mention(10, "a9", words("rusty"), "nominal"),
    ]
)


async def test_the_actor_to_keep_is_found_and_told_what_it_takes_over() -> None:
    """What moves is said before it moves."""
    async with asking(MergeDialog, LIBRARY, "a1") as asked:
        await asked.type("engin")
        assert "3 mentions" in asked.screen
        assert "→ the engineers" in asked.screen
        await asked.press("enter")

        assert asked.change.label == "merge the mayor into the engineers"
        assert Ref.parse("a1") not in LIBRARY.apply(asked.change)


async def test_an_actor_is_not_offered_to_itself() -> None:
    """There is nothing to choose wrongly."""
    async with asking(MergeDialog, LIBRARY, "a1") as asked:
        await asked.type("mayor")
        await asked.press("enter")

        assert "Nothing fits" in asked.screen
        assert asked.is_open


async def test_the_choice_comes_back_when_saving_failed() -> None:
    """Enter is all that is needed to try again."""
    async with asking(MergeDialog, LIBRARY, "a1") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, MergeDialog)
        await asked.press("down", "enter")
        first = asked.answers.pop()
        await asked.ask(dialog.again("The disk is full"))
        assert "The disk is full" in asked.screen
        await asked.press("enter")

        assert asked.answers == [first]


async def test_an_alias_leaves_with_the_mentions_in_its_words() -> None:
    """Space marks it, and it is the new name unless another is typed."""
    async with asking(SplitDialog, TWO_IN_ONE, "a9") as asked:
        assert "engineers  named so 1×" in asked.screen
        assert " m9 " not in asked.screen
        await asked.press("j", "space", "enter", "enter")

        new = asked.made("a10")
        assert new.name == "engineers"
        assert str(asked.made("m9").actor) == "a10"
        assert str(asked.made("m10").actor) == "a9"


async def test_a_single_mention_leaves_under_a_name_of_its_own() -> None:
    """Whatever names the actor can be handed over."""
    async with asking(SplitDialog, TWO_IN_ONE, "a9") as asked:
        await asked.press("G", "space", "tab")
        await asked.type("The Rust")
        await asked.press("ctrl+s")

        assert asked.made("a10").name == "The Rust"
        assert str(asked.made("m10").actor) == "a10"
        assert str(asked.made("m9").actor) == "a9"


async def test_nothing_marked_or_no_name_is_told() -> None:
    """The dialog stays."""
    async with asking(SplitDialog, TWO_IN_ONE, "a9") as asked:
        await asked.press("ctrl+s")
        assert "nothing leaves" in asked.screen
        await asked.press("G", "space", "ctrl+s")
        assert "needs a name" in asked.screen
        await asked.press("space", "space", "escape")

        assert asked.answers == [None]


async def test_marks_and_name_come_back_when_saving_failed() -> None:
    """Nothing has to be marked again."""
    async with asking(SplitDialog, TWO_IN_ONE, "a9") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, SplitDialog)
        await asked.press("j", "space", "G", "space", "ctrl+s")
        first = asked.answers.pop()
        await asked.ask(dialog.again("The disk is full"))
        await asked.press("ctrl+s")

        assert asked.answers == [first]


async def test_what_is_under_the_cursor_is_handed_over_by_enter_and_a_few_letters() -> None:
    """To an actor that is there, found by any of its letters."""
    async with asking(HandOverDialog, TWO_IN_ONE, "a9") as asked:
        await asked.press("j", "enter")
        assert "[x] engineers" in asked.screen
        await asked.type("the eng")
        await asked.press("enter")

        assert asked.change.label == "hand “engineers” over from the council to the engineers"
        assert str(asked.made("m9").actor) == "a2"
        assert str(asked.made("m10").actor) == "a9"


async def test_single_mentions_are_handed_over_with_others() -> None:
    """What was marked, and nothing else."""
    async with asking(HandOverDialog, TWO_IN_ONE, "a9") as asked:
        await asked.press("G", "space", "tab")
        await asked.type("mayor")
        await asked.press("ctrl+s")

        assert str(asked.made("m10").actor) == "a1"
        assert len(asked.change.edits) == 1


async def test_nothing_to_hand_over_or_nobody_to_take_it_is_told() -> None:
    """The dialog stays, and Escape leaves it."""
    async with asking(HandOverDialog, TWO_IN_ONE, "a9") as asked:
        await asked.press("ctrl+s")
        assert "nothing leaves" in asked.screen
        await asked.press("space", "tab")
        await asked.type("zzz")
        await asked.press("ctrl+s")
        assert "no actor fits" in asked.screen
        await asked.press("escape")

        assert asked.answers == [None]


async def test_what_was_to_be_handed_over_comes_back_when_saving_failed() -> None:
    """Marks and choice."""
    async with asking(HandOverDialog, TWO_IN_ONE, "a9") as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, HandOverDialog)
        await asked.press("j", "space", "enter")
        await asked.type("office")
        await asked.press("enter")
        first = asked.answers.pop()
        await asked.ask(dialog.again("The disk is full"))
        assert "The disk is full" in asked.screen
        await asked.press("ctrl+s")

        assert asked.answers == [first]
