"""The words that are most likely meant at a cursor."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Kind
from opedtui.model.stretch import Stretch
from opedtui.reading.preselecting import preselected, whole_words

from ..making import a_document

TEXT = (
    "The mayor said “the bridge is safe” and « sûr » on 3 May 2021. In truth Ada Lovelace’s aunt "
    'doubts "all of it".\n\nÉmile Zola left in 1898, and came back in 1899.'
)


@pytest.mark.parametrize(
    ("kind", "at", "words"),
    [
        (Kind.QUOTE, "bridge", "“the bridge is safe”"),
        (Kind.QUOTE, "“the", "“the bridge is safe”"),
        (Kind.QUOTE, "sûr", "« sûr »"),
        (Kind.QUOTE, "of it", '"all of it"'),
        (Kind.QUOTE, "left", "Émile Zola left in 1898, and came back in 1899."),
        (Kind.EVENT, "mayor", "3 May 2021"),
        (Kind.EVENT, "left", "1898"),
        (Kind.EVENT, "came", "1899"),
        (Kind.ACTOR, "Ada", "Ada Lovelace"),
        (Kind.ACTOR, "Zola", "Émile Zola"),
        (Kind.ACTOR, "aunt", "aunt"),
        (Kind.CLAIM, "Zola", "Émile Zola left in 1898, and came back in 1899."),
    ],
)
def test_the_words_at_the_cursor_are_told_from_the_text(kind: Kind, at: str, words: str) -> None:
    """Quoted words, a date, a name, or else the sentence."""
    found = preselected(a_document(TEXT), TEXT.index(at), kind)

    assert found
    assert TEXT[slice(*found)] == words


def test_where_there_are_no_words_nothing_is_meant() -> None:
    """An empty line has no sentence."""
    assert preselected(a_document("A.\n\nB."), 3, Kind.CLAIM) is None


def test_drawn_words_are_whole_and_of_one_line() -> None:
    """From within a word to within another; beyond the end of the line nothing is meant."""
    start, end = TEXT.index("ayor"), TEXT.index("id ") + 1

    assert TEXT[slice(*whole_words(TEXT, Stretch(start, end)))] == "mayor said"
    across = whole_words(TEXT, Stretch(TEXT.index("of it"), TEXT.index("Zola")))
    assert TEXT[slice(*across)] == 'of it".'
