"""`opedtui backup`"""

from __future__ import annotations

from ...render.pairs import Pairs
from ...store.backups import backup
from ..opened import open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """A copy of all that is saved, beside the store."""
    path = open_store(request).found.path
    copy = backup(path)
    data = {"store": str(path), "copy": str(copy)}
    give(request.as_json, data=lambda: data, shown=lambda: Pairs(tuple(data.items())))
    return 0
