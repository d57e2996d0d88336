"""What can be wrong with a store, each in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from ..errors import OpedError, quoted, reason
from ..model.changes import Edit
from ..model.records import Record


class StoreError(OpedError):
    """The store cannot be used, and was left as it is."""

    def __init__(self, path: Path, what: str, then: str) -> None:
        super().__init__(f"{path}: {what}; {then}")
        self.path = path


class NewerStore(StoreError):
    """The store was written by a later version of the program."""


class NothingLeft(StoreError):
    """There is nothing to take back, or nothing that was taken back."""


class Conflict(StoreError):
    """A record is no longer what the change began from; nothing of the change was saved."""

    def __init__(self, path: Path, label: str, mine: Edit, theirs: Record | None) -> None:
        found = "was changed meanwhile" if theirs else "is no longer there"
        what = f"{mine.ref} {found}, so {quoted(label)} was not saved"
        super().__init__(path, what, "look at both and do it again")
        self.label = label
        self.mine = mine
        """The edit that does not fit."""
        self.theirs = theirs
        """The record as it is now; None when it is gone."""


@contextmanager
def told(path: Path, what: str, then: str) -> Iterator[None]:
    """What the system refuses, or JSON cannot say, becomes a line for the reader."""
    try:
        yield
    except OSError as error:
        raise StoreError(path, f"{what} ({reason(error)})", then) from error
    except orjson.JSONEncodeError as error:
        raise StoreError(path, f"{what} ({error})", then) from error
