"""The neighbours of a record."""

from __future__ import annotations

from itertools import groupby

import pytest

from opedtui.model.records import Relation, Role
from opedtui.model.refs import Ref
from opedtui.model.vocabulary import RELATIONS, RelationKind, relation_kind
from opedtui.reading.library import Library
from opedtui.reading.ties import FIELD_TIES, STEP_UNDERCUT, ties_of
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    bundled_library,
    ref,
    words,
)

LIBRARY = a_library()


def read(library: Library, held: str) -> list[str]:
    """`is supported by c3`, for each of the ties."""
    return [f"{tie.label} {tie.other}" for tie in ties_of(library, ref(held))]


# Ties that are stored.


@pytest.mark.parametrize("kind", RELATIONS.values(), ids=lambda kind: kind.name)
def test_a_stored_tie_is_seen_from_both_ends(kind: RelationKind) -> None:
    """With the label that reads from there, the same glyph, and the record of the tie."""
    source, target = f"{kind.sources[0]}1", f"{kind.targets[-1]}2"
    library = Library([a_relation(7, source, kind.name, target)])

    [forward] = ties_of(library, ref(source))
    [backward] = ties_of(library, ref(target))

    assert (forward.label, forward.other) == (kind.forward, ref(target))
    assert (backward.label, backward.other) == (kind.backward, ref(source))
    assert forward.glyph == backward.glyph == kind.glyph
    assert forward.relation == backward.relation == ref("r7")


def test_a_tie_that_nobody_described_is_seen_too() -> None:
    """As it is written."""
    assert "warns a1" in read(LIBRARY, "a2")
    assert [tie.relation for tie in ties_of(LIBRARY, ref("a1")) if tie.relation] == [ref("r4")]


def test_a_tie_to_a_record_that_is_not_there_is_seen() -> None:
    """The reader learns that something is missing."""
    library = Library([a_claim(1, voice=""), a_relation(1, "c1", "supports", "c9")])

    assert read(library, "c1") == ["supports c9"]


def test_a_tie_of_a_record_to_itself_is_seen_once() -> None:
    """It says the same from either end."""
    library = Library([a_relation(1, "a1", "at-odds-with", "a1")])

    assert read(library, "a1") == ["is at odds with a1"]


def test_two_ties_between_the_same_ends_are_two() -> None:
    """They may be dated and grounded differently."""
    library = Library([a_relation(n, "a1", "aids", "a2") for n in (1, 2)])

    assert [tie.relation for tie in ties_of(library, ref("a1"))] == [ref("r1"), ref("r2")]


# Undercuts.


def test_an_undercut_is_seen_at_both_ends_of_the_step() -> None:
    """It attacks the step from c3 to c2, and so weakens both."""
    assert f"{STEP_UNDERCUT} c5" in read(LIBRARY, "c3")
    assert f"{STEP_UNDERCUT} c5" in read(LIBRARY, "c2")
    assert f"{STEP_UNDERCUT} c5" not in read(LIBRARY, "c4")


def test_an_undercut_is_seen_from_its_claim_and_at_the_step() -> None:
    """The claim undercuts a tie, which is a record like any other."""
    assert "undercuts the step r1" in read(LIBRARY, "c5")
    assert "is undercut by c5" in read(LIBRARY, "r1")


def test_an_undercut_is_that_of_its_relation() -> None:
    """Following it can lead to the record of the undercut."""
    [tie] = [tie for tie in ties_of(LIBRARY, ref("c2")) if tie.label == STEP_UNDERCUT]

    assert (tie.other, tie.relation, tie.glyph) == (ref("c5"), ref("r3"), "_")


def test_only_an_undercut_weakens_a_step() -> None:
    """Another tie to the step is seen at the step alone."""
    library = Library([a_relation(1, "c1", "supports", "c2"), a_relation(2, "c3", "x-cites", "r1")])

    assert read(library, "c2") == ["is supported by c1"]
    assert f"{relation_kind('x-cites').backward} c3" in read(library, "r1")


# Ties that a field says.


DERIVED = [
    ("a4", "says c2", "is said by a4"),
    ("a1", "says c1", "is said by a1"),
    ("a1", "speaks q1", "is spoken by a1"),
    ("q1", "gives the words of c1", "is in the words q1"),
    ("e1", "dates c1", "is dated by e1"),
    ("e2", "dates c2", "is dated by e2"),
    ("c2", "is about a1", "is spoken of in c2"),
    ("a1", "takes part in e1", "involves a1"),
    ("a2", "belongs to a3", "includes a2"),
    ("a4", "wrote d1", "is written by a4"),
    ("a3", "published d1", "is published by a3"),
    ("n1", "is a note on r1", "has the note n1"),
]


@pytest.mark.parametrize(("held", "forward", "backward"), DERIVED)
def test_a_field_ties_two_records(held: str, forward: str, backward: str) -> None:
    """What a field says needs no relation, and is seen from both ends."""
    other = forward.split()[-1]

    assert forward in read(LIBRARY, held)
    assert backward in read(LIBRARY, other)


