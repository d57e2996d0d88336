"""TinyDB on our own reading of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tinydb import Storage

from .errors import StoreError
from .file import Tables, read_tables


class StrictStorage(Storage):
    """Reads as strictly as the program does, and never writes.

    TinyDB's own storage overwrites the file in place and truncates it afterwards,
    so that a crash in between leaves neither the old file nor the new one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Tables:
        return read_tables(self.path)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        raise StoreError(self.path, "it was opened for reading only", "nothing was written")
