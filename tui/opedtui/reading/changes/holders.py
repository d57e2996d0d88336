"""Whatever names a record: `Library.referring`, and the ties and mentions that it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model.records import Mention, Record, Relation
from ...model.refs import Ref
from ..library import Library


class Holders:
    """Every record that holds a ref in any of its fields, spans too."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._others: dict[Ref, list[Record]] = defaultdict(list)
        for record in library.values():
            if isinstance(record, Mention | Relation):
                for ref in _held_by(record):
                    self._others[ref].append(record)

    def of(self, ref: Ref) -> Iterator[Record]:
        """In the order of the store, ties and mentions last."""
        yield from self._library.referring(ref)
        yield from self._others.get(ref, ())


def _held_by(record: Mention | Relation) -> set[Ref]:
    docs = {span.doc for span in record.places}
    ends = {record.actor} if isinstance(record, Mention) else {record.source, record.target}
    return docs | ends
