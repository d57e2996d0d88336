"""The program itself, killed at any moment while its reader codes claims."""

from __future__ import annotations

import re
import shutil
import signal
import time
from pathlib import Path
from random import Random

import pytest
from tinydb import TinyDB

from opedtui.model.refs import Kind
from opedtui.store.errors import NothingLeft
from opedtui.store.store import Store
from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED
from tests.ui.watched import Watched

SHOWN = re.compile(rb"\bc(\d+)\b")
"""A claim that the screen names; none is named before it is safe."""
KEYS = b"4" + 60 * b"}cc"
"""A claim of the first sentence of each paragraph, as fast as keys can be sent."""


def claims_in(path: Path) -> int:
    """The number of the last claim in the store, as the next start of the program finds it.

    In a copy, so that the next start has the ruin to itself.
    """
    copy = path.parent.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(path.parent, copy)
    contents = Store(copy / path.name).load()
    return max(record.ref.number for record in contents.records if record.ref.kind is Kind.CLAIM)


def last_shown(program: Watched) -> int:
    """The last claim that the screen has named; 0 if none."""
    return max(map(int, SHOWN.findall(program.seen)), default=0)


def killed(chance: Random, there: int, path: Path, opedtui: Program) -> int:
    """Killed somewhere in its first claims; the last one that the screen showed."""
    program = Watched([*COMMAND, str(path)], opedtui.environment())
    try:
        program.wait_for(lambda: program.seen)
        program.type(KEYS)
        few = chance.randrange(4)
        program.wait_for(lambda: last_shown(program) >= there + few)
        time.sleep(chance.uniform(0, 0.1))
        program.signal(signal.SIGKILL)
        program.ended()
        return last_shown(program)
    finally:
        program.close()


def kill(times: int, folder: Path) -> None:
    folder.mkdir()
    path = Path(shutil.copy(BUNDLED, folder / "db.json"))
    opedtui, chance = Program(folder.parent), Random(folder.name)
    there = at_first = claims_in(path)
    for _ in range(times):
        shown = killed(chance, there, path, opedtui)

        with TinyDB(path, access_mode="r") as db:
            assert len(db.table("claims")) >= at_first
        assert claims_in(path) >= max(shown, there)
        there = claims_in(path)
    assert there > at_first
    check_that_all_can_be_taken_back(path)


def check_that_all_can_be_taken_back(path: Path) -> None:
    """Every step of every program that was killed, one after another, to the store as it was."""
    store = Store(path)
    store.load()
    with pytest.raises(NothingLeft):
        while True:
            store.undo()
    store.fold()

    assert path.read_bytes() == BUNDLED.read_bytes()


@pytest.mark.parametrize("run", ["one", "other"])
def test_a_killed_program_loses_nothing_that_its_screen_showed(tmp_path: Path, run: str) -> None:
    """Eighteen kills in two runs, of programs that take over each other's ruins."""
    kill(9, tmp_path / run)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_thousand_killed_programs_lose_nothing(tmp_path: Path) -> None:
    """The same for long."""
    kill(1000, tmp_path / "long")
