"""What is true of a library after any change."""

from __future__ import annotations

from opedtui.model.records import Record
from opedtui.model.refs import Ref
from opedtui.model.spans import Span
from opedtui.reading.changes.rewriting import spans_in
from opedtui.reading.library import Library

NOW = "2026-03-01T12:00:00Z"


def dangling(library: Library) -> list[tuple[Ref, str]]:
    """Fields that name what is not there."""
    return [
        (record.ref, path)
        for record in library.values()
        for path, ref in record.references()
        if ref not in library
    ]


def misplaced(library: Library) -> list[tuple[Ref, Span]]:
    """Spans whose words are not at their place."""
    return [
        (record.ref, span)
        for record in library.values()
        for span in spans_in(record)
        if not _holds(library, span)
    ]


def _holds(library: Library, span: Span) -> bool:
    document = library.document(span.doc)
    return document is not None and span.holds_in(document.text)


def bare(record: Record) -> dict[str, object]:
    """The record without its stamps."""
    data = record.to_dict()
    return {key: value for key, value in data.items() if key not in ("created", "modified")}
