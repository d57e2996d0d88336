"""What a reader does all the time takes the keys that docs/keys.md says, and no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from docs.tasks import TASKS, TYPED, Task

from opedtui.ui.panes.lists import ClaimsList
from opedtui.ui.screens.actor import ActorScreen
from tests.making import a_store
from tests.ui.reader import Reader, writing

Act = Callable[..., Awaitable[None]]
"""Does the task, with this typed where something is to be typed."""
Witness = Callable[[Reader, Act], Awaitable[None]]
WITNESSES: dict[str, Witness] = {}
"""By the need: brings the reader into the situation, lets the task be done, and looks."""


def sees(need: str) -> Callable[[Witness], Witness]:
    """The witness of this task."""

    def enter(witness: Witness) -> Witness:
        WITNESSES[need] = witness
        return witness

    return enter


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.need)
async def test_a_task_takes_its_keys(tmp_path: Path, task: Task) -> None:
    """On a small op-ed, from where the need arises."""
    async with writing(a_store(tmp_path)) as reader:

        async def act(typed: str = "") -> None:
            for key in task.keys:
                await reader.press(*(typed if key == TYPED else [key]))

        await WITNESSES[task.need](reader, act)


@sees("From a row of a list to its words")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j")
    await act()

    assert (reader.pane, reader.words) == ("claims", reader.record(reader.ref).text)


@sees("From the words to their row")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("4", "]", "c")
    await act()

    claims = reader.read.query_one(ClaimsList)
    assert reader.pane == "source"
    assert str(claims.records[claims.cursor].ref) == reader.ref == "c2"


@sees("To the next record in the text")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("4", "g")
    before = reader.words
    await act()

    assert reader.words != before


@sees("To the next claim, quote, dated phrase or actor")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("4", "g")
    await act()

    assert reader.ref == "c2"


@sees("Who says this?")
async def _(reader: Reader, act: Act) -> None:
    await act()

    card = reader.read.query_one("Card").region
    assert "the writer ▸ the mayor" in "\n".join(reader.lines[card.y : card.bottom])


@sees("What an actor says in every text")
@sees("Everything that an actor says")
async def _(reader: Reader, act: Act) -> None:
    await act()

    assert isinstance(reader.app.screen, ActorScreen)
    await reader.sees("the bridge is safe")


@sees("An actor over time")
async def _(reader: Reader, act: Act) -> None:
    await act()

    assert isinstance(reader.app.screen, ActorScreen)
    await reader.sees("2021")


@sees("What supports and attacks this claim")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j")
    await act()

    assert "is supported by" in reader.screen


@sees("To what supports it")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j")
    await act()

    assert reader.ref == "c3"


@sees("Back to where one was")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "5", "enter")
    await act()

    assert reader.ref == "c2"


@sees("Forward again")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "5", "enter", "<")
    await act()

    assert reader.ref == "c3"


@sees("Mark a place")
async def _(reader: Reader, act: Act) -> None:
    await act()

    await reader.hears("x")


@sees("Go to a mark")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "m", "x", "G")
    await act()

    assert reader.ref == "c2"


@sees("A note on a claim")
async def _(reader: Reader, act: Act) -> None:
    await act("so")

    await reader.until(lambda: any(note.body == "so" for note in reader.read.library.notes))


@sees("Make a sentence a claim")
async def _(reader: Reader, act: Act) -> None:
    before = len(reader.read.library.claims)
    await reader.press("4", "g")
    await act()

    await reader.until(lambda: len(reader.read.library.claims) == before + 1)


@sees("Relate two claims")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "j", "j")
    await act()

    await reader.hears("Saved: relate: c3 attacks c4")


@sees("Relate to one found by its words")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "j", "j")
    await act("wrong")

    await reader.hears("Saved: relate: c3 attacks c2")


@sees("Find words in texts and records")
async def _(reader: Reader, act: Act) -> None:
    await act("rusty")

    await reader.sees("c4")


@sees("Take back the last change")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("G", "x", "y")
    await reader.until(lambda: len(reader.read.library.claims) == 4)
    await act()

    await reader.until(lambda: len(reader.read.library.claims) == 5)


@sees("Go on where one stopped")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("j", "j")
    store, session, left = reader.read.store, reader.read.session, reader.ref
    assert store

    async with writing(store, session=session) as another_day:
        await act()

        assert another_day.ref == left


@sees("Copy a citation")
async def _(reader: Reader, act: Act) -> None:
    await act()

    await reader.hears("citation")


@sees("Only the claims that matter now")
async def _(reader: Reader, act: Act) -> None:
    await act("text~rusty")

    await reader.sees("Claims 1 of 5")


@sees("The values of a field, and one of them")
async def _(reader: Reader, act: Act) -> None:
    await act()

    await reader.sees("f kind=")


@sees("A view that was saved")
async def _(reader: Reader, act: Act) -> None:
    await reader.press("f", *"text~rusty", "ctrl+s", *"worn", "enter", "ctrl+l", "enter")
    await reader.sees("Claims 5")
    await act("@worn")

    await reader.sees("Claims 1 of 5")


@sees("Whose views does the text give?")
async def _(reader: Reader, act: Act) -> None:
    await act()

    assert reader.is_asked
    await reader.sees("the writer")
