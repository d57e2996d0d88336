"""The events of the document on a scale of time."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from ...model.records import Event, Record
from ...model.refs import Kind, Ref
from ...reading.library import Library
from ...reading.places import Place
from ...render.palette import Palette
from ...render.rows import Rows
from ...render.timeline import TimelineRows
from ..widgets.line import LineWidget
from .lists import RecordList


class EventsList(RecordList):
    """One row for each event, in order of time."""

    empty = "Nothing in this document is dated."

    kind = Kind.EVENT

    def records_of(self, library: Library, doc: Ref) -> Sequence[Record]:
        return library.dated_in(doc)

    def rows_for(self, records: Sequence[Event]) -> Rows:
        return TimelineRows(self.library, records, self.palette)


class Axis(LineWidget):
    """The years above the scale."""

    rows: var[Rows | None] = var(None)
    indent: var[int] = var(0)
    """Cells before the rows below."""

    def watch_rows(self) -> None:
        self.refresh()

    def watch_indent(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        if not isinstance(self.rows, TimelineRows):
            return Text()
        return Text.assemble(" " * self.indent, self.rows.axis(max(0, width - self.indent)))


class Timeline(Vertical):
    """The scale and the events on it."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)
    palette: var[Palette] = var(Palette())

    def compose(self) -> ComposeResult:
        events = EventsList(id="timeline").data_bind(
            Timeline.library, Timeline.place, Timeline.palette
        )
        yield Axis().data_bind(Timeline.palette)
        yield events

    def on_mount(self) -> None:
        events, axis = self.query_one(EventsList), self.query_one(Axis)
        self.watch(events, "rows", lambda rows: setattr(axis, "rows", rows))
        self.watch(events, "ticked", lambda _: setattr(axis, "indent", events.margin_width))
