"""The neighbours of the record at hand."""

from __future__ import annotations

from textual.message import Message
from textual.reactive import var

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place
from ...render.rows import TieRows
from ..messages import Go, Peek
from ..widgets.virtual_list import VirtualList


class RelationsList(VirtualList):
    """Its ties in both directions; moving shows the words of the other end, Enter goes there."""

    empty = "No ties."

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)

    @property
    def relation(self) -> Ref | None:
        """The record of the tie under the cursor; None if a field says it."""
        rows = self.rows
        return rows.relation(self.cursor) if isinstance(rows, TieRows) and len(rows) else None

    def message_when_moved(self, ref: Ref) -> Message | None:
        return Peek(ref)

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)

    def watch_library(self) -> None:
        self._fill()

    def watch_palette(self) -> None:
        self._fill()

    def watch_place(self, old: Place | None, new: Place | None) -> None:
        if (old and old.ref) != (new and new.ref):
            self.cursor = 0
            self._fill()

    def on_focus(self) -> None:
        """The first neighbour is under the cursor at once, so its words are shown at once."""
        if len(self.rows):
            self.post_message(Peek(self.rows.ref(self.cursor)))

    def _fill(self) -> None:
        self.rows = TieRows(self.library, self.place.ref if self.place else None, self.palette)
