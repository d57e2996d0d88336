"""Where among its like the record at hand is."""

from __future__ import annotations

from ..model.frozen import frozen
from ..model.records import RECORDS
from ..model.refs import Kind, Ref
from .library import Library
from .places import Place, nearest


@frozen
class Whereabouts:
    """`claim 9 of 45`"""

    kind: Kind
    index: int | None
    """From 0; None where the place has none of the kind."""
    count: int

    def __str__(self) -> str:
        if self.index is None:
            return f"{self.count} {self.kind.table}"
        return f"{self.kind.word} {self.index + 1} of {self.count}"


def whereabouts(library: Library, place: Place) -> Whereabouts:
    """Among the records like the one at hand, as their list has them; else among the claims."""
    kind = place.ref.kind if place.ref else Kind.CLAIM
    if kind not in (Kind.ACTOR, Kind.QUOTE, Kind.EVENT):
        kind = Kind.CLAIM
    refs = _listed(library, place.doc, kind)
    return Whereabouts(kind, nearest(library, place, refs), len(refs))


def _listed(library: Library, doc: Ref, kind: Kind) -> list[Ref]:
    if kind is Kind.EVENT:
        return [event.ref for event in library.dated_in(doc)]
    return [record.ref for record in library.standing_in(doc, RECORDS[kind])]
