"""Moving a record to other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from ...model.changes import Change
from ...model.records import Claim, Dating, Event, Note, Quote, Record, Relation
from ...model.refs import Ref
from ...model.spans import Span
from ..library import Library
from .draft import changed
from .errors import ChangeError
from .named import the, words_of
from .rewriting import rewritten, spans_in, with_spans

R = TypeVar("R", bound=Record)


def move_span(library: Library, ref: Ref, old: Span, new: Span, now: str) -> Change:
    """The record stands on other words; a text that repeated the old ones follows.

    `old` is any span that the record holds: of its own, a cue, or a place of a note.
    """
    record = the(library, ref, Record)
    check_span(library, new)
    if old not in spans_in(record):
        raise ChangeError(f"{ref} does not stand on {words_of(old)}")
    if new in record.places:
        raise ChangeError(f"{ref} stands on {words_of(new)} already")
    moved = moved_spans(record, {old: new})
    return changed(library, moved, label=f"move {ref} to {words_of(new)}", now=now)


def add_span(library: Library, ref: Ref, span: Span, now: str) -> Change:
    """The record stands on these words too. ChangeError for a record with one place."""
    record = the(library, ref, Record)
    check_span(library, span)
    if span in record.places:
        raise ChangeError(f"{ref} stands on {words_of(span)} already")
    after = _with(record, span)
    return changed(library, after, label=f"add {words_of(span)} to {ref}", now=now)


def remove_span(library: Library, ref: Ref, span: Span, now: str) -> Change:
    """ChangeError when the record cannot stand without it."""
    record = the(library, ref, Record)
    if span not in record.places:
        raise ChangeError(f"{ref} does not stand on {words_of(span)}")
    after = rewritten(record, lambda leaf: None if leaf == span else leaf)
    if after is None:
        raise ChangeError(f"{ref} has no other place; move it, or delete {ref}")
    left = worded_alike(record, after)
    return changed(library, left, label=f"take {words_of(span)} from {ref}", now=now)


def check_span(library: Library, span: Span) -> None:
    """ChangeError if the words are not in the text at this place."""
    document = library.document(span.doc)
    if document is None:
        raise ChangeError(f"there is no document {span.doc}")
    if not span.holds_in(document.text):
        at = f"{span.doc} {span.start}–{span.end}"
        raise ChangeError(f"the text at {at} is not {words_of(span)}; choose the words again")


def moved_spans(record: R, places: Mapping[Span, Span]) -> R:
    """The record on other words, and what repeated the old ones repeats the new."""
    moved = with_spans(record, lambda span: places.get(span, span))
    assert moved, "a moved span is still there"
    return worded_alike(record, moved)


def wording(record: Record) -> str:
    """The words that a record stands on, as a claim repeats them."""
    return " … ".join(" ".join(span.exact.split()) for span in record.places)


def worded_alike(before: R, after: R) -> R:
    """What repeated the words repeats them still: the text of a claim, the `raw` of a date."""
    if isinstance(before, Claim) and isinstance(after, Claim):
        return replace(after, text=wording(after)) if before.text == wording(before) else after
    if isinstance(before, Event) and isinstance(after, Event):
        return replace(after, date=_told_again(before, after))
    return after


def _told_again(before: Event, after: Event) -> Dating:
    """The date in the words that it has now, if it was in those of a place."""
    moved = len(before.spans) == len(after.spans)
    places = zip(before.spans, after.spans, strict=True) if moved else ()
    again = (new.exact for old, new in places if before.date.raw == old.exact)
    return replace(after.date, raw=next(again, before.date.raw))


def _with(record: Record, span: Span) -> Record:
    match record:
        case Claim() | Quote() | Event() | Relation():
            spans = tuple(sorted((*record.spans, span), key=lambda s: (s.doc, s.start)))
            return worded_alike(record, replace(record, spans=spans))
        case Note():
            return replace(record, on=(*record.on, span))
    raise ChangeError(f"{record.ref} has a single place; move it instead")
