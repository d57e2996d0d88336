"""What was changed when, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program, Said

Ask = Callable[..., Said]
Stored = Callable[[str], Any]


def test_the_last_change_is_taken_back_and_done_again(ask: Ask, stored: Stored) -> None:
    """Each by its name, step by step."""
    ask("edit", "c1", "kind=value")
    ask("edit", "c1", "kind=policy")

    assert ask("undo").lines[0] == "undo: change kind of c1"
    assert stored("c1")["kind"] == "value"
    assert ask("undo", "--json").json["label"] == "undo: change kind of c1"
    assert stored("c1")["kind"] == "fact"
    assert ask("redo").lines[0] == "redo: change kind of c1"
    assert ask("redo", "--json").json["changed"] == ["c1"]
    assert stored("c1")["kind"] == "policy"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("undo", "there is nothing to undo; change something first"),
        ("redo", "there is nothing to redo; undo something first"),
        ("history --back-to 7", "there is no step 7; opedtui history lists them"),
        ("history --back-to 0", "nothing was changed since"),
        ("history --back-to 1 --compact", "--back-to and --compact do not go together"),
    ],
)
def test_where_there_is_no_way_a_line_says_so(
    ask: Ask, store: Path, line: str, message: str
) -> None:
    """With status 2."""
    done = ask(*line.split())

    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_the_history_tells_what_was_changed_when(ask: Ask) -> None:
    """The oldest first: step, time, by whom, which records, what became of it, its name."""
    ask("edit", "c1", "kind=value")
    ask("rm", "n2", "--yes")
    ask("undo")

    done = ask("history")

    assert [[row[0], *row[2:]] for row in done.rows] == [
        ["1", "reader", "c1", "", "change kind of c1"],
        ["2", "reader", "n2", "undone", "delete n2"],
        ["3", "reader", "n2", "", "undo: delete n2"],
    ]
    assert all(row[1].startswith("20") for row in done.rows)


def test_the_history_as_json(ask: Ask) -> None:
    """With what a step undoes."""
    ask("edit", "c1", "kind=value")
    ask("undo")

    first, second = ask("history", "--json").json

    assert (first["step"], first["refs"], first["undone"]) == (1, ["c1"], True)
    assert (second["undoes"], second["undone"], second["aside"]) == (1, False, False)


def test_a_terminal_gets_the_history_as_a_table(opedtui: Program, ask: Ask, store: Path) -> None:
    """Under headings."""
    ask("edit", "c1", "kind=value")

    done = opedtui.on_terminal("history", "--store", store)

    head, _, first = done.plain.splitlines()[:3]
    assert head.split() == ["step", "when", "by", "records", "state", "what"]
    assert first.split()[-4:] == ["change", "kind", "of", "c1"]


def test_any_step_can_be_gone_back_to(ask: Ask, stored: Stored) -> None:
    """As one change, which undo takes back like any other."""
    for kind in ("value", "policy", "cause"):
        ask("edit", "c1", f"kind={kind}")

    done = ask("history", "--back-to", "1")

    assert done.lines[0] == "go back to “change kind of c1”"
    assert stored("c1")["kind"] == "value"
    ask("history", "--back-to", "0")
    assert stored("c1")["kind"] == "fact"
    ask("undo")
    ask("undo")
    assert stored("c1")["kind"] == "cause"


def test_the_history_can_be_thrown_away(ask: Ask, stored: Stored) -> None:
    """The records stay, and no number is given twice."""
    ask("new", "note", "c1", "body=x")
    ask("rm", "n3", "--yes")
    ask("edit", "c1", "kind=value")

    done = ask("history", "--compact", "--json")

    assert done.json["thrown_away"] == 3
    assert ask("history").out == ""
    assert stored("c1")["kind"] == "value"
    assert ask("undo").status == 2
    assert ask("new", "note", "c1", "body=x", "--json").json["added"] == ["n4"]
