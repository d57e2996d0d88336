"""Where the reader has been, and going to any step of it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from ...reading.fuzzy import best, folded
from ...reading.library import Library
from ...reading.trail import Trail
from ...render.palette import Palette
from ...render.steps import step_row, step_words
from ..dialogs.choices import Choices
from ..dialogs.picker import Picker
from ..whole import WholeModal


class TrailScreen(WholeModal[int | None]):
    """The steps, the last one first; is dismissed with the number of one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "close")]

    def __init__(self, library: Library, palette: Palette, trail: Trail) -> None:
        super().__init__()
        self._library = library
        self._palette = palette
        self._trail = trail
        self._named: list[tuple[int, list[str]]] | None = None
        """What each step is found by, once letters are typed."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = "Trail"
            frame.border_subtitle = "⏎ goes there · type to find · Esc closes"
            yield Picker(self._find, self._draw, prompt="where you have been")

    def on_mount(self) -> None:
        choices = self.query_one(Choices)
        choices.palette = self._palette
        choices.cursor = max(0, len(self._trail.places) - 1 - self._trail.index)

    def _find(self, typed: str) -> list[int]:
        steps = range(len(self._trail.places) - 1, -1, -1)
        if not typed.strip():
            return list(steps)
        if self._named is None:
            words = ((at, step_words(self._library, self._trail.places[at])) for at in steps)
            self._named = [(at, [folded(word) for word in step]) for at, step in words]
        return best(typed, self._named)

    def _draw(self, index: int, width: int) -> Text:
        return step_row(self._library, self._palette, self._trail, index)

    @on(Picker.Chosen)
    def _choose(self) -> None:
        self.dismiss(self.query_one(Picker).chosen)
