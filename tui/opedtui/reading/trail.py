"""Where the reader has been: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import replace

from ..model.frozen import frozen
from .places import Place


@frozen
class Trail:
    """The places that jumps began and ended at, and which of them was come to last.

    Only explicit jumps join it. Small movements do not, but the place that they led to
    joins with the next jump, so that going back returns to where that jump began.
    """

    places: tuple[Place, ...] = ()
    index: int = -1

    @property
    def here(self) -> Place | None:
        return self.places[self.index] if self.places else None

    @property
    def can_go_back(self) -> bool:
        return self.index > 0

    @property
    def can_go_forward(self) -> bool:
        return self.index < len(self.places) - 1

    def visit(self, place: Place, origin: Place | None = None) -> Trail:
        """Jump from the origin to a place; what lay ahead is forgotten."""
        kept = list(self.places[: self.index + 1])
        for step in (origin, place):
            if step is not None and (not kept or kept[-1] != step):
                kept.append(step)
        return Trail(tuple(kept), len(kept) - 1)

    def step(self, by: int) -> Trail:
        """Move along the trail, staying within it."""
        return replace(self, index=min(max(self.index + by, 0), len(self.places) - 1))

    def at(self, index: int) -> Trail:
        """The same trail, the reader at this step of it; nothing of it is forgotten."""
        return self.step(index - self.index)

    def recent(self, most: int) -> Trail:
        """No more than so many steps, those around the present one."""
        first = min(max(0, self.index - most // 2), max(0, len(self.places) - most))
        return Trail(self.places[first : first + most], max(self.index - first, -1))
