"""Where the reader is, and where a step leads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.refs import Kind, Ref
from opedtui.reading.library import Library
from opedtui.reading.places import (
    READ_KINDS,
    Place,
    first_place,
    nearest,
    next_here,
    next_record,
    next_words,
    place_at,
    place_of,
    words_at,
)
from tests.making import (
    TEXT,
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_note,
    a_relation,
    an_actor,
    bundled_library,
    ref,
    words,
)

LIBRARY = a_library()
D1 = ref("d1")
START = Place(D1, 0, 0)


def at(exact: str, held: str | None = None, nth: int = 1) -> Place:
    """The place of these words of the small op-ed."""
    span = words(exact, nth=nth)
    return Place(D1, span.start, span.end, ref(held) if held else None)


# Where a reader begins.


def test_reading_begins_at_the_first_claim() -> None:
    """The first in the text, whatever its number."""
    library = Library([a_document(), a_claim(1, words("rusty")), a_claim(2, words("She"))])

    assert first_place(library) == at("She", "c2")


def test_reading_begins_at_the_first_words_where_there_is_no_claim() -> None:
    """A document that nobody has read yet."""
    assert first_place(Library([a_document()])) == START


def test_reading_begins_in_the_document_asked_for() -> None:
    """Each has a beginning of its own."""
    other = a_document("The mayor again.", 2)
    library = Library([a_document(), other, a_claim(1, words("She")), a_claim(2, words("old"))])

    assert first_place(library, D1) == at("She", "c1")
    assert first_place(library, other.ref) == Place(other.ref, 0, 0)


def test_reading_begins_nowhere_without_a_document() -> None:
    """An empty store has no place."""
    assert first_place(Library()) is None
    assert first_place(Library([a_claim(1)])) is None


# Where a record is.


@pytest.mark.parametrize(
    ("held", "place"),
    [
        ("c3", at("the bridge is old", "c3")),
        ("q1", at("the bridge is safe", "q1")),
        ("e1", at("last week", "e1")),
        ("a1", at("The mayor", "a1")),
        ("m3", at("her", "m3")),
        ("r4", at("warned", "r4")),
        ("n2", at("rusty", "n2")),
        ("d1", Place(D1, 0, 0, D1)),
    ],
)
def test_a_record_is_at_its_first_words(held: str, place: Place) -> None:
    """Whatever its kind; a document at its beginning."""
    assert place_of(LIBRARY, ref(held), START) == place


def test_a_tie_without_words_is_where_its_source_is() -> None:
    """The reader sees what it ties, and stays with the tie."""
    assert place_of(LIBRARY, ref("r1"), START) == at("the bridge is old", "r1")


def test_a_note_on_a_record_is_where_the_record_is() -> None:
    """Through a tie to its source, if need be."""
    assert place_of(LIBRARY, ref("n1"), START) == at("the bridge is old", "n1")


@pytest.mark.parametrize("held", ["a4", "c99"])
def test_a_record_without_words_is_where_the_reader_is(held: str) -> None:
    """An actor that the text never calls, or a record that is not there."""
    here = at("rusty", "c4")

    assert place_of(LIBRARY, ref(held), here) == here._replace(ref=ref(held))


def test_a_record_of_two_texts_is_in_the_one_at_hand() -> None:
    """Following an actor does not turn the page without need."""
    other = a_document("The mayor again.", 2)
    mentions = [a_mention(1, "a1", words("The mayor")), a_mention(2, "a1", words("mayor", other))]
    library = Library([a_document(), other, an_actor(1), *mentions])
    there = Place(other.ref, 0, 0)

    assert place_of(library, ref("a1"), START).doc == D1
    assert place_of(library, ref("a1"), there) == Place(other.ref, 4, 9, ref("a1"))
    assert place_of(library, ref("m1"), there) == at("The mayor", "m1")


def test_ties_that_lead_in_a_ring_are_walked_once() -> None:
    """A faulty store cannot hang the reader: ties and notes may be on each other."""
    library = Library(
        [
            a_document(),
            a_relation(1, "r1", "x-repeats", "r1"),
            a_relation(2, "r3", "x-repeats", "c1"),
            a_relation(3, "n1", "x-repeats", "c1"),
            a_note(1, "r2"),
            a_note(2),
        ]
    )

    for held in ("r1", "r2", "r3", "n1", "n2"):
        assert place_of(library, ref(held), START) == START._replace(ref=ref(held))


@pytest.mark.parametrize("library", [LIBRARY, bundled_library()], ids=["small", "bundled"])
def test_every_record_can_be_gone_to(library: Library) -> None:
    """The place lies in a document and remembers what it is looked at for."""
    start = first_place(library)
    assert start
    for held in library:
        place = place_of(library, held, start)

        document = library.document(place.doc)
        assert document and 0 <= place.start <= place.end <= len(document.text)
        assert place.ref == held


# What is at a character.


def test_at_a_character_is_the_narrowest_record() -> None:
    """Within a claim the quote, within the quote the actor."""
    assert place_at(LIBRARY, D1, words("said").start) == at(LIBRARY.claims[0].text, "c1")
    assert place_at(LIBRARY, D1, words("safe").start) == at("the bridge is safe", "q1")
    assert place_at(LIBRARY, D1, 0) == at("The mayor", "a1")


def test_at_a_bare_character_is_the_character_alone() -> None:
    """As at the end of the text."""
    offset = words(". She").start

    assert place_at(LIBRARY, D1, offset) == Place(D1, offset, offset)
    assert place_at(LIBRARY, D1, len(TEXT)) == Place(D1, len(TEXT), len(TEXT))


def test_a_list_points_at_the_record_of_the_place() -> None:
    """When it has it."""
    refs = [ref("c1"), ref("c2"), ref("c3")]

    assert nearest(LIBRARY, at("She", "c3"), refs) == 2


def test_a_list_points_at_the_narrowest_of_its_records_around_the_place() -> None:
    """When the place is another record's: the claims follow the quotes."""
    refs = [ref("c2"), ref("c1")]

    assert nearest(LIBRARY, at("the bridge is safe", "q1"), refs) == 1
    assert nearest(LIBRARY, at("said"), refs) == 1


