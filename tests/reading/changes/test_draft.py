"""Steps towards one change."""

from __future__ import annotations

from opedtui.reading.changes.draft import changed
from opedtui.reading.changes.many import set_many
from opedtui.reading.library import Library
from tests.making import a_claim, a_document, an_actor, ref, words

NOW = "2026-11-25T09:00:00Z"


def a_library() -> Library:
    """A claim and its voice, an organisation's, that a rule proposed."""
    mayor = an_actor(1, status="draft", part_of=ref("a2"))
    return Library([a_document(), mayor, an_actor(2, "the city", status="draft"),
                    an_actor(3, "the press", status="draft"),
                    a_claim(1, words("the bridge is safe"), status="draft")])  # fmt: skip


def test_who_confirms_a_record_knows_the_actors_it_names() -> None:
    """Else a known claim would have a voice that no list holds."""
    before = a_library()

    after = before.apply(set_many(before, [ref("c1")], "status", "confirmed", NOW))

    assert {r: after[ref(r)].status for r in ("c1", "a1", "a2", "a3")} == {
        "c1": "confirmed", "a1": "confirmed", "a2": "confirmed", "a3": "draft",
    }  # fmt: skip


def test_a_draft_may_name_drafts() -> None:
    """What nobody confirmed confirms nothing."""
    before = a_library()

    change = changed(
        before, a_claim(2, words("the bridge is old"), status="draft"), label="draft", now=NOW
    )

    assert [str(edit.ref) for edit in change.edits] == ["c2"]
