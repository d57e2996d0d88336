"""Lists that follow the place: claims, actors and quotes, and the events in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.message import Message
from textual.reactive import var

from ...model.records import Actor, Claim, Quote, Record
from ...model.refs import Kind, Ref
from ...reading.library import Library
from ...reading.places import Place, nearest, nearest_found
from ...render.palette import UNREAD
from ...render.rows import Rows, actor_rows, claim_rows, quote_rows
from ...render.visible import visible
from ..messages import Go, Look
from ..widgets.virtual_list import NO_ROWS, VirtualList

if TYPE_CHECKING:
    from ...reading.filtering.listing import Listing, Narrowed

TICKED = "✓ "
MARGIN = len(TICKED)
"""Cells before the rows, while any is ticked."""


NONE_LEFT = "Nothing is left by the filter; f changes it."


class RecordList(VirtualList):
    """The records of one kind in the document at hand, with the cursor on what is there."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)

    ticked: var[frozenset[Ref]] = var(frozenset)
    """The records of the rows that the reader ticked."""

    filter: var[str] = var("")
    """What has to hold of the records, while the reader wants to see some only."""
    typed_to: int | None = None
    """Where the reader is typing in it: the value there may be a beginning."""
    views: Mapping[str, str] = {}
    """Filters saved for these records."""

    kind: Kind
    """Of record."""
    narrowed: Narrowed[Record] | None = None
    """What the filter leaves of them."""
    _listing: Listing[Record] | None = None
    records: Sequence[Record] = ()
    """All that the filter chooses from."""
    last_facet: str = ""
    """The field whose values were counted last."""
    shown: Sequence[Record] = ()
    """Those that it leaves."""
    _refs: tuple[Ref, ...] | None = None

    @property
    def here(self) -> Ref | None:
        """The record under the cursor."""
        return self.shown[self.cursor].ref if self.cursor < len(self.shown) else None

    @property
    def refs(self) -> tuple[Ref, ...]:
        """What the rows stand for, in their order."""
        if self._refs is None:
            self._refs = tuple([record.ref for record in self.shown])
        return self._refs

    @property
    def ticked_refs(self) -> tuple[Ref, ...]:
        """The ticked ones in the order of the list."""
        return tuple(ref for ref in self.refs if ref in self.ticked)

    @property
    def margin_width(self) -> int:
        """Of the column of ticks."""
        return MARGIN if self.ticked else 0

    @property
    def shown_filter(self) -> str:
        """As it may be shown."""
        return visible(self.filter.strip())

    @property
    def count(self) -> str:
        """How many are shown, of how many."""
        every = len(self.records)
        return f"{len(self.shown)} of {every}" if self.filter else str(every)

    def records_of(self, library: Library, doc: Ref) -> Sequence[Record]:
        """The records of the document that belong in the list, in its order."""
        raise NotImplementedError

    def rows_for(self, records: Sequence[Any]) -> Rows:
        """A row for each of these."""
        raise NotImplementedError

    @property
    def listing(self) -> Listing[Record]:
        """What the filter chooses from, and completes."""
        if self._listing is None or self._listing.records is not self.records:
            # Of use only to those who filter; a start need not wait for it.
            from ...reading.filtering.listing import Listing

            self._listing = Listing(self.library, self.kind, self.records)
        return self._listing

    def narrow(self, text: str, typed_to: int | None = None) -> None:
        """Show what this filter leaves, as far as it is typed; the cursor on what is at hand."""
        before = self.narrowed
        self.filter, self.typed_to = text, typed_to
        self._gather()
        self.narrowed = self._narrowed()
        self.empty = NONE_LEFT if text else type(self).empty
        if (before and before.mask) != (self.narrowed and self.narrowed.mask):
            self._show()
            if not self._follow():
                self.cursor = 0

    def row(self, index: int, width: int) -> Text:
        if not self.ticked:
            return super().row(index, width)
        sign = TICKED if self.shown[index].ref in self.ticked else " " * MARGIN
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
        self._listing = None
        self._gather()
        self.narrowed = self._narrowed()
        self._show()
        self._follow()

    def _gather(self) -> None:
        """What the filter chooses from: drafts and what was rejected too, if it asks for those."""
        library = self.library.whole if self._asks_for_status else self.library
        self.records = self.records_of(library, self.place.doc) if self.place else ()

    @property
    def _asks_for_status(self) -> bool:
        if not self.filter:
            return False
        from ...reading.filtering.query import read_query

        return read_query(self.filter, self.views).asks_for("status")

    def _show(self) -> None:
        self.shown = self.records if self.narrowed is None else self.narrowed.records
        self._refs = None
        self.rows = self.rows_for(self.shown) if self.place else NO_ROWS
        if self.ticked:
            self.ticked &= frozenset(self.refs)

    def _narrowed(self) -> Narrowed[Record] | None:
        if not self.filter:
            return None
        from ...reading.filtering.query import read_query

        return self.listing.narrowed(read_query(self.filter, self.views), self.typed_to)

    def _follow(self) -> bool:
        """Point at what is at hand, if it is in the list."""
        index = self._nearest(self.place) if self.place else None
        if index is not None:
            self.cursor = index
        return index is not None

    def _nearest(self, place: Place) -> int | None:
        if self.narrowed is None:
            return nearest(self.library, place, self.refs)
        return nearest_found(self.library, place, self.narrowed.index)


class ClaimsList(RecordList):
    """Every claim of the document, in text order."""

    read_claims: var[frozenset[Ref]] = var(frozenset)

    empty = "No claims in this document."

    kind = Kind.CLAIM

    def watch_read_claims(self) -> None:
        self.refresh()

    @property
    def margin_width(self) -> int:
        """Of the columns of ticks and of what is unread."""
        return super().margin_width + 1

    def row(self, index: int, width: int) -> Text:
        is_read = self.shown[index].ref in self.read_claims
        row = super().row(index, max(0, width - 1))
        return Text.assemble((" " if is_read else UNREAD, self.palette.dim), row)

    def records_of(self, library: Library, doc: Ref) -> Sequence[Record]:
        return library.standing_in(doc, Claim)

    def rows_for(self, records: Sequence[Claim]) -> Rows:
        return claim_rows(self.library, records, self.palette)


class ActorsList(RecordList):
    """Every actor that the document mentions, in order of first mention."""

    empty = "No actors in this document."

    kind = Kind.ACTOR

    def records_of(self, library: Library, doc: Ref) -> Sequence[Record]:
        return library.standing_in(doc, Actor)

    def rows_for(self, records: Sequence[Actor]) -> Rows:
        return actor_rows(self.library, records, self.palette)


class QuotesList(RecordList):
    """Every quotation of the document, in text order."""

    empty = "No quotations in this document."

    kind = Kind.QUOTE

    def records_of(self, library: Library, doc: Ref) -> Sequence[Record]:
        return library.standing_in(doc, Quote)

    def rows_for(self, records: Sequence[Quote]) -> Rows:
        return quote_rows(self.library, records, self.palette)
