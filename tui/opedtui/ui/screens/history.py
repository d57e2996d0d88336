"""What was changed when, and going back to any point of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

from ...render.history import HistoryRows
from ...render.palette import Palette
from ...store.history import History
from ..widgets.virtual_list import VirtualList
from .asking import Ask


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


class HistoryScreen(ModalScreen[int | None]):
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
        change = self._history.back_to(event.seq)
        question = Text(f"{change.label[:1].upper()}{change.label[1:]}?\n\n")
        records = len(change.edits)
        question.append(f"{records} {'record becomes' if records == 1 else 'records become'}")
        question.append(" as then, in one step that u takes back.", self._palette.dim)
        if await self.app.push_screen_wait(Ask(question)):
            self.dismiss(event.seq)
