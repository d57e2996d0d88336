"""Where the reader was, so that the next start begins there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..errors import OpedError
from ..model.frozen import frozen
from ..model.refs import Kind, Ref
from .library import Library
from .places import Place, first_place, place_of
from .trail import Trail

LISTED_KINDS = (Kind.CLAIM, Kind.ACTOR, Kind.QUOTE)
"""What the reading screen has lists of; a list is called like the table."""
STEPS_KEPT = 200
"""Of the trail; nobody goes back further by hand."""


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
    trail: Trail = Trail()
    """The explicit jumps, so that back leads on where the last visit ended."""

    def at(self, library: Library, ref: Ref) -> Session:
        """The session, with the reader at this record and the record in its list."""
        first = first_place(library)
        if first is None:
            return self
        place = place_of(library, ref, first)
        trail = self.trail.visit(place, self.place)
        session = replace(self, place=place, top=place.start, trail=trail)
        if ref.kind in LISTED_KINDS:
            return replace(session, list=ref.kind.table, pane=ref.kind.table)
        return session

    def to_dict(self) -> dict[str, Any]:
        kept = {name: value for name, value in vars(self).items() if name not in ("place", "trail")}
        if self.place:
            kept["place"] = _as_dict(self.place)
        trail = self.trail.recent(STEPS_KEPT)
        kept["trail"] = {"places": [*map(_as_dict, trail.places)], "index": trail.index}
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
                trail=_trail(data["trail"]) if "trail" in data else cls.trail,
            )
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError, OpedError):
            return cls()


def _as_dict(place: Place) -> dict[str, Any]:
    doc, start, end, ref = place
    return {"doc": str(doc), "start": start, "end": end, "ref": str(ref or "")}


def _trail(data: dict[str, Any]) -> Trail:
    """An index outside the trail would lead nowhere."""
    places = tuple(map(_place, data["places"]))
    return Trail(places, min(max(int(data["index"]), 0), len(places) - 1))


def _place(data: dict[str, Any]) -> Place:
    ref = Ref.parse(data["ref"]) if data["ref"] else None
    return Place(Ref.parse(data["doc"]), int(data["start"]), int(data["end"]), ref)
