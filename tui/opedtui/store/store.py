"""Opening a store. What lies above sees the protocol, and not which store it is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tinydb import TinyDB

from .contents import Contents
from .migrations import migrate
from .storage import StrictStorage


class Archive(Protocol):
    """A place that records come from: the file here, a shared database one day."""

    @property
    def name(self) -> str:
        """What the reader calls it."""

    def load(self) -> Contents:
        """Every record, read once."""


class Store:
    """A `db.json`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = TinyDB(path, storage=StrictStorage)

    @property
    def name(self) -> str:
        return str(self.path)

    def load(self) -> Contents:
        """Read the file once; StoreError when it cannot be read for certain."""
        return Contents.of(migrate(self.path, self.db.storage.read() or {}))
