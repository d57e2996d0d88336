"""Spans: places in a text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.spans import CONTEXT, Span
from tests.making import ref

D1 = ref("d1")


@given(st.text(max_size=120), st.data())
def test_a_span_is_its_words_and_what_is_around_them(text: str, data: st.DataObject) -> None:
    """Context, words and context again are one stretch of the text, up to 32 characters each."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    span = Span.of(D1, text, start, end)

    assert (span.start, span.end, span.exact) == (start, end, text[start:end])
    assert len(span.prefix) == min(CONTEXT, start)
    assert len(span.suffix) == min(CONTEXT, len(text) - end)
    around = text[start - len(span.prefix) : end + len(span.suffix)]
    assert span.prefix + span.exact + span.suffix == around


def test_offsets_are_code_points() -> None:
    """A letter beyond the first plane is one character, as it is to Python and to the W3C."""
    span = Span.of(D1, "𝔸 nation", 2, 8)

    assert (span.exact, span.prefix) == ("nation", "𝔸 ")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 7)])
def test_a_span_lies_within_its_text(start: int, end: int) -> None:
    """To ask for another is a mistake of the program."""
    with pytest.raises(AssertionError):
        Span.of(D1, "nation", start, end)


def test_a_span_holds_while_its_words_are_in_their_place() -> None:
    """An edit in front of the words moves them away from their span."""
    span = Span.of(D1, "a nation", 2, 8)

    assert span.holds_in("a nation, and more")
    assert not span.holds_in("my nation")
    assert not span.holds_in("a natio")


@pytest.mark.parametrize(
    "offsets",
    [{"start": -6, "end": 8}, {"start": 8, "end": 2}, {"start": 2, "end": 2, "exact": ""}],
)
def test_a_span_of_nothing_never_holds(offsets: dict[str, Any]) -> None:
    """Offsets from the end, backwards or without words point at no place."""
    span = replace(Span.of(D1, "a nation", 2, 8), **offsets)

    assert not span.holds_in("a nation")
