"""What was being typed when the program was ended: kept as text, for the reader alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ..files import write_atomically
from .session_file import state_file


def unsaved_file(store: Path) -> Path:
    """Where it is kept until the reader has been told."""
    return state_file(store, "unsaved").with_suffix(".txt")


def keep_unsaved(store: Path, texts: Iterable[str]) -> None:
    """Keep what was typed; what cannot be kept is no reason not to end."""
    content = "\n".join(f"{text.rstrip()}\n" for text in texts if text.strip())
    if content:
        try:
            write_atomically(unsaved_file(store), content.encode("utf-8", "surrogatepass"))
        except OSError:
            return


def tell_of_unsaved(store: Path) -> str:
    """Where it is, said once and kept for good; nothing if there is none."""
    path = unsaved_file(store)
    try:
        then = datetime.fromtimestamp(path.stat().st_mtime)
        kept = path.with_name(f"{path.stem}-{then:%Y%m%d-%H%M%S}.txt")
        path.rename(kept)
    except OSError:
        return ""
    return f"What you were typing when the program was ended is in {kept}"
