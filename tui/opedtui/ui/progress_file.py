"""One small file for each store, in the folder for state: what its reader has read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

from ..files import write_atomically
from ..reading.library import Library
from ..reading.progress import Progress, newest_claim
from .session_file import session_file


def progress_file(store: Path) -> Path:
    """Beside the session, and named like it."""
    session = session_file(store)
    return session.with_name(session.name.replace("session", "progress", 1))


def load_progress(store: Path) -> Progress:
    """What has been read, or nothing yet."""
    try:
        return Progress.from_dict(json.loads(progress_file(store).read_bytes()))
    except (OSError, ValueError, RecursionError):
        return Progress({})


class ProgressKeeper:
    """Writes in a thread of its own, the newest last; the program ends when that is done."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: Progress | None = None

    def keep(self, store: Path, progress: Progress, library: Library) -> None:
        """Soon; what cannot be remembered is no reason to stop."""
        if progress is not self._newest:
            self._newest = progress
            Thread(target=self._write, args=(store, library), name="progress").start()

    def _write(self, store: Path, library: Library) -> None:
        with self._lock:
            if self._newest:
                seen = replace(self._newest, newest=newest_claim(library))
                save_progress(store, seen)


def save_progress(store: Path, progress: Progress) -> None:
    try:
        write_atomically(progress_file(store), json.dumps(progress.to_dict()).encode())
    except OSError:
        return
