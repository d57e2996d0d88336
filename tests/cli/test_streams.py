"""The streams may be closed, full, or listened to by nobody."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from opedtui.cli import main
from opedtui.cli.main import run
from opedtui.cli.streams import tell
from tests.cli.program import COMMAND, Program
from tests.making import a_store, an_actor, tables_of

ANSWERS = ["keys", "keys --json", "--help", "--version", "where"]


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_full_disk_is_told_in_a_line(opedtui: Program, answer: str) -> None:
    """An answer that could not be written was not given."""
    done = opedtui.in_shell(f"$opedtui {answer} > /dev/full")

    assert done.status == 2
    assert done.err == (
        "opedtui: the output cannot be written (no space left on device); check its disk\n"
    )


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_closed_output_is_told_in_a_line(opedtui: Program, answer: str) -> None:
    """Nobody can have read the answer."""
    done = opedtui.in_shell(f"$opedtui {answer} >&-")

    assert done.status == 2
    assert done.err.startswith("opedtui: there is no standard output")
    assert done.err.count("\n") == 1


def test_a_pipe_that_is_closed_early_ends_it_quietly(opedtui: Program) -> None:
    """`opedtui keys | head -0` is no mistake."""
    done = opedtui.in_shell("$opedtui keys | true; echo ${PIPESTATUS[0]}")

    assert done.out in ("141\n", "0\n")
    assert done.err == ""


def test_a_pipe_without_reader_is_no_error(opedtui: Program) -> None:
    """It ends as SIGPIPE would have ended it, and says nothing."""
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(
        [*COMMAND, "keys"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=opedtui.environment(),
    )
    os.close(writer)

    _, err = process.communicate(timeout=60)

    assert process.returncode == 141
    assert err == b""


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_a_line_that_nobody_can_hear_changes_nothing(opedtui: Program, stream: str) -> None:
    """The exit status says what there is to say."""
    done = opedtui.in_shell(f"$opedtui show x {stream}")

    assert (done.status, done.out, done.err) == (2, "", "")


def test_ctrl_c_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the status that a shell expects of it."""

    def interrupted(_: object) -> int:
        signal.raise_signal(signal.SIGINT)
        return 0

    monkeypatch.setattr(main, "answer", interrupted)

    assert run(["keys"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_folder_that_was_removed_is_told_in_a_line(opedtui: Program) -> None:
    """Where we are is part of every relative path."""
    done = opedtui.in_shell("mkdir gone; cd gone; rmdir ../gone; $opedtui where x.json")

    assert done.status == 2
    assert done.err.count("\n") == 1
    assert done.err.startswith("opedtui: ")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_old_locale_gets_an_answer(opedtui: Program, tmp_path: Path, encoding: str) -> None:
    """What it has no letters for is spelled out; JSON is UTF-8 everywhere."""
    store = a_store(tmp_path, tables_of([an_actor(1, "“Dačić”"), an_actor(2, "André")]))

    plain = opedtui("show", f"{store}#a1", PYTHONIOENCODING=encoding)
    json = opedtui("list", "actors", "--json", "--store", store, PYTHONIOENCODING=encoding)

    assert plain.lines[1] == "\\u201cDa\\u010di\\u0107\\u201d"
    assert [one["name"] for one in json.json] == ["“Dačić”", "André"]


def test_a_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever it quotes."""
    tell("a\nb\x1b[31m")
    tell("")

    assert capsys.readouterr().err == "opedtui: a␊b␛[31m\n"
