"""Lists that follow the place: claims, actors and quotes, and the events in time."""

from __future__ import annotations

from rich.text import Text
from textual.message import Message
from textual.reactive import var

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place, nearest
from ...render.rows import Rows, actor_rows, claim_rows, quote_rows
from ..messages import Go, Look
from ..widgets.virtual_list import NO_ROWS, VirtualList

TICKED = "✓ "
UNREAD = "○"
MARGIN = len(TICKED)
"""Cells before the rows, while any is ticked."""


class RecordList(VirtualList):
    """The records of one kind in the document at hand, with the cursor on what is there."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)

    ticked: var[frozenset[Ref]] = var(frozenset)
    """The records of the rows that the reader ticked."""

    refs: tuple[Ref, ...] = ()
    """What the rows stand for, in their order."""

    @property
    def here(self) -> Ref | None:
        """The record under the cursor."""
        return self.refs[self.cursor] if self.cursor < len(self.refs) else None

    @property
    def ticked_refs(self) -> tuple[Ref, ...]:
        """The ticked ones in the order of the list."""
        return tuple(ref for ref in self.refs if ref in self.ticked)

    @property
    def margin_width(self) -> int:
        """Of the column of ticks."""
        return MARGIN if self.ticked else 0

    def rows_of(self, doc: Ref) -> Rows:
        """The records of the document that the list shows."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Text:
        if not self.ticked:
            return super().row(index, width)
        sign = TICKED if self.refs[index] in self.ticked else " " * MARGIN
        row = super().row(index, max(0, width - MARGIN))
        return Text.assemble((sign, self.palette.strong), row)

    def tick(self) -> None:
        """The row under the cursor is ticked, or not any more; then on to the next."""
        if self.here:
            self.ticked ^= {self.here}
            self.action_down()

    def tick_all(self) -> None:
        """Every row, unless every row is."""
        self.ticked = frozenset() if self.ticked.issuperset(self.refs) else frozenset(self.refs)

    def untick(self) -> None:
        self.ticked = frozenset()

    def watch_ticked(self) -> None:
        self.refresh()

    def message_when_moved(self, ref: Ref) -> Message | None:
        return Look(ref)

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)

    def watch_library(self) -> None:
        self._fill()

    def watch_palette(self) -> None:
        self._fill()

    def watch_place(self, old: Place | None, new: Place | None) -> None:
        if old is None or new is None or old.doc != new.doc:
            self._fill()
        else:
            self._follow()

    def _fill(self) -> None:
        self.rows = self.rows_of(self.place.doc) if self.place else NO_ROWS
        self.refs = tuple(self.rows.ref(index) for index in range(len(self.rows)))
        self.ticked &= frozenset(self.refs)
        self._follow()

    def _follow(self) -> None:
        index = nearest(self.library, self.place, self.refs) if self.place else None
        if index is not None:
            self.cursor = index


class ClaimsList(RecordList):
    """Every claim of the document, in text order."""

    read_claims: var[frozenset[Ref]] = var(frozenset)

    empty = "No claims in this document."

    def watch_read_claims(self) -> None:
        self.refresh()

    @property
    def margin_width(self) -> int:
        """Of the columns of ticks and of what is unread."""
        return super().margin_width + 1

    def row(self, index: int, width: int) -> Text:
        is_read = self.refs[index] in self.read_claims
        row = super().row(index, max(0, width - 1))
        return Text.assemble((" " if is_read else UNREAD, self.palette.dim), row)

    def rows_of(self, doc: Ref) -> Rows:
        claims = self.library.in_document(doc, self.library.claims)
        return claim_rows(self.library, claims, self.palette)


class ActorsList(RecordList):
    """Every actor that the document mentions, in order of first mention."""

    empty = "No actors in this document."

    def rows_of(self, doc: Ref) -> Rows:
        actors = self.library.in_document(doc, self.library.actors)
        return actor_rows(self.library, actors, self.palette)


class QuotesList(RecordList):
    """Every quotation of the document, in text order."""

    empty = "No quotations in this document."

    def rows_of(self, doc: Ref) -> Rows:
        quotes = self.library.in_document(doc, self.library.quotes)
        return quote_rows(self.library, quotes, self.palette)
