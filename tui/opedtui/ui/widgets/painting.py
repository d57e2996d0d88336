"""From Rich text to the line API, and nothing repainted that has not changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from ...render.visible import COMBINING_MARKS_SHOWN

CHARACTERS_IN_A_CELL = 1 + COMBINING_MARKS_SHOWN


def beginning(text: Text, cells: int) -> Text:
    """As much of a text as so many cells could show, so that a long one costs no more."""
    most = (cells + 1) * CHARACTERS_IN_A_CELL
    return text[:most] if len(text) > most else text


def paint(widget: Widget, text: Text, width: int, ground: Style | None = None) -> Strip:
    """A line of a widget: the text cut with “…” or filled up to the width."""
    text = beginning(text, width)
    text.no_wrap = True
    text.truncate(width, overflow="ellipsis")
    strip = Strip(text.render(widget.app.console)).adjust_cell_length(width)
    if ground:
        strip = strip.apply_style(ground)
    return strip.apply_style(widget.visual_style.rich_style)


def set_length(view: ScrollView, lines: int) -> None:
    """Say how many lines there are to scroll through.

    Assigning `virtual_size` makes Textual (8.2.8) lay out the whole screen anew, some
    20 ms; when the scrollbar always has its place, telling it is enough.
    """
    size = Size(0, lines)
    if size != view.virtual_size:
        view.set_reactive(Widget.virtual_size, size)
        view._scroll_update(size)
    view.refresh()


class Hint(NamedTuple):
    """What is drawn over a line, in cells and lines of what is visible."""

    x: int
    y: int
    text: str


class Target(NamedTuple):
    """Something in view that may be gone to."""

    view: Sized
    x: int
    y: int
    at: object
    """What the view knows it by."""


HINTS = Style(reverse=True, bold=True), Style(reverse=True, bold=True, underline=True)
"""Seen without colours too; of two that touch, the second is underlined."""


def hinted(strip: Strip, hints: Iterable[Hint]) -> Strip:
    """The line with the hints over it; where two meet, one stands after the other."""
    width, taken, style = strip.cell_length, 0, 0
    for hint in sorted(hints):
        x = min(max(hint.x, taken), width - len(hint.text))
        if x < taken:
            break
        style = 1 - style if 0 < x == taken else 0
        taken = x + len(hint.text)
        over = Strip([Segment(hint.text, HINTS[style])])
        strip = Strip.join([strip.crop(0, x), over, strip.crop(taken, width)])
    return strip


class Sized(ScrollView):
    """A scroll view that hears of its size before it is painted, and draws line by line.

    Textual (8.2.8) paints a widget of a new size once before it sends it `Resize`, so that
    whatever depends on the size would be painted twice, at every start.
    """

    _hints: tuple[Hint, ...] = ()

    def draw_line(self, y: int) -> Strip:
        """A line of what is visible."""
        raise NotImplementedError

    def targets(self) -> Iterator[Target]:
        """What a letter may lead to, from top to bottom."""
        return iter(())

    def show_hints(self, hints: Iterable[Hint]) -> None:
        """Draw these over the lines, and no others."""
        self._hints = tuple(hints)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        strip = self.draw_line(y)
        return hinted(strip, (h for h in self._hints if h.y == y)) if self._hints else strip

    def fit(self) -> None:
        """The size is new."""

    def watch_has_focus(self, has_focus: bool) -> None:
        """No style depends on it; Textual (8.2.8) would work all of them out again, and paint."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        is_new = super()._size_updated(size, virtual_size, container_size, layout)
        if is_new:
            self.fit()
        return is_new
