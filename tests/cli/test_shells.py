"""The completion scripts in the shells that they are for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from opedtui.cli.table import CHANGING, SHELLS
from tests.cli.program import Program, Said
from tests.making import a_library, a_store, tables_of

READY = "ready> "
EVIL = "$(touch pwned) `touch pwned` %F{red} ; touch pwned \x1b[31m"
INTERACTIVE = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <(opedtui completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "autoload -U compinit; compinit -u -D; source <(opedtui completion zsh)",
    ),
}
"""How each is started without anything of the reader's, and what is put into its file."""


@pytest.fixture
def shelled(opedtui: Program, tmp_path: Path) -> Program:
    """A home in which `opedtui` is a program, and names a store with hostile words."""
    tables = tables_of(a_library().values())
    tables["claims"]["2"]["text"] = tables["actors"]["1"]["name"] = EVIL
    a_store(opedtui.home, tables)
    program = tmp_path / "bin" / "opedtui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m opedtui "$@"\n')
    program.chmod(0o755)
    return opedtui


def variables(program: Program) -> dict[str, str]:
    """Where `opedtui` is found, and how the shell says that it is ready."""
    folder = program.home.parent / "bin"
    return {"PATH": f"{folder}:{program.environment()['PATH']}", "PS1": READY}


def typed(program: Program, shell: str, *steps: tuple[str, str]) -> Said:
    """Type into the shell; each step is what is typed, and what has to be seen before the next."""
    command, line = INTERACTIVE[shell]
    keys = _one_after_another([(f"{line}\r", READY), *steps, ("\x15exit\r", "never seen")])
    return program.on_terminal(
        command=command, keys=keys, variables=variables(program), columns=150
    )


def _one_after_another(steps: list[tuple[str, str]]) -> Callable[[bytes], bytes]:
    """Waits for the shell, as a reader would."""
    awaited, heard = READY, 0

    def keys(seen: bytes) -> bytes:
        nonlocal awaited, heard
        if awaited.encode() not in seen[heard:]:
            return b""
        heard = len(seen)
        send, awaited = steps.pop(0)
        return send.encode()

    return keys


def needed(shell: str) -> None:
    if not which(shell):
        pytest.skip(f"{shell} is not installed")


@pytest.mark.parametrize("shell", INTERACTIVE)
def test_a_tab_completes_in_a_real_shell(shelled: Program, shell: str) -> None:
    """An option's word is completed and the command runs; refs are listed with their words."""
    needed(shell)

    said = typed(
        shelled,
        shell,
        ("opedtui cite --form bib\t", "bibtex"),
        ("c3\r", "@article{"),
        ("opedtui show c\t\t", "c5"),
    )

    assert "@article{writerc3," in said.out
    assert "$(touch pwned) `touch pwned`" in said.out
    assert not list(shelled.home.rglob("pwned"))
    assert "\x1b[31m" not in said.out


def test_fish_completes(shelled: Program) -> None:
    """As fish itself lists what it would offer."""
    needed("fish")
    script = (
        "opedtui completion fish | source; complete -C 'opedtui cite --form bib';"
        " complete -C 'opedtui show c'; complete -C 'opedtui list '"
    )

    done = shelled.run(["fish", "--no-config", "-c", script], **variables(shelled))

    assert done.rows[0] == ["bibtex"]
    assert [row[0] for row in done.rows[1:6]] == ["c1", "c2", "c3", "c4", "c5"]
    assert "claims" in done.lines
    assert not list(shelled.home.rglob("pwned"))
    assert "\x1b" not in done.out


@pytest.mark.parametrize("shell", SHELLS)
def test_where_nothing_is_known_files_are_offered(shelled: Program, shell: str) -> None:
    """For a store, say."""
    needed(shell)
    (shelled.home / "letters.json").touch()
    if shell == "fish":
        script = "opedtui completion fish | source; complete -C 'opedtui check lett'"
        done = shelled.run(["fish", "--no-config", "-c", script], **variables(shelled))
    else:
        done = typed(shelled, shell, ("opedtui check lett\t", "letters.json"))

    assert "letters.json" in done.out


def test_every_command_is_known_to_the_scripts(shelled: Program) -> None:
    """They hold no names of their own: what the program learns they know."""
    for shell in SHELLS:
        script = shelled("completion", shell).out
        assert "__complete" in script
        assert not any(f" {command.name} " in script for command in CHANGING)
