"""Several changes, one after another, as one."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.changes import Change, Edit
from ...model.records import Record
from ...model.refs import Ref


def joined(label: str, changes: Iterable[Change]) -> Change:
    """Each record as the first found it and as the last left it; one undo."""
    before: dict[Ref, Record | None] = {}
    after: dict[Ref, Record | None] = {}
    for change in changes:
        for edit in change.edits:
            before.setdefault(edit.ref, edit.before)
            after[edit.ref] = edit.after
    touched = (ref for ref in before if before[ref] != after[ref])
    return Change(label, tuple(Edit(before[ref], after[ref]) for ref in touched))
