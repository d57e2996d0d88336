"""Whose view a claim is."""

from __future__ import annotations

import pytest

from opedtui.model.records import Claim
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.reading.voices import ALL, MODES, SCARE, VIEWS, Tally, view_of, voices
from tests.making import (
    a_claim,
    a_document,
    a_quote,
    a_voice,
    an_actor,
    bundled_library,
    ref,
    words,
)


@pytest.mark.parametrize(
    ("claim", "view"),
    [
        (a_claim(1), "own"),
        (a_claim(1, voice="a4 a1"), "endorsed"),
        (a_claim(1, voice=a_voice("a1", "indirect")), "endorsed"),
        (a_claim(1, stance="concedes"), "conceded"),
        (a_claim(1, voice="a4 a1", stance="reports"), "reported"),
        (a_claim(1, voice="a4 a1", stance="distances"), "distanced"),
        (a_claim(1, voice="a4 a1", stance="rejects"), "rejected"),
        (a_claim(1, stance="x-doubts"), "unsaid"),
    ],
)
def test_a_claim_is_its_writers_own_or_what_the_writer_makes_of_it(claim: Claim, view: str) -> None:
    """The stance says it, but for the writer's own voice."""
    assert view_of(claim) == view


def test_each_claim_of_a_document_is_counted_once() -> None:
    """The views add up, and so do the actors."""
    found = voices(bundled_library(), ref("d1"))

    assert sum(len(found.every.of(view)) for view in VIEWS) == 45
    assert sum(len(tally.claims) for tally in found.actors) == len(found.every.of(ALL)) == 45


def test_the_bundled_op_ed_is_its_authors_view_but_for_six_claims() -> None:
    """Two are the editors', three are others' and one is what some groups said."""
    found = voices(bundled_library(), ref("d1"))
    by_actor = {str(tally.actor): tally for tally in found.actors}

    assert found.actors[0].is_author
    assert count(by_actor["a1"], "own", "conceded", "endorsed", "reported") == [32, 4, 1, 2]
    assert count(by_actor["a2"], "own") == [2]
    assert by_actor["a13"].of("rejected") == (ref("c19"),)
    assert by_actor["a16"].of("mixed") == (ref("c27"),)


def count(tally: Tally, *columns: str) -> list[int]:
    return [len(tally.of(column)) for column in columns]


def test_scare_quotes_are_counted_for_those_whose_words_they_hold() -> None:
    """The claim is the writer's, the words at a distance are not."""
    claim = a_claim(1, words("the bridge is safe"), voice="a4")
    quote = a_quote(1, words("safe"), speaker="a1", kind="scare")
    library = Library([a_document(authors=(ref("a4"),)), an_actor(1), an_actor(4), claim, quote])

    found = voices(library, ref("d1"))

    assert {tally.actor: tally.of(SCARE) for tally in found.actors} == {
        ref("a4"): (),
        ref("a1"): (ref("c1"),),
    }


def test_the_whole_store_is_counted_without_a_document() -> None:
    """With one document it is the same."""
    library = bundled_library()

    assert voices(library).every.claims == voices(library, ref("d1")).every.claims
    assert "direct" in MODES


def test_an_empty_library_has_no_voices() -> None:
    """And nothing breaks."""
    assert voices(Library(), Ref.parse("d1")).columns == ()