def test_an_office_ties_who_holds_it() -> None:
    """A role with an organisation."""
    mayor = an_actor(1, roles=(Role(role="mayor", org=ref("a2")), Role(role="engineer")))
    library = Library([mayor, an_actor(2, "the city")])

    assert read(library, "a1") == ["holds office in a2"]
    assert read(library, "a2") == ["has in office a1"]


def test_a_quote_ties_whom_it_is_addressed_to() -> None:
    """The one who hears it."""
    library = Library([an_actor(1), a_quote(1, words("old"), addressees=(ref("a1"),))])

    assert read(library, "a1") == ["is addressed in q1"]
    assert read(library, "q1") == ["is addressed to a1"]


def test_every_kind_of_derived_tie_was_seen() -> None:
    """In the two tests above and the table before them."""
    seen = {forward.rpartition(" ")[0] for _, forward, _ in DERIVED}

    assert {tie.forward for tie in FIELD_TIES} == seen | {"holds office in", "is addressed in"}


def test_a_date_within_the_words_dates_them() -> None:
    """A phrase that only overlaps them does not, nor one outside."""
    library = Library(
        [
            a_document(),
            a_claim(1, words("She was wrong in May 2021"), voice=""),
            a_claim(2, words("wrong in May"), voice=""),
            a_quote(1, words("May 2021")),
            an_event(1, "2021-05", words("May 2021")),
            an_event(2, "2021-05", words("last week")),
        ]
    )

    assert read(library, "e1") == ["dates c1", "dates q1"]
    assert read(library, "c1") == ["is dated by e1"]
    assert read(library, "c2") == read(library, "e2") == []


def test_a_field_that_says_it_twice_ties_once() -> None:
    """The same actor may be in a chain of voices more than once."""
    library = Library([an_actor(1), a_claim(1, voice="a1 a1", about=(ref("a1"), ref("a1")))])

    assert read(library, "a1") == ["says c1", "is spoken of in c1"]


def test_a_record_that_is_not_there_has_no_derived_ties() -> None:
    """And asking is no error."""
    assert ties_of(LIBRARY, ref("c99")) == ()


def test_a_note_on_a_place_ties_nothing() -> None:
    """It is seen in the text."""
    library = Library([a_document(), a_note(1, words("rusty"))])

    assert ties_of(library, ref("n1")) == ()


# Order.


def test_ties_that_read_alike_stand_together() -> None:
    """So that a heading can stand above them, even over kinds that nobody described."""
    library = Library(
        [
            a_relation(1, "a1", "x-visits", "a2"),
            a_relation(2, "a1", "x-leads", "a2"),
            a_relation(3, "a1", "aids", "a2"),
            a_relation(4, "a1", "x-visits", "a3"),
            a_relation(5, "a1", "aids", "a3"),
        ]
    )

    assert read(library, "a1") == ["aids a2", "aids a3", "leads a2", "visits a2", "visits a3"]


def test_the_argument_comes_first_and_what_the_fields_say_last() -> None:
    """Ties that nobody described are stored too: they come before what the fields say."""
    assert [tie.label for tie in ties_of(LIBRARY, ref("c2"))] == [
        *("is supported by", "is supported by", STEP_UNDERCUT),
        *("is said by", "is dated by", "is about"),
    ]
    assert [tie.label for tie in ties_of(LIBRARY, ref("a2"))] == [
        *("warns", "says", "says", "belongs to"),
    ]


# The op-ed that comes with the program.


def steps_of(library: Library, held: Ref) -> set[Ref]:
    """The ties at a record; or, of a tie, the records at its ends."""
    record = library[held]
    if isinstance(record, Relation):
        return {record.source, record.target}
    return {relation.ref for relation in library.relations_at(held)}


@pytest.mark.parametrize("library", [LIBRARY, bundled_library()], ids=["small", "bundled"])
def test_a_tie_leads_back(library: Library) -> None:
    """If one record has a tie to another, the other has one to it, or to a step of it."""
    neighbours = {held: {tie.other for tie in ties_of(library, held)} for held in library}

    for held, others in neighbours.items():
        for other in others:
            there = neighbours[other] | steps_of(library, other)
            assert ({held} | steps_of(library, held)) & there, f"{held} {other}"


def test_a_tie_at_hand_leads_to_its_ends() -> None:
    """Who looks at a step sees what it joins."""
    step = next(relation for relation in LIBRARY.relations if relation.kind == "supports")

    ends = {tie.label: tie.other for tie in ties_of(LIBRARY, step.ref)}
    assert (ends["begins at"], ends["leads to"]) == (step.source, step.target)


def test_every_stored_tie_of_the_bundled_store_is_seen() -> None:
    """At both of its ends."""
    library = bundled_library()
    for relation in library.relations:
        assert isinstance(relation, Relation)
        for end in (relation.source, relation.target):
            assert relation.ref in {tie.relation for tie in ties_of(library, end)}


def test_ties_of_the_bundled_store_stand_in_groups() -> None:
    """No label comes back after another."""
    library = bundled_library()
    for held in library:
        labels = [label for label, _ in groupby(tie.label for tie in ties_of(library, held))]

        assert len(labels) == len(set(labels)), held
