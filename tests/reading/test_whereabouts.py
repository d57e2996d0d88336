"""Where among its like the record at hand is."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.library import Library
from opedtui.reading.places import Place, place_of
from opedtui.reading.whereabouts import whereabouts
from tests.making import a_document, a_library, an_event, bundled_library, ref, words


@pytest.mark.parametrize(
    ("record", "far"),
    [
        ("c9", "claim 9 of 45"),
        ("a3", "actor 2 of 32"),
        ("q8", "quote 8 of 10"),
        ("e5", "event 8 of 19"),
        ("r34", "claim 27 of 45"),
    ],
)
def test_the_reader_is_so_far_in_the_list_of_the_record(record: str, far: str) -> None:
    """Actors in order of first mention, events in order of time; a tie is at its claim."""
    library = bundled_library()
    place = place_of(library, ref(record), Place(ref("d1"), 0, 0))

    assert str(whereabouts(library, place)) == far


def test_words_without_a_claim_tell_how_many_there_are() -> None:
    """The reader is at none of them."""
    library = Library([a_document()])

    assert str(whereabouts(library, Place(ref("d1"), 0, 0))) == "0 claims"


def test_the_kind_is_that_of_the_record() -> None:
    """Not that of the claim which has the same words."""
    library = a_library()
    place = place_of(library, ref("q1"), Place(ref("d1"), 0, 0))

    assert whereabouts(library, place).kind is Kind.QUOTE


def test_events_of_a_document_come_in_order_of_time() -> None:
    """However they follow in the text, and the same tuple each time."""
    document = a_document()
    later = an_event(1, "2022", words("The mayor", document))
    earlier = an_event(2, "2021", words("last week", document))
    library = Library([document, later, earlier])

    assert library.dated_in(document.ref) == (earlier, later)
    assert library.dated_in(document.ref) is library.dated_in(document.ref)
