"""A question is answered without loading what only the app needs."""

from __future__ import annotations

import pytest

from opedtui.cli.parser import COMMANDS
from tests.cli.program import Program, asking
from tests.making import BUNDLED

QUESTIONS = ["show c1", "list claims", "timeline", "relations c1", "check", "keys", "where"]
LOADED = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def test_every_command_is_asked_for_below() -> None:
    """But for the one that opens the app."""
    assert {line.split()[0] for line in QUESTIONS} == {command.name for command in COMMANDS[1:]}


def test_no_command_loads_textual(opedtui: Program) -> None:
    """Neither in a pipe nor on a terminal nor for JSON; only opening the app does."""
    json = [f"{line} --json" for line in QUESTIONS]
    command = asking(*QUESTIONS, *json, "open c999", store=BUNDLED, then=LOADED)

    piped, drawn = opedtui.run(command), opedtui.on_terminal(command=command)

    for done in (piped, drawn):
        loaded = done.lines[-1].split()
        assert "opedtui" in loaded
        assert "textual" not in loaded


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
