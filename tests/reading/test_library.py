"""The library: every record, and what is asked of all of them."""

from __future__ import annotations

from dataclasses import replace

from opedtui.model.changes import Change
from opedtui.model.refs import Kind
from opedtui.reading.library import Library
from tests.making import (
    TEXT,
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_relation,
    an_actor,
    bundled_library,
    ref,
    words,
)

LIBRARY = a_library()
D1 = ref("d1")


def shown(records: object) -> str:
    """`c1 c2`"""
    assert isinstance(records, tuple | list)
    return " ".join(str(record.ref) for record in records)


def test_a_library_holds_each_record_at_its_ref() -> None:
    """It is a mapping, and nothing can be put into it."""
    claim = a_claim(1)
    library = Library([claim])

    assert library[ref("c1")] is claim
    assert list(library) == [ref("c1")]
    assert library.get(ref("c2")) is None
    assert not hasattr(library, "__setitem__")


def test_records_are_told_apart_by_kind_in_the_order_of_the_store() -> None:
    """What comes first in the file comes first in the list."""
    library = Library([a_claim(2), an_actor(1), a_claim(1)])

    assert shown(library.claims) == "c2 c1"
    assert shown(library.actors) == "a1"
    assert not any((library.quotes, library.events, library.relations, library.notes))


def test_the_kinds_together_are_the_library() -> None:
    """No record is in none of the lists; a mention is reached through its actor."""
    library = bundled_library()
    lists = (
        *(library.documents, library.actors, library.claims, library.quotes),
        *(library.events, library.relations, library.notes),
    )
    mentions = [held for held in library if held.kind is Kind.MENTION]

    assert sum(map(len, lists)) + len(mentions) == len(library)


def test_an_empty_library_answers_every_question() -> None:
    """With nothing."""
    library = Library()

    assert library.documents == ()
    assert library.spans(ref("c1")) == ()
    assert library.referring(ref("a1")) == ()
    assert library.relations_at(ref("c1")) == ()
    assert library.document(D1) is None
    assert list(library.anchors(D1)) == []
    assert library.in_document(D1, [a_claim(1)]) == []


def test_only_a_document_is_a_document() -> None:
    """The ref of another record leads to none."""
    assert LIBRARY.document(D1) is LIBRARY[D1]
    assert LIBRARY.document(ref("c1")) is None


# Where records stand.


def test_an_actor_stands_where_it_is_mentioned() -> None:
    """In text order, by whatever words."""
    assert [span.exact for span in LIBRARY.spans(ref("a1"))] == ["The mayor", "She", "her"]
    assert LIBRARY.spans(ref("a4")) == ()


def test_a_mention_stands_at_its_own_words() -> None:
    """It can be gone to like any other record."""
    assert [span.exact for span in LIBRARY.spans(ref("m2"))] == ["She"]


def test_the_places_of_a_record_come_in_text_order() -> None:
    """However they are written down."""
    claim = a_claim(1, words("rusty"), words("The mayor"), words("old"))
    library = Library([a_document(), claim])

    assert [span.exact for span in library.spans(claim.ref)] == ["The mayor", "old", "rusty"]


def test_every_bundled_record_stands_at_its_places() -> None:
    """And an actor at those of its mentions."""
    library = bundled_library()
    for record in library.values():
        assert set(record.places) <= set(library.spans(record.ref)), record.ref


def test_places_that_are_not_in_the_text_are_not_shown() -> None:
    """Nothing is drawn outside a text, and the record keeps its other places."""
    good = words("rusty")
    outside = replace(good, start=len(TEXT) - 2, end=len(TEXT) + 1)
    backwards = replace(good, start=good.end, end=good.start)
    negative, empty = replace(good, start=-3), replace(good, end=good.start)
    elsewhere = replace(good, doc=ref("d2"))
    claim = a_claim(1, outside, backwards, negative, empty, elsewhere, good)

    library = Library([a_document(), claim])

    assert library.spans(claim.ref) == (good,)
    assert [anchor.start for anchor in library.anchors(D1)] == [good.start]


def test_the_last_words_of_a_text_are_shown() -> None:
    """A place may end where the text ends."""
    document = a_document("The bridge is old")
    claim = a_claim(1, words("old", document))

    assert Library([document, claim]).spans(claim.ref) == claim.spans


def test_who_is_not_there_is_not_shown() -> None:
    """The mentions of an actor that was set aside point at nobody."""
    library = Library([a_document(), a_mention(1, "a9", words("The mayor"))])

    assert library.spans(ref("a9")) == ()
    assert list(library.anchors(D1)) == []


