"""`opedtui join a3 a7`"""

from __future__ import annotations

from ...model.changes import Change
from ...reading.changes.actors import merge
from ..changing import change_and_tell, now
from ..opened import Opened
from ..request import Request


def run(request: Request) -> int:
    """Whatever named the first actor names the second, which takes over what it was called."""
    return change_and_tell(request, lambda opened: _merged(opened, request))


def _merged(opened: Opened, request: Request) -> Change:
    gone, kept = (opened.record(ref).ref for ref in (request.asked_ref, request.other_ref))
    return merge(opened.library, gone, kept, now())
