"""`opedtui redo`"""

from __future__ import annotations

from ..changing import Done, settle, tell_done, told_whole
from ..opened import open_store
from ..request import Request


def run(request: Request) -> int:
    """Do again what was taken back last."""
    store = open_store(request).store
    with told_whole():
        change = store.redo()
    settle(store)
    tell_done(request, Done.of(change, "redo"))
    return 0
