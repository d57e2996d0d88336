"""`opedtui undo`"""

from __future__ import annotations

from ..changing import Done, settle, tell_done, told_whole
from ..opened import open_store
from ..request import Request


def run(request: Request) -> int:
    """Take back the last change that can be."""
    store = open_store(request).store
    with told_whole():
        change = store.undo()
    settle(store)
    tell_done(request, Done.of(change, "undo"))
    return 0
