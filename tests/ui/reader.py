"""A reader in front of the app: presses keys, and sees a screen of text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._context import visible_screen_stack
from textual.pilot import Pilot

from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.reading.session import Session
from opedtui.store.store import Store
from opedtui.ui.app import OpedApp, Reading
from opedtui.ui.screens.read import Read

PATIENCE = 250
"""Times that a fiftieth of a second is waited."""
in_every_window = pytest.mark.parametrize(
    "size",
    [
        (40, 10),
        (120, 36),
        *(pytest.param(size, marks=pytest.mark.slow) for size in ((80, 24), (200, 60))),
    ],
    ids=lambda size: "{}x{}".format(*size),
)


class Reader:
    """What a test does and sees."""

    def __init__(self, app: OpedApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until every pane has followed."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def read(self) -> Read:
        (read,) = (screen for screen in self.app.screen_stack if isinstance(screen, Read))
        return read

    @property
    def is_asked(self) -> bool:
        """Whether a dialog is open."""
        return self.app.screen is not self.read

    @property
    def place(self) -> Place:
        assert self.read.place
        return self.read.place

    @property
    def ref(self) -> str:
        """The record at hand, as the reader would write it."""
        return str(self.place.ref)

    @property
    def words(self) -> str:
        """The words that are shown as the ones at hand."""
        sight = self.read.sight
        assert sight
        document = self.read.library.document(sight.doc)
        assert document
        return document.text[sight.start : sight.end]

    @property
    def pane(self) -> str:
        """The pane that keys reach, by what has the focus."""
        focused = self.app.screen.focused
        return focused.id or "" if focused else ""

    @property
    def lines(self) -> list[str]:
        """The screen as text, a string for each row; what is behind a dialog too."""
        visible_screen_stack.set(self.app._background_screens)
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def screen(self) -> str:
        return "\n".join(self.lines)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until it is so; saving does not hold up the screen."""
        for _ in range(PATIENCE):
            if holds():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"it never came to it; the screen:\n{self.screen}")

    async def sees(self, words: str) -> None:
        """Wait until these words are on the screen."""
        await self.until(lambda: words in self.screen)

    @property
    def said(self) -> list[str]:
        """What the app told the reader, the last line last."""
        return [notification.message for notification in self.app._notifications]

    async def hears(self, words: str) -> None:
        """Wait until the app tells the reader so."""
        await self.until(lambda: any(words in line for line in self.said))

    def record(self, ref: str | Ref) -> Any:
        return self.read.library[Ref.parse(ref) if isinstance(ref, str) else ref]


@asynccontextmanager
async def reading(
    library: Library,
    size: tuple[int, int] = (120, 36),
    session: Session | None = None,
    **options: Any,
) -> AsyncIterator[Reader]:
    """The app on a library, in a window of this size."""
    app = OpedApp(lambda: Reading(library, session or Session(), **options))
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.until(lambda: isinstance(app.screen, Read) and app.screen.focused)
        yield reader


@asynccontextmanager
async def writing(path: Path, **options: Any) -> AsyncIterator[Reader]:
    """The app on a store, which can be changed."""
    store = Store(path)
    library = Library(store.load().records)
    async with reading(library, store=path, archive=store, **options) as reader:
        yield reader
