"""Words of a model are found as they stand in the text, or are not found."""

from __future__ import annotations

import pytest

from opedtui.drafting.asking.parts import parts
from opedtui.drafting.asking.places import Places
from opedtui.model.stretch import Stretch


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("He said “no”.", "no", "no"),
        ("He said “no”.", '"no"', "“no”"),
        ("Azerbaijan’s way", "Azerbaijan's way", "Azerbaijan’s way"),
        ("Azerbaijan's way", "Azerbaijan’s way", "Azerbaijan's way"),
        ("a visit\n  to\u00a0Baku", "visit to Baku", "visit\n  to\u00a0Baku"),
        ("the war – and after", "the war - and after", "the war – and after"),
        ("well… yes", "well... yes", "well… yes"),
        ("co\u00adoperate now", "cooperate now", "co\u00adoperate now"),
        ("a café in Baku", "a cafe\u0301", "a café"),
        ("They won, he said", "They won.", "They won"),
        ("俄罗斯总统来访", "总统", "总统"),
        ("Iranians and Iran", "Iran", "Iran"),
        ("Iranians only", "Iran", None),
        ("They won", "they won", None),
        ("They won", "", None),
        ("They – won", "–", None),
        ("They won", "...", None),
    ],
)
def test_words_are_found_past_the_shapes_of_their_marks(
    text: str, words: str, found: str | None
) -> None:
    """Blanks, quotation marks and dashes; but no case, no half words, and no marks alone."""
    place = Places(text).first(words)

    assert (text[slice(*place)] if place else None) == found


def test_the_very_words_come_before_words_that_are_alike() -> None:
    """A text may hold both."""
    text = "a ‘b’ then a 'b'"

    assert Places(text).all("a 'b'") == [Stretch(11, 16)]


def test_only_the_part_that_was_asked_about_is_searched() -> None:
    """Also past the shapes of marks; a word is not cut by the end of a part."""
    places = Places("Baku’s hour. Baku’s hour. Bakuvian.").of(Stretch(13, 30))

    assert places.all("Baku's hour") == [Stretch(13, 24)]
    assert places.all("Baku") == [Stretch(13, 17)]


def test_a_text_is_cut_where_it_pauses() -> None:
    """At the end of a paragraph, else of a line, a sentence, a word, else anywhere."""
    for pause in ("\n\n", "\n", ". ", " "):
        text = f"{'a' * 60}{pause}{'b' * 60}"

        cut = parts(text, Stretch(0, len(text)), 100)

        assert [text[slice(*part)] for part in cut] == ["a" * 60 + pause, "b" * 60]


def test_a_pause_soon_after_the_beginning_is_no_place_to_cut() -> None:
    """A part of two lines would be a question for nothing."""
    text = f"Title\n\n{'word ' * 40}"

    cut = parts(text, Stretch(0, len(text)), 100)

    assert cut[0] == Stretch(0, 97)


def test_the_parts_of_a_text_are_all_of_it() -> None:
    """None is longer than it may be, and nothing is left out."""
    text = "Word. " * 999 + "x" * 5000 + "\n\nEnd."

    cut = parts(text, Stretch(0, len(text)), 700)

    assert "".join(text[slice(*part)] for part in cut) == text
    assert all(0 < part.end - part.start <= 700 for part in cut)
