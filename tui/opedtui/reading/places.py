"""Where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from ..model.records import Claim, Document, Note, Relation
from ..model.refs import Kind, Ref
from .anchors import Anchor
from .library import Library

READ_KINDS = (Kind.CLAIM, Kind.QUOTE, Kind.EVENT, Kind.ACTOR, Kind.NOTE)
"""What can stand in a text."""


class Place(NamedTuple):
    """Words of a document, and the record that they are looked at for."""

    doc: Ref
    start: int
    end: int
    ref: Ref | None = None

    @property
    def anchor(self) -> Anchor:
        """The same, as the anchors of the document know it."""
        return Anchor(self.start, self.end, self.ref or self.doc)


def first_place(library: Library, doc: Ref | None = None) -> Place | None:
    """Where a reader begins: the first claim of the (first) document, or its first words."""
    if not library.documents:
        return None
    start = Place(doc or library.documents[0].ref, 0, 0)
    claims = library.standing_in(start.doc, Claim)
    return place_of(library, claims[0].ref, start) if claims else start


def place_of(library: Library, ref: Ref, here: Place) -> Place:
    """The first words of a record, in the document at hand if it stands there.

    A record without words of its own is looked at from where it belongs: a relation from
    its source, a note from what it is on, and anything else from where the reader is.
    """
    for step in homeward(library, ref):
        spans = library.spans(step) or library.whole.spans(step)
        near = [span for span in spans if span.doc == here.doc] or spans
        if near:
            return Place(near[0].doc, near[0].start, near[0].end, ref)
        if isinstance(library.get(step), Document):
            return Place(step, 0, 0, ref)
    return here._replace(ref=ref)


def homeward(library: Library, ref: Ref) -> Iterator[Ref]:
    """The record, and after each the one that it belongs to; a ring of them is walked once."""
    passed: set[Ref] = set()
    while ref not in passed:
        yield ref
        passed.add(ref)
        match library.get(ref):
            case Relation(source=home) | Note(on=(Ref() as home, *_)):
                ref = home


def place_at(library: Library, doc: Ref, offset: int) -> Place:
    """The narrowest record at a character of the text, or the character alone."""
    anchors = library.anchors(doc).at(offset)
    return _place(doc, anchors[0]) if anchors else Place(doc, offset, offset)


def words_at(library: Library, doc: Ref, start: int, end: int) -> Place:
    """These words, looked at for the narrowest record that holds them all, if one does."""
    around = (anchor for anchor in library.anchors(doc).at(start) if anchor.end >= end)
    anchor = next(around, None)
    return Place(doc, start, end, anchor.ref if anchor else None)


def nearest(library: Library, place: Place, refs: Sequence[Ref]) -> int | None:
    """Which of the records a list should point at.

    The place's own; else the narrowest around its beginning; else the first within its words.
    """
    return nearest_found(library, place, lambda ref: refs.index(ref) if ref in refs else None)


def nearest_found(library: Library, place: Place, find: Callable[[Ref], int | None]) -> int | None:
    """The same for a list that finds its records faster than by looking through them."""
    anchors = library.anchors(place.doc)
    there = (*anchors.at(place.start), *anchors.between(place.start, place.end))
    refs = (*([place.ref] if place.ref else []), *[anchor.ref for anchor in there])
    return next((index for ref in refs if (index := find(ref)) is not None), None)


def next_here(library: Library, place: Place, offset: int, step: int = 1) -> Place:
    """The next of the records that overlap at the offset, round and round."""
    anchors = library.anchors(place.doc).at(offset)
    if not anchors:
        return place
    at = anchors.index(place.anchor) if place.anchor in anchors else -step
    return _place(place.doc, anchors[(at + step) % len(anchors)])


def next_record(
    library: Library, place: Place, step: int = 1, kinds: Collection[Kind] = READ_KINDS
) -> Place | None:
    """The next (or previous) record of these kinds in the text, if there is one."""
    anchors = library.anchors(place.doc)
    find = anchors.after if step > 0 else anchors.before
    found = find(place.anchor, kinds)
    return _place(place.doc, found) if found else None


def next_words(library: Library, place: Place, step: int = 1) -> Place | None:
    """The next (or previous) place of the same record in the same text."""
    if not place.ref:
        return None
    spans = [span for span in library.spans(place.ref) if span.doc == place.doc]
    ahead = [s for s in spans if (s.start > place.start if step > 0 else s.start < place.start)]
    span = ahead[0 if step > 0 else -1] if ahead else None
    return Place(span.doc, span.start, span.end, place.ref) if span else None


def _place(doc: Ref, anchor: Anchor) -> Place:
    return Place(doc, anchor.start, anchor.end, anchor.ref)
