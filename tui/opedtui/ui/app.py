"""The app: one screen on one library."""

from __future__ import annotations

import gc
from pathlib import Path

from textual.screen import Screen

from ..reading.library import Library
from ..reading.session import Session
from .endings import OrderlyApp, Terminal
from .palette_provider import ReadCommands
from .saving import Folding, Saver
from .screens.read import Read
from .session_file import save_session

DARK, LIGHT = "textual-dark", "textual-light"
REMEMBER_SECONDS = 2.0


def _spare_the_collector() -> None:
    """What a start has made stays; looking through it at every collection costs frames."""
    gc.enable()
    gc.freeze()


class OpedApp(OrderlyApp):
    """Opens the reading screen where the reader left it."""

    CSS_PATH = "app.tcss"
    TITLE = "opedtui"
    COMMANDS = {ReadCommands}

    def __init__(
        self,
        library: Library,
        session: Session,
        store: Path | None = None,
        notice: str = "",
        archive: Folding | None = None,
    ) -> None:
        """Without an archive the library is read only."""
        super().__init__(driver_class=Terminal)
        self._saver = Saver(archive) if archive else None
        self._read = Read(library, session, self._saver)
        self._store = store
        self._notice = notice
        self._is_waiting = False
        if session.theme in (DARK, LIGHT):
            self.theme = session.theme

    def get_default_screen(self) -> Screen[None]:
        return self._read

    def on_mount(self) -> None:
        if self._notice:
            self.notify(self._notice, markup=False)
        self.watch(self._read, "place", self._remember_soon, init=False)
        self.call_after_refresh(_spare_the_collector)

    def _remember_soon(self) -> None:
        """A window that is closed without a word should lose no more than a moment."""
        if not self._is_waiting:
            self._is_waiting = True
            self.set_timer(REMEMBER_SECONDS, self.remember)

    def action_turn_theme(self) -> None:
        self.theme = LIGHT if self.theme == DARK else DARK

    def action_help(self) -> None:
        from .screens.help import Help

        self.push_screen(Help(self._read.palette))

    async def action_quit(self) -> None:
        """A dialog that is written in is asked first; what was asked for is saved."""
        leave = getattr(self.screen, "action_leave", None)
        if leave:
            leave()
            return
        await self.leave()

    async def leave(self, status: int = 0) -> None:
        """What was asked for is saved, and the place remembered."""
        try:
            await self._read.settle()
            self.remember()
        finally:
            await super().leave(status)

    def on_unmount(self) -> None:
        """The terminal is as it was by now, and nobody waits for the file."""
        if self._saver:
            self._saver.close()

    def remember(self) -> None:
        """Keep the place for the next start."""
        self._is_waiting = False
        if self._store and self.is_running and self._read.is_mounted:
            save_session(self._store, self._read.session)
