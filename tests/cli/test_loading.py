"""A question is answered without loading what only the app needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.cli.table import COMMANDS
from tests.cli.program import Program, asking
from tests.making import BUNDLED

QUESTIONS = [
    "show c1",
    "list claims",
    "search rusty",
    "timeline",
    "voices",
    "gaps --doc d1",
    "relations c1",
    "actor a1",
    "read d1",
    "cite c1",
    "completion bash",
    "check",
    "draft text.txt",
    "review",
    "review --stats",
    "keys",
    "config",
    "where",
]
CHANGES = [
    "add text.txt",
    "new claim --words rusty",
    "edit c1 kind=value",
    "relate c1 supports c3",
    "rm n2 --yes",
    "split a1 Mayor",
    "join a5 a1",
    "replace d1 text.txt",
    "undo",
    "redo",
    "history",
    "backup",
    "restore copy.json",
    "check --repair",
]
TEXT = "The bridge is old, and the bridge is rusty."
LOADED = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def test_every_command_is_asked_for_below() -> None:
    """But for those that open the app, on a terminal and on a page."""
    asked = {line.split()[0] for line in (*QUESTIONS, *CHANGES)}

    assert asked == {command.name for command in COMMANDS} - {"open", "serve"}


def test_no_command_loads_textual(opedtui: Program) -> None:
    """Neither in a pipe nor on a terminal nor for JSON; only opening the app does."""
    (opedtui.home / "text.txt").write_text(TEXT, encoding="utf-8")
    json = [f"{line} --json" for line in QUESTIONS]
    command = asking(*QUESTIONS, *json, store=BUNDLED, then=LOADED)

    piped, drawn = opedtui.run(command), opedtui.on_terminal(command=command)

    for done in (piped, drawn):
        loaded = done.lines[-1].split()
        assert "opedtui" in loaded
        assert "textual" not in loaded


def test_no_change_loads_textual(opedtui: Program, store: Path) -> None:
    """Nor does it wait for what only a terminal needs."""
    (opedtui.home / "copy.json").write_bytes(store.read_bytes())
    (opedtui.home / "text.txt").write_text(TEXT, encoding="utf-8")
    then = "print(*({'textual', 'rich.console'} & {*sys.modules}), 'and no more')"

    done = opedtui.run(asking(*CHANGES, store=store, then=then))

    assert done.lines[-1] == "and no more"
    assert done.err.splitlines() == []


@pytest.mark.parametrize("line", ["--version", "--help", "show", "show x", "lists"])
def test_what_needs_no_store_loads_none(opedtui: Program, line: str) -> None:
    """Nor what draws."""
    done = opedtui.run(asking(line, store=BUNDLED, then=LOADED))

    loaded = set(done.lines[-1].split())
    assert "opedtui" in loaded
    assert not loaded & {"textual", "rich", "tinydb", "orjson", "platformdirs"}


def test_a_list_in_a_pipe_does_not_wait_for_tables(opedtui: Program) -> None:
    """Rich's console is for terminals."""
    then = "print('rich.console' in sys.modules)"

    done = opedtui.run(asking("list claims", "check", store=BUNDLED, then=then))

    assert done.lines[-1] == "False"
