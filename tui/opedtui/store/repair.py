"""Mending what `check` finds, as far as it can be mended without the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..model.changes import Change, Edit
from ..model.frozen import frozen
from ..model.records import Document, Record
from ..model.sums import sum_of
from .backups import backup
from .store import Store

LABEL = "repair"


@frozen
class Repair:
    """What was mended, in one change, and the copy of what was before."""

    change: Change
    copy: Path


def restate(records: Iterable[Record], now: str) -> Change:
    """Documents say of which text they are: the one they have."""
    edits = (_restated(record, now) for record in records if isinstance(record, Document))
    return Change(LABEL, tuple(edit for edit in edits if edit))


def _restated(document: Document, now: str) -> Edit | None:
    found = sum_of(document.text)
    if not document.text_sha256 or document.text_sha256 == found:
        return None
    return Edit(document, replace(document, text_sha256=found, modified=now))


def repair(store: Store, *changes: Change) -> Repair | None:
    """Make these changes as one, after a backup; None when there is nothing to mend."""
    edits = tuple(edit for change in changes for edit in change.edits)
    if not edits:
        return None
    copy = backup(store.path)
    change = Change(LABEL, edits)
    store.save(change)
    return Repair(change, copy)
