"""Characters of a text that belong together."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """Characters of a text, end-exclusive."""

    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Whether the character is one of them."""
        return self.start <= offset < self.end
