"""Every dialog with texts that mean harm, and in windows of every size."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from textual.events import Paste

from opedtui.model.records import Actor, Alias, Document
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.render.visible import visible
from opedtui.ui.dialogs.dialog import Dialog
from opedtui.ui.dialogs.edit import EditDialog
from opedtui.ui.dialogs.entry import Entry, masked
from opedtui.ui.dialogs.many import ChangeManyDialog
from opedtui.ui.dialogs.merge import MergeDialog
from opedtui.ui.dialogs.orphans import OrphansDialog
from opedtui.ui.dialogs.relate import RelateDialog
from opedtui.ui.dialogs.remove import RemoveDialog
from opedtui.ui.dialogs.split import SplitDialog

from ..making import a_claim, a_library, a_mention, a_note, a_relation, an_actor
from .asking import asking

HARM = (
    "[/] [sic] [@click=app.quit]q[/] \x1b[31mred \x9b2J \x07\x00 \u202eevil\u2066 "
    "a" + "\u0301" * 40 + " 丂丂 \ufeff‍ \t|\n\r\U0001f469\ufe0f"
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

DIALOGS: list[tuple[type[Dialog], str]] = [
    (EditDialog, "c1"), (EditDialog, "a1"), (EditDialog, "n1"), (EditDialog, "d1"),
    (RelateDialog, "c1"), (RelateDialog, "a1"), (RemoveDialog, "a1"), (MergeDialog, "a1"),
    (SplitDialog, "a1"), (ChangeManyDialog, "c1,c2"), (OrphansDialog, "d1"),
]  # fmt: skip


def hostile() -> Library:
    """A library in which every string means harm, and one span stands nowhere."""
    document = Document(ref=Ref(Kind.DOCUMENT, 1), title=HARM, text=HARM)
    span = Span.of(document.ref, HARM, 0, len(HARM))
    lost = replace(span, start=3, end=9)
    actors = [an_actor(n, HARM, aliases=(Alias(text=HARM), Alias(text="[/]"))) for n in (1, 2)]
    claims = [a_claim(n, span, text=HARM, tags=(HARM,), prop=HARM) for n in (1, 2)]
    return Library(
        [
            document,
            *actors,
            *claims,
            a_claim(3, lost, text=HARM),
            a_relation(1, "c1", f"x-{HARM}", "c2"),
            a_note(1, "c1", span, body=HARM),
            a_mention(1, "a1", span),
        ]
    )


@pytest.mark.parametrize("size", [(40, 10), (200, 60)])
@pytest.mark.parametrize(("kind", "refs"), DIALOGS)
async def test_what_is_shown_is_visible(
    kind: type[Dialog], refs: str, size: tuple[int, int]
) -> None:
    """No sequence, override or markup of the data reaches the terminal, typed or stored."""
    async with asking(kind, hostile(), *refs.split(","), size=size) as asked:
        shown = asked.screen
        await asked.press("[", "/", "]", "down", "tab", "end", "pagedown")

        assert not OBEYED.search(shown + asked.screen)


@pytest.mark.parametrize(("kind", "refs"), DIALOGS)
async def test_no_window_is_too_small(kind: type[Dialog], refs: str) -> None:
    """However small, and while it changes, keys do no harm."""
    async with asking(kind, a_library(), *refs.split(","), size=(40, 10)) as asked:
        for columns, rows in ((1, 1), (8, 3), (200, 60), (40, 10)):
            await asked.pilot.resize_terminal(columns, rows)
            await asked.press("down", "x", "backspace")

        assert asked.is_open


def test_masked_is_visible_and_as_long_as_what_it_masks() -> None:
    """The cursor of a line knows where it is."""
    for text in (HARM, "plain", "é́́́́́́́́́́́", "\t", "👩‍👩‍👧", "\ud800", *HARM):
        assert len(masked(text)) == len(text)
        assert visible(masked(text)) == masked(text)


async def test_a_paste_into_a_search_is_letters() -> None:
    """Found or not, nothing of it is carried out."""
    async with asking(RelateDialog, hostile(), "c1") as asked:
        await asked.press("+")
        asked.host.screen.query_one(Entry).post_message(Paste(HARM))
        await asked.pilot.pause()

        assert not OBEYED.search(asked.screen)
        assert "[/] [sic] [@click=app.quit]q[/] ␛[31mred" in asked.screen


async def test_what_harms_is_saved_as_it_was() -> None:
    """Signs are for looking; editing one field keeps what is beside and around."""
    async with asking(EditDialog, hostile(), "a1") as asked:
        await asked.type("!")
        await asked.press("ctrl+s")

        actor = asked.made("a1")
        assert isinstance(actor, Actor)
        assert actor.name == f"{HARM}!"
        assert actor.aliases[0].text == HARM
