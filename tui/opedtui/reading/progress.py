"""How far the reader is."""

from __future__ import annotations

from ..model.frozen import frozen
from ..model.records import Actor, Claim, Event, Quote, Record
from ..model.refs import Kind, Ref
from .library import Library
from .places import Place, nearest

LISTED: dict[Kind, type[Record]] = {Kind.ACTOR: Actor, Kind.QUOTE: Quote, Kind.EVENT: Event}
"""What has a list of its own, besides the claims."""


@frozen
class Progress:
    """`claim 9 of 45`"""

    kind: Kind
    index: int | None
    """From 0; None where the place has none of the kind."""
    count: int

    def __str__(self) -> str:
        if self.index is None:
            return f"{self.count} {self.kind.table}"
        return f"{self.kind.word} {self.index + 1} of {self.count}"


def progress(library: Library, place: Place) -> Progress:
    """Among the records like the one at hand, as their list has them; else among the claims."""
    kind = place.ref.kind if place.ref and place.ref.kind in LISTED else Kind.CLAIM
    refs = _listed(library, place.doc, kind)
    return Progress(kind, nearest(library, place, refs), len(refs))


def _listed(library: Library, doc: Ref, kind: Kind) -> list[Ref]:
    if kind is Kind.EVENT:
        return [event.ref for event in library.dated_in(doc)]
    return [record.ref for record in library.standing_in(doc, LISTED.get(kind, Claim))]
