"""A reader in front of a dialog: presses keys, and the answer is recorded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

import opedtui.ui.app
from opedtui.model.changes import Change
from opedtui.model.records import Record
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.render.palette import TERMINAL
from opedtui.ui.dialogs.dialog import Dialog

NOW = "2026-11-25T09:00:00Z"


class Host(App[None]):
    """Shows dialogs in the frames of the app."""

    CSS_PATH = Path(opedtui.ui.app.__file__).with_name("app.tcss")


@dataclass
class Asked:
    """What a test does and sees."""

    host: Host
    pilot: Pilot[Any]
    library: Library
    answers: list[Change | None] = field(default_factory=list)

    async def ask(self, dialog: Dialog) -> None:
        """Push the dialog, and record how it is dismissed."""
        self.host.push_screen(dialog, self.answers.append)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Letter by letter."""
        await self.press(*text)

    @property
    def is_open(self) -> bool:
        return not self.answers

    @property
    def change(self) -> Change:
        """What the dialog made of it."""
        assert len(self.answers) == 1
        assert self.answers[0]
        return self.answers[0]

    def made(self, ref: str) -> Any:
        """The record as it would be after the change."""
        record: Record = self.library.apply(self.change)[Ref.parse(ref)]
        return record

    @property
    def lines(self) -> list[str]:
        """The screen as text, a string for each row."""
        strips = self.host.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def screen(self) -> str:
        return "\n".join(self.lines)


@asynccontextmanager
async def asking(
    kind: type[Dialog],
    library: Library,
    *refs: str,
    size: tuple[int, int] = (100, 30),
    **given: Any,
) -> AsyncIterator[Asked]:
    """A dialog of this class about these records, in a window of this size."""
    host = Host()
    async with host.run_test(size=size, notifications=True) as pilot:
        asked = Asked(host, pilot, library)
        addressed = [Ref.parse(ref) for ref in refs]
        await asked.ask(kind(library, TERMINAL, lambda: NOW, *addressed, **given))
        yield asked
