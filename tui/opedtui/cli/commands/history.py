"""`opedtui history`, `opedtui history --back-to 12` and `opedtui history --compact`"""

from __future__ import annotations

from typing import Any

from ...errors import OpedError
from ...render.pairs import Pairs
from ...render.sheets import Sheet
from ...store.entry import Entry
from ...store.history import History
from ...store.store import Store
from ..changing import Done, settle, tell_done, told_whole
from ..opened import open_store
from ..output import give
from ..request import Request, UsageError


class NoSuchStep(OpedError):
    """The history has no step of this number."""


class StillChanging(OpedError):
    """Another program keeps saving."""


def run(request: Request) -> int:
    """What was changed when, the oldest first; or back to a step; or without it all."""
    if request.back_to is not None and request.flags:
        raise UsageError("--back-to and --compact do not go together; give one")
    store = open_store(request).store
    if request.back_to is not None:
        _go_back(request, store, request.back_to)
    elif "compact" in request.flags:
        _compact(request, store)
    else:
        _tell(request, store.history)
    return 0


def _tell(request: Request, history: History) -> None:
    give(
        request.as_json,
        data=lambda: [_step(history, entry) for entry in history.entries],
        shown=lambda: Sheet(
            ("step", "when", "by", "records", "state", "what"),
            tuple(_row(history, entry) for entry in history.entries),
            roomy=("by", "records"),
        ),
    )


def _row(history: History, entry: Entry) -> tuple[str, ...]:
    refs = ", ".join(map(str, dict.fromkeys(entry.refs)))
    state = _state(history, entry)
    return str(entry.seq), entry.time, entry.by, refs, state, _what(entry)


def _what(entry: Entry) -> str:
    how = "undo: " if entry.undoes else "redo: " if entry.redoes else ""
    return how + entry.label


def _state(history: History, entry: Entry) -> str:
    """What is not plainly in force."""
    if entry.seq in history.aside:
        return "kept aside"
    return "undone" if history.undone(entry) else ""


def _step(history: History, entry: Entry) -> dict[str, Any]:
    return {
        "step": entry.seq,
        "time": entry.time,
        "by": entry.by,
        "label": entry.label,
        "refs": [str(ref) for ref in dict.fromkeys(entry.refs)],
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "undone": history.undone(entry),
        "aside": entry.seq in history.aside,
    }


def _go_back(request: Request, store: Store, step: int) -> None:
    if step and not store.history.entry(step):
        raise NoSuchStep(f"{store.name}: there is no step {step}; opedtui history lists them")
    with told_whole():
        change = store.go_back_to(step)
    settle(store)
    tell_done(request, Done.of(change))


def _compact(request: Request, store: Store) -> None:
    """The records stay; what was done can no longer be taken back."""
    steps = len(store.history)
    if not store.compact():
        raise StillChanging(f"{store.name}: another program keeps saving; try again")
    data = {"store": store.name, "thrown_away": steps}
    give(
        request.as_json,
        data=lambda: data,
        shown=lambda: Pairs((("store", store.name), ("steps thrown away", str(steps)))),
    )
