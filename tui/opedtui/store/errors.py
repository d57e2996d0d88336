"""What can be wrong with a store, each in one line."""

from __future__ import annotations

from pathlib import Path

from ..errors import OpedError


class StoreError(OpedError):
    """The store cannot be used, and was left as it is."""

    def __init__(self, path: Path, what: str, then: str) -> None:
        super().__init__(f"{path}: {what}; {then}")
        self.path = path


class NewerStore(StoreError):
    """The store was written by a later version of the program."""
