"""The real program, run as a reader runs it: in a pipe, and on a terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import Any, NamedTuple

from tests.making import ROOT

COMMAND = [sys.executable, "-m", "opedtui"]
SGR = re.compile(r"\x1b\[[0-9;]*m")
"""The only escape sequences that the program itself sends, but for those of the app."""
SECONDS = 60
SILENCE = 20
"""Seconds after which a terminal that shows nothing new is given up."""
KNOWS_RUN = "import sys; from opedtui.cli.main import run"


def asking(*questions: str, store: Path, then: str = "") -> list[str]:
    """A command that asks all of this of a store, one after another, in one process."""
    ask = f"for words in {[*map(str.split, questions)]}: run([*words, '--store', {str(store)!r}])"
    return [sys.executable, "-c", f"{KNOWS_RUN}\n{ask}\n{then}"]


class Said(NamedTuple):
    """How a run ended, and what it said."""

    status: int
    out: str
    err: str = ""

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a tab-separated answer."""
        return [line.split("\t") for line in self.lines]

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def plain(self) -> str:
        """What is seen on the terminal, without colours."""
        return SGR.sub("", self.out)


@dataclass(frozen=True)
class Program:
    """`opedtui`, at home in a folder of its own."""

    home: Path

    def environment(self, **variables: str) -> dict[str, str]:
        """Nothing of the machine that runs the tests, but where Python is."""
        folders = {name: str(self.home / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME")}
        base = {"HOME": str(self.home), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT / "tui")}
        return base | folders | {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"} | variables

    def __call__(self, *arguments: str | Path, **variables: str) -> Said:
        """Run it in pipes."""
        return self.run([*COMMAND, *map(str, arguments)], **variables)

    def in_shell(self, line: str, **variables: str) -> Said:
        """Run a line of bash in which $opedtui is the program."""
        return self.run(["bash", "-c", line], opedtui=" ".join(COMMAND), **variables)

    def run(self, command: list[str], **variables: str) -> Said:
        """Run any command in pipes, at the program's home."""
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=self.home,
            env=self.environment(**variables),
            timeout=SECONDS,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def on_terminal(
        self,
        *arguments: str | Path,
        columns: int = 100,
        command: Sequence[str] = COMMAND,
        keys: Callable[[bytes], bytes] = lambda seen: b"",
        variables: Mapping[str, str] | None = None,
    ) -> Said:
        """Run it on a pseudo-terminal; `keys` says what is typed in view of what was seen."""
        with _terminal(columns) as (ours, theirs):
            process = subprocess.Popen(
                [*command, *map(str, arguments)],
                stdin=theirs,
                stdout=theirs,
                stderr=theirs,
                cwd=self.home,
                env=self.environment(**variables or {}),
                start_new_session=True,
            )
            os.close(theirs)
            seen = b""
            for chunk in _chunks(ours):
                seen += chunk
                os.write(ours, keys(seen))
            return Said(_ended(process), seen.decode())


@contextmanager
def _terminal(columns: int) -> Iterator[tuple[int, int]]:
    """Both ends of a terminal that passes on what it is sent, byte for byte."""
    ours, theirs = pty.openpty()
    attributes = termios.tcgetattr(theirs)
    attributes[1] &= ~termios.OPOST
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 36, columns, 0, 0))
    try:
        yield ours, theirs
    finally:
        os.close(ours)


def _chunks(ours: int) -> Iterator[bytes]:
    """What comes out, until the other end is closed or nothing has come for long."""
    while select([ours], [], [], SILENCE)[0]:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk


def _ended(process: subprocess.Popen[bytes]) -> int:
    """The exit status; a program that waits for something that does not come is ended."""
    try:
        return process.wait(SILENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
