"""What the part of a field at the cursor may become."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Kind
from opedtui.model.vocabulary import CLAIM_KINDS, VOICE_MODES
from opedtui.reading.changes.forms import Line
from opedtui.reading.completing import Completer, token_at

from ..making import a_library

KIND = Line("kind", "", CLAIM_KINDS.words)
ABOUT = Line("about", "", kinds=(Kind.ACTOR,), is_list=True)
VOICE = Line("voice", "", kinds=(Kind.ACTOR,), is_list=True)


@pytest.mark.parametrize(
    ("line", "text", "cursor", "token", "is_second"),
    [
        (KIND, "va", 2, "va", False),
        (ABOUT, "a1, eng, a3", 7, "eng", False),
        (ABOUT, "a1, ", 4, "", False),
        (VOICE, "a1 (own), a2 (ind)", 17, "ind", True),
        (VOICE, "a1 (own), a2 (ind", 17, "ind", True),
        (VOICE, "a1 (own), a2", 12, "a2", False),
        (VOICE, "a1 (own)", 1, "a1", False),
    ],
)
def test_the_part_at_the_cursor(
    line: Line, text: str, cursor: int, token: str, is_second: bool
) -> None:
    """The whole of a plain field, an item of a list, or the word in its parentheses."""
    found = token_at(line, text, cursor)

    assert (found.text, found.is_second) == (token, is_second)
    assert text[found.start : found.end] == token


def test_the_part_is_replaced_and_the_rest_stays() -> None:
    """The cursor stands behind the new word."""
    text = "a1, eng, a3"
    token = token_at(ABOUT, text, 6)

    assert token.replaced(text, "a2") == ("a1, a2, a3", 6)


def test_words_are_offered_by_their_letters_and_refs_by_names() -> None:
    """And the mode of a voice by its own vocabulary."""
    completer = Completer(a_library())

    assert completer.offers(KIND, token_at(KIND, "pr", 2)) == ["prediction"]
    assert completer.offers(ABOUT, token_at(ABOUT, "engin", 5)) == ["a2"]
    assert list(completer.offers(VOICE, token_at(VOICE, "a1 (", 4))) == list(VOICE_MODES.words)


def test_behind_a_whole_word_the_others_follow_in_turn() -> None:
    """So that one key goes through all of them."""
    completer = Completer(a_library())
    offers = completer.offers(KIND, token_at(KIND, "policy", 6))

    assert offers[0] == "cause"
    assert offers[-1] == "policy"


def test_a_ref_that_is_there_needs_no_offers() -> None:
    """One that is not, does."""
    completer = Completer(a_library())

    assert completer.offers(ABOUT, token_at(ABOUT, "a1", 2)) == []
    assert completer.offers(ABOUT, token_at(ABOUT, "a9", 2)) == []
    assert len(completer.offers(ABOUT, token_at(ABOUT, "", 0))) == 4
