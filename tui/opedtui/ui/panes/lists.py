"""Lists that follow the place: claims, actors and quotes, and the events in time."""

from __future__ import annotations

from textual.message import Message
from textual.reactive import var

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place, nearest
from ...render.rows import Rows, actor_rows, claim_rows, quote_rows
from ..messages import Go, Look
from ..widgets.virtual_list import NO_ROWS, VirtualList


class RecordList(VirtualList):
    """The records of one kind in the document at hand, with the cursor on what is there."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)

    refs: tuple[Ref, ...] = ()
    """What the rows stand for, in their order."""

    @property
    def here(self) -> Ref | None:
        """The record under the cursor."""
        return self.refs[self.cursor] if self.cursor < len(self.refs) else None

    def rows_of(self, doc: Ref) -> Rows:
        """The records of the document that the list shows."""
        raise NotImplementedError

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
        self._follow()

    def _follow(self) -> None:
        index = nearest(self.library, self.place, self.refs) if self.place else None
        if index is not None:
            self.cursor = index


class ClaimsList(RecordList):
    """Every claim of the document, in text order."""

    empty = "No claims in this document."

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
