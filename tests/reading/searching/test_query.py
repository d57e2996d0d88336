"""What a reader types to find something, and where it then stands."""

from __future__ import annotations

import pytest

from opedtui.reading.searching.query import Query, QueryError, understood

TEXT = "Türkiye’s gas pipeline — “not safe”,\nsaid Álvaro O'Neill in the don’t-know week."


def query(typed: str) -> Query:
    found = understood(typed)
    assert found
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "turkiye", "Türkiye's", "türkiye’s gas", "alvaro o’neill", "O’Neill", "don't know",
        '"gas pipeline - not safe"', '"not safe said"', "“pipeline”", "pipe* week", "gas -oil",
        '"not sa', "pipeline \u2212oil",
    ],
)  # fmt: skip
def test_signs_accents_and_line_breaks_make_no_difference(typed: str) -> None:
    """Words are found however they are written, and a phrase across a line break."""
    assert query(typed).rung_of(TEXT) is not None


@pytest.mark.parametrize(
    "typed",
    ["Gas", "GAS", "Alvaro o'neill", "ipeline", '"gas" "pip"', '"safe pipeline"', "gas -know",
     '"not sa"', "gas -pipe*", "pip week"],
)  # fmt: skip
def test_what_does_not_stand_there_is_not_found(typed: str) -> None:
    """Not capitals that are none, not half a word but the last, not what is to be left out."""
    assert query(typed).rung_of(TEXT) is None


def test_the_words_are_marked_where_they_stand() -> None:
    """In the text as it is, not as it is compared."""
    marks = query("not safe said alvaro").marks(TEXT)

    assert [TEXT[start:end] for start, end in marks] == ["not safe”,\nsaid Álvaro"]


def test_words_apart_are_marked_one_by_one() -> None:
    """In the order of the text."""
    marks = query("week gas").marks(TEXT)

    assert [TEXT[start:end] for start, end in marks] == ["gas", "week"]


def test_signs_that_part_no_words_are_found_within_a_line() -> None:
    """Chinese is written without spaces."""
    marks = query("能源").marks("阿塞拜疆能源合作")

    assert marks == [(4, 6)]


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_no_query(typed: str) -> None:
    """And no mistake."""
    assert understood(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [('"', "hold no word"), ('""', "hold no word"), ("-x", "leave out"), ("-", "no letter"),
     ("…", "no letter"), ("*", "no letter")],
)  # fmt: skip
def test_what_cannot_be_understood_is_said(typed: str, said: str) -> None:
    """In one line."""
    with pytest.raises(QueryError, match=said) as caught:
        understood(typed)

    assert "\n" not in str(caught.value)
