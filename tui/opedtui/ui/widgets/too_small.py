"""What stands in a window in which nothing fits."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from .line import LineWidget

SMALLEST = (40, 10)
"""Columns and rows that the reading screen needs."""


class TooSmall(LineWidget):
    """Says what the window has and what is needed."""

    DEFAULT_CSS = "TooSmall { height: 1fr; }"

    def lines(self, width: int) -> Sequence[Text]:
        have, need = (f"{columns}×{rows}" for columns, rows in (self.app.size, SMALLEST))
        words = f"This window is {have}. opedtui needs {need}. q quits."
        return list(Text(words).wrap(self.app.console, max(1, width)))
