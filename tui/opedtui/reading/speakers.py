"""Who says this, and of whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.records import Actor, Claim, Document, Event, Mention, Note, Quote, Relation
from ..model.refs import Ref
from .library import Library


def actors_of(library: Library, ref: Ref) -> tuple[Ref, ...]:
    """The actors whom a record brings up: first whoever speaks, then those spoken of."""
    found = dict.fromkeys(_actors(library, ref, set()))
    return tuple(ref for ref in found if isinstance(library.get(ref), Actor))


def _actors(library: Library, ref: Ref, passed: set[Ref]) -> Iterator[Ref]:
    """The innermost voice before the one that reports it; a ring of records is walked once."""
    if ref in passed:
        return
    passed.add(ref)
    match library.get(ref):
        case Actor():
            yield ref
        case Mention() as mention:
            yield mention.actor
        case Claim() as claim:
            yield from (voice.actor for voice in reversed(claim.voice))
            yield from claim.about
        case Quote() as quote:
            yield from (*quote.speakers, *quote.addressees)
            if quote.claim:
                yield from _actors(library, quote.claim, passed)
        case Event() as event:
            yield from event.actors
        case Relation() as relation:
            for end in (relation.source, relation.target):
                yield from _actors(library, end, passed)
        case Document() as document:
            yield from document.authors
            if document.outlet:
                yield document.outlet
        case Note() as note:
            for on in note.on:
                if isinstance(on, Ref):
                    yield from _actors(library, on, passed)
