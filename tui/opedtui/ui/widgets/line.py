"""A widget of a few lines that draws itself on the line API, and repaints only itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from rich.text import Text
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from ...render.palette import Palette
from .painting import paint


class LineWidget(Widget):
    """One line of text, cut at the edge."""

    DEFAULT_CSS = "LineWidget { height: 1; }"

    palette: var[Palette] = var(Palette())
    _drawn: tuple[Size, Sequence[Text]] | None = None
    """The lines as they are, for a size; Textual asks for each line alone."""

    def watch_palette(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        """The line at this width."""
        raise NotImplementedError

    def lines(self, width: int) -> Sequence[Text]:
        """The lines at this width; one, unless a subclass has more."""
        return [self.line(width)]

    def refresh(self, *regions: Region, **options: bool) -> Self:
        """What is shown may be another now."""
        self._drawn = None
        return super().refresh(*regions, **options)

    def render_line(self, y: int) -> Strip:
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self.lines(self.size.width))
        _, lines = self._drawn
        return paint(self, lines[y] if y < len(lines) else Text(), self.size.width)
