"""Filters saved by name: a small file that a reader can read, and mend, in the state folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ...errors import OpedError, quoted
from ...files import write_atomically
from ...folders import state_folder
from ...model.refs import Kind
from .query import is_name


class ViewError(OpedError):
    """A filter cannot be saved."""


Views = Mapping[str, str]
"""Filters by name, of one kind of record."""


def views_file() -> Path:
    """`{"claims": {"due": "kind=prediction holds<2024"}}`"""
    return state_folder() / "views.json"


def load_views(kind: Kind) -> Views:
    """Those for records of this kind; none from a file that cannot be read."""
    try:
        return _read(views_file()).get(kind.table, {})
    except (OSError, ViewError):
        return {}


def save_view(kind: Kind, name: str, text: str) -> None:
    """Save a filter under a name; without a filter the name is forgotten."""
    if not is_name(name):
        raise ViewError(f"{quoted(name)} is no name; it has letters, digits, - and _ only")
    path = views_file()
    try:
        views = _read(path)
    except FileNotFoundError:
        views = {}
    except OSError as error:
        raise ViewError(f"{path} cannot be read ({error.strerror}); nothing was saved") from error
    views.setdefault(kind.table, {}).pop(name, None)
    if text:
        views[kind.table][name] = text
    _write(path, views)


def _write(path: Path, views: Mapping[str, Views]) -> None:
    content = json.dumps(views, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        write_atomically(path, content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ViewError(f"{path} cannot be written ({error.strerror}); not saved") from error


def _read(path: Path) -> dict[str, dict[str, str]]:
    """What the file holds; ViewError where it was mended into something else."""
    try:
        held = json.loads(path.read_bytes())
        return {
            str(table): {name: text for name, text in views.items() if isinstance(text, str)}
            for table, views in held.items()
        }
    except (ValueError, AttributeError, RecursionError) as error:
        raise ViewError(f"{path} cannot be understood; mend it, or remove it") from error
