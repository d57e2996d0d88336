"""Whose view is this? Numbers by actor, each with its claims under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from ...model.records import Claim
from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place
from ...reading.voices import ALL, Voices, voices
from ...render.palette import Palette
from ...render.rows import claim_rows
from ...render.weighing import VoiceRows, chart, named
from ..messages import Go, Look
from ..widgets.line import LineWidget
from ..widgets.virtual_list import VirtualList
from .beside_words import BesideWords

ROOM_FOR_CHART = 20
"""Lines from which there is a chart above the table."""


class VoicesTable(VirtualList):
    """One number is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "column(-1)", "left"),
        Binding("l,right", "column(1)", "right"),
    ]
    empty = "No claims, and so no voices."
    column: var[str] = var(ALL)

    class Moved(Message):
        """Another number is under the cursor."""

    class Chosen(Message):
        """The reader wants the claims of the number."""

    def row(self, index: int, width: int) -> Text:
        rows = cast(VoiceRows, self.rows)
        return rows.with_cell(index, width, self.column, is_here=index == self.cursor)

    @property
    def claims(self) -> tuple[Ref, ...]:
        """Those that the number counts."""
        rows = self.rows
        if not isinstance(rows, VoiceRows) or not len(rows):
            return ()
        return rows.tallies[self.cursor].of(self.column)

    def action_column(self, by: int) -> None:
        columns = cast(VoiceRows, self.rows).columns if len(self.rows) else ()
        if self.column in columns:
            self.column = columns[min(max(columns.index(self.column) + by, 0), len(columns) - 1)]

    def watch_column(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self.post_message(self.Moved())

    def action_go(self) -> None:
        if self.claims:
            self.post_message(self.Chosen())


class VoicesHead(LineWidget):
    """The chart, and the names of the columns."""

    def __init__(self, table: VoicesTable) -> None:
        super().__init__()
        self._table = table
        self.voices: Voices | None = None

    def lines(self, width: int) -> Sequence[Text]:
        rows = self._table.rows
        if self.voices is None or not isinstance(rows, VoiceRows):
            return []
        bars = chart(self.voices, self.palette, width) if self.size.height > 1 else []
        # The table has a scrollbar and its edges.
        return [*bars, Text(" ").append_text(rows.heading(width - 3, self._table.column))]


class VoicesClaims(VirtualList):
    """The claims of the number."""

    empty = "None."

    def message_when_moved(self, ref: Ref) -> Message | None:
        return Look(ref)

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)


class VoicesScreen(BesideWords):
    """Enter leads from a number to its claims, and from a claim to its words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("A", "dismiss(None)", "close"),
        Binding("w", "turn_scope", "whole store"),
        Binding("tab,shift+tab", "turn", "other list"),
    ]
    DEFAULT_CSS = """
    VoicesScreen VoicesTable { height: 1fr; min-height: 4; }
    VoicesScreen VoicesClaims { height: 1fr; min-height: 3; }
    """

    def __init__(
        self, library: Library, palette: Palette, place: Place, at: tuple[int, str] = (0, "")
    ) -> None:
        super().__init__(library, palette, place)
        self.at = at
        """The number that the reader was at."""
        self._whole = False

    def compose_rows(self) -> list[Widget]:
        table = VoicesTable(classes="frame")
        claims = VoicesClaims(classes="frame")
        head = VoicesHead(table)
        for widget in (table, claims, head):
            widget.set_reactive(VirtualList.palette, self.palette)
        return [head, table, claims]

    def on_mount(self) -> None:
        table = self.query_one(VoicesTable)
        self._fill()
        table.cursor = min(self.at[0], max(0, len(table.rows) - 1))
        columns = cast(VoiceRows, table.rows).columns
        table.column = self.at[1] if self.at[1] in columns else next(iter(columns), ALL)
        self.set_focus(table)
        self._follow()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._size_head()

    def _size_head(self) -> None:
        head = self.query_one(VoicesHead)
        bars = len(chart(head.voices, self.palette, 80)) if head.voices else 0
        head.styles.height = 1 + bars if self.app.size.height >= ROOM_FOR_CHART else 1

    def _fill(self) -> None:
        found = voices(self.library, None if self._whole else self.place.doc)
        table, head = self.query_one(VoicesTable), self.query_one(VoicesHead)
        head.voices = found
        table.rows = VoiceRows(self.library, found, self.palette)
        scope = "every document" if self._whole else str(self.place.doc)
        table.border_title = f"Voices of {scope}"
        other = "this document" if self._whole else "whole store"
        table.border_subtitle = f"hjkl · ⏎ its claims · w {other} · Esc"
        self._size_head()
        head.refresh()

    @on(VoicesTable.Moved)
    def _follow(self) -> None:
        table, claims = self.query_one(VoicesTable), self.query_one(VoicesClaims)
        self.at = table.cursor, table.column
        records = [self.library[ref] for ref in table.claims]
        shown = [record for record in records if isinstance(record, Claim)]
        claims.rows = claim_rows(self.library, shown, self.palette)
        claims.cursor = 0
        rows = cast(VoiceRows, table.rows)
        actor = rows.tallies[table.cursor].actor if len(rows) else None
        claims.border_title = Text(f"{named(self.library, actor)}: {table.column} {len(shown)}")
        self.query_one(VoicesHead).refresh()
        self.show_words(shown[0].ref if shown else None)

    @on(VoicesTable.Chosen)
    def _to_claims(self) -> None:
        self.set_focus(self.query_one(VoicesClaims))

    @on(Look)
    def _look(self, event: Look) -> None:
        self.show_words(event.ref)

    @on(Go)
    def _go(self, event: Go) -> None:
        self.go_to(event.ref)

    def action_turn(self) -> None:
        table, claims = self.query_one(VoicesTable), self.query_one(VoicesClaims)
        self.set_focus(claims if self.focused is table else table)

    def action_turn_scope(self) -> None:
        self._whole = not self._whole
        self._fill()
        self._follow()

    def action_back_out(self) -> None:
        """From the claims to the numbers, from there to where the reader was."""
        table = self.query_one(VoicesTable)
        if self.focused is table:
            self.dismiss(None)
        else:
            self.set_focus(table)
