"""`opedtui show c12`"""

from __future__ import annotations

from ...render.details import Details
from ..opened import as_stored, open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """All that is known of a record."""
    opened = open_store(request)
    record = opened.record(request.asked_ref)
    give(
        request.as_json,
        data=lambda: as_stored(record),
        shown=lambda: Details.of(opened.library, record.ref),
    )
    return 0
