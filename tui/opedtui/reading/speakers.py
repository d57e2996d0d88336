"""Who says this."""

from __future__ import annotations

from ..model.records import Claim, Document, Event, Quote, Record
from ..model.refs import Ref


def speaker_of(record: Record | None) -> Ref | None:
    """The innermost voice of a claim, the speaker of a quote, the first actor of an event."""
    match record:
        case Claim() if record.voice:
            return record.voice[-1].actor
        case Quote() if record.speakers:
            return record.speakers[0]
        case Event() if record.actors:
            return record.actors[0]
        case Document() if record.authors:
            return record.authors[0]
    return None
