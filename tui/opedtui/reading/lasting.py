"""Where the reader still is after records were changed, by whomever."""

from __future__ import annotations

from .library import Library
from .places import Place, first_place, place_at, place_of
from .trail import Trail


def lasting_place(library: Library, place: Place) -> Place | None:
    """The place as far as it still exists: the record, else the words, else the beginning."""
    document = library.document(place.doc)
    if document is None:
        return first_place(library)
    if place.ref is None or place.ref in library:
        return _with_its_words(library, place, len(document.text))
    return place_at(library, place.doc, min(place.start, max(0, len(document.text) - 1)))


def lasting_trail(library: Library, trail: Trail) -> Trail:
    """The steps that still lead somewhere; the present one stays the present one."""
    kept, index = [], -1
    for number, place in enumerate(trail.places):
        if place.doc in library and (place.ref is None or place.ref in library):
            kept.append(place)
            index += number <= trail.index
    return Trail(tuple(kept), max(0, index) if kept else -1)


def _with_its_words(library: Library, place: Place, length: int) -> Place:
    """A record that stands on other words by now is followed to them."""
    spans = library.spans(place.ref) if place.ref else ()
    is_there = any((s.doc, s.start, s.end) == (place.doc, place.start, place.end) for s in spans)
    if place.ref and spans and not is_there:
        return place_of(library, place.ref, place)
    return place._replace(start=min(place.start, length), end=min(place.end, length))
