"""The same answers, drawn for eyes; and none of that in a pipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.model.refs import Kind
from tests.cli.program import SGR, Program, asking

QUESTIONS = [
    *(f"list {kind.table}" for kind in Kind),
    *("show c2", "relations c2", "timeline", "check", "keys"),
]


def test_a_pipe_gets_no_colours(opedtui: Program, store: Path) -> None:
    """Nor boxes, not even where colours are asked for elsewhere."""
    done = opedtui.run(asking(*QUESTIONS, store=store), FORCE_COLOR="1", CLICOLOR_FORCE="1")

    assert "\x1b" not in done.out
    assert not set("─│├└") & set(done.out)


def test_a_terminal_gets_a_table(opedtui: Program, store: Path) -> None:
    """With headings, in the colours of the terminal."""
    done = opedtui.on_terminal("list", "claims", "--store", store)

    head, rule, first = done.plain.splitlines()[:3]
    assert head.split() == ["ref", "★", "who", "kind", "stance", "certainty", "claim"]
    assert set(rule) == {"─"}
    assert first.split()[:3] == ["c1", "the", "mayor"]
    assert SGR.search(done.out)


def test_a_terminal_gets_a_tree_of_relations(opedtui: Program, store: Path) -> None:
    """Those that read alike under one label."""
    done = opedtui.on_terminal("relations", "c2", "--store", store)

    lines = done.plain.splitlines()
    at = lines.index("├── + is supported by")
    assert lines[at + 1 : at + 3] == [
        "│   ├── c3  the bridge is old  r1",
        "│   └── c4  the bridge is rusty  r2",
    ]


def test_a_terminal_gets_a_scale_of_time(opedtui: Program, store: Path) -> None:
    """Dates stand where they lie, as precisely as the text has them."""
    done = opedtui.on_terminal("timeline", store)

    assert "2021" in done.plain.splitlines()[0]
    assert done.plain.count("◐") == 2


def test_a_narrow_terminal_does_without_some_columns(opedtui: Program, store: Path) -> None:
    """So that the words keep their room."""
    done = opedtui.on_terminal("list", "claims", "--store", store, columns=60)

    assert done.plain.splitlines()[0].split() == ["ref", "★", "who", "kind", "claim"]


def test_columns_are_heeded(opedtui: Program, store: Path) -> None:
    """COLUMNS goes before the size of the terminal, and no line is longer."""
    command = asking(*QUESTIONS, store=store)

    done = opedtui.on_terminal(command=command, columns=120, variables={"COLUMNS": "50"})

    assert max(map(len, done.plain.splitlines())) <= 50


def test_no_color_is_heeded(opedtui: Program, store: Path) -> None:
    """Bold, dim and underlined are no colours."""
    command = asking(*QUESTIONS, store=store)

    done = opedtui.on_terminal(command=command, variables={"NO_COLOR": "1"})

    codes = {code for found in SGR.findall(done.out) for code in found[2:-1].split(";")}
    assert codes <= {"0", "1", "2", "3", "4", "7"}


@pytest.mark.parametrize("columns", ["0", "1", "7", "many"])
def test_no_terminal_is_too_narrow(opedtui: Program, store: Path, columns: str) -> None:
    """It may look odd, but it does not fail."""
    command = asking(*QUESTIONS, store=store)

    done = opedtui.on_terminal(command=command, variables={"COLUMNS": columns})

    assert done.status == 0, done.plain


def test_json_is_the_same_on_a_terminal(opedtui: Program, store: Path) -> None:
    """What is copied from there can be read by a machine."""
    words = ["show", "c1", "--json", "--store", str(store)]

    assert opedtui.on_terminal(*words).json == opedtui(*words).json
