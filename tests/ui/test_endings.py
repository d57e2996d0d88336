"""However the program ends, the terminal is left as it was found."""

from __future__ import annotations

import json
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from shutil import copy

import pytest
from tinydb import TinyDB

from tests.cli.program import COMMAND, KNOWS_RUN, Program
from tests.making import BUNDLED
from tests.ui.watched import Watched

Start = Callable[..., Watched]

FAULTY = f"""
{KNOWS_RUN}
from opedtui.ui.app import OpedApp
def fail(self):
    secret = "the words of the reader"
    raise ValueError(secret)
OpedApp.action_help = fail
sys.exit(run(sys.argv[1:]))
"""
"""The program, with a fault that `?` brings out."""
BARS = b"Claims"
"""Seen once the screen is drawn."""
TAKEN = b"\x1b[?1049h"
"""Sent when the program takes the terminal."""


def is_drawn_anew(program: Watched, before: int) -> bool:
    """Whether it has taken the terminal once more since so much was seen, and drawn on it."""
    _, taken, drawn = program.seen[before:].rpartition(TAKEN)
    return bool(taken) and BARS in drawn


@pytest.fixture
def opedtui(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(copy(BUNDLED, tmp_path / "db.json"))


@pytest.fixture
def start(opedtui: Program, store: Path) -> Iterator[Start]:
    """The program on that store; it is gone after the test."""
    started: list[Watched] = []

    def watched(command: list[str] = COMMAND, ignores_hangup: bool = False) -> Watched:
        whole = [*command, str(store)]
        started.append(Watched(whole, opedtui.environment(), ignores_hangup))
        return started[-1]

    yield watched
    for one in started:
        one.close()


@pytest.fixture
def reading(start: Start) -> Watched:
    """The program, its screen drawn."""
    program = start()
    program.wait_for(lambda: BARS in program.seen)
    return program


def test_quitting(reading: Watched) -> None:
    """Also what the terminal was told only after it had answered: mouse in pixels, sizes."""
    reading.wait_for(lambda: b"\x1b[?1016h" in reading.seen)

    reading.type(b"q")

    assert reading.ended() == 0
    assert not reading.left


@pytest.mark.parametrize("moment", range(3))
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_at_any_moment(start: Start, number: str, moment: int) -> None:
    """From the first sequence on; the status is the one that a shell would give it."""
    program = start()
    program.wait_for(lambda: program.seen)
    time.sleep(moment * Random(f"{number} {moment}").uniform(0, 0.4))

    program.signal(signal.Signals[number])

    assert program.ended() == 128 + signal.Signals[number]
    assert not program.left


def test_what_was_asked_for_is_kept(reading: Watched, store: Path, tmp_path: Path) -> None:
    """A signal is no reason to leave the file behind the journal, or to lose the place."""
    with TinyDB(store, access_mode="r") as db:
        before = len(db.table("claims"))
    for key in (b"4", b"c", b"c"):
        time.sleep(0.6)
        reading.type(key)
    reading.wait_for(lambda: b"Saved" in reading.seen)

    reading.signal(signal.SIGTERM)

    assert reading.ended() == 128 + signal.SIGTERM
    with TinyDB(store, access_mode="r") as db:
        assert len(db.table("claims")) == before + 1
    (session,) = tmp_path.glob("XDG_STATE_HOME/opedtui/session-*.json")
    assert json.loads(session.read_bytes())["pane"] == "source"


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_what_was_being_typed_is_kept(start: Start, tmp_path: Path, number: str) -> None:
    """In a file of which the next start tells, once."""
    program = start()
    program.wait_for(lambda: BARS in program.seen)
    time.sleep(0.6)
    program.type(b"n")
    program.wait_for(lambda: b"Note" in program.seen)
    program.type(b"half a thought")
    program.wait_for(lambda: b"thought" in program.seen)

    program.signal(signal.Signals[number])

    program.ended()
    again = start()
    again.wait_for(lambda: b"What you were typing" in again.seen)
    (kept,) = tmp_path.glob("XDG_STATE_HOME/opedtui/unsaved-*-*.txt")
    assert kept.read_text("utf-8").splitlines()[-1] == "half a thought"
    again.type(b"q")
    again.ended()
    last = start()
    last.wait_for(lambda: BARS in last.seen)
    assert b"What you were typing" not in last.seen


def test_interrupting_while_it_quits(reading: Watched) -> None:
    """Ctrl+C would have the terminal forget what is still to be sent."""
    reading.type(b"q")
    for _ in range(50):
        reading.type(b"\x03")
        time.sleep(0.005)

    assert reading.ended() in (0, 128 + signal.SIGINT, -signal.SIGINT)
    assert not reading.left


def test_a_signal_before_anything_is_drawn(start: Start) -> None:
    """There is nothing to give back yet."""
    program = start()
    time.sleep(0.05)

    program.signal(signal.SIGTERM)

    assert program.ended() in (-signal.SIGTERM, 128 + signal.SIGTERM)
    assert not program.left


def test_a_signal_while_the_terminal_takes_nothing(reading: Watched) -> None:
    """The program does not wait for it for ever; the rest of the drawing is dropped."""
    reading.stall()
    reading.type(b"T" * 40)
    time.sleep(1)

    reading.signal(signal.SIGTERM)

    assert reading.process.wait(3) == 128 + signal.SIGTERM
    reading.listen()
    assert reading.ended() == 128 + signal.SIGTERM
    assert not reading.left


def test_a_fault_of_the_program(start: Start, tmp_path: Path) -> None:
    """It is told in a line; the report is private, and neither says what was being read."""
    program = start([sys.executable, "-c", FAULTY])
    program.wait_for(lambda: BARS in program.seen)

    program.type(b"?")

    assert program.ended() == 70
    assert not program.left
    report = tmp_path / "XDG_STATE_HOME/opedtui/fault.txt"
    (line,) = program.said
    assert "ValueError" in line
    assert str(report) in line
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "in fail" in report.read_text()
    assert "words of the reader" not in report.read_text() + program.seen.decode()


@pytest.mark.parametrize("moment", range(2))
def test_sleeping_and_waking(start: Start, moment: int) -> None:
    """The shell gets its terminal meanwhile; then all is drawn anew, and at the end given back."""
    program = start()
    program.wait_for(lambda: BARS in program.seen)
    time.sleep(Random(moment).uniform(0, 0.3))

    program.signal(signal.SIGTSTP)

    program.wait_for(lambda: program.is_stopped)
    program.wait_for(lambda: not program.left)
    before = len(program.seen)
    program.signal(signal.SIGCONT)
    program.wait_for(lambda: is_drawn_anew(program, before))
    program.type(b"q")
    assert program.ended() == 0
    assert not program.left


@pytest.mark.parametrize("moment", range(4))
def test_waking_before_it_sleeps(start: Start, moment: int) -> None:
    """The second signal calls off the first, whichever of its threads takes them."""
    program = start()
    program.wait_for(lambda: BARS in program.seen)
    time.sleep(Random(moment).uniform(0, 0.3))
    before = len(program.seen)

    program.signal(signal.SIGTSTP)
    program.signal(signal.SIGCONT)

    program.wait_for(lambda: is_drawn_anew(program, before))
    program.type(b"q")
    assert program.ended() == 0
    assert not program.left


def test_being_stopped_without_a_word(reading: Watched) -> None:
    """SIGSTOP is not told to the program; it comes back all the same."""
    reading.signal(signal.SIGSTOP)
    reading.wait_for(lambda: reading.is_stopped)
    before = len(reading.seen)

    reading.signal(signal.SIGCONT)

    reading.wait_for(lambda: is_drawn_anew(reading, before))
    reading.type(b"q")
    assert reading.ended() == 0
    assert not reading.left


def test_the_key_that_leads_to_the_shell(start: Start, store: Path) -> None:
    """Ctrl+Z, a command or two, `fg`, and the reader is back."""
    shell = start(["bash", "--norc", "--noediting", "-i", "-s"])
    shell.type(b"PS1=; %s %s\n" % (" ".join(COMMAND).encode(), str(store).encode()))
    shell.wait_for(lambda: BARS in shell.seen)

    shell.type(b"\x1a")

    shell.wait_for(lambda: b"Stopped" in shell.seen)
    assert not shell.left
    before = len(shell.seen)
    shell.type(b"echo $((6 * 7)) here\n")
    shell.wait_for(lambda: b"42 here" in shell.seen)
    shell.type(b"bg\n")
    time.sleep(0.5)
    shell.type(b"jobs\n")
    shell.wait_for(lambda: b"Stopped" in shell.seen[before:])
    assert b"\x1b[?1049h" not in shell.seen[before:]
    shell.type(b"fg\n")
    shell.wait_for(lambda: BARS in shell.seen[before:])
    shell.type(b"q")
    shell.wait_for(lambda: not shell.left)
    shell.type(b"exit $?\n")
    assert shell.ended() == 0
    assert not shell.left


def test_there_may_be_no_shell_to_lead_to(reading: Watched) -> None:
    """Then nobody could wake the program again; it stays, and says so."""
    reading.type(b"\x1a")

    reading.wait_for(lambda: b"no shell" in reading.seen)
    assert not reading.is_stopped
    reading.type(b"q")
    assert reading.ended() == 0


def test_being_ended_while_asleep(reading: Watched) -> None:
    """It does not take the terminal again for that."""
    reading.signal(signal.SIGTSTP)
    reading.wait_for(lambda: reading.is_stopped)
    before = len(reading.seen)

    reading.signal(signal.SIGTERM)
    reading.signal(signal.SIGCONT)

    assert reading.ended() == 128 + signal.SIGTERM
    assert not reading.left
    assert b"\x1b[?1049h" not in reading.seen[before:]


@pytest.mark.parametrize("ignores_hangup", [False, True])
def test_a_terminal_that_goes_away(start: Start, ignores_hangup: bool) -> None:
    """The program goes too, even where SIGHUP is ignored, as under nohup."""
    program = start(ignores_hangup=ignores_hangup)
    program.wait_for(lambda: BARS in program.seen)

    program.hang_up()

    assert program.process.wait(3) == 128 + signal.SIGHUP
