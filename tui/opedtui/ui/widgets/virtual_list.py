"""A list that costs what is visible: rows are made when they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from ...model.refs import Ref
from ...render.palette import Palette
from ...render.rows import RecordRows, Rows
from ..bindings import bindings
from ..commands import BY_ID
from .painting import Sized, Target, paint, set_length

NO_ROWS: Rows = RecordRows((), lambda record, width: Text())

MOVES = [BY_ID[name] for name in ("down", "up", "page-down", "page-up", "first", "last", "go")]


class VirtualList(Sized, can_focus=True, inherit_bindings=False):
    """Rows of one line each, one of them under the cursor.

    Says where the reader moves and what the reader chooses; setting the cursor from
    outside says nothing, so that a list can follow the place without an echo.
    """

    BINDINGS = bindings(MOVES)

    palette: var[Palette] = var(Palette())
    rows: var[Rows] = var(NO_ROWS)
    cursor: var[int] = var(0)
    """The index of the row that keys act on."""
    empty = "Nothing here."
    """What is said instead of rows."""

    def row(self, index: int, width: int) -> Text:
        """The row as it is shown, without what tells that it is under the cursor."""
        return self.rows.line(index, width)

    def message_when_moved(self, ref: Ref) -> Message | None:
        """What is said when the reader moves to the row of a record."""

    def message_when_chosen(self, ref: Ref) -> Message | None:
        """What is said when the reader chooses the row of a record."""

    def watch_rows(self, rows: Rows) -> None:
        self.cursor = min(self.cursor, max(0, len(rows) - 1))
        set_length(self, len(rows))

    def watch_palette(self) -> None:
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        self.refresh_line(old)
        self.refresh_line(new)
        self._keep_in_view(new)

    def on_focus(self) -> None:
        self.refresh_line(self.cursor)

    def on_blur(self) -> None:
        self.refresh_line(self.cursor)

    def fit(self) -> None:
        self._keep_in_view(self.cursor)

    def _keep_in_view(self, index: int) -> None:
        height = self.scrollable_content_region.height
        top = round(self.scroll_y)
        if height and not top <= index < top + height:
            self.scroll_to(y=index if index < top else index - height + 1, animate=False)

    def draw_line(self, y: int) -> Strip:
        index = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        if index < len(self.rows):
            line = self.row(index, width)
        else:
            line = Text(self.empty if index == 0 else "", self.palette.dim)
        if index == self.cursor and index < len(self.rows):
            ground = self.palette.cursor if self.has_focus else self.palette.resting
            return paint(self, line, width, ground)
        return paint(self, line, width)

    def targets(self) -> Iterator[Target]:
        top = round(self.scroll_y)
        shown = range(top, min(top + self.scrollable_content_region.height, len(self.rows)))
        return (Target(self, 0, index - top, index) for index in shown)

    def _move_to(self, index: int) -> None:
        index = min(max(index, 0), len(self.rows) - 1)
        if index >= 0 and index != self.cursor:
            self.cursor = index
            self._say(self.message_when_moved(self.rows.ref(index)))

    def _say(self, message: Message | None) -> None:
        if message:
            self.post_message(message)

    def action_down(self) -> None:
        self._move_to(self.cursor + 1)

    def action_up(self) -> None:
        self._move_to(self.cursor - 1)

    def action_page_down(self) -> None:
        self._move_to(self.cursor + max(1, self.scrollable_content_region.height - 1))

    def action_page_up(self) -> None:
        self._move_to(self.cursor - max(1, self.scrollable_content_region.height - 1))

    def action_first(self) -> None:
        self._move_to(0)

    def action_last(self) -> None:
        self._move_to(len(self.rows) - 1)

    def action_go(self) -> None:
        if len(self.rows):
            self._say(self.message_when_chosen(self.rows.ref(self.cursor)))

    def on_click(self, event: events.Click) -> None:
        """One click moves, the second goes; one on the frame does neither."""
        spot = event.get_content_offset(self)
        index = spot.y + round(self.scroll_y) if spot else len(self.rows)
        if index < len(self.rows):
            self._move_to(index)
            if event.chain == 2:
                self.action_go()
