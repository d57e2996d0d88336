"""An editing program killed at any moment: what it acknowledged is there afterwards."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from random import Random

import pytest
import tinydb

from opedtui.store.store import Store
from tests.making import a_store
from tests.store.editing import Records, after, texts, told
from tests.store.editors import Did, running_editors


def found(path: Path, copy: Path) -> tuple[Records, Did]:
    """What a fresh program finds in a copy of the folder, and what was changed last.

    In a copy, so that the next program has the ruin to itself.
    """
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(path.parent, copy)
    store = Store(copy / path.name)
    records = texts(store.load())
    entries = store.history.entries
    return records, told(entries[-1].change) if entries else {}


def read_by_tinydb(path: Path) -> int:
    """How many claims TinyDB finds, given nothing but the file."""
    with tinydb.TinyDB(path, access_mode="r") as db:
        return len(db.table("claims").all())


def check_one_kill(path: Path, records: Records, dids: list[Did]) -> Records:
    """What is there after an editor ended: all that it acknowledged, and one edit more at most."""
    for did in dids:
        records = after(records, did)

    here, last = found(path, path.parent.with_name("copy"))

    assert here in (records, after(records, last))
    assert read_by_tinydb(path) > 0
    return here


def kill(times: int, folder: Path) -> None:
    folder.mkdir()
    path = a_store(folder)
    records = texts(Store(path).load())
    with running_editors() as editors:
        for number in range(times):
            seconds = Random(number).random() * 0.06
            dids = editors.killed_after(seconds, path, f"kill {number}")
            records = check_one_kill(path, records, dids)


def test_a_killed_editor_loses_nothing(swift: Path) -> None:
    """Fifty kills, one after another, of programs that take over each other's ruins."""
    kill(50, swift / "store")


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_thousand_killed_editors_lose_nothing(swift: Path) -> None:
    """The same for long."""
    kill(1000, swift / "store")


@pytest.mark.parametrize(
    ("death", "every"),
    [
        ("after", 4),
        ("within", 5),
        pytest.param("after", 1, marks=pytest.mark.slow),
        pytest.param("within", 1, marks=pytest.mark.slow),
        pytest.param("before", 1, marks=pytest.mark.slow),
    ],
)
def test_an_editor_that_dies_at_a_step_loses_nothing(swift: Path, death: str, every: int) -> None:
    """Each step of the write path is once the last thing that happens, or half happens."""
    folder = swift / "store"
    folder.mkdir()
    path = a_store(folder)
    records = texts(Store(path).load())
    with running_editors() as editors:
        for at in count(step=every):
            editors.start("and die", path, death, at)
            said = editors.said()
            dids = [words["did"] for words in said if "did" in words]
            records = check_one_kill(path, records, dids)
            if "steps" in (said or [{}])[-1]:
                break

    assert at > 50
