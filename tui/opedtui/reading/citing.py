"""What a citation tells of some words: whose they are, of which text, and where in it."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import OpedError
from ..model.frozen import frozen
from ..model.records import Actor, Document, Quote, Record
from ..model.refs import Ref
from ..model.spans import Span
from .library import Library
from .places import Place, homeward

IN_ANOTHERS_WORDS = ("direct", "mixed")
"""Kinds of quote whose words are the speaker's, not the author's."""


class NotCitable(OpedError):
    """It stands in no text."""


@frozen
class Citation:
    """Words of a document, or the document itself."""

    document: Document
    ref: Ref
    """The record that the words belong to, or the document."""
    words: tuple[str, ...] = ()
    """The parts of a passage; nothing where a whole document is cited."""
    paragraphs: tuple[int, ...] = ()
    authors: tuple[Actor, ...] = ()
    outlet: str = ""
    speakers: tuple[Actor, ...] = ()
    """Whom the author quotes, where the words are another's."""


def citation(library: Library, ref: Ref, here: Place | None = None) -> Citation:
    """The words of a record; those at this place, if it is an actor that stands at many."""
    record = library.get(ref)
    if isinstance(record, Document):
        return _citation(library, record, ref, ())
    spans = _spans(library, ref, here)
    document = library.document(spans[0].doc) if spans else None
    if document is None:
        raise NotCitable(f"{ref} stands in no text, so it cannot be cited; cite a claim or a quote")
    return _citation(library, document, ref, spans, record)


def citation_of_words(library: Library, place: Place) -> Citation:
    """Words that belong to no record; the document, where there are none."""
    document = library.document(place.doc)
    assert document, "a place is in a document"
    span = Span.of(place.doc, document.text, place.start, place.end)
    return _citation(library, document, place.doc, (span,) if span.exact.strip() else ())


def _spans(library: Library, ref: Ref, here: Place | None) -> Sequence[Span]:
    """A tie without words is cited by those of the record that it begins at."""
    spans = next((found for step in homeward(library, ref) if (found := library.spans(step))), ())
    if isinstance(library.get(ref), Actor):
        at = (here.doc, here.start, here.end) if here else None
        spans = tuple(s for s in spans if (s.doc, s.start, s.end) == at) or spans[:1]
    return tuple(span for span in spans if span.doc == spans[0].doc)


def _citation(
    library: Library,
    document: Document,
    ref: Ref,
    spans: Sequence[Span],
    record: Record | None = None,
) -> Citation:
    outlet = library.get(document.outlet) if document.outlet else None
    return Citation(
        document,
        ref,
        words=tuple(" ".join(span.exact.split()) for span in spans),
        paragraphs=_paragraphs(library, spans),
        authors=_actors(library, document.authors),
        outlet=outlet.name if isinstance(outlet, Actor) else "",
        speakers=_others(library, document, record),
    )


def _paragraphs(library: Library, spans: Sequence[Span]) -> tuple[int, ...]:
    found = [library.paragraphs(span.doc).at(span.start) for span in spans]
    return tuple(dict.fromkeys(paragraph.number for paragraph in found if paragraph))


def _others(library: Library, document: Document, record: Record | None) -> tuple[Actor, ...]:
    if not isinstance(record, Quote) or record.kind not in IN_ANOTHERS_WORDS:
        return ()
    return _actors(library, [ref for ref in record.speakers if ref not in document.authors])


def _actors(library: Library, refs: Sequence[Ref]) -> tuple[Actor, ...]:
    found = (library.get(ref) for ref in refs)
    return tuple(record for record in found if isinstance(record, Actor))
