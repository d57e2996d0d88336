"""The gate through which every string of the data passes."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from opedtui.render.visible import COMBINING_MARKS_SHOWN, visible

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))
OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # every control of bidirectional text
    "\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]"  # separators, surrogates, tags
)
MARKS = ("Mn", "Me")
TEXTS = st.text(st.characters(exclude_categories=()))
CLEAN = st.text(st.characters(categories=["L", "N", "P", "Sm", "Sc", "So", "Zs"]))
HOSTILE = st.text(
    st.sampled_from("a \t\n\x1b[]m\x07\x7f\x9b\u202e\u2066\u200d\ufeff\ud83d\u0301\u0e47\U000e0041")
)


def longest_stack(text: str) -> int:
    """How many marks stand on one letter at most."""
    kinds = "".join("m" if unicodedata.category(char) in MARKS else " " for char in text)
    return max(map(len, kinds.split(" ")))


def test_no_character_that_a_terminal_obeys_comes_out() -> None:
    """Of all that Unicode has, each alone."""
    assert not {char for char in EVERY_CHARACTER if OBEYED.search(visible(char))}


@given(TEXTS | HOSTILE)
def test_nothing_that_a_terminal_obeys_comes_out(text: str) -> None:
    """Whatever stands beside it."""
    assert not OBEYED.search(visible(text))


@given(CLEAN)
@example("Baku’s “allied interaction” – naïve, Σ, 漢字, 👍🏽, ½ [sic] [/] ‹0041›")
def test_clean_text_comes_out_unchanged(text: str) -> None:
    """Letters, digits, signs and spaces of every script, markup and all."""
    assert visible(text) == text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("a\tb", "a    b"),
        ("a\nb", "a␊b"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x00\x7f", "␀␡"),
        ("\x9b31m", "‹009B›31m"),
        ("\u202eevil", "‹202E›evil"),
        ("\ud83d", "‹D83D›"),
        ("\U000e0041", "‹E0041›"),
        ("\u2028", "‹2028›"),
        ("co\xadoperate", "co‹00AD›operate"),
    ],
)
def test_what_is_turned_into_a_sign_can_be_seen(stored: str, shown: str) -> None:
    """A reader sees that something is there, and what."""
    assert visible(stored) == shown


def test_the_accents_of_scripts_stay() -> None:
    """Vietnamese, pointed Hebrew and Burmese stack what they need, decomposed as well."""
    for word in ("Việt", "בְּרֵאשִׁ֖ית", "မွှုံ့", "हिन्दी", "ภาษาที่"):
        decomposed = unicodedata.normalize("NFD", word)

        assert (visible(word), visible(decomposed)) == (word, decomposed)


@pytest.mark.parametrize("mark", ["\u0301", "\u0e47", "\u064b", "\u20e3", "\U000e0100"])
def test_a_flood_of_marks_is_capped(mark: str) -> None:
    """It would climb over the lines above, or hide a message where nothing is seen."""
    assert visible("e" + mark * 1000 + "x") == "e" + mark * COMBINING_MARKS_SHOWN + "x"


@given(st.text(st.sampled_from("e\u0301\u0e47\u05b0\u20dd\U000e0100 \u200b")))
def test_no_mixture_of_marks_is_a_flood(text: str) -> None:
    """Nor does it help to take them from several scripts."""
    assert longest_stack(visible(text)) <= COMBINING_MARKS_SHOWN


@given(TEXTS | HOSTILE)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    """A string that passes twice, as labels of labels do, is the same."""
    assert visible(visible(text)) == visible(text)


@given(HOSTILE, HOSTILE)
def test_what_follows_does_not_change_what_came_before(text: str, more: str) -> None:
    """So the place of a character on the screen is the length of what is before it."""
    assert visible(text + more).startswith(visible(text))


@given(st.text(st.sampled_from("❤1e漢👍🏽\ufe0f\ufe0e\u0301\u20e3")))
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    """Terminals differ about signs that widen the one before them, so none comes out."""
    shown = visible(text)

    assert cell_len(shown) == sum(map(cell_len, shown))
