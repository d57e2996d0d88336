"""`opedtui relate c3 supports c2 certainty=probable`"""

from __future__ import annotations

from ...model.changes import Change
from ...model.refs import Kind
from ...reading.changes.fields import set_fields
from ...reading.changes.relating import relate
from ..changing import change_and_tell, followed, now
from ..opened import Opened
from ..request import Request


def run(request: Request) -> int:
    """A tie of this kind from the one record to the other."""
    return change_and_tell(request, lambda opened: _tied(opened, request))


def _tied(opened: Opened, request: Request) -> Change:
    source, target = (opened.record(ref).ref for ref in (request.asked_ref, request.other_ref))
    tie = opened.store.free_ref(Kind.RELATION)
    change = relate(opened.library, source, request.name, target, now(), ref=tie)
    if not request.values:
        return change
    library = opened.library.apply(change)
    return followed(change, set_fields(library, tie, request.typed, now()))
