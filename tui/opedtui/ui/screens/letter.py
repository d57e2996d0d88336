"""Waiting for a letter, over a screen that stays in view."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from ...render.palette import Palette
from ..whole import WholeModal
from ..widgets.line import LineWidget


class Prompt(LineWidget):
    """What may be typed, in the place of the keys."""

    DEFAULT_CSS = "Prompt { dock: bottom; background: $panel; }"

    def __init__(self, words: Text) -> None:
        super().__init__()
        self._words = words

    def line(self, width: int) -> Text:
        return self._words.copy()


class LetterScreen(WholeModal[str]):
    """Is dismissed with the letter; with nothing for any other key."""

    DEFAULT_CSS = "LetterScreen { background: transparent; }"

    def __init__(self, palette: Palette, label: str, more: str = "") -> None:
        super().__init__()
        self._words = Text.assemble((f" {label} … ", palette.strong), (more, palette.dim))

    def compose(self) -> ComposeResult:
        yield Prompt(self._words)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.take(event.character if event.character and event.character.isalpha() else "")

    def take(self, letter: str) -> None:
        """A key was typed."""
        self.dismiss(letter)

    def on_click(self) -> None:
        self.dismiss("")
