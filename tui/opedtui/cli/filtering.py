"""The records that a command line asks for."""

from __future__ import annotations

from ..model.records import Record
from ..model.refs import Kind
from ..reading.library import Library
from .request import Request


def asked_for(library: Library, kind: Kind, request: Request) -> list[Record]:
    """Every record of the kind that fits, in the order of the store; FilterError says where a
    filter is wrong. Drafts and what was rejected are there for who asks for a `status`."""
    if not request.filter:
        return _of_kind(library, kind)
    # Only a filter needs it.
    from ..reading.filtering.listing import Listing, filtered
    from ..reading.filtering.query import FilterError, read_query
    from ..reading.filtering.views import load_views

    views = load_views(kind)
    if read_query(request.filter, views).asks_for("status"):
        library = library.whole
    try:
        listing = Listing(library, kind, _of_kind(library, kind))
        return list(filtered(listing, request.filter, views))
    except FilterError as error:
        from ..render.carets import caret_lines

        for line in caret_lines(error.text, error.fault):
            error.add_note(line)
        raise


def _of_kind(library: Library, kind: Kind) -> list[Record]:
    return [record for record in library.known.values() if record.ref.kind is kind]
