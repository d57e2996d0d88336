"""One small file for each store, in the folder for state: where its reader was."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from ..files import write_atomically
from ..folders import state_folder
from ..reading.session import Session


def state_file(store: Path, what: str) -> Path:
    """A file for this store; its name says nothing of what the store is called."""
    key = crc32(str(store.resolve()).encode("utf-8", "surrogateescape"))
    return state_folder() / f"{what}-{key:08x}.json"


def session_file(store: Path) -> Path:
    """Where the place is kept."""
    return state_file(store, "session")


def load_session(store: Path) -> Session:
    """Where the reader was, or the beginning."""
    try:
        return Session.from_dict(json.loads(session_file(store).read_bytes()))
    except (OSError, ValueError, RecursionError):
        return Session()


def save_session(store: Path, session: Session) -> None:
    """Remember where the reader is; a place that cannot be remembered is no reason to stop."""
    try:
        write_atomically(session_file(store), json.dumps(session.to_dict()).encode())
    except OSError:
        return
