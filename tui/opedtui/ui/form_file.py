"""One small file in the folder for state: how the reader likes citations to be written."""

from __future__ import annotations

from pathlib import Path

from ..files import write_atomically
from ..folders import state_folder
from ..render.citations import BY_NAME, FORMS, Form
from ..settings.file import chosen


def form_file() -> Path:
    """The same for every store."""
    return state_folder() / "citation"


def load_form() -> Form:
    """The form that the settings name; else the one that was chosen last."""
    return BY_NAME.get(chosen().settings.citation or _last(), FORMS[0])


def _last() -> str:
    try:
        return form_file().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def save_form(form: Form) -> None:
    """Remember the form; one that cannot be remembered is no reason to stop."""
    try:
        write_atomically(form_file(), form.name.encode())
    except OSError:
        return