def test_a_list_points_at_the_first_of_its_records_within_the_place() -> None:
    """When none is around its beginning: the quotes follow the claims."""
    refs = [ref("q1")]

    assert nearest(LIBRARY, at(LIBRARY.claims[0].text, "c1"), refs) == 0


def test_a_list_points_nowhere_when_none_of_its_records_is_there() -> None:
    """It keeps its highlight as it is."""
    assert nearest(LIBRARY, at("rusty", "c4"), [ref("c1"), ref("q1")]) is None
    assert nearest(LIBRARY, at("rusty", "c4"), []) is None


# Records that overlap.


NESTED = ("said that “the bridge is safe”", "the bridge is safe", "bridge is safe", "is safe")


@pytest.mark.parametrize("library", [LIBRARY, bundled_library()], ids=["small", "bundled"])
@pytest.mark.parametrize("step", [1, -1])
def test_overlaps_are_cycled_through_round_and_round(library: Library, step: int) -> None:
    """At every character, from the narrowest to the widest and on; backwards with the other key."""
    doc = library.documents[0].ref
    anchors = library.anchors(doc)
    for offset in sorted({anchor.start for anchor in anchors}):
        there = anchors.at(offset)
        place = place_at(library, doc, offset)

        round_trip = [place := next_here(library, place, offset, step) for _ in there]

        others = there[1:] if step > 0 else there[:0:-1]
        assert [p.anchor for p in round_trip] == [*others, there[0]]


def test_cycling_begins_at_the_narrowest() -> None:
    """When the reader is at none of them, in either direction."""
    claims = [a_claim(number, words(text)) for number, text in enumerate(NESTED, start=1)]
    library = Library([a_document(), *claims])
    here = at("safe")

    assert next_here(library, here, here.start, 1) == at(NESTED[-1], "c4")
    assert next_here(library, here, here.start, -1) == at(NESTED[-1], "c4")


def test_cycling_where_nothing_is_stays() -> None:
    """Between two sentences."""
    here = at(". She")

    assert next_here(LIBRARY, here, here.start) == here


# From record to record.


def walk(library: Library, place: Place, step: int, kinds: tuple[Kind, ...]) -> list[Place]:
    """All the places that the key leads to, until it leads no further."""
    places = []
    while following := next_record(library, place, step, kinds):
        places.append(following)
        place = following
        assert len(places) <= 10_000, "it comes to an end"
    return places


