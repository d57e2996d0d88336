"""A few lines that say something."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.reactive import var

from ...render.visible import visible
from ..widgets.line import LineWidget
from ..widgets.painting import beginning


class Saying(LineWidget):
    """Text wrapped into the lines that there are."""

    DEFAULT_CSS = "Saying { height: 2; }"

    text: var[Text] = var(Text)

    def watch_text(self) -> None:
        self.refresh()

    def refuse(self, reason: str) -> None:
        """Say what is wrong, and what to do."""
        self.text = Text(f"✗ {visible(reason)}", self.palette.strong)

    def lines(self, width: int) -> Sequence[Text]:
        height = max(1, self.size.height)
        text = beginning(self.text, width * height)
        lines = list(text.wrap(self.app.console, max(1, width)))
        return [*lines[: height - 1], Text(" ").join(lines[height - 1 :])]
