"""Where the reader was, so that the next start begins there."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from ..errors import OpedError
from ..model.frozen import frozen
from ..model.refs import Kind, Ref
from .library import Library
from .places import Place, first_place, place_of

LISTED_KINDS = (Kind.CLAIM, Kind.ACTOR, Kind.QUOTE)
"""What the reading screen has lists of; a list is called like the table."""


@frozen
class Session:
    """What is remembered of a visit; code points rather than lines, which change with the window.

    A session is a convenience: one that cannot be read is a new one.
    """

    place: Place | None = None
    top: int = 0
    """The first character that the text showed."""
    pane: str = "claims"
    list: str = "claims"
    left: int = 0
    """The share of the left column of panes in hundredths; 0 where the reader chose none."""
    upper: int = 0
    """The share of the upper panes."""
    hidden: tuple[str, ...] | None = None
    """The frames that are not shown; None where the reader chose none."""

    def at(self, library: Library, ref: Ref) -> Session:
        """The session, with the reader at this record and the record in its list."""
        first = first_place(library)
        if first is None:
            return self
        place = place_of(library, ref, first)
        session = replace(self, place=place, top=place.start)
        if ref.kind in LISTED_KINDS:
            return replace(session, list=ref.kind.table, pane=ref.kind.table)
        return session

    def to_dict(self) -> dict[str, Any]:
        kept = {name: value for name, value in asdict(self).items() if name != "place"}
        if self.place:
            doc, start, end, ref = self.place
            kept["place"] = {"doc": str(doc), "start": start, "end": end, "ref": str(ref or "")}
        return kept

    @classmethod
    def from_dict(cls, data: Any) -> Session:
        try:
            place = data.get("place")
            return cls(
                place=_place(place) if place else None,
                top=int(data.get("top", cls.top)),
                pane=str(data.get("pane", cls.pane)),
                list=str(data.get("list", cls.list)),
                left=int(data.get("left", cls.left)),
                upper=int(data.get("upper", cls.upper)),
                hidden=None if data.get("hidden") is None else tuple(map(str, data["hidden"])),
            )
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError, OpedError):
            return cls()


def _place(data: dict[str, Any]) -> Place:
    ref = Ref.parse(data["ref"]) if data["ref"] else None
    return Place(Ref.parse(data["doc"]), int(data["start"]), int(data["end"]), ref)
