"""Which records stand where in one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..model.refs import Kind, Ref


class Anchor(NamedTuple):
    """A record at its words: code points, end-exclusive. A mention stands for its actor."""

    start: int
    end: int
    ref: Ref

    @property
    def length(self) -> int:
        return self.end - self.start


class Anchors:
    """The anchors of one document, found by place without looking at all of them."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self._all = sorted(set(anchors), key=_order)
        self._starts = [anchor.start for anchor in self._all]
        self._longest = max((anchor.length for anchor in self._all), default=0)

    def __iter__(self) -> Iterator[Anchor]:
        return iter(self._all)

    def between(self, start: int, end: int) -> list[Anchor]:
        """Those that share at least one character with [start, end), in text order."""
        first = bisect_right(self._starts, start - self._longest)
        last = bisect_left(self._starts, end) if start < end else first
        return [anchor for anchor in self._all[first:last] if anchor.end > start]

    def at(self, offset: int) -> list[Anchor]:
        """Those whose words hold this character, the narrowest first."""
        return sorted(self.between(offset, offset + 1), key=lambda a: (a.length, a.ref))

    def after(self, anchor: Anchor, kinds: Collection[Kind]) -> Anchor | None:
        """The next one of these kinds in the text."""
        here = bisect_right(self._all, _order(anchor), key=_order)
        return next((a for a in self._all[here:] if a.ref.kind in kinds), None)

    def before(self, anchor: Anchor, kinds: Collection[Kind]) -> Anchor | None:
        """The previous one of these kinds in the text."""
        here = bisect_left(self._all, _order(anchor), key=_order)
        return next((a for a in reversed(self._all[:here]) if a.ref.kind in kinds), None)


def _order(anchor: Anchor) -> tuple[int, bool, int, Ref]:
    """Of those that begin together the widest first, and before them a place without words."""
    return anchor.start, anchor.length > 0, -anchor.end, anchor.ref
