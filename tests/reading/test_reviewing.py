"""Drafts that wait for the reader, and what the reader decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from opedtui.model.records import Claim, Mention, Quote
from opedtui.reading.changes.fields import set_fields
from opedtui.reading.changes.reviewing import accepted, fixed, rejected
from opedtui.reading.library import Library
from opedtui.reading.reviewing import alike, drafts_in, drafts_left, rule_figures, why
from tests.making import (
    a_claim,
    a_document,
    a_mention,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    ref,
    words,
)

NOW = "2026-11-25T09:00:00Z"
RULE: dict[str, Any] = {"status": "draft", "by": "rule:said-after", "confidence": 97}


def a_library() -> Library:
    """The mayor is named twice and quoted; a claim of the writer's, who is known."""
    mentions = [a_mention(n, "a1", words("The mayor" if n == 1 else "her")) for n in (1, 2)]
    return Library(
        [
            a_document(),
            an_actor(1, "the mayor", status="draft", by="rule:names", confidence=60),
            an_actor(2, "the writer"),
            *(replace(mention, status="draft", by="rule:names") for mention in mentions),
            a_quote(1, words("the bridge is safe"), speakers=(ref("a1"),), **RULE),
            a_claim(1, words("the bridge is old"), voice="a2", status="draft", by="rule:opinion",
                    confidence=50),
            a_claim(2, words("the bridge is rusty"), voice="a2"),
        ]
    )  # fmt: skip


def waiting(library: Library) -> str:
    """`a1 q1 c1`"""
    return " ".join(str(draft.ref) for draft in drafts_in(library, ref("d1")))


def test_drafts_wait_in_the_order_of_the_text() -> None:
    """An actor where it is named first, its mentions with it; what is known does not wait."""
    assert waiting(a_library()) == "a1 q1 c1"
    assert drafts_left(a_library()) == {ref("d1"): 3}


def test_what_is_accepted_is_known() -> None:
    """It keeps what made it, and waits no longer."""
    before = a_library()

    after = before.apply(accepted(before, [ref("c1")], NOW))

    claim = after[ref("c1")]
    assert (claim.status, claim.by, claim.confidence) == ("confirmed", "rule:opinion", 50)
    assert waiting(after) == "a1 q1"


def test_the_actor_that_a_draft_names_is_accepted_with_it() -> None:
    """And where it is mentioned: nobody has to decide twice."""
    before = a_library()

    after = before.apply(accepted(before, [ref("q1")], NOW))

    assert waiting(after) == "c1"
    assert {record.status for record in after.values() if isinstance(record, Mention)} == {
        "confirmed"
    }
    assert [str(actor.ref) for actor in after.actors] == ["a1", "a2"]


def test_what_is_rejected_stays_out_of_sight() -> None:
    """An actor goes with its mentions; a draft that named it names nobody."""
    before = a_library()

    after = before.apply(rejected(before, [ref("a1")], NOW))

    quote = after[ref("q1")]
    assert isinstance(quote, Quote) and quote.speakers == ()
    assert after[ref("a1")].status == after[ref("m1")].status == "rejected"
    assert waiting(after) == "q1 c1"
    assert [str(actor.ref) for actor in after.actors] == ["a2"]


def test_of_a_known_actor_only_drafted_mentions_are_rejected() -> None:
    """The reader has confirmed the actor."""
    known = replace(a_library()[ref("a1")], status="confirmed")
    before = Library([known if r.ref == known.ref else r for r in a_library().values()])

    after = before.apply(rejected(before, [ref("a1")], NOW))

    assert after[ref("a1")].status == "confirmed"
    assert after[ref("m1")].status == "rejected"
    assert waiting(after) == "q1 c1"


def test_what_is_fixed_says_that_the_reader_had_a_hand_in_it() -> None:
    """One change, which undo takes back: the new words, and that they are confirmed."""
    before = a_library()
    change = set_fields(before, ref("c1"), {"text": "The bridge is ancient."}, NOW)

    made = fixed(before, ref("c1"), change, NOW)

    claim = before.apply(made)[ref("c1")]
    assert isinstance(claim, Claim)
    assert (claim.text, claim.status, claim.by) == (
        "The bridge is ancient.", "confirmed", "reader, rule:opinion",
    )  # fmt: skip
    assert before.apply(made).apply(made.inverse())[ref("c1")] == before[ref("c1")]


def test_each_rule_is_told_how_often_it_was_right() -> None:
    """As drafted, after a change, not at all, or not yet known."""
    by = "rule:opinion"
    library = Library(
        [
            a_claim(1, status="confirmed", by=by),
            a_claim(2, status="confirmed", by=f"reader, {by}"),
            a_claim(3, status="rejected", by=by),
            a_claim(4, status="rejected", by=by),
            a_claim(5, status="draft", by=by),
            a_claim(6),
        ]
    )

    (figures,) = rule_figures(library)

    assert (figures.accepted, figures.fixed, figures.rejected, figures.undecided) == (1, 1, 2, 1)
    assert figures.right == 0.25


def test_drafts_of_one_rule_are_decided_together() -> None:
    """Of one kind: another rule's, or another kind of record, stay."""
    library = a_library()

    assert list(alike(library, drafts_in(library, ref("d1")), ref("c1"))) == [ref("c1")]


def test_what_the_rule_saw_is_told() -> None:
    """Its name, how sure it is, and its words."""
    library = a_library()
    quote = a_quote(1, words("the bridge is safe"), cue=words("said"), **RULE)

    assert dict(why(library, quote)) == {"rule": "said-after", "sure": "97 %", "saw": "“said”"}
    assert dict(why(library, library[ref("a1")]))["named"] == "2×"


def test_an_event_waits_at_the_words_that_tell_when() -> None:
    """Its sentence may be a claim as well."""
    event = an_event(1, "2021-05", words("She was wrong in May 2021"), status="draft")
    event = replace(event, date=replace(event.date, raw="May 2021"))

    (waiting,) = drafts_in(Library([a_document(), event]), ref("d1"))

    assert waiting.span.exact == "May 2021"


def test_a_tie_goes_with_its_ends() -> None:
    """Accepted it takes them along, and rejected with one of them it waits no longer."""
    before = Library(
        [*a_library().values(), a_claim(3, words("the bridge is safe"), status="draft"),
         a_relation(1, "c1", "supports", "c3", status="draft")]
    )  # fmt: skip

    tied = before.apply(accepted(before, [ref("r1")], NOW))
    gone = before.apply(rejected(before, [ref("c3")], NOW))

    assert {tied[ref(r)].status for r in ("r1", "c1", "c3")} == {"confirmed"}
    assert (gone[ref("r1")].status, gone[ref("c1")].status) == ("rejected", "draft")
