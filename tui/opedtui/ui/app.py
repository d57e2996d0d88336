"""The app: one screen on one library."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from textual import constants, events
from textual.command import Provider
from textual.screen import Screen

from ..errors import OpedError
from ..render.visible import visible
from ..settings.file import chosen
from .endings import OrderlyApp, Terminal
from .opening import Opening
from .theme_file import save_theme
from .themes import pair_of, prepare
from .turns import Turns
from .whole import Whole

if TYPE_CHECKING:
    from ..reading.library import Library
    from ..reading.progress import Progress
    from ..reading.session import Session
    from .saving import Folding, Saver
    from .screens.read import Read

# What the reading screen is made of is loaded when the first screen has been painted.

REMEMBER_SECONDS = 2.0


class Reading(NamedTuple):
    """What there is to read, and where its reader was."""

    library: Library
    session: Session
    store: Path | None = None
    notice: str = ""
    archive: Folding | None = None
    """Without one the library is read only."""
    progress: Progress | None = None
    """What was read at earlier visits."""


def _commands() -> type[Provider]:
    from .palette_provider import ReadCommands

    return ReadCommands


def _spare_the_collector() -> None:
    """What a start has made stays; looking through it at every collection costs frames."""
    gc.enable()
    gc.freeze()


class OpedApp(Turns, OrderlyApp):
    """Opens the reading screen where the reader left it."""

    CSS_PATH = "app.tcss"
    TITLE = "opedtui"
    COMMANDS = {_commands}

    def __init__(self, open_reading: Callable[[], Reading]) -> None:
        """What is to be read is opened off the screen's thread, once that is painted."""
        # Whoever asks for another driver by $TEXTUAL_DRIVER gets that.
        super().__init__(driver_class=None if constants.DRIVER else Terminal)
        self._open_reading = open_reading
        self._opening = Opening()
        self._read: Read | None = None
        self._saver: Saver | None = None
        self._store: Path | None = None
        self._is_waiting = False
        self.refusal: OpedError | None = None
        """Why there is nothing to read."""
        self._problems = prepare(self, chosen().settings)
        self._themes = pair_of(self)

    def get_default_screen(self) -> Screen[None]:
        return self._opening

    def on_ready(self) -> None:
        """The first screen is painted."""
        Thread(target=self._open, name="opening", daemon=True).start()

    def _open(self) -> None:
        """Load the reading screen and what is to be read, and say so to the screen's thread."""
        try:
            from .saving import Saver
            from .screens.read import Read

            reading = self._open_reading()
            if reading.archive:
                self._saver = Saver(reading.archive)
            self.call_later(self._show, Read, reading)
        except OpedError as refusal:
            self.call_later(self._refuse, refusal)
        except Exception as fault:
            self.call_later(self._handle_exception, fault)

    def _refuse(self, refusal: OpedError) -> None:
        self.refusal = refusal
        self.exit()

    async def _show(self, screen: type[Read], reading: Reading) -> None:
        """Read; whatever was typed by now comes first."""
        self._store = reading.store
        self._read = screen(reading.library, reading.session, self._saver)
        if reading.progress:
            self._read.begin_with(reading.progress)
        self._read.store = reading.store
        await self.push_screen(self._read)
        for line in (reading.notice, self._of_unsaved, self._complaint):
            if line:
                self.notify(line, markup=False)
        self.watch(self._read, "place", self._remember_soon, init=False)
        self.call_after_refresh(_spare_the_collector)
        for key in self._opening.early:
            await self.on_event(events.Key(key.key, key.character))

    @property
    def _of_unsaved(self) -> str:
        from .unsaved_file import tell_of_unsaved

        return visible(tell_of_unsaved(self._store)) if self._store else ""

    @property
    def _complaint(self) -> str:
        """Of the settings that are ignored, the first, and how to see the others."""
        from .commands import KEYMAP

        problems = [*chosen().problems, *KEYMAP.problems, *self._problems]
        others = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        return visible(f"{problems[0]}{others}; opedtui config check") if problems else ""

    def _remember_soon(self) -> None:
        """A window that is closed without a word should lose no more than a moment."""
        if not self._is_waiting:
            self._is_waiting = True
            self.set_timer(REMEMBER_SECONDS, self.remember)

    def action_turn_theme(self) -> None:
        first, second = self._themes
        self.theme = second if self.theme == first else first
        save_theme(self.theme)

    def action_help(self) -> None:
        from .screens.help import help_screen

        if self._read:
            self.push_screen(help_screen(self._read.palette))

    async def action_quit(self) -> None:
        """A dialog that is written in is asked first; what was asked for is saved."""
        leave = getattr(self.screen, "action_leave", None)
        if leave:
            leave()
            return
        await self.leave()

    async def leave(self, status: int = 0) -> None:
        """What was asked for is saved, and the place remembered; after a signal, what is typed."""
        try:
            if status:
                self._keep_unsaved()
            if self._read:
                await self._read.settle()
            self.remember()
        finally:
            await super().leave(status)

    def _keep_unsaved(self) -> None:
        from .unsaved_file import keep_unsaved

        if self._store:
            keep_unsaved(
                self._store,
                [
                    screen.unsaved
                    for screen in self.screen_stack
                    if isinstance(screen, Whole) and screen.is_mounted
                ],
            )

    def on_unmount(self) -> None:
        """The terminal is as it was by now, and nobody waits for the file."""
        if self._saver:
            self._saver.close()

    def remember(self) -> None:
        """Keep the place for the next start."""
        from .session_file import save_session

        self._is_waiting = False
        if self._store and self.is_running and self._read and self._read.is_mounted:
            save_session(self._store, self._read.session)
            self._read.keep_progress(self._store)
