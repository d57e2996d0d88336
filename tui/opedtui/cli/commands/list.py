"""`opedtui list claims`"""

from __future__ import annotations

from ...render.listings import listing
from ..opened import as_stored, open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """Every record of a kind, in the order of the store."""
    library = open_store(request).library
    kind = request.asked_kind
    give(
        request.as_json,
        data=lambda: [as_stored(record) for ref, record in library.items() if ref.kind is kind],
        shown=lambda: listing(library, kind),
    )
    return 0
