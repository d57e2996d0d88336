"""What is wrong with a store, or odd about it, record by record."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import quoted
from ..model.frozen import frozen
from ..model.records import Document, Record, Relation
from ..model.refs import Ref
from ..model.spans import Span
from ..model.sums import sum_of
from ..model.vocabulary import relation_kind
from .contents import Contents


@frozen
class Finding:
    """One thing to look at. A fault is wrong; the others are only unusual."""

    ref: Ref
    message: str
    is_fault: bool = True


def check(contents: Contents) -> tuple[Finding, ...]:
    """Everything found, faults that were set aside first, then in the order of the file."""
    records = {record.ref: record for record in contents.records}
    aside = (Finding(fault.ref, f"set aside: {fault.message}") for fault in contents.faults)
    found = (finding for record in contents.records for finding in _check(record, records))
    return (*aside, *found)


def _check(record: Record, records: dict[Ref, Record]) -> Iterator[Finding]:
    yield from _check_references(record, records)
    yield from _check_places(record, records)
    yield from _check_words(record)
    if isinstance(record, Document):
        yield from _check_text(record)
    if isinstance(record, Relation):
        yield from _check_ends(record)


def _check_references(record: Record, records: dict[Ref, Record]) -> Iterator[Finding]:
    for path, ref in record.references():
        if ref not in records:
            yield Finding(record.ref, f"{path}: there is no {ref}")


def _check_places(record: Record, records: dict[Ref, Record]) -> Iterator[Finding]:
    for span in _spans(record):
        document = records.get(span.doc)
        at = f"{span.doc} {span.start}–{span.end}"
        if isinstance(document, Document):
            if not span.holds_in(document.text):
                yield Finding(record.ref, f"the text at {at} is not {quoted(span.exact)}")
        elif document:
            yield Finding(record.ref, f"the place {at} is in no document")


def _spans(record: Record) -> Iterator[Span]:
    yield from record.places
    for cue in (getattr(record, "cue", None), *(v.cue for v in getattr(record, "voice", ()))):
        if cue:
            yield cue


def _check_words(record: Record) -> Iterator[Finding]:
    for path, word, vocabulary in record.unknown_words():
        known = ", ".join(vocabulary.words)
        message = f"{path}: {quoted(word)} is no {vocabulary.name} ({known}, or x-…)"
        yield Finding(record.ref, message, is_fault=False)


def _check_text(document: Document) -> Iterator[Finding]:
    stated = document.text_sha256
    if stated and stated != sum_of(document.text):
        yield Finding(document.ref, "text_sha256: the text is not the one it was made from")


def _check_ends(relation: Relation) -> Iterator[Finding]:
    kind = relation_kind(relation.kind)
    if not kind.joins(relation.source.kind, relation.target.kind):
        ends = f"{relation.source} to {relation.target}"
        yield Finding(relation.ref, f"{kind.name} cannot tie {ends}", is_fault=False)
