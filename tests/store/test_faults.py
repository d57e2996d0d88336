"""Every step by which a store is written goes wrong once: nothing acknowledged is lost."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
import tinydb

from opedtui.store.store import Store
from tests.making import a_store
from tests.store.faults import Fault, Steps, faulty, half_writing, refusing
from tests.store.session import Records, Session

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def worked(folder: Path, fault: Fault, at: int, for_good: bool) -> tuple[Session, Steps]:
    """A session in which one step went wrong."""
    folder.mkdir()
    session = Session.on(a_store(folder))
    with faulty(fault, at, for_good) as steps:
        errors = session.work()
    assert all("\n" not in str(error) for error in errors)
    return session, steps


def each_step(
    folder: Path, *faults: Fault, for_good: bool = False, every: int = 1
) -> Iterator[Session]:
    """A session for every step that could go wrong, until none does; the faults take turns."""
    for at in count(step=every):
        fault = faults[at // every % len(faults)]
        session, steps = worked(folder / f"{at}", fault, at, for_good)
        if len(steps.made) <= at:
            break
        yield session
    assert at > 50


def reread(session: Session) -> Records:
    """What a program started afterwards finds, once it is sure that TinyDB reads the file."""
    path = session.store.path
    with tinydb.TinyDB(path, access_mode="r") as db:
        assert db.tables() >= {"claims", "actors"}
    return {record.ref: record for record in Store(path).load().records}


def check(session: Session) -> None:
    """What was acknowledged is there, and what was refused is not; the next edit is saved."""
    assert reread(session) == session.records

    session.reword()

    assert reread(session) == session.records
    assert session.store.fold()
    assert reread(session) == session.records


def test_a_step_that_fails_loses_nothing(swift: Path) -> None:
    """Whichever it is of opening, writing, syncing, renaming and removing."""
    for session in each_step(swift, *map(refusing, ERRORS)):
        check(session)


def test_a_disk_that_fills_up_within_a_line_loses_nothing(swift: Path) -> None:
    """Half a line is taken away again."""
    for session in each_step(swift, half_writing(errno.ENOSPC), every=3):
        check(session)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: errno.errorcode[error])
@pytest.mark.parametrize("fault", [refusing, half_writing])
def test_every_step_fails_in_every_way(
    swift: Path, fault: Callable[[int], Fault], error: int
) -> None:
    """The same, with each of the errors at each of the steps."""
    for session in each_step(swift, fault(error)):
        check(session)


@pytest.mark.parametrize(
    ("fault", "every"),
    [
        (refusing, 5),
        pytest.param(refusing, 1, marks=pytest.mark.slow),
        pytest.param(half_writing, 1, marks=pytest.mark.slow),
    ],
)
def test_a_disk_that_fails_for_good_loses_nothing(
    swift: Path, fault: Callable[[int], Fault], every: int
) -> None:
    """What could not even be taken back is shown when the disk works again."""
    for session in each_step(swift, *map(fault, ERRORS), for_good=True, every=every):
        before = session.records.items()
        session.follow()
        assert len(before - session.records.items()) <= 1
        check(session)


def test_all_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    """A power cut cannot be tried here; so the order of the steps is looked at."""
    session = Session.on(a_store(tmp_path))
    session.reword()
    never = -1

    with faulty(refusing(errno.EIO), never) as saving:
        session.reword()
    with faulty(refusing(errno.EIO), never) as folding:
        session.store.fold()

    assert saving.made[-2:] == ["write", "fsync"]
    made = " ".join(folding.made)
    new_file, line, in_place = "write fchmod fsync", "write fsync", "replace open fsync"
    assert 0 < made.index(new_file) < made.index(line) < made.index(in_place)
