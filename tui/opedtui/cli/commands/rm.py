"""`opedtui rm c12`"""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import OpedError
from ...model.changes import Change
from ...model.refs import Ref
from ...reading.changes.named import counted
from ...reading.changes.removing import Dependents, delete, dependents
from ...render.labels import label
from ..changing import Done, now, save, tell_done
from ..opened import Opened, open_store
from ..request import Request
from ..streams import agreed, can_ask, tell

MANY = 10
"""Records that are told one by one."""


class NotAgreed(OpedError):
    """Nobody said that the records may go."""


def run(request: Request) -> int:
    """Delete the records and what hangs on them, if that is what is wanted."""
    opened = open_store(request)
    refs = tuple(opened.record(ref).ref for ref in request.asked_refs)
    if "yes" not in request.flags:
        opened = _asked(opened, refs)

    def deleted(opened: Opened) -> Change:
        return delete(opened.library, refs, now())

    tell_done(request, Done.of(save(opened, deleted)))
    return 0


def _asked(opened: Opened, refs: tuple[Ref, ...]) -> Opened:
    """The store as it is after the answer; NotAgreed if that was no."""
    hanging = dependents(opened.library, *refs)
    if not can_ask():
        raise NotAgreed(f"{_warning(refs, hanging)}; say --yes to do that")
    for line in _told(opened, hanging):
        tell(line)
    if not agreed(f"delete {_shortly(refs)}?"):
        raise NotAgreed("nothing was deleted")
    again = opened.again()
    if dependents(again.library, *refs) != hanging:
        raise NotAgreed("another program changed what hangs on it; nothing was deleted, look again")
    return again


def _told(opened: Opened, hanging: Dependents) -> Iterator[str]:
    """What else is touched, record by record."""
    for refs, fate in ((hanging.go, "is deleted too"), (hanging.lose, "stays, without naming it")):
        for ref in refs[:MANY]:
            yield f"{ref} {fate}: {label(opened.library, ref)}"
        if len(refs) > MANY:
            yield f"and {len(refs) - MANY} more"


def _warning(refs: tuple[Ref, ...], hanging: Dependents) -> str:
    """The same in one line."""
    it = "it" if len(refs) == 1 else "them"
    told = f"{_shortly(refs)} would be deleted"
    if hanging.go:
        told += f", and {counted(len(hanging.go))} with {it} ({_shortly(hanging.go)})"
    if hanging.lose:
        told += f", and {_shortly(hanging.lose)} would no longer name {it}"
    return told


def _shortly(refs: tuple[Ref, ...]) -> str:
    shown = ", ".join(map(str, refs[:MANY]))
    return shown if len(refs) <= MANY else f"{shown}, …"
