"""Texts without what editors change for looks alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.stretch import Stretch
from opedtui.reading.changes.alignment import Alignment
from opedtui.reading.changes.plain import Plain

TEXTS = st.text("ab “”'-–…\n\u00ad", max_size=40)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“It’s safe”", '"It\'s safe"'),
        ("old — very\u00a0old", "old - very old"),
        ("old -- very  \n old", "old - very old"),
        ("and so…", "and so..."),
        ("some\u00adbody\u200b", "somebody"),
    ],
)
def test_quotes_dashes_and_blanks_are_all_alike(text: str, plain: str) -> None:
    """However they were typed and wherever the line was wrapped."""
    assert Plain(text).text == plain


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_plain_characters_know_where_they_come_from(text: str, start: int, end: int) -> None:
    """There and back is the same words, without the blanks around them."""
    plain = Plain(text)

    there = plain.into(min(start, end), max(start, end))
    back = plain.back(there)

    if there.start < there.end:
        assert Plain(text[slice(*back)]).text.strip() == plain.text[slice(*there)]


def test_a_word_in_common_is_an_accident_and_a_few_in_a_row_are_not() -> None:
    """“the” is in every sentence."""
    old = "We saw the bridge fall. They told us all about it later."
    new = "Nobody likes the mayor now. They told us all about it later."
    both = Alignment.of(old, new)

    assert both.place(Stretch(old.index("the"), old.index("the") + 3)) is None
    assert both.place(Stretch(old.index("told us"), old.index("told us") + 7)) == Stretch(
        new.index("told us"), new.index("told us") + 7
    )


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30))
def test_an_alignment_goes_both_ways(old: str, new: str) -> None:
    """What was placed comes back to where it was."""
    both = Alignment.of(old, new)
    for start in range(len(old)):
        for end in range(start + 1, len(old)):
            words = Stretch(start, end)
            place = both.place(words)
            if place and not old[start].isspace() and not old[end - 1].isspace():
                assert both.back().place(place) == words
