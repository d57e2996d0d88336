"""`opedtui list claims`"""

from __future__ import annotations

from ...render.listings import listing
from ..filtering import asked_for
from ..opened import as_stored, open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """Every record of a kind that fits, in the order of the store."""
    library = open_store(request).library
    kind = request.asked_kind
    records = asked_for(library, kind, request)
    give(
        request.as_json,
        data=lambda: [as_stored(record) for record in records],
        shown=lambda: listing(library, kind, records),
    )
    return 0
