"""Whatever names a record: `Library.referring`, and the ties and mentions that it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from ...model.records import Mention, Record, Relation
from ...model.refs import Kind, Ref
from ..library import Library


class Holders:
    """Every record that holds a ref in any of its fields, spans too."""

    def __init__(self, library: Library) -> None:
        self._library = library.whole

    def of(self, ref: Ref) -> Iterator[Record]:
        """In the order of the store, ties and mentions last."""
        yield from self._library.referring(ref)
        yield from self._library.relations_at(ref)
        if ref.kind in (Kind.ACTOR, Kind.DOCUMENT):
            yield from self._others.get(ref, ())

    @cached_property
    def _others(self) -> dict[Ref, list[Record]]:
        """Mentions by their actors; mentions and the words of ties by their documents."""
        found: dict[Ref, list[Record]] = defaultdict(list)
        for record in self._library.values():
            if isinstance(record, Mention):
                found[record.actor].append(record)
            if isinstance(record, Mention | Relation):
                for doc in {span.doc for span in record.places}:
                    found[doc].append(record)
        return found
