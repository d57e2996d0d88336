"""Choosing by a few letters or by moving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from .choices import ChoiceRows, Choices, Draw
from .entry import Entry

Find = Callable[[str], Sequence[Any]]
"""What fits the letters, the best first."""


class Picker(Vertical):
    """A line to type in, and what fits it."""

    DEFAULT_CSS = "Picker { height: 1fr; }"
    BINDINGS = [
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
    ]

    class Typed(Message):
        """Other letters, and so other matches."""

    class Moved(Message):
        """Another of the matches is under the cursor."""

    class Chosen(Message):
        """The one under the cursor is the one; there is one."""

    def __init__(self, find: Find, draw: Draw[Any], typed: str = "", prompt: str = "") -> None:
        super().__init__()
        self._find = find
        self._draw = draw
        self._first = typed
        self._prompt = prompt
        self._found: Sequence[Any] = ()
        self._sought: str | None = None
        self._told = typed
        """Letters that the dialog knows of."""

    def compose(self) -> ComposeResult:
        yield Entry(self._first, self._prompt)
        yield Choices()

    def on_mount(self) -> None:
        self._fill()

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.entry.value if self.is_mounted else self._first

    @property
    def chosen(self) -> Any | None:
        """What is under the cursor; None if nothing fits."""
        self._fill()
        return self._found[self.query_one(Choices).cursor] if self._found else None

    def offer(self, find: Find, draw: Draw[Any], typed: str = "", prompt: str = "") -> None:
        """Something else to choose from."""
        self._find, self._draw, self._sought, self._told = find, draw, None, typed
        self.entry.placeholder = prompt
        self.entry.write(typed)
        self._fill()

    def action_move(self, how: str) -> None:
        getattr(self.query_one(Choices), f"action_{how}")()

    def _fill(self) -> None:
        """What is typed may be further on than the messages that tell of it."""
        if self.entry.value == self._sought:
            return
        self._sought = self.entry.value
        self._found = self._find(self._sought)
        choices = self.query_one(Choices)
        choices.rows = ChoiceRows(self._found, self._draw)
        choices.cursor = 0

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()
        if self.entry.value != self._told:
            self._told = self.entry.value
            self.post_message(self.Typed())

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if self.chosen is not None:
            self.post_message(self.Chosen())

    @on(Choices.Moved)
    def _moved(self, event: Choices.Moved) -> None:
        event.stop()
        self.post_message(self.Moved())

    @on(Choices.Chosen)
    def _clicked(self, event: Choices.Chosen) -> None:
        event.stop()
        self.post_message(self.Chosen())
