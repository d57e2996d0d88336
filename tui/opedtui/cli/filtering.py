"""The records that a command line asks for."""

from __future__ import annotations

from ..model.records import Record
from ..model.refs import Kind
from ..reading.library import Library
from .request import Request


def asked_for(library: Library, kind: Kind, request: Request) -> list[Record]:
    """Every record of the kind that fits, in the order of the store; FilterError says where a
    filter is wrong."""
    records = [record for record in library.values() if record.ref.kind is kind]
    if not request.filter:
        return records
    # Only a filter needs it.
    from ..reading.filtering.listing import Listing, filtered
    from ..reading.filtering.query import FilterError
    from ..reading.filtering.views import load_views

    try:
        return list(filtered(Listing(library, kind, records), request.filter, load_views(kind)))
    except FilterError as error:
        from ..render.carets import caret_lines

        for line in caret_lines(error.text, error.fault):
            error.add_note(line)
        raise
