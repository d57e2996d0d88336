"""The refs of new records."""

from __future__ import annotations

from opedtui.model.changes import Change, Edit
from opedtui.model.refs import Kind, Ref
from opedtui.reading.changes.numbering import numbered

from ..making import a_claim, a_relation, ref


def test_new_records_get_free_refs_and_name_each_other_by_them() -> None:
    """What was there keeps its ref, and names the new ones as they are called now."""
    old = a_claim(1)
    edits = (
        Edit(None, a_claim(2)),
        Edit(None, a_claim(3)),
        Edit(None, a_relation(1, "c2", "supports", "c3")),
        Edit(old, a_claim(1, text="Other")),
    )

    change = numbered(Change("make some", edits), lambda kind: Ref(kind, 7))

    assert [str(edit.ref) for edit in change.edits] == ["c7", "c8", "r7", "c1"]
    assert change.edits[2].after == a_relation(7, "c7", "supports", "c8")
    assert change.edits[3] == edits[3]


def test_refs_that_are_free_stay() -> None:
    """The change is the same."""
    change = Change("make one", (Edit(None, a_claim(2)),))

    assert numbered(change, lambda kind: ref("c2")) is change
    assert change.edits[0].ref.kind == Kind.CLAIM
