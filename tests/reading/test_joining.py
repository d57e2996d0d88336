"""Several changes as one."""

from __future__ import annotations

from opedtui.reading.changes.fields import set_field
from opedtui.reading.changes.joining import joined
from opedtui.reading.changes.removing import delete

from ..making import a_library, ref

NOW = "2026-11-25T09:00:00Z"


def test_joined_changes_do_what_they_did_one_after_another() -> None:
    """And go back in one step."""
    library = a_library()
    first = set_field(library, ref("c3"), "kind", "value", NOW)
    second = set_field(library.apply(first), ref("c3"), "status", "rejected", NOW)
    third = delete(library.apply(first).apply(second), ref("c2"), NOW)

    change = joined("all three", (first, second, third))

    after = library.apply(first).apply(second).apply(third)
    assert dict(library.apply(change)) == dict(after)
    assert dict(library.apply(change).apply(change.inverse())) == dict(library)
    assert len({edit.ref for edit in change.edits}) == len(change.edits)


def test_what_was_taken_back_is_no_edit() -> None:
    """A change and its inverse are nothing."""
    library = a_library()
    change = set_field(library, ref("c3"), "kind", "value", NOW)

    assert joined("nothing", (change, change.inverse())).edits == ()
