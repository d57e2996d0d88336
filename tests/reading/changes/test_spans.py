"""Moving a record to other words."""

from __future__ import annotations

import pytest

from opedtui.model.records import Claim, Event
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.rewriting import spans_in
from opedtui.reading.changes.spans import add_span, move_span, remove_span
from opedtui.reading.library import Library
from tests.making import a_claim, a_document, a_library, a_quote, a_voice, ref, words
from tests.reading.changes.soundness import NOW, misplaced


def test_a_record_stands_on_other_words() -> None:
    """A mention, a quote, the place of a note, the words of a tie."""
    library = a_library()
    places = {"m1": "The mayor", "q1": "the bridge is safe", "n2": "rusty", "r4": "warned"}
    for record, old in places.items():
        change = move_span(library, ref(record), words(old), words("wrong"), NOW)

        after = library.apply(change)
        assert spans_in(after[ref(record)]) == (words("wrong"),)
        assert change.label == f"move {record} to “wrong”"
        assert misplaced(after) == []


def test_a_claim_in_the_words_of_the_text_stays_in_them() -> None:
    """One in the reader's words is left alone."""
    library = a_library()
    own = Library([a_document(), a_claim(1, words("old"), text="The bridge is ancient.")])

    verbatim = library.apply(
        move_span(library, ref("c4"), words("the bridge is rusty"), words("rusty"), NOW)
    )
    told = own.apply(move_span(own, ref("c1"), words("old"), words("the bridge is old"), NOW))

    assert verbatim[ref("c4")].to_dict()["text"] == "rusty"
    assert told.claims[0].text == "The bridge is ancient."


def test_a_date_is_told_in_the_words_that_it_has() -> None:
    """`raw` follows the span that it was."""
    library = a_library()

    after = library.apply(
        move_span(library, ref("e2"), words("May 2021"), words("in May 2021"), NOW)
    )

    event = after[ref("e2")]
    assert isinstance(event, Event)
    assert event.date.raw == "in May 2021"


def test_a_cue_moves_like_any_span() -> None:
    """Of a quote, and of a voice of a claim."""
    claim = a_claim(1, words("old"), voice=a_voice("a1", "direct", words("warned")))
    quote = a_quote(1, words("the bridge is safe"), cue=words("said"))
    library = Library([*a_library().values(), claim, quote])

    for record, old in (("c1", "warned"), ("q1", "said")):
        change = move_span(library, ref(record), words(old), words("wrong"), NOW)

        assert words("wrong") in spans_in(library.apply(change)[ref(record)])


def test_a_record_may_stand_on_several_words() -> None:
    """In text order, and verbatim if it was."""
    library = a_library()

    more = library.apply(add_span(library, ref("c4"), words("wrong"), NOW))
    less = more.apply(remove_span(more, ref("c4"), words("the bridge is rusty"), NOW))

    both, one = more[ref("c4")], less[ref("c4")]
    assert isinstance(both, Claim) and isinstance(one, Claim)
    assert both.spans == (words("wrong"), words("the bridge is rusty"))
    assert both.text == "wrong … the bridge is rusty"
    assert (one.spans, one.text) == ((words("wrong"),), "wrong")


def test_what_a_record_needs_stays() -> None:
    """The last words of a claim, the only ones of a mention; a tie can do without."""
    library = a_library()

    with pytest.raises(ChangeError, match="c5 has no other place; move it, or delete c5"):
        remove_span(library, ref("c5"), words("What the engineers found"), NOW)
    with pytest.raises(ChangeError, match="m2 has a single place; move it instead"):
        add_span(library, ref("m2"), words("wrong"), NOW)
    assert remove_span(library, ref("r4"), words("warned"), NOW).edits


def test_places_that_are_not_there_are_explained() -> None:
    """The old one in the record, the new one in the text, and not twice."""
    library = a_library()
    elsewhere = words("fine", a_document("All is fine."))

    with pytest.raises(ChangeError, match="c5 does not stand on “rusty”"):
        move_span(library, ref("c5"), words("rusty"), words("wrong"), NOW)
    with pytest.raises(ChangeError, match="the text at d1 7–11 is not “fine”; choose the words"):
        move_span(library, ref("n2"), words("rusty"), elsewhere, NOW)
    with pytest.raises(ChangeError, match="n2 stands on “rusty” already"):
        add_span(library, ref("n2"), words("rusty"), NOW)
    with pytest.raises(ChangeError, match="there is no document d2"):
        add_span(library, ref("c1"), words("old", a_document(number=2)), NOW)
