"""Every record, and the indexes that make a question cheap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from ..model.changes import Change
from ..model.records import (
    Actor,
    Claim,
    Document,
    Event,
    Mention,
    Note,
    Quote,
    Record,
    Relation,
)
from ..model.refs import Kind, Ref
from ..model.spans import Span
from .anchors import Anchor, Anchors
from .paragraphs import Paragraphs
from .timeline import in_order

if TYPE_CHECKING:
    from .following.actor_page import ActorPages
    from .reviewing import Waiting

R = TypeVar("R", bound=Record)


class Library(Mapping[Ref, Record]):
    """All records of a store, frozen; an index is built when it is first asked for.

    Every record can be had by its ref. The indexes hold those that the reader knows: drafts and
    what was rejected are in those of `whole`.
    """

    def __init__(self, records: Iterable[Record] = (), *, knows_all: bool = False) -> None:
        self._records = {record.ref: record for record in records}
        self._knows_all = knows_all
        self._standing: dict[tuple[Ref, type[Record]], tuple[Record, ...]] = {}
        self._dated: dict[Ref, tuple[Event, ...]] = {}

    def __getitem__(self, ref: Ref) -> Record:
        return self._records[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def apply(self, change: Change) -> Library:
        """The library after the change. Records keep their order; new ones come last."""
        records = dict(self._records)
        for edit in change.edits:
            if edit.after:
                records[edit.ref] = edit.after
            else:
                del records[edit.ref]
        after = Library(records.values(), knows_all=self._knows_all)
        if self._is_wholly_known and all(
            edit.after is None or edit.after.is_known for edit in change.edits
        ):
            after.__dict__["_is_wholly_known"] = True
        return after

    @cached_property
    def whole(self) -> Library:
        """The same records; drafts and what was rejected are in the indexes too."""
        if self._is_wholly_known:
            return self
        return Library(self._records.values(), knows_all=True)

    @cached_property
    def known(self) -> Mapping[Ref, Record]:
        """The records that the indexes hold, in the order of the store."""
        if self._is_wholly_known:
            return self._records
        return {ref: record for ref, record in self._records.items() if record.is_known}

    @cached_property
    def _is_wholly_known(self) -> bool:
        """Looked up once; what is changed since is known to `apply`."""
        return self._knows_all or all(record.is_known for record in self._records.values())

    def changed_since(self, before: Library) -> tuple[list[Ref], list[Ref]]:
        """The records that are new or another, and those that are gone."""
        old, new = before._records, self._records
        changed = [ref for ref, record in new.items() if old.get(ref) is not record]
        return changed, [ref for ref in old if ref not in new]

    def free_ref(self, kind: Kind, beyond: int = 0) -> Ref:
        """A ref that no record of the kind has: one above the highest, and above `beyond`."""
        highest = max((ref.number for ref in self if ref.kind is kind), default=0)
        return Ref(kind, max(highest, beyond) + 1)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return self._every(Document)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return self._every(Actor)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return self._every(Claim)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return self._every(Quote)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return self._every(Event)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        return self._every(Relation)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        return self._every(Note)

    def document(self, ref: Ref) -> Document | None:
        record = self.get(ref)
        return record if isinstance(record, Document) else None

    def spans(self, ref: Ref) -> tuple[Span, ...]:
        """Every place of the record in text order; an actor stands where it is mentioned."""
        return self._spans.get(ref, ())

    def anchors(self, doc: Ref) -> Anchors:
        """The records that stand in this document."""
        return self._anchors.get(doc) or Anchors(())

    def paragraphs(self, doc: Ref) -> Paragraphs:
        return self._paragraphs[doc]

    def relations_at(self, ref: Ref) -> tuple[Relation, ...]:
        """The stored ties that begin or end here, in the order of the store."""
        return tuple(self._relations_at.get(ref, ()))

    def referring(self, ref: Ref) -> tuple[Record, ...]:
        """The records that name this one in a field, in the order of the store."""
        return tuple(self._referring.get(ref, ()))

    @cached_property
    def drafts(self) -> Mapping[Ref, tuple[Waiting, ...]]:
        """What waits in each document, in the order of its text; looked up once."""
        if self._is_wholly_known and not self._knows_all:
            return {}
        # As for the pages of actors.
        from .reviewing import waiting

        return waiting(self)

    @cached_property
    def actor_pages(self) -> ActorPages:
        """Everything that each actor has to do with, looked up once."""
        # It is made of what is here, and a start need not wait for it.
        from .following.actor_page import ActorPages

        return ActorPages(self)

    def in_document(self, doc: Ref, records: Iterable[R]) -> list[R]:
        """Those of the records that stand in the document, in text order."""
        here = [(start, r) for r in records if (start := self._first_in(doc, r.ref)) is not None]
        return [record for _, record in sorted(here, key=lambda pair: (pair[0], pair[1].ref))]

    def standing_in(self, doc: Ref, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind that stands in the document, in text order.

        Found once for each document: panes ask for it at every key.
        """
        if (doc, kind) not in self._standing:
            here = dict.fromkeys(anchor.ref for anchor in self.anchors(doc))
            records = [r for ref in here if isinstance(r := self[ref], kind)]
            self._standing[doc, kind] = tuple(self.in_document(doc, records))
        return cast("tuple[R, ...]", self._standing[doc, kind])

    def dated_in(self, doc: Ref) -> tuple[Event, ...]:
        """Every event of the document in order of time, found once like those in text order."""
        if doc not in self._dated:
            self._dated[doc] = tuple(in_order(self.standing_in(doc, Event)))
        return self._dated[doc]

    def _first_in(self, doc: Ref, ref: Ref) -> int | None:
        return next((span.start for span in self.spans(ref) if span.doc == doc), None)

    def _every(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.known.values() if isinstance(record, kind))

    @cached_property
    def _spans(self) -> dict[Ref, tuple[Span, ...]]:
        spans: dict[Ref, list[Span]] = defaultdict(list)
        for record in self.known.values():
            standing = [span for span in record.places if self._stands(span)]
            spans[record.ref] += standing
            if isinstance(record, Mention) and record.actor in self.known:
                spans[record.actor] += standing
        return {ref: tuple(sorted(places, key=_in_text)) for ref, places in spans.items()}

    def _stands(self, span: Span) -> bool:
        """A span outside its text, or of a text that is not there, cannot be shown."""
        document = self.document(span.doc)
        return document is not None and 0 <= span.start < span.end <= len(document.text)

    @cached_property
    def _anchors(self) -> dict[Ref, Anchors]:
        found: dict[Ref, list[Anchor]] = defaultdict(list)
        for ref, spans in self._spans.items():
            if not isinstance(self[ref], Relation | Mention):
                for span in spans:
                    found[span.doc].append(Anchor(span.start, span.end, ref))
        return {doc: Anchors(anchors) for doc, anchors in found.items()}

    @cached_property
    def _paragraphs(self) -> dict[Ref, Paragraphs]:
        return {document.ref: Paragraphs(document.text) for document in self.documents}

    @cached_property
    def _relations_at(self) -> dict[Ref, list[Relation]]:
        found: dict[Ref, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for end in {relation.source, relation.target}:
                found[end].append(relation)
        return found

    @cached_property
    def _referring(self) -> dict[Ref, list[Record]]:
        found: dict[Ref, list[Record]] = defaultdict(list)
        for record in self.known.values():
            if not isinstance(record, Mention | Relation):
                for ref in dict.fromkeys(ref for _, ref in record.references()):
                    found[ref].append(record)
        return found


def _in_text(span: Span) -> tuple[Ref, int, int]:
    return span.doc, span.start, span.end
