"""Where the reader still is after records were changed."""

from __future__ import annotations

from dataclasses import replace

from opedtui.reading.lasting import lasting_place, lasting_trail
from opedtui.reading.library import Library
from opedtui.reading.places import Place, place_of
from opedtui.reading.trail import Trail

from ..making import a_claim, a_document, a_library, ref, words

DOC = ref("d1")


def without(library: Library, *refs: str) -> Library:
    return Library(record for record in library.values() if str(record.ref) not in refs)


def place(name: str) -> Place:
    return place_of(a_library(), ref(name), Place(DOC, 0, 0))


def test_a_place_that_still_exists_stays() -> None:
    """Whatever else was changed."""
    assert lasting_place(without(a_library(), "c5"), place("c1")) == place("c1")


def test_where_a_record_is_gone_its_words_stay() -> None:
    """What else stands there is at hand then, or the character alone."""
    there = lasting_place(without(a_library(), "c5"), place("c5"))

    assert there == Place(DOC, place("c5").start, place("c5").start)
    assert lasting_place(without(a_library(), "e2"), place("e2")) == place("c2")


def test_a_record_that_moved_is_followed() -> None:
    """The reader is at the record, not at its old words."""
    moved = a_claim(5, words("the bridge is rusty"), voice="a4")
    library = Library(moved if r.ref == moved.ref else r for r in a_library().values())

    span = moved.spans[0]
    assert lasting_place(library, place("c5")) == Place(DOC, span.start, span.end, moved.ref)


def test_without_its_document_a_place_is_the_beginning_of_another() -> None:
    """Or nowhere, where there is none."""
    other = replace(a_document(number=2), text="Other words.")

    assert lasting_place(Library([other]), place("c1")) == Place(ref("d2"), 0, 0)
    assert lasting_place(Library(), place("c1")) is None


def test_a_place_stays_within_a_text_that_became_shorter() -> None:
    """Characters that are not there cannot be shown."""
    library = Library([a_document("Short.")])

    assert lasting_place(library, Place(DOC, 3, 90)) == Place(DOC, 3, 6)


def test_the_trail_keeps_the_steps_that_lead_somewhere_and_the_present_one() -> None:
    """Going back from here leads to what was before, as far as it is there."""
    trail = Trail((place("c1"), place("c5"), place("c2"), place("c3")), 2)

    kept = lasting_trail(without(a_library(), "c5"), trail)

    assert kept == Trail((place("c1"), place("c2"), place("c3")), 1)
    assert lasting_trail(Library(), trail) == Trail()
