"""A place in a document, held by its words, their context and their position."""

from __future__ import annotations

from .fields import Fields
from .frozen import frozen_keyed
from .refs import Ref

CONTEXT = 32
"""Characters kept on either side: with them 99–100 % of spans are found again after an edit."""


@frozen_keyed
class Span(Fields):
    """W3C TextQuoteSelector and TextPositionSelector in one; code points, end-exclusive."""

    doc: Ref
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, doc: Ref, text: str, start: int, end: int) -> Span:
        """The span of these offsets, with its words and context taken from the text."""
        assert 0 <= start <= end <= len(text), "a span lies within its text"
        return cls(
            doc=doc,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    def holds_in(self, text: str) -> bool:
        """Whether the text still has these words at this place."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.exact
