"""One program at a time writes to a store; the others wait, or say that they could not."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import StoreError, told

PATIENCE = 10.0
"""Seconds; a fold holds the lock for a few thousandths of one."""
POLL = 0.002


@contextmanager
def locked(store: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the lock of the store; StoreError when another program does not let go of it.

    The file that is locked stays: the system frees it even when its holder is killed.
    """
    if not store.parent.is_dir():
        # filelock would make it anew.
        raise StoreError(store, "its folder is gone", "put it back; nothing was written")
    # filelock loads asyncio, which takes longer than all the rest; only writing needs it.
    from filelock import FileLock, Timeout

    patience = PATIENCE if patience is None else patience
    path = store.with_name(f".{store.name}.lock")
    with told(store, "it cannot be locked", "nothing was written; check the folder and the disk"):
        lock = FileLock(path, patience, _mode(store), poll_interval=POLL)
        try:
            lock.acquire()
        except Timeout as error:
            what = f"another program has been writing to it for {patience:g} seconds"
            raise StoreError(store, what, "nothing was saved; try again") from error
    try:
        yield
    finally:
        # The system lets go of it at the latest when the program ends.
        with suppress(OSError):
            lock.release()


def _mode(store: Path) -> int:
    """Whoever may write the store may lock it."""
    owner = stat.S_IRUSR | stat.S_IWUSR
    return owner | (stat.S_IMODE(store.stat().st_mode) if store.exists() else 0)
