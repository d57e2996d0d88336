"""One small file in the folder for state: whether the reader likes it light or dark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..files import write_atomically
from ..folders import state_folder


def theme_file() -> Path:
    """The same for every store: it has to be known before one is looked for."""
    return state_folder() / "theme"


def load_theme(known: Sequence[str]) -> str:
    """The theme that was chosen last; the first one known, if it is none of them."""
    try:
        chosen = theme_file().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return known[0]
    return chosen if chosen in known else known[0]


def save_theme(name: str) -> None:
    """Remember the theme; one that cannot be remembered is no reason to stop."""
    try:
        write_atomically(theme_file(), name.encode())
    except OSError:
        return
