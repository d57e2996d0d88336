"""`opedtui split a3 Moscow --alias Moscow c4 e2`"""

from __future__ import annotations

from ...model.changes import Change
from ...model.refs import Kind
from ...reading.changes.actors import split
from ..changing import change_and_tell, now
from ..opened import Opened
from ..request import Request


def run(request: Request) -> int:
    """A new actor, who takes over these aliases, the mentions in their words, and the records."""
    return change_and_tell(request, lambda opened: _split(opened, request))


def _split(opened: Opened, request: Request) -> Change:
    return split(
        opened.library,
        opened.record(request.asked_ref).ref,
        request.name,
        now(),
        aliases=request.aliases,
        records=[opened.record(ref).ref for ref in request.refs],
        ref=opened.store.free_ref(Kind.ACTOR),
    )
