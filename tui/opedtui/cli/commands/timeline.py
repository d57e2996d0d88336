"""`opedtui timeline`"""

from __future__ import annotations

from typing import Any, cast

from ...model.dates import Day
from ...model.records import Event
from ...model.refs import Kind
from ...reading.timeline import in_order
from ...render.chronicle import Chronicle, when
from ..filtering import asked_for
from ..opened import open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """The events in order of time."""
    library = open_store(request).library
    events = cast("list[Event]", asked_for(library, Kind.EVENT, request))
    give(
        request.as_json,
        data=lambda: [_dated(event) for event in in_order(events)],
        shown=lambda: Chronicle(events),
    )
    return 0


def _dated(event: Event) -> dict[str, Any]:
    """An event and the days that its date covers."""
    edtf = event.date.edtf
    return {
        "ref": str(event.ref),
        "label": event.label,
        "edtf": str(edtf),
        "raw": event.date.raw,
        "lower": iso(edtf.lower),
        "upper": iso(edtf.upper),
        "spoken": when(event),
    }


def iso(day: Day | None) -> str | None:
    """ISO 8601, with a sign for years of other than four digits and those before year 0."""
    if day is None:
        return None
    sign = "-" if day.year < 0 else "+" if day.year > 9999 else ""
    return f"{sign}{abs(day.year):04}-{day.month:02}-{day.day:02}"
