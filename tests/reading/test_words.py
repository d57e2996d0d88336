"""Stepping through a text word by word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.reading.words import next_word, previous_word
from tests.making import bundled_library

TEXTS = st.text("ab ’-.\n", max_size=40)


def starts(text: str) -> list[int]:
    return [m.start() for m in re.finditer(r"\w+(?:[’'-]\w+)*", text)]


@given(TEXTS, st.integers(0, 40))
def test_the_next_word_is_the_first_that_begins_further_on(text: str, offset: int) -> None:
    """Over line ends and blanks; behind the last word there is none, and the reader stays."""
    offset = min(offset, len(text))
    if offset and re.match(r"\w", text[offset - 1]):
        offset = 0

    assert next_word(text, offset) == next((s for s in starts(text) if s > offset), offset)


@given(TEXTS, st.integers(0, 40))
def test_the_previous_word_is_the_last_that_begins_before(text: str, offset: int) -> None:
    """From within a word its own beginning; before the first there is the beginning of the text."""
    offset = min(offset, len(text))
    behind = [start for start in starts(text[:offset]) if start < offset]

    assert previous_word(text, offset) == (behind[-1] if behind else 0)


@pytest.mark.parametrize("word", ["allied", "Lavrov’s", "Lavrov's", "so-called", "24", "Türkiye"])
def test_a_word_is_stepped_over_whole(word: str) -> None:
    """Apostrophes and hyphens do not part it."""
    text = f"a {word} b"

    assert next_word(text, 2) == len(text) - 1
    assert previous_word(text, len(text) - 1) == 2


def test_a_text_can_be_walked_there_and_back() -> None:
    """The same words in both directions, over paragraphs and blank lines."""
    text = "One two.\n\n\n  Three\n\nfour’s five"
    offset, there, back = -1, [], []
    while (following := next_word(text, offset)) != offset:
        there.append(offset := following)
    while offset:
        back.append(offset)
        offset = previous_word(text, offset)

    assert there == starts(text)
    assert [0, *reversed(back)] == there


def test_the_bundled_text_can_be_walked() -> None:
    """From the first word to the last."""
    text = bundled_library().documents[0].text
    offset, count = 0, 1
    while (following := next_word(text, offset)) != offset:
        offset, count = following, count + 1

    assert count == len(starts(text))
