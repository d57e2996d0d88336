"""The reader's own editor, on a real terminal."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from shutil import copy

import pytest
from tinydb import TinyDB

from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED
from tests.ui.watched import Watched

EDITOR = """
import sys
from pathlib import Path
print("EDITOR HERE", flush=True)
typed = input()
path = Path(sys.argv[-1])
if typed == "fail":
    sys.exit(3)
path.write_text("EDITED " + path.read_text("utf-8"), "utf-8")
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(copy(BUNDLED, tmp_path / "db.json"))


def text_of(store: Path) -> str:
    with TinyDB(store) as db:
        return str(db.table("documents").all()[0]["text"])


def watched(tmp_path: Path, store: Path) -> Watched:
    """The program, with an editor that waits for a line."""
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, "utf-8")
    environment = Program(tmp_path).environment(EDITOR=f"{sys.executable} '{script}'")
    program = Watched([*COMMAND, str(store)], environment)
    program.wait_for(lambda: b"Claims" in program.seen)
    return program


def test_the_terminal_is_lent_to_the_editor_and_comes_back(tmp_path: Path, store: Path) -> None:
    """In line mode, so that it can be typed in; what it left replaces the text."""
    before = text_of(store)
    program = watched(tmp_path, store)
    try:
        program.type(b"R")
        program.wait_for(lambda: b"Replace the text" in program.seen)
        program.type(b"\x05")
        program.wait_for(lambda: b"EDITOR HERE" in program.seen)
        assert not program.left
        program.type(b"go on\n")
        program.wait_for(lambda: b"what you edited" in program.seen)
        program.type(b"\r")
        program.wait_for(lambda: b"takes it back" in program.seen)
        program.type(b"q")

        assert program.ended() == 0
        assert not program.left
    finally:
        program.close()

    assert text_of(store) == f"EDITED {before}"


def test_an_editor_that_fails_or_is_interrupted_changes_nothing(
    tmp_path: Path, store: Path
) -> None:
    """Ctrl+C ends the editor, not the app."""
    before = store.read_bytes()
    program = watched(tmp_path, store)
    try:
        program.type(b"R")
        program.wait_for(lambda: b"Replace the text" in program.seen)
        program.type(b"\x05")
        program.wait_for(lambda: b"EDITOR HERE" in program.seen)
        program.type(b"fail\n")
        program.wait_for(lambda: b"ended with status 3" in program.seen)
        seen = len(program.seen)
        program.type(b"\x05")
        program.wait_for(lambda: b"EDITOR HERE" in program.seen[seen:])
        program.type(b"\x03")
        program.wait_for(lambda: b"ended with status" in program.seen[seen:])
        program.type(b"\x1b")
        time.sleep(0.5)
        program.type(b"q")

        assert program.ended() == 0
    finally:
        program.close()

    assert store.read_bytes() == before
