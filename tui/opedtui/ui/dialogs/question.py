"""Yes or no."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from ...render.palette import Palette
from ..whole import WholeModal
from .saying import Saying


class Question(WholeModal[bool]):
    """Only `y` is yes: what is asked here loses something."""

    DEFAULT_CSS = """
    Question .dialog { height: 4; max-width: 60; }
    """
    BINDINGS = [
        Binding("y", "dismiss(True)", "yes"),
        Binding("n,escape,enter,q", "dismiss(False)", "no"),
    ]

    def __init__(self, palette: Palette, question: str) -> None:
        """`question`: the program's own words."""
        super().__init__()
        self._palette = palette
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_subtitle = "y yes   n no"
            yield Saying()

    def on_mount(self) -> None:
        saying = self.query_one(Saying)
        saying.palette = self._palette
        saying.text = Text(self._question, self._palette.strong)
