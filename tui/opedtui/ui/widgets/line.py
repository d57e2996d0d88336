"""A widget of a few lines that draws itself on the line API, and repaints only itself."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from ...render.palette import Palette
from .painting import paint


class LineWidget(Widget):
    """One line of text, cut at the edge."""

    DEFAULT_CSS = "LineWidget { height: 1; }"

    palette: var[Palette] = var(Palette())

    def watch_palette(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        """The line at this width."""
        raise NotImplementedError

    def lines(self, width: int) -> Sequence[Text]:
        """The lines at this width; one, unless a subclass has more."""
        return [self.line(width)]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self.lines(width)
        text = lines[y] if y < len(lines) else Text()
        return paint(self, text, width)
