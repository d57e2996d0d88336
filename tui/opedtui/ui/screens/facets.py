"""The values of the fields of a list, counted; one of them narrows it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import var

from ...reading.filtering.facets import Facet, facets, narrowed_to, without
from ...reading.filtering.fields import Field
from ...reading.filtering.query import read_query
from ...render.facets import facet_row, fields_line
from ...render.palette import Palette
from ..dialogs.choices import ChoiceRows, Choices
from ..panes.lists import RecordList
from ..whole import WholeModal
from ..widgets.line import LineWidget


class Columns(LineWidget):
    """The fields, one of them chosen, and what it is."""

    DEFAULT_CSS = "Columns { height: 2; }"

    chosen: var[int] = var(0)

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._fields = fields

    def watch_chosen(self) -> None:
        self.refresh()

    def lines(self, width: int) -> list[Text]:
        return [
            fields_line(self._fields, self.chosen, width, self.palette),
            Text(f" {self._fields[self.chosen].help}", self.palette.dim),
        ]


class Values(Choices, can_focus=True):
    """The values; keys reach them."""

    empty = "No record is left to be counted."


class Facets(WholeModal[str | None]):
    """Is dismissed with the filter that leaves the chosen value, or with None."""

    BINDINGS = [
        Binding("escape,q,F,backspace", "dismiss(None)", "close"),
        Binding("h,left,shift+tab", "turn(-1)", "field before"),
        Binding("l,right,tab", "turn(1)", "next field"),
    ]

    def __init__(self, records: RecordList, palette: Palette) -> None:
        super().__init__()
        self._records = records
        self._palette = replace(palette, resting=palette.cursor)
        self._fields = tuple(field for field in records.listing.fields if field.is_facet)
        self._found: list[Facet] = []
        names = [field.name for field in self._fields]
        self._first = names.index(records.last_facet) if records.last_facet in names else 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = "Facets"
            frame.border_subtitle = "h l field   j k value   ⏎ narrow to it   Esc leave"
            yield Columns(self._fields)
            yield Values()

    def on_mount(self) -> None:
        columns = self.query_one(Columns)
        columns.palette, columns.chosen = self._palette, self._first
        values = self.query_one(Values)
        values.palette = self._palette
        values.focus()
        self._count()

    @property
    def _field(self) -> Field:
        return self._fields[self.query_one(Columns).chosen]

    def _count(self) -> None:
        """Within the filter, but for what it says of this very field."""
        records = self._records
        query = read_query(without(records.filter, self._field), records.views)
        within = records.listing.narrowed(query).mask
        self._found = facets(records.listing, self._field, within)
        most = max((facet.count for facet in self._found), default=0)
        values = self.query_one(Values)
        draw = partial(_row, most=most, palette=self._palette)
        values.rows = ChoiceRows(self._found, draw)
        values.cursor = 0

    def action_turn(self, by: int) -> None:
        columns = self.query_one(Columns)
        columns.chosen = (columns.chosen + by) % len(self._fields)
        self._records.last_facet = self._field.name
        self._count()

    @on(Choices.Chosen)
    def _narrow(self) -> None:
        facet = self._found[self.query_one(Values).cursor]
        self.dismiss(narrowed_to(self._records.filter, self._field, facet))


def _row(facet: Facet, width: int, most: int, palette: Palette) -> Text:
    return facet_row(facet, most, width, palette)
