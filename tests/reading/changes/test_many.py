"""The same change to many records, as one."""

from __future__ import annotations

import pytest

from opedtui.model.fields import FieldError
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.many import set_many, tag_many, untag_many
from tests.making import a_library, ref
from tests.reading.changes.soundness import NOW

CLAIMS = [ref("c1"), ref("c2"), ref("c3")]


def test_the_records_of_a_list_are_confirmed_at_once() -> None:
    """One change, one undo; those that are so already are left alone."""
    library = a_library()
    library = library.apply(set_many(library, CLAIMS[:2], "status", "draft", NOW))

    change = set_many(library, CLAIMS, "status", "confirmed", NOW)

    assert change.label == "set status of 3 records to confirmed"
    assert [edit.ref for edit in change.edits] == CLAIMS[:2]
    assert {c.status for c in library.apply(change).claims} == {"confirmed"}


def test_one_that_cannot_have_the_value_is_named() -> None:
    """And none is changed."""
    with pytest.raises(FieldError, match="r1 kind: “value” is no kind of relation; write"):
        set_many(a_library(), [*CLAIMS, ref("r1")], "kind", "value", NOW)


def test_tags_are_added_and_taken_away() -> None:
    """Each once, without blanks around them."""
    library = a_library()

    tagged = library.apply(tag_many(library, CLAIMS, [" bridge ", "old"], NOW))
    again = tag_many(tagged, CLAIMS, ["old", ""], NOW)
    less = tagged.apply(untag_many(tagged, CLAIMS, ["bridge"], NOW))

    assert [c.tags for c in tagged.claims[:4]] == [("bridge", "old")] * 3 + [()]
    assert again.edits == ()
    assert [c.tags for c in less.claims[:3]] == [("old",)] * 3


def test_a_record_without_tags_is_named() -> None:
    """A mention has none."""
    with pytest.raises(ChangeError, match="m1 is a mention, which has no tags; leave it out"):
        tag_many(a_library(), [ref("c1"), ref("m1")], ["old"], NOW)
