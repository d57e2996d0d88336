"""Where in a text the words stand that a reader looked for."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.refs import Kind, Ref
from ..library import Library
from ..places import Place, place_of, words_at
from .entries import Entry, Shelf, passages
from .query import Mark, Query


def hits_in(library: Library, doc: Ref, query: Query) -> tuple[Mark, ...]:
    """In the passages that have all that was asked for, in the order of the text."""
    document = library.document(doc)
    if document is None:
        return ()
    return tuple(
        (start + first, start + last)
        for start, end in passages(document.text, library.paragraphs(doc))
        if query.rung_of(document.text[start:end]) is not None
        for first, last in query.marks(document.text[start:end])
    )


def next_hit(hits: Sequence[Mark], offset: int, step: int) -> int | None:
    """The index of the next (or previous) hit, round and round; None where there is none."""
    if not hits:
        return None
    starts = [start for start, _ in hits]
    ahead = [at for at, start in enumerate(starts) if (start - offset) * step > 0]
    if not ahead:
        return 0 if step > 0 else len(hits) - 1
    return ahead[0] if step > 0 else ahead[-1]


def place_of_find(library: Library, entry: Entry, query: Query, here: Place | None) -> Place | None:
    """The words that were found in a text; of a record, its own."""
    if entry.ref not in library:
        return None
    if entry.shelf is Shelf.TEXT:
        marks = query.marks(entry.text)
        start, end = marks[0] if marks else (0, 0)
        return words_at(library, entry.ref, entry.start + start, entry.start + end)
    if entry.ref.kind is Kind.DOCUMENT:
        return Place(entry.ref, 0, 0, entry.ref)
    first = next(iter(library.documents), None)
    start_from = here or (Place(first.ref, 0, 0) if first else None)
    return place_of(library, entry.ref, start_from) if start_from else None
