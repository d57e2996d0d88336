"""An actor through time: whatever of theirs has a date of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.dates import Edtf
from ...model.frozen import frozen
from ...model.records import Claim, Dating, Event, Quote, Record, Relation
from ...model.refs import Ref
from ..library import Library
from ..ties import Tie
from .actor_page import ActorPage, Row


@frozen
class Moment:
    """A record at the date that it tells of, not the one when it was published."""

    ref: Ref
    date: Dating


def moments(library: Library, page: ActorPage) -> tuple[Moment, ...]:
    """Events, what was said when, and what holds when; each record once."""
    refs = dict.fromkeys(ref for group in page.groups for ref in _refs(group.rows))
    return tuple(moment for ref in refs if (moment := _moment(library.get(ref))))


def _refs(rows: Iterable[Row]) -> Iterator[Ref]:
    for row in rows:
        record = row.relation if isinstance(row, Tie) else row
        if isinstance(record, Ref):
            yield record


def _moment(record: Record | None) -> Moment | None:
    match record:
        case Event():
            return Moment(record.ref, record.date)
        case Quote(said=Edtf() as date) | Claim(holds=Edtf() as date):
            return Moment(record.ref, _dating(date))
        case Relation(holds=Edtf() as date):
            return Moment(record.ref, _dating(date))
    return None


def _dating(date: Edtf) -> Dating:
    return Dating(edtf=date, raw=str(date), anchor="reader")
