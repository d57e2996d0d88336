"""`opedtui search`"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import Program, Said
from tests.cli.test_hostile import spoken_to_the_terminal


def test_finds_have_kind_ref_place_and_words(ask: Callable[..., Said]) -> None:
    """The best first."""
    done = ask("search", "engineers")

    assert (done.status, done.err) == (0, "")
    assert done.rows[0] == ["actor", "a2", "", "the engineers"]
    assert ["text", "d1", "d1 ¶ 2"] in [row[:3] for row in done.rows]


def test_as_json_the_marks_are_characters_of_the_text(ask: Callable[..., Said]) -> None:
    """So that a program can mark them too."""
    found = ask("search", '"is RUSTY"'.lower(), "--kind", "claims", "--json").json

    (claim,) = found
    ((start, end),) = claim["marks"]
    assert (claim["kind"], claim["ref"], claim["where"]) == ("claim", "c4", "d1 ¶ 3")
    assert claim["text"][start:end] == "is rusty"


def test_nothing_found_is_status_1(ask: Callable[..., Said]) -> None:
    """As grep has it, and nothing is said."""
    assert ask("search", "zebra") == Said(1, "", "")
    assert ask("search", "zebra", "--json").json == []


def test_words_are_left_out_by_a_minus(ask: Callable[..., Said]) -> None:
    """Which is no option."""
    done = ask("search", "bridge", "-old", "--kind", "claim")

    assert [row[1] for row in done.rows] == ["c4", "c1"]


def test_a_limit_keeps_the_best(ask: Callable[..., Said]) -> None:
    """So many."""
    assert len(ask("search", "bridge", "--limit", "2").rows) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (['"'], "hold no word"),
        (["-x"], "leave out"),
        ([], "nothing to search for"),
        (["x", "--kind", "boast"], "--kind is one of actor, document"),
        (["x", "--limit", "y"], "no whole number"),
    ],
)
def test_what_cannot_be_understood_is_one_line(
    ask: Callable[..., Said], words: list[str], said: str
) -> None:
    """And exit status 2."""
    done = ask("search", *words)

    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_terminal_shows_marks(opedtui: Program, store: Path) -> None:
    """Bold and underlined, with or without colours."""
    done = opedtui.on_terminal("search", "rusty", "--store", store)

    assert "▸ claim c4  d1 ¶ 3  the engineers" in done.plain
    assert "\x1b[1;4;33mrusty\x1b[0m" in done.out


def test_nothing_hostile_is_passed_on(opedtui: Program, evil_store: Path) -> None:
    """Neither by a pipe nor as JSON."""
    for more in ([], ["--json"]):
        done = opedtui("search", "red", *more, "--store", evil_store)

        assert done.status == 0
        assert spoken_to_the_terminal(done.out) == set()
