"""Choosing words by word, clause, sentence and paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.stretch import Stretch
from opedtui.reading.changes.choosing import Edge, Unit, narrowed, stretched, widened
from tests.making import TEXT

TEXTS = st.text("ab A.,;“” \n–", min_size=1, max_size=50)


def words(stretch: Stretch) -> str:
    return TEXT[slice(*stretch)]


def test_widening_goes_from_the_word_to_the_paragraph() -> None:
    """And stops there."""
    chosen = Stretch(TEXT.index("bridge is old"), TEXT.index("bridge is old"))
    steps = []
    for _ in range(5):
        chosen = widened(TEXT, chosen)
        steps.append(words(chosen))

    assert steps == [
        "bridge",
        "the bridge is old",
        "The engineers warned her: the bridge is old, and the bridge is rusty.",
        "The engineers warned her: the bridge is old, and the bridge is rusty.",
        "The engineers warned her: the bridge is old, and the bridge is rusty.",
    ]


def test_narrowing_goes_back_to_the_word_at_the_cursor() -> None:
    """By way of the sentence and the clause."""
    cursor = TEXT.index("wrong")
    chosen = Stretch(0, TEXT.index("\n"))
    steps = []
    for _ in range(3):
        chosen = narrowed(TEXT, chosen, cursor)
        steps.append(words(chosen))

    assert steps == ["She was wrong in May 2021.", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("chosen", "edge", "step", "unit", "then"),
    [
        ("the bridge", "end", 1, "word", "the bridge is"),
        ("the bridge is", "end", -1, "word", "the bridge"),
        ("the bridge", "end", -1, "word", "the"),
        ("bridge is old", "start", -1, "word", "the bridge is old"),
        ("the bridge is old", "start", 1, "word", "bridge is old"),
        ("the", "end", -1, "word", "the"),
        ("the bridge is old", "end", 1, "clause", "the bridge is old, and the bridge is rusty."),
        ("the bridge is old", "start", -1, "clause", "The engineers warned her: the bridge is old"),
        ("She was wrong", "end", 1, "sentence", "She was wrong in May 2021."),
        ("May 2021.", "end", 1, "paragraph", "May 2021.\nWhat the engineers found"),
    ],
)
def test_an_edge_moves_by_a_unit(chosen: str, edge: Edge, step: int, unit: Unit, then: str) -> None:
    """On or back, and never until nothing is left."""
    start = TEXT.rindex(chosen)

    assert words(stretched(TEXT, Stretch(start, start + len(chosen)), edge, step, unit)) == then


@given(TEXTS, st.data())
def test_no_choice_is_empty_or_outside_the_text(text: str, data: st.DataObject) -> None:
    """Whatever is chosen, moving an edge leaves something, and the other edge where it was."""
    start = data.draw(st.integers(0, len(text) - 1))
    chosen = Stretch(start, data.draw(st.integers(start + 1, len(text))))
    edge: Edge = data.draw(st.sampled_from(["start", "end"]))
    unit: Unit = data.draw(st.sampled_from(["word", "clause", "sentence", "paragraph"]))

    moved = stretched(text, chosen, edge, data.draw(st.sampled_from([1, -1])), unit)
    wide = widened(text, chosen)
    narrow = narrowed(text, chosen, start)

    assert 0 <= moved.start < moved.end <= len(text)
    assert moved.start == chosen.start or moved.end == chosen.end
    assert wide.start <= chosen.start and chosen.end <= wide.end <= len(text)
    assert chosen.start <= narrow.start < narrow.end <= chosen.end
