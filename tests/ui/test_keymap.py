"""Other keys for commands."""

from __future__ import annotations

import pytest

from opedtui.ui.commands import CHORD_MENU, STANDARD
from opedtui.ui.keymap import Rebound, rebound


def with_keys(**keys: str | list[str]) -> Rebound:
    """The commands with these keys; an underscore in an id is a hyphen."""
    wishes = {
        name.replace("_", "-"): [wished] if isinstance(wished, str) else wished
        for name, wished in keys.items()
    }
    return rebound(STANDARD, wishes, CHORD_MENU)


def keys_of(made: Rebound, name: str) -> tuple[str, ...]:
    (command,) = [command for command in made.commands if command.id == name]
    return command.keys


def test_without_a_wish_all_keys_are_the_usual_ones() -> None:
    """And there is nothing to say."""
    assert with_keys() == Rebound(STANDARD, ())


def test_a_command_has_the_keys_that_were_wished_and_no_others() -> None:
    """Chords and keys alike."""
    made = with_keys(code_claim=["K", "c i"], zoom="ctrl+t")

    assert keys_of(made, "code-claim") == ("K", "c i")
    assert keys_of(made, "zoom") == ("ctrl+t",)
    assert made.problems == made.given_up == ()


def test_a_key_that_is_taken_is_given_up_by_the_other_and_that_is_said() -> None:
    """The reader's wish holds; nothing is lost without a word."""
    made = with_keys(zoom="u")

    assert keys_of(made, "zoom") == ("u",)
    assert keys_of(made, "undo") == ()
    assert made.given_up == ("undo gives up u",)


@pytest.mark.parametrize(
    ("name", "wished", "problem"),
    [
        ("zoomx", "x", "keys: no command is called “zoomx”; is zoom meant?"),
        ("qqqqqq", "x", "no command is called “qqqqqq”; opedtui keys --json lists them"),
        ("zoom", "two words", "“two words” for zoom: a chord begins with [, ], c"),
        ("zoom", "ctrl+", "“ctrl+” for zoom is no key"),
        ("zoom", "ctrl+i", "ctrl+i for zoom: most terminals send tab for it"),
        ("next-record", "x", "next-record begins chords, and keeps its key"),
    ],
)
def test_a_wish_that_cannot_be_met_is_explained(name: str, wished: str, problem: str) -> None:
    """The command keeps its keys."""
    made = rebound(STANDARD, {name: [wished]}, CHORD_MENU)

    assert made.commands == STANDARD
    (told,) = made.problems
    assert problem in told
