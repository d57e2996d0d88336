"""What a letter of a filter costs: from the key until the narrowed list is on the screen.

`python -m bench.filters [CLAIMS]`; the op-ed is made by chance, with the seed 1, and so long that
each of its sentences is a claim in one list.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from textual import events
from textual.keys import _character_to_key

from opedtui.model.records import Actor, Claim, Document, Record
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.reading.session import Session

from .stores import Piece

if TYPE_CHECKING:
    from textual.app import App

    from opedtui.ui.panes.filter_prompt import FilterPrompt

FILTERS = (
    "kind=fact who=Actor text~bridge",
    "text~engineer kind!=fact",
    "-kind=value,policy certainty>=probable",
    'actor="Actor 12" status=confirmed',
    "date:1999 text~the mayor",
    "stance!=endorses",
)
"""Typed one after another, a letter at a time."""
A_FRAME = 1000 / 60


def one_long_oped(claims: int, seed: int = 1) -> Library:
    """The sentences of many op-eds as one, in which each of them is a claim."""
    chance = Random(seed)
    per_piece = 20
    pieces = [Piece(number, chance) for number in range(1, claims // per_piece + 1)]
    text = "\n".join(piece.text for piece in pieces)
    return Library(_records(pieces, text))


def _records(pieces: list[Piece], text: str) -> Iterator[Record]:
    document = Ref(Kind.DOCUMENT, 1)
    yield Document(ref=document, title="One long op-ed", text=text)
    start = 0
    for piece in pieces:
        for record in piece.records():
            if isinstance(record, Claim):
                yield replace(record, spans=tuple(_moved(s, document, start) for s in record.spans))
            elif isinstance(record, Actor):
                yield record
        start += len(piece.text) + 1


def _moved(span: Span, document: Ref, by: int) -> Span:
    return replace(span, doc=document, start=span.start + by, end=span.end + by)


async def typing(library: Library) -> list[float]:
    """Milliseconds of processor time from each key until the list is narrowed and painted."""
    from opedtui.ui.app import OpedApp, Reading
    from opedtui.ui.panes.filter_prompt import FilterPrompt
    from opedtui.ui.screens.read import Read

    app = OpedApp(lambda: Reading(library, Session()))
    async with app.run_test(size=(120, 36)) as pilot:
        while not isinstance(app.screen, Read) or not app.screen.focused:
            await pilot.pause(0.1)
        await pilot.press("f")
        prompt = app.screen.query_one(FilterPrompt)
        while prompt.is_preparing:
            await pilot.pause(0.2)
        gc.collect()
        gc.freeze()
        took = []
        for text in FILTERS:
            took += [await _pressed(app, prompt, char) for char in text]
            prompt.entry.value = ""
            await pilot.pause(0.3)
    return took


async def _pressed(app: App[None], prompt: FilterPrompt, char: str) -> float:
    """A key goes through the app as from a terminal; the painting after the narrowing counts."""
    display, narrow = app._display, prompt.records.narrow
    is_narrowed, painted = False, 0.0

    def narrowed(*given: Any) -> None:
        nonlocal is_narrowed
        narrow(*given)
        is_narrowed = True

    def displayed(*given: Any) -> None:
        nonlocal painted
        display(*given)
        painted = painted or (process_time() if is_narrowed else 0.0)

    with patch.object(app, "_display", displayed), patch.object(prompt.records, "narrow", narrowed):
        await asyncio.sleep(0.05)
        begun = process_time()
        assert app._driver, "it runs"
        app._driver.send_message(events.Key(_character_to_key(char), char))
        while not painted:
            await asyncio.sleep(0.0005)
    return 1000 * (painted - begun)


def main(claims: int) -> None:
    """Say what it costs."""
    library = one_long_oped(claims)
    with TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        took = asyncio.run(typing(library))
    print(f"{claims:,} claims, {len(took)} letters; a frame is {A_FRAME:.1f} ms")
    p95 = quantiles(took, n=20)[-1]
    print(f"median {median(took):.1f} ms, 95 % {p95:.1f} ms, most {max(took):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
