"""From Rich text to the line API, and nothing repainted that has not changed."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget


def paint(widget: Widget, text: Text, width: int, ground: Style | None = None) -> Strip:
    """A line of a widget: the text cut with “…” or filled up to the width."""
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
