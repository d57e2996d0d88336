"""Copies of a store's file beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ..files import replace_by, written_beside
from .errors import StoreError, told
from .file import read_content


def keep_copy(path: Path) -> Path:
    """A copy of the file as it is, whole or not."""
    file = Path(os.path.realpath(path))
    content = read_content(file).data
    with told(path, "it cannot be copied", "it was left as it is"):
        copy = next(name for name in _names(file) if not name.exists())
        replace_by(copy, written_beside(copy, content, like=file))
    if read_content(copy).data != content:
        raise StoreError(copy, "it is not what was written there", "check the disk")
    return copy


def backups(path: Path) -> tuple[Path, ...]:
    """The copies of a store, the oldest first."""
    file = Path(os.path.realpath(path))
    return tuple(sorted(file.parent.glob(f"{file.name}.backup-*")))


def _names(file: Path) -> Iterator[Path]:
    """`db.json.backup-20230306-142500`, and `…-2` for the second in a second."""
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    yield file.with_name(f"{file.name}.backup-{now}")
    yield from (file.with_name(f"{file.name}.backup-{now}-{n}") for n in count(2))
