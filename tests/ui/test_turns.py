"""Keys typed ahead, sent in one piece as a terminal sends them when the program is busy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED
from tests.ui.watched import Watched


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copy(BUNDLED, tmp_path / "db.json"))


@pytest.fixture
def program(tmp_path: Path, store: Path) -> Iterator[Watched]:
    """The app on that store, its screen drawn."""
    watched = Watched([*COMMAND, str(store)], Program(tmp_path).environment())
    watched.wait_for(lambda: b"claim 1 of" in watched.seen)
    yield watched
    watched.close()


def last(store: Path, table: str) -> Any:
    """The record that was made last."""
    with TinyDB(store, access_mode="r") as db:
        return db.table(table).all()[-1]


def count(store: Path, table: str) -> int:
    with TinyDB(store, access_mode="r") as db:
        return len(db.table(table))


def test_a_key_acts_in_the_pane_that_the_one_before_it_led_to(
    program: Watched, store: Path
) -> None:
    """To the text, on by a paragraph, its first sentence is a claim; and out."""
    program.type(b"4}ccq")

    assert program.ended() == 0
    assert count(store, "claims") == 46
    assert last(store, "claims")["spans"][0]["exact"].startswith("On February 27-28")


def test_what_is_typed_after_the_key_of_a_dialog_is_written_in_it(
    program: Watched, store: Path
) -> None:
    """A note, saved, and then taken back and done again."""
    program.type(b"ntyped ahead\x13uUq")

    assert program.ended() == 0
    assert last(store, "notes")["body"] == "typed ahead"


def test_a_key_that_is_held_is_not_lost(program: Watched) -> None:
    """Forty times down."""
    program.type(b"j" * 40)

    program.wait_for(lambda: b"claim 41 of" in program.seen)
