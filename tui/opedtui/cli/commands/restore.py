"""`opedtui restore db.json.backup-20230306-142500`"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ...render.pairs import Pairs
from ...store.backups import restore
from ...store.errors import StoreError
from ...store.locate import locate_store
from ...store.store import Store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """A copy in the place of the store; what was there becomes a copy too."""
    path, copy = locate_store(request.store).path, Path(request.file)
    _fold(path)
    kept = restore(path, copy)
    data = {"store": str(path), "restored": str(copy), "kept": str(kept) if kept else None}
    said = tuple((what, value) for what, value in data.items() if value)
    give(request.as_json, data=lambda: data, shown=lambda: Pairs(said))
    return 0


def _fold(path: Path) -> None:
    """So that the copy of what was there is whole; a store that is broken is what it is."""
    with suppress(StoreError):
        store = Store(path)
        store.load()
        store.fold()
