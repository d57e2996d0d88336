"""Two programs on one store: neither loses what the other did."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
import tinydb

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Actor
from opedtui.store.errors import Conflict, StoreError
from opedtui.store.lock import locked
from opedtui.store.store import Store
from tests.making import a_store, an_actor, ref
from tests.store.editing import after, texts, told
from tests.store.editors import Did, running_editors


def named(store: Store, number: int, name: str) -> Change:
    """The actor called something else, from what the store holds by now."""
    actor = next(r for r in store.load().records if r.ref == ref(f"a{number}"))
    assert isinstance(actor, Actor)
    return Change(f"call a{number} {name}", (Edit(actor, replace(actor, name=name)),))


def test_each_program_hears_of_the_changes_of_the_other(tmp_path: Path) -> None:
    """As changes, so that nobody has to read everything again."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    one.load()
    change = named(other, 1, "the lord mayor")

    other.save(change)

    assert one.news() == (change,)
    assert one.news() is None
    assert other.news() is None


def test_a_program_does_not_mind_that_the_other_folds(tmp_path: Path) -> None:
    """`db.json` is another file, with what is known already."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    one.load()
    change = named(other, 1, "the lord mayor")
    other.save(change)
    other.fold()

    assert one.news() == (change,)
    assert one.pending == 0
    assert one.fold() is False


def test_changes_of_different_records_do_not_hinder_each_other(tmp_path: Path) -> None:
    """Each program saves without having heard of the other."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    first, second = named(one, 1, "the lord mayor"), named(other, 2, "the builders")

    one.save(first)
    other.save(second)

    assert one.news() == (second,)
    assert other.news() == (first,)
    names = {r.ref: r.name for r in Store(path).load().records if isinstance(r, Actor)}
    assert names[ref("a1")] == "the lord mayor"
    assert names[ref("a2")] == "the builders"


def test_the_second_change_of_a_record_is_refused(tmp_path: Path) -> None:
    """Its reader is told, and shown both; nothing of the change is saved."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    mine, theirs = named(one, 1, "the burgomaster"), named(other, 1, "the lord mayor")
    mine = Change("call them", (Edit(None, an_actor(9, "x")), *mine.edits))
    other.save(theirs)

    with pytest.raises(
        Conflict, match="a1 was changed meanwhile, so “call them” was not"
    ) as refusal:
        one.save(mine)

    assert refusal.value.mine == mine.edits[1]
    assert refusal.value.theirs == theirs.edits[0].after
    assert one.news() == (theirs,)
    assert one.history.entries[-1].label == theirs.label


def test_a_change_of_a_record_that_is_gone_is_refused(tmp_path: Path) -> None:
    """There is only one to show."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    mine = named(one, 1, "the burgomaster")
    other.load()
    other.save(Change("delete the mayor", (Edit(mine.edits[0].before, None),)))

    with pytest.raises(Conflict, match="a1 is no longer there, so") as refusal:
        one.save(mine)

    assert refusal.value.theirs is None


def test_no_two_programs_give_the_same_ref(tmp_path: Path) -> None:
    """The second is refused, and is given another when it asks again."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    mine = an_actor(one.free_ref(ref("a1").kind).number, "mine")
    theirs = an_actor(other.free_ref(ref("a1").kind).number, "theirs")
    other.save(Change("add theirs", (Edit(None, theirs),)))

    with pytest.raises(Conflict):
        one.save(Change("add mine", (Edit(None, mine),)))

    assert one.free_ref(ref("a1").kind).number == theirs.ref.number + 1


def test_undo_takes_back_the_last_change_of_either(tmp_path: Path) -> None:
    """The history is that of the store."""
    path = a_store(tmp_path)
    one, other = Store(path), Store(path)
    first = named(one, 1, "the lord mayor")
    one.save(first)
    second = named(other, 2, "the builders")
    other.save(second)

    assert one.undo() == second.inverse()
    assert other.undo() == first.inverse()


def test_who_cannot_get_the_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than waiting for ever for a program that hangs."""
    path = a_store(tmp_path)
    store = Store(path)
    change = named(store, 1, "the lord mayor")

    monkeypatch.setattr("opedtui.store.lock.PATIENCE", 0.05)
    with locked(store.path), pytest.raises(StoreError, match="another program has been writing"):
        store.save(change)

    assert store.history.entries == ()
    store.save(change)


def test_saving_goes_on_while_the_store_is_folded(tmp_path: Path) -> None:
    """In one program as well: the screen saves while a thread folds."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()

    with folding_without_pause(store):
        for number in range(100):
            store.save(Change("add", (Edit(None, an_actor(100 + number, "x")),)))
    while store.pending:
        store.fold()

    with tinydb.TinyDB(path, access_mode="r") as db:
        assert {actor.doc_id for actor in db.table("actors")} >= set(range(100, 200))


@contextmanager
def folding_without_pause(store: Store) -> Iterator[None]:
    over = threading.Event()

    def fold() -> None:
        while not over.is_set():
            store.fold()

    thread = threading.Thread(target=fold)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_two_programs_hammering_one_store_lose_nothing(swift: Path) -> None:
    """Each edits without pause; a third, which knows only TinyDB, never finds a torn file."""
    path = a_store(swift)
    begun = texts(Store(path).load())
    with running_editors() as one, running_editors() as other, reading(path) as read:
        for editors, seed in ((one, "one"), (other, "other")):
            editors.start("by chance", path, seed, 100, False)
        acknowledged = [said["did"] for said in (*one.said(), *other.said())]

    assert len(acknowledged) > 100
    assert len(read) > 20 and all(read)
    assert not Counter(map(str, acknowledged)) - Counter(map(str, all_done(path)))
    assert texts(Store(path).load()) == reduce(after, all_done(path), begun)


def all_done(path: Path) -> list[Did]:
    """Every edit that the history knows, in its order."""
    store = Store(path)
    store.load()
    return [told(entry.change) for entry in store.history.entries]


@contextmanager
def reading(path: Path) -> Iterator[list[bool]]:
    """Read with plain TinyDB, without pause; whether there was all that has to be."""
    over = threading.Event()
    read: list[bool] = []

    def read_on() -> None:
        while not over.is_set():
            try:
                with tinydb.TinyDB(path, access_mode="r") as db:
                    read.append(len(db.table("actors")) == 4)
            except Exception:
                read.append(False)

    thread = threading.Thread(target=read_on)
    thread.start()
    try:
        yield read
    finally:
        over.set()
        thread.join()
