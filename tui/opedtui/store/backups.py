"""A copy of a store beside it, and coming back to one."""

from __future__ import annotations

import os
from pathlib import Path

from ..files import replace_by, written_beside
from .copies import keep_copy
from .errors import StoreError, told
from .file import read_content, tables_of
from .journal import Journal
from .lines import Fold, Folded
from .lock import locked
from .migrations import migrate
from .store import Store

TRIES = 10


def backup(path: Path) -> Path:
    """A copy of all that is saved, read back before this returns; StoreError if there is none.

    It is the file itself, byte for byte, after the journal was folded into it.
    """
    store = Store(path)
    store.load()
    for _ in range(TRIES):
        if store.fold() or not store.pending:
            return keep_copy(path)
    raise StoreError(path, "it does not stop changing", "no copy was made; try again")


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the place of the store, and keep what was there as a copy too.

    The history stays. A copy that cannot be read for certain is refused.
    """
    content = read_content(copy).data
    migrate(copy, tables_of(copy, content))
    file = Path(os.path.realpath(path))
    with locked(file):
        kept = keep_copy(path) if file.exists() else None
        with told(path, "the copy cannot be put in its place", "it was left as it is"):
            _put(file, content)
    return kept


def _put(file: Path, content: bytes) -> None:
    """From here on the journal takes this file for one that holds all it says."""
    new = written_beside(file, content)
    journal = Journal(file)
    journal.read_on()
    if journal.stamp:
        if journal.is_torn:
            journal.cut()
        fold = Fold.of_file(journal.last_seq, content)
        journal.append(fold)
    replace_by(file, new)
    if journal.stamp:
        journal.append(Folded(fold.crc))
