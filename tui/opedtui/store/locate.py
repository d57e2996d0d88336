"""Which file is opened: the one asked for, or the first of three places that has one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..files import write_atomically
from ..folders import data_folder
from ..model.frozen import frozen
from .errors import StoreError
from .file import read_tables

VARIABLE = "OPEDTUI_DB"
FILE_NAME = "db.json"
OWN = "your own store"


@frozen
class Found:
    """A store and why it is this one."""

    path: Path
    why: str
    fresh: bool = False
    """Made just now, from the bundled one."""

    @property
    def is_to_be_made(self) -> bool:
        """Whether this is the reader's own store, before its first use."""
        # A link that leads nowhere is there: making a store would take its place.
        return self.why == OWN and not os.path.lexists(self.path)


def find_store(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> Found:
    """The store to open; the reader's own is made when there is none yet."""
    found = locate_store(asked, environ)
    if not found.is_to_be_made:
        return found
    _make(found.path)
    return replace(found, fresh=True)


def locate_store(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> Found:
    """The store that would be opened; nothing is made."""
    return _named(asked, environ) or _here() or Found(data_folder() / FILE_NAME, OWN)


def _named(asked: str | None, environ: Mapping[str, str]) -> Found | None:
    if asked:
        return Found(Path(asked), "given on the command line")
    if environ.get(VARIABLE):
        return Found(Path(environ[VARIABLE]), f"${VARIABLE}")
    return None


def _here() -> Found | None:
    """`./db.json`, if it is a store of ours: other programs use the name too."""
    path = Path(FILE_NAME)
    try:
        tables = read_tables(path)
    except StoreError:
        return None
    return Found(path, "in this folder") if {"meta", "documents"} <= set(tables) else None


def _make(own: Path) -> None:
    """Copy the bundled store to the reader's own place."""
    try:
        write_atomically(own, bundled_store().read_bytes())
    except OSError as error:
        what = f"your own store cannot be made there ({error.strerror})"
        raise StoreError(own, what, f"give a path, or set ${VARIABLE}") from error


def bundled_store() -> Path:
    """The store that comes with the program: in the wheel, or at the root of a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / FILE_NAME
    return packaged if packaged.exists() else package.parent.parent / FILE_NAME
