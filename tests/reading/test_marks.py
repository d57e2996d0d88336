"""Marks, and finding their words again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.reading.marks import Mark, Marks, found, is_letter, mark_at
from opedtui.reading.places import Place
from tests.making import TEXT, a_document, a_library, ref, words

OLD = Mark("a", words("the bridge is old"), ref("c3"))


def with_text(text: str) -> Library:
    """The small library, its text corrected and nothing else."""
    records = {**a_library(), ref("d1"): a_document(text)}
    return Library(records.values())


def test_a_mark_leads_to_its_words() -> None:
    """And to the record that they were looked at for."""
    place = found(a_library(), OLD)

    assert place == Place(ref("d1"), OLD.span.start, OLD.span.end, ref("c3"))


def test_a_mark_is_found_again_where_its_words_have_moved() -> None:
    """A text with a line more in front of it moves them all."""
    place = found(with_text("A new first line of this text.\n" + TEXT), OLD)

    assert place
    assert (place.start, place.end) == (OLD.span.start + 31, OLD.span.end + 31)


def test_of_the_same_words_the_ones_in_the_same_context_are_meant() -> None:
    """“the bridge” stands there three times."""
    third = Mark("a", words("the bridge", nth=3))

    place = found(with_text("The bridge. " + TEXT), third)

    assert place
    assert place.start == third.span.start + 12


def test_words_that_still_stand_there_are_the_marked_ones() -> None:
    """Whatever became of those around them."""
    start = OLD.span.start
    place = found(with_text("x" * start + OLD.span.exact + "y" * 40), OLD)

    assert place
    assert (place.start, place.end) == (start, OLD.span.end)


def test_a_mark_whose_words_are_gone_is_lost() -> None:
    """Nothing like them is in the text, or there is no text any more."""
    assert found(with_text("Something else altogether."), OLD) is None
    assert found(Library(), OLD) is None


def test_a_mark_outlives_its_record() -> None:
    """It is the words that are marked."""
    records = {r: record for r, record in a_library().items() if r != ref("c3")}

    place = found(Library(records.values()), OLD)

    assert place == Place(ref("d1"), OLD.span.start, OLD.span.end)


def test_where_there_is_no_record_the_sentence_is_marked() -> None:
    """A mark holds on to words."""
    mark = mark_at(a_library(), "b", Place(ref("d1"), 70, 70), 70)

    assert mark
    assert mark.span.exact == "She was wrong in May 2021."


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_where_there_are_no_words_nothing_is_marked(text: str) -> None:
    """An empty text has no places."""
    assert mark_at(Library([a_document(text)]), "b", Place(ref("d1"), 0, 0), 0) is None


def test_a_place_in_no_document_is_not_marked() -> None:
    """It was deleted meanwhile."""
    assert mark_at(Library(), "b", Place(ref("d1"), 0, 3), 0) is None


def test_small_letters_are_for_the_document_and_capitals_for_the_store() -> None:
    """The same letter marks a place in each text."""
    here, there = OLD, Mark("a", replace(OLD.span, doc=ref("d2")))
    capital = Mark("A", OLD.span)

    marks = Marks().with_mark(here).with_mark(there).with_mark(capital)

    assert marks.called("a", ref("d1")) == here
    assert marks.called("a", ref("d2")) == there
    assert marks.called("A", ref("d2")) == capital
    assert marks.called("b", ref("d1")) is None
    assert marks.listed(ref("d1")) == (here, capital)


def test_a_mark_takes_the_place_of_the_one_that_had_its_letter() -> None:
    """Capitals wherever they are, small letters in their document."""
    other = Mark("a", words("rusty"))

    marks = Marks().with_mark(OLD).with_mark(other)
    store = Marks().with_mark(Mark("A", OLD.span)).with_mark(Mark("A", other.span))

    assert marks.marks == (other,)
    assert len(store.marks) == 1
    assert marks.without(other) == Marks()


LETTERS = st.characters(min_codepoint=65, max_codepoint=122).filter(is_letter)
SPANS = st.builds(lambda start: Span.of(ref("d1"), TEXT, start, start + 5), st.integers(0, 100))
MARKS = st.builds(Mark, LETTERS, SPANS, st.none() | st.just(ref("c3")))


@given(st.lists(MARKS))
def test_marks_come_back_as_they_were_set(several: list[Mark]) -> None:
    """After a turn through JSON."""
    marks = Marks()
    for mark in several:
        marks = marks.with_mark(mark)

    assert Marks.from_list(json.loads(json.dumps(marks.to_list()))) == marks


@pytest.mark.parametrize(
    "data",
    [
        None, 5, "a", {}, [None], [[]], ["a"], [{"letter": "a"}],
        [OLD.to_dict() | {"letter": "ab"}], [OLD.to_dict() | {"letter": 5}],
        [OLD.to_dict() | {"ref": "x"}],
        [OLD.to_dict() | {"letter": "é"}], [OLD.to_dict() | {"span": {"doc": "d1"}}],
    ],
)  # fmt: skip
def test_what_is_no_mark_is_passed_over(data: Any) -> None:
    """A file that cannot be read is a new one; in part, the rest of it counts."""
    assert Marks.from_list(data) == Marks()
    if isinstance(data, list):
        assert Marks.from_list([*data, OLD.to_dict()]) == Marks((OLD,))