@pytest.mark.parametrize("library", [LIBRARY, bundled_library()], ids=["small", "bundled"])
@given(kinds=st.sets(st.sampled_from(READ_KINDS), min_size=1).map(tuple))
def test_the_whole_text_can_be_walked_there_and_back(
    library: Library, kinds: tuple[Kind, ...]
) -> None:
    """From the beginning each place of each record of the kinds comes once, in text order."""
    doc = library.documents[0].ref
    end = Place(doc, 10**6, 10**6)

    there = walk(library, Place(doc, 0, 0), 1, kinds)
    back = walk(library, end, -1, kinds)

    assert [p.anchor for p in there] == [a for a in library.anchors(doc) if a.ref.kind in kinds]
    assert there == back[::-1]
    assert {p.ref for p in there} == {
        held for held in library if held.kind in kinds and library.spans(held)
    }
    assert all(one.start <= two.start for one, two in pairwise(there))


@pytest.mark.parametrize("kind", READ_KINDS)
def test_the_way_back_is_the_way_there(kind: Kind) -> None:
    """One step on and one step back is no step, whichever record it begins at."""
    library = bundled_library()
    start = Place(library.documents[0].ref, 0, 0)

    for place in walk(library, start, 1, (kind,)):
        following = next_record(library, place, 1, (kind,))
        if following:
            assert next_record(library, following, -1, (kind,)) == place


def test_the_next_record_of_a_kind_is_found_from_any_other() -> None:
    """From an event the next claim, over the actor between them."""
    assert next_record(LIBRARY, at("last week", "e1"), 1, (Kind.CLAIM,)) == at(
        "She was wrong in May 2021", "c2"
    )
    assert next_record(LIBRARY, at("last week", "e1"), -1, (Kind.QUOTE,)) == at(
        "the bridge is safe", "q1"
    )


@pytest.mark.parametrize("start", [START, Place(D1, 0, 0, D1)])
def test_the_next_record_from_the_beginning_is_the_first(start: Place) -> None:
    """It is not passed over because it begins where the reader is."""
    assert next_record(LIBRARY, start, 1, (Kind.CLAIM,)) == place_of(LIBRARY, ref("c1"), START)
    assert next_record(LIBRARY, start, -1) is None


def test_there_is_no_next_record_at_the_end() -> None:
    """The reader stays."""
    assert next_record(LIBRARY, at("the bridge is rusty", "c4"), 1, (Kind.CLAIM,)) is None


# From place to place of one record.


def test_the_places_of_a_record_are_stepped_through() -> None:
    """Every mention of an actor in turn, and back."""
    there = [at("The mayor", "a1"), at("She", "a1"), at("her", "a1")]

    assert next_words(LIBRARY, there[0]) == there[1]
    assert next_words(LIBRARY, there[1]) == there[2]
    assert next_words(LIBRARY, there[2]) is None
    assert next_words(LIBRARY, there[2], -1) == there[1]
    assert next_words(LIBRARY, there[0], -1) is None


def test_an_actor_can_be_followed_through_the_whole_text() -> None:
    """From the first mention to the last and back, each once."""
    library = bundled_library()
    actor = max((actor.ref for actor in library.actors), key=lambda held: len(library.spans(held)))
    start = place_of(library, actor, Place(library.documents[0].ref, 0, 0))

    there = [start]
    while following := next_words(library, there[-1]):
        there.append(following)
    back = [there[-1]]
    while following := next_words(library, back[-1], -1):
        back.append(following)

    assert [(p.start, p.end) for p in there] == [(s.start, s.end) for s in library.spans(actor)]
    assert back == there[::-1]
    assert len(there) > 5


def test_the_places_of_a_record_are_those_in_the_text_at_hand() -> None:
    """Another document's are not stepped to."""
    other = a_document("The mayor again.", 2)
    mentions = [a_mention(1, "a1", words("She")), a_mention(2, "a1", words("mayor", other))]
    library = Library([a_document(), other, an_actor(1), *mentions])

    assert next_words(library, at("She", "a1")) is None


def test_a_place_without_a_record_has_no_next_words() -> None:
    """Nor has one whose record stands nowhere."""
    assert next_words(LIBRARY, at("said")) is None
    assert next_words(LIBRARY, at("said", "a4")) is None


def test_a_place_without_a_record_is_its_documents() -> None:
    """As the anchors of the document know it."""
    assert at("said").anchor.ref == D1
    assert at("said", "c1").anchor.ref == Ref(Kind.CLAIM, 1)


def test_words_are_looked_at_for_the_narrowest_record_that_holds_them_all() -> None:
    """Or for none."""
    library = a_library()
    rusty, both = words("rusty"), words("rusty.\n")

    assert words_at(library, rusty.doc, rusty.start, rusty.end).ref == ref("n2")
    assert words_at(library, rusty.doc, rusty.start - 4, rusty.end).ref == ref("c4")
    assert words_at(library, both.doc, both.start, both.end).ref is None
