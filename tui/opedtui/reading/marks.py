"""Marks: places that the reader named by a letter, held by their words."""

from __future__ import annotations

from typing import Any

from ..errors import OpedError
from ..model.frozen import frozen
from ..model.refs import Ref
from ..model.spans import Span
from .library import Library
from .places import Place


@frozen
class Mark:
    """Words of a document under a letter: a small one for that document, else for the store."""

    letter: str
    span: Span
    ref: Ref | None = None
    """The record that the words were looked at for."""

    @property
    def is_for_store(self) -> bool:
        return self.letter.isupper()

    @property
    def key(self) -> tuple[str, Ref | None]:
        """What another mark must share to take the place of this one."""
        return self.letter, None if self.is_for_store else self.span.doc

    def to_dict(self) -> dict[str, Any]:
        kept: dict[str, Any] = {"letter": self.letter, "span": self.span.to_dict()}
        return kept | ({"ref": str(self.ref)} if self.ref else {})

    @classmethod
    def from_dict(cls, data: Any) -> Mark | None:
        """None for what is no mark."""
        try:
            ref = Ref.parse(data["ref"]) if "ref" in data else None
            letter, span = data["letter"], Span.from_dict(data["span"])
        except (AttributeError, KeyError, TypeError, ValueError, OpedError):
            return None
        return cls(letter, span, ref) if is_letter(letter) else None


@frozen
class Marks:
    """All marks of a store."""

    marks: tuple[Mark, ...] = ()

    def with_mark(self, mark: Mark) -> Marks:
        """The mark in the place of the one that had its letter."""
        return Marks((*self.without(mark).marks, mark))

    def without(self, mark: Mark) -> Marks:
        return Marks(tuple(other for other in self.marks if other.key != mark.key))

    def called(self, letter: str, doc: Ref) -> Mark | None:
        """The mark that a letter means while this document is read."""
        return next((mark for mark in self.listed(doc) if mark.letter == letter), None)

    def listed(self, doc: Ref) -> tuple[Mark, ...]:
        """Those of the document by their letters, then those of the store."""
        here = [mark for mark in self.marks if mark.is_for_store or mark.span.doc == doc]
        return tuple(sorted(here, key=lambda mark: (mark.is_for_store, mark.letter)))

    def to_list(self) -> list[dict[str, Any]]:
        return [mark.to_dict() for mark in self.marks]

    @classmethod
    def from_list(cls, data: Any) -> Marks:
        """As many of them as can be read, each letter once."""
        marks = cls()
        for item in data if isinstance(data, list) else ():
            mark = Mark.from_dict(item)
            if mark:
                marks = marks.with_mark(mark)
        return marks


def is_letter(letter: object) -> bool:
    """What a mark may be called."""
    return isinstance(letter, str) and len(letter) == 1 and letter.isascii() and letter.isalpha()


def mark_at(library: Library, letter: str, place: Place, cursor: int) -> Mark | None:
    """A mark on the words of the place, else on the sentence at the cursor; None without words."""
    # What looks for sentences is needed only where there is no record.
    from ..model.sentences import sentence_at

    document = library.document(place.doc)
    if document is None:
        return None
    words = (place.start, place.end)
    if place.start >= place.end:
        sentence = sentence_at(document.text, min(cursor, max(0, len(document.text) - 1)))
        if sentence is None:
            return None
        words = (sentence.start, sentence.end)
    return Mark(letter, Span.of(place.doc, document.text, *words), place.ref)


def found(library: Library, mark: Mark) -> Place | None:
    """Where the words of the mark are by now; None where they are not in the text any more."""
    document = library.document(mark.span.doc)
    span = _anchored(mark.span, document.text) if document else None
    if span is None:
        return None
    return Place(span.doc, span.start, span.end, _still_there(library, mark.ref, span))


def _anchored(span: Span, text: str) -> Span | None:
    """Where nothing has changed, which is the rule, nothing is sought."""
    if span.holds_in(text) and span == Span.of(span.doc, text, span.start, span.end):
        return span
    # Needed only when a text was changed under a mark.
    from .changes.reanchoring import reanchored

    return reanchored(span, text) or (span if span.holds_in(text) else None)


def _still_there(library: Library, ref: Ref | None, span: Span) -> Ref | None:
    spans = library.spans(ref) if ref else ()
    here = any((s.doc, s.start, s.end) == (span.doc, span.start, span.end) for s in spans)
    return ref if here else None
