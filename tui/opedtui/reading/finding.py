"""Records found by a few letters: of their refs, names, aliases and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..model.records import Actor, Claim, Document, Event, Mention, Note, Quote, Record, Relation
from ..model.refs import REF, Ref
from ..model.vocabulary import relation_kind
from .fuzzy import best, folded
from .library import Library


class Finder:
    """Finds among these records; what fits alike keeps the order in which they were given."""

    def __init__(self, library: Library, refs: Iterable[Ref]) -> None:
        self._library = library
        self._refs = tuple(refs)

    def find(self, query: str) -> tuple[Ref, ...]:
        """Those addressed (`c12`, `12`), then those named; all when nothing is typed."""
        if not query.strip():
            return self._refs
        addressed = self._addressed(query)
        if addressed and REF.fullmatch(query.strip().lower()):
            return tuple(addressed)
        return tuple(dict.fromkeys((*addressed, *best(query, self._named))))

    def _addressed(self, query: str) -> list[Ref]:
        address = query.strip().lower()
        if not any(char.isdigit() for char in address):
            return []
        found = [ref for ref in self._refs if _begins(ref, address)]
        return sorted(found, key=lambda ref: address not in (str(ref), str(ref.number)))

    @cached_property
    def _named(self) -> list[tuple[Ref, list[str]]]:
        return [
            (ref, [folded(name) for name in names_of(self._library[ref])]) for ref in self._refs
        ]


def names_of(record: Record) -> Iterator[str]:
    """What a reader may type to find it."""
    match record:
        case Document():
            yield record.title
        case Actor():
            yield record.name
            yield from (alias.text for alias in record.aliases)
        case Claim():
            yield record.text
        case Quote() | Mention():
            yield " … ".join(span.exact for span in record.places)
        case Event():
            yield from (record.label, record.date.raw, str(record.date.edtf))
        case Relation():
            yield f"{record.source} {relation_kind(record.kind).forward} {record.target}"
        case Note():
            yield record.body


def _begins(ref: Ref, address: str) -> bool:
    return str(ref).startswith(address) or str(ref.number).startswith(address)
