"""One small file for each store, in the folder for state: the marks of its reader."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..files import write_atomically
from ..reading.marks import Marks
from .session_file import state_file


def load_marks(store: Path) -> Marks:
    """The marks, as many as can be read."""
    try:
        return Marks.from_list(json.loads(state_file(store, "marks").read_bytes()))
    except (OSError, ValueError, RecursionError):
        return Marks()


def change_marks(store: Path, change: Callable[[Marks], Marks]) -> Marks:
    """Change what is in the file by now, where another program may have set marks meanwhile.

    OSError if that cannot be kept.
    """
    marks = change(load_marks(store))
    content = json.dumps(marks.to_list(), ensure_ascii=False, indent=1)
    write_atomically(state_file(store, "marks"), content.encode("utf-8", "replace"))
    return marks
