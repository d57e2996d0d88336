"""Writing a note: what was typed is kept until it is saved, or thrown away on purpose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from ...render.palette import Palette
from ..dialogs.question import Question
from ..whole import WholeModal

Keep = Callable[[str], Awaitable[bool]]
"""Saves the text; False when that could not be done, and the reader knows why."""


class NoteScreen(WholeModal[None]):
    """A few lines of the reader's own on some words or on a record."""

    BINDINGS = [
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("escape", "leave", "leave", priority=True),
    ]

    def __init__(self, on: Text, palette: Palette, keep: Keep) -> None:
        super().__init__()
        self._palette = palette
        self._on = on
        self._keep = keep

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -small") as box:
            box.border_title = "Note"
            box.border_subtitle = "^s saves · Esc leaves"
            yield Static(self._on, markup=False)
            yield TextArea(tab_behavior="focus", show_line_numbers=False, compact=True)

    @property
    def text(self) -> str:
        return self.query_one(TextArea).text

    @property
    def unsaved(self) -> str:
        return f"{self._on.plain}\n{self.text}" if self.text.strip() else ""

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

    @work(exclusive=True)
    async def action_save(self) -> None:
        if await self._keep(self.text):
            self.dismiss(None)

    @work(exclusive=True)
    async def action_leave(self) -> None:
        """Nothing is asked about nothing."""
        question = Question(self._palette, "Leave without saving? What you typed is thrown away.")
        if not self.text.strip() or await self.app.push_screen_wait(question):
            self.dismiss(None)