def test_anchors_are_the_records_to_be_seen_in_a_text() -> None:
    """A mention stands for its actor, and the words that bear a tie are not marked."""
    kinds = {anchor.ref.kind for anchor in LIBRARY.anchors(D1)}

    assert kinds == {Kind.CLAIM, Kind.QUOTE, Kind.EVENT, Kind.ACTOR, Kind.NOTE}
    for anchor in LIBRARY.anchors(D1):
        assert (anchor.start, anchor.end) in {
            (span.start, span.end) for span in LIBRARY.spans(anchor.ref)
        }


def test_each_document_has_its_own_anchors() -> None:
    """A record that stands in two texts is found in both."""
    other = a_document("The mayor again.", 2)
    claim = a_claim(1, words("rusty"), words("again", other))
    library = Library([a_document(), other, claim])

    assert [(a.start, a.ref) for a in library.anchors(D1)] == [(words("rusty").start, claim.ref)]
    assert [(a.start, a.ref) for a in library.anchors(other.ref)] == [(10, claim.ref)]


def test_the_records_of_a_document_come_in_text_order() -> None:
    """By their first words there; those that stand elsewhere are left out."""
    other = a_document("The mayor again.", 2)
    claims = [
        a_claim(1, words("rusty")),
        a_claim(2, words("again", other), words("old")),
        a_claim(3, words("mayor", other)),
        a_claim(4),
        a_claim(5, words("The mayor")),
    ]
    library = Library([a_document(), other, *claims])

    assert shown(library.in_document(D1, library.claims)) == "c5 c2 c1"
    assert shown(library.in_document(other.ref, library.claims)) == "c3 c2"


def test_records_that_begin_together_keep_the_order_of_their_refs() -> None:
    """So that the list does not jump between two starts."""
    claims = [a_claim(number, words("rusty")) for number in (10, 9, 2)]
    library = Library([a_document(), *claims])

    assert shown(library.in_document(D1, library.claims)) == "c2 c9 c10"


# What belongs together.


def test_the_ties_at_a_record_begin_or_end_there() -> None:
    """In the order of the store, and each once."""
    library = Library(
        [
            a_relation(3, "c1", "supports", "c2"),
            a_relation(1, "c2", "attacks", "c3"),
            a_relation(2, "c2", "x-repeats", "c2"),
        ]
    )

    assert shown(library.relations_at(ref("c2"))) == "r3 r1 r2"
    assert shown(library.relations_at(ref("c3"))) == "r1"
    assert library.relations_at(ref("c4")) == ()


def test_a_tie_can_be_an_end_of_another() -> None:
    """An undercut ends at a step of the argument."""
    assert shown(LIBRARY.relations_at(ref("r1"))) == "r3"


def test_records_that_name_another_refer_to_it() -> None:
    """In whichever field, and each once; mentions and ties have ways of their own."""
    assert shown(LIBRARY.referring(ref("a1"))) == "c1 c2 q1 e1"
    assert shown(LIBRARY.referring(ref("a3"))) == "d1 a2"
    assert shown(LIBRARY.referring(ref("c1"))) == "q1"
    assert LIBRARY.referring(ref("c2")) == ()


def test_drafts_do_not_mix_with_what_the_reader_knows() -> None:
    """They can be had by their refs; lists, places and ties are without them."""
    bridge = words("the bridge")
    library = Library(
        [
            a_document(),
            an_actor(1),
            an_actor(2, status="draft"),
            a_claim(1, bridge),
            a_claim(2, bridge, status="draft"),
            a_claim(3, bridge, status="rejected"),
            a_mention(1, "a2", bridge),
            a_relation(1, "c2", "supports", "c1", status="draft"),
        ]
    )

    assert shown(library.actors) == "a1"
    assert shown(library.claims) == "c1"
    assert shown(library.relations_at(ref("c1"))) == ""
    assert library.spans(ref("a2")) == library.spans(ref("c2")) == ()
    assert {anchor.ref for anchor in library.anchors(D1)} == {ref("c1")}
    assert library[ref("c3")].status == "rejected"


def test_the_whole_library_has_drafts_in_its_indexes() -> None:
    """What is changed everywhere has to be found everywhere, before and after a change."""
    library = Library([a_document(), a_claim(1), a_claim(2, status="draft")])

    assert shown(library.whole.claims) == "c1 c2"
    assert shown(library.whole.apply(Change("nothing", ())).claims) == "c1 c2"


def test_a_text_can_be_read_before_anybody_confirmed_it() -> None:
    """A document that is a draft is there; one that was rejected is not."""
    library = Library([a_document(status="draft"), a_document(number=2, status="rejected")])

    assert shown(library.documents) == "d1"
