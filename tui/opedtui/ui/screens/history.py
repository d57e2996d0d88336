"""What was changed when, and going back to any point of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from ...render.history import HistoryRows
from ...render.palette import Palette
from ...render.visible import visible
from ...store.history import History
from ..dialogs.question import Question
from ..whole import WholeModal
from ..widgets.virtual_list import VirtualList


class HistoryList(VirtualList):
    """The steps, the last one first."""

    empty = "Nothing was changed yet."

    @dataclass
    class Chosen(Message):
        """The reader wants to go back to the state after this step."""

        seq: int

    def __init__(self, rows: HistoryRows, palette: Palette) -> None:
        super().__init__(classes="dialog")
        self.set_reactive(HistoryList.palette, palette)
        self._steps = rows
        self.border_title = "History"
        self.border_subtitle = "⏎ goes back to a step · Esc closes"

    def on_mount(self) -> None:
        self.rows = self._steps
        self.focus()

    def action_go(self) -> None:
        if len(self._steps):
            self.post_message(self.Chosen(self._steps.seq(self.cursor)))


class HistoryScreen(WholeModal[int | None]):
    """A list of steps over the screen; the one that the reader goes back to, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace,q,H", "dismiss(None)", "close")
    ]

    def __init__(self, history: History, palette: Palette) -> None:
        super().__init__()
        self._history = history
        self._palette = palette

    def compose(self) -> ComposeResult:
        yield HistoryList(HistoryRows(self._history, self._palette), self._palette)

    @on(HistoryList.Chosen)
    @work
    async def _ask(self, event: HistoryList.Chosen) -> None:
        if await self.app.push_screen_wait(Question(self._palette, self._question(event.seq))):
            self.dismiss(event.seq)

    def _question(self, seq: int) -> str:
        change = self._history.back_to(seq)
        records = len(change.edits)
        what = f"{records} record becomes" if records == 1 else f"{records} records become"
        return visible(f"{change.label[:1].upper()}{change.label[1:]}? {what} as then.")
