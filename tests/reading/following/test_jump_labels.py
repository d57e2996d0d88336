"""Letters for what is in view."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from opedtui.reading.following.jump_labels import LETTERS, jump_labels


@given(st.integers(0, 676))
def test_no_label_is_the_beginning_of_another(count: int) -> None:
    """What is typed means one thing as soon as it is whole."""
    labels = jump_labels(count)

    assert len(labels) == len(set(labels)) == count
    assert not {label[0] for label in labels if len(label) == 2} & {
        label for label in labels if len(label) == 1
    }


def test_up_to_as_many_as_there_are_letters_one_is_enough() -> None:
    """And all of the alphabet is used."""
    assert set(map(len, jump_labels(26))) == {1}
    assert "".join(sorted(LETTERS)) == "abcdefghijklmnopqrstuvwxyz"


def test_the_first_have_the_shortest() -> None:
    """They are what the reader is most likely after."""
    lengths = [len(label) for label in jump_labels(100)]

    assert lengths == sorted(lengths)
    assert lengths.count(1) == 23


def test_what_is_beyond_two_letters_has_none() -> None:
    """No window shows so much."""
    assert len(jump_labels(1000)) == 676
