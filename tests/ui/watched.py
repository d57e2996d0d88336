"""The program on a terminal of which every mode is watched."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from select import select
from threading import Event, Thread
from typing import Any

MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
SEQUENCE = re.compile(rb"\x1b\[[0-?]*[@-~]")
KITTY = re.compile(rb"\x1b\[([<>])\d*u")
QUERY = re.compile(rb"\x1b\[\?(2026|2048)\$p")
AT_FIRST = {7, 25}
"""Lines wrap and the cursor is seen."""
SECONDS = 30


class Watched:
    """A program that runs on a terminal of its own, the session's leader."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], ignores_hangup: bool = False
    ) -> None:
        self.ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 1200, 720))
        self.found = termios.tcgetattr(self.theirs)
        self.seen = b""
        self._answered = 0
        self._listens = Event()
        self._listens.set()

        def take_terminal() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if ignores_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)

        self.process = subprocess.Popen(
            command,
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        self.hang_up()
        with suppress(OSError):
            os.close(self.theirs)

    def hang_up(self) -> None:
        """The terminal goes away."""
        self._listens.set()
        ours, self.ours = self.ours, -1
        self._ear.join()
        if ours >= 0:
            os.close(ours)

    def stall(self) -> None:
        """The terminal takes nothing more."""
        self._listens.clear()

    def listen(self) -> None:
        self._listens.set()

    def type(self, keys: bytes) -> None:
        os.write(self.ours, keys)

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def wait_for(self, holds: Callable[[], Any]) -> None:
        """Until it holds; it is an error if it never does."""
        until = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < until, self.seen[-2000:]
            time.sleep(0.01)

    def ended(self, within: float = SECONDS) -> int:
        """The exit status, once all that was sent has arrived."""
        status = self.process.wait(within)
        while self.ours >= 0 and self._listens.is_set() and select([self.ours], [], [], 0.1)[0]:
            time.sleep(0.01)
        return status

    @property
    def is_stopped(self) -> bool:
        state = Path(f"/proc/{self.process.pid}/stat").read_text()
        return state.rpartition(")")[2].split()[0] == "T"

    @property
    def said(self) -> list[str]:
        """The lines that stand on the terminal after the screen of the app has gone."""
        return SEQUENCE.sub(b"", self.seen.rpartition(b"\x1b[?1049l")[2]).decode().splitlines()

    @property
    def left(self) -> list[str]:
        """What is not as it was found."""
        on = set(AT_FIRST)
        for match in MODE.finditer(self.seen):
            (on.add if match[2] == b"h" else on.discard)(int(match[1]))
        kitty = sum(1 if match[1] == b">" else -1 for match in KITTY.finditer(self.seen))
        left = [f"mode {mode}" for mode in on ^ AT_FIRST]
        left += ["keys"] * (kitty != 0)
        return left + ["line mode"] * (termios.tcgetattr(self.theirs) != self.found)

    def _listen(self) -> None:
        while self.ours >= 0:
            self._listens.wait()
            if select([self.ours], [], [], 0.05)[0] and self._listens.is_set():
                with suppress(OSError):
                    self.seen += os.read(self.ours, 65536)
                    self._answer()

    def _answer(self) -> None:
        """As a terminal of today: it knows held frames, and tells its size in band."""
        for match in QUERY.finditer(self.seen, self._answered):
            self._answered = match.end()
            os.write(self.ours, b"\x1b[?%s;2$y" % match[1])
