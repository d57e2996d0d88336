"""Replacing the text of a document: spans move along, and none is silently wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...model.changes import Change
from ...model.frozen import frozen
from ...model.records import Document, Record
from ...model.refs import Ref
from ...model.spans import Span
from ...model.stretch import Stretch
from ...model.sums import sum_of
from ..library import Library
from .alignment import Alignment
from .draft import Draft
from .errors import ChangeError
from .named import the
from .reanchoring import Candidate, Finder
from .rewriting import spans_in
from .spans import move_span, moved_spans

MOST = 3
"""Candidates that are offered for an orphan."""


@frozen
class Orphan:
    """A span whose words are not at its place, and where they may belong now."""

    ref: Ref
    """The record that holds it."""
    span: Span
    """As the record holds it."""
    candidates: tuple[Candidate, ...]


@frozen
class Replacement:
    """A text replaced: the change, and what did not find its place in it."""

    change: Change
    moved: int
    """How many spans found their place."""
    stayed: int
    """How many of them are where they were."""
    orphans: tuple[Orphan, ...]
    """In the change they keep their words, and have no characters: start == end."""


def replace_text(library: Library, doc: Ref, text: str, now: str) -> Replacement:
    """The document with this text. ChangeError if it is blank or there is no such document."""
    document = the(library, doc, Document)
    if not text.strip():
        raise ChangeError(f"the new text is blank; to be rid of {doc}, delete it")
    label = f"replace the text of {document.title}"
    return _replaced(library, document, with_text(document, text), label, now)


def reanchor(library: Library, doc: Ref, now: str) -> Replacement:
    """The text as it is, and the spans found again whose words are not at their place.

    The document's `text_sha256` becomes that of its text.
    """
    document = the(library, doc, Document)
    label = f"find the words in {document.title} again"
    return _replaced(library, document, hashed(document), label, now)


def with_text(document: Document, text: str) -> Document:
    """The document with this text as texts are kept: NFC, its lines ended by `\\n`."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ChangeError("the text holds half a character, which no file can keep")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return hashed(replace(document, text=text))


def hashed(document: Document) -> Document:
    """With the sum that belongs to its text."""
    return replace(document, text_sha256=sum_of(document.text))


def orphans(library: Library, doc: Ref | None = None) -> tuple[Orphan, ...]:
    """Every span (of the document) whose words are not at its place, in the order of the store."""
    docs = [the(library, doc, Document)] if doc else library.documents
    return tuple(orphan for document in docs for orphan in _orphans_in(library, document))


def attach(library: Library, orphan: Orphan, place: Span, now: str) -> Change:
    """The orphan stands on these words from now on."""
    change = move_span(library, orphan.ref, orphan.span, place, now)
    return replace(change, label=change.label.replace("move", "attach", 1))


def _replaced(
    library: Library, before: Document, after: Document, label: str, now: str
) -> Replacement:
    draft = Draft(library)
    draft.put(after)
    ground = Ground(before.text, after.text)
    moved, stayed, lost = 0, 0, []
    for record in draft.holders(before.ref):
        places = {s: ground.place(s) for s in spans_in(record) if s.doc == before.ref}
        draft.put(
            moved_spans(record, {s: place or ground.nowhere(s) for s, place in places.items()})
        )
        lost += [ground.orphan(record, span) for span, place in places.items() if not place]
        moved += sum(place is not None for place in places.values())
        stayed += sum(_is_same(span, place) for span, place in places.items())
    return Replacement(draft.change(label, now), moved, stayed, tuple(lost))


def _is_same(span: Span, place: Span | None) -> bool:
    return place is not None and (span.start, span.end) == (place.start, place.end)


class Ground:
    """The new text under the spans of the old one."""

    def __init__(self, before: str, text: str) -> None:
        self._before, self._text = before, text
        self._alignment, self._finder = Alignment.of(before, text), Finder(text)
        self._back = self._alignment.back()

    def place(self, span: Span) -> Span | None:
        """Where the words are now, if that is sure."""
        if not span.holds_in(self._before):
            return self._finder.place(span, self._expected(span))
        words = Stretch(span.start, span.end)
        place = self._alignment.place(words)
        if place:
            return Span.of(span.doc, self._text, *place)
        found = self._finder.place(span, self._expected(span))
        return found if found and not self._stood_elsewhere(found, words) else None

    def _stood_elsewhere(self, found: Span, words: Stretch) -> bool:
        """The same words, but those of another place of the old text, which is there still."""
        origin = self._back.place(Stretch(found.start, found.end))
        return origin is not None and origin != words

    def nowhere(self, span: Span) -> Span:
        """The words without a place, near where they should be."""
        at = self._expected(span)
        return replace(span, start=at, end=at)

    def orphan(self, record: Record, span: Span) -> Orphan:
        """What to tell the reader of the span."""
        likely = self._finder.candidates(span, self._expected(span))
        return Orphan(record.ref, self.nowhere(span), likely[:MOST])

    def _expected(self, span: Span) -> int:
        return self._alignment.expected(span.start)


def _orphans_in(library: Library, document: Document) -> Iterator[Orphan]:
    finder = cache(lambda: Finder(document.text))
    for record in Draft(library).holders(document.ref):
        for span in spans_in(record):
            if span.doc == document.ref and not span.holds_in(document.text):
                yield Orphan(record.ref, span, finder().candidates(span)[:MOST])
