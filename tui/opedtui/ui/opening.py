"""What is seen until there is something to read."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget


class Title(Widget):
    """Where the title of the text will stand."""

    DEFAULT_CSS = "Title { height: 1; background: $panel; }"

    def render(self) -> str:
        return " opedtui"


class Opening(Screen[None]):
    """Painted before anything is read, or even loaded; keys that come early are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.early: list[events.Key] = []
        """The keys that the reader could not wait to press."""

    def compose(self) -> ComposeResult:
        yield Title()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.early.append(event)
