"""Starting programs that edit a store, and killing them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.making import ROOT

FOR_EVER = 10**9

Did = dict[str, str | None]
"""The texts that an edit left, by ref; None where it left no record."""


class Editors:
    """One process of `tests.store.editing`, which forks an editor whenever it is asked to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def start(self, way: str, path: Path, *how: object) -> int:
        """Let one edit; its process id."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps([way, str(path), *how]) + "\n")
        self.process.stdin.flush()
        return int(self._said()["pid"])

    def said(self) -> list[dict[str, Any]]:
        """What the editor said until it was over."""
        return list(iter(self._said, {"over": True}))

    def killed_after(self, seconds: float, path: Path, seed: str) -> list[Did]:
        """What one had acknowledged when it was killed."""
        pid = self.start("by chance", path, seed, FOR_EVER)
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        return [said["did"] for said in self.said()]

    def _said(self) -> dict[str, Any]:
        assert self.process.stdout
        said: dict[str, Any] = json.loads(self.process.stdout.readline())
        return said


@contextmanager
def running_editors() -> Iterator[Editors]:
    command = [sys.executable, "-m", "tests.store.editing"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "tui")}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            yield Editors(process)
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait(20)
