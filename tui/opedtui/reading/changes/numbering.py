"""The refs of new records, as the store has them free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...model.changes import Change, Edit
from ...model.refs import Kind, Ref
from .rewriting import renamed


def numbered(change: Change, free: Callable[[Kind], Ref]) -> Change:
    """The change with refs that no record has or ever had, for those that it makes."""
    names: dict[Ref, Ref] = {}
    for edit in change.edits:
        if edit.before is None:
            kind = edit.ref.kind
            taken = sum(ref.kind is kind for ref in names)
            names[edit.ref] = Ref(kind, free(kind).number + taken)
    if all(old == new for old, new in names.items()):
        return change
    return replace(change, edits=tuple(_renamed(edit, names) for edit in change.edits))


def _renamed(edit: Edit, names: dict[Ref, Ref]) -> Edit:
    after = edit.after and replace(renamed(edit.after, names), ref=names.get(edit.ref, edit.ref))
    return Edit(edit.before, after)
