"""Undo and redo without limit, across restarts, each step by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.reading.library import Library
from opedtui.store.errors import NothingLeft
from opedtui.store.store import Store
from tests.making import a_library, a_store, ref


def steps(store: Store, *texts: str) -> list[Library]:
    """The first claim reworded again and again; the library before, between and after."""
    libraries = [Library(store.load().records)]
    for text in texts:
        claim = libraries[-1][ref("c1")]
        assert isinstance(claim, Claim)
        change = Change(f"say {text}", (Edit(claim, replace(claim, text=text)),))
        store.save(change)
        libraries.append(libraries[-1].apply(change))
    return libraries


def names(store: Store) -> tuple[str | None, str | None]:
    """What undo and redo would do."""
    undo, redo = store.history.undoable, store.history.redoable
    return undo.label if undo else None, redo.label if redo else None


def test_a_new_store_has_no_history(tmp_path: Path) -> None:
    """And says so when it is asked to go back."""
    store = Store(a_store(tmp_path))

    assert names(store) == (None, None)
    with pytest.raises(NothingLeft, match="there is nothing to undo"):
        store.undo()
    with pytest.raises(NothingLeft, match="there is nothing to redo"):
        store.redo()
    with pytest.raises(NothingLeft, match="nothing was changed since"):
        store.go_back_to(0)


def test_undo_and_redo_name_what_they_do(tmp_path: Path) -> None:
    """“Undo: say a”."""
    store = Store(a_store(tmp_path))
    steps(store, "a", "b")

    assert names(store) == ("say b", None)
    assert store.undo().label == "say b"
    assert names(store) == ("say a", "say b")
    store.undo()
    assert names(store) == (None, "say a")
    assert store.redo().label == "say a"
    assert names(store) == ("say a", "say b")


def test_undo_leads_back_to_the_beginning_and_redo_to_the_end(tmp_path: Path) -> None:
    """Across restarts, with `db.json` up to date or not."""
    path = a_store(tmp_path)
    libraries = steps(Store(path), *"abcdefgh")

    for at in reversed(range(8)):
        store = Store(path)
        store.undo()
        if at % 2:
            store.fold()
        assert Library(Store(path).load().records) == libraries[at]
    for at in range(1, 9):
        Store(path).redo()
        assert Library(Store(path).load().records) == libraries[at]


def test_all_taken_back_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """Byte for byte: nobody need know."""
    path = a_store(tmp_path)
    store = Store(path)
    before = path.read_bytes()
    steps(store, "a", "b")
    store.save(Change("delete", (Edit(a_library()[ref("n1")], None),)))
    store.fold()
    assert path.read_bytes() != before

    for _ in range(3):
        store.undo()
    store.fold()

    assert path.read_bytes() == before


def test_who_undoes_and_then_edits_has_left_the_old_way(tmp_path: Path) -> None:
    """What was taken back stays in the history, and cannot be redone though it would fit."""
    store = Store(a_store(tmp_path))
    steps(store, "a", "b")
    store.undo()
    store.save(Change("delete n1", (Edit(a_library()[ref("n1")], None),)))

    assert names(store) == ("delete n1", None)
    labels = [entry.label for entry in store.history.entries]
    assert labels == ["say a", "say b", "say b", "delete n1"]
    assert [store.history.undone(entry) for entry in store.history.entries][:2] == [False, True]


def test_a_step_that_changed_nothing_is_not_taken_back(tmp_path: Path) -> None:
    """It would look as if undo did nothing."""
    store = Store(a_store(tmp_path))
    steps(store, "a")
    store.save(Change("nothing", ()))

    assert names(store) == ("say a", None)


def test_any_point_can_be_gone_back_to(tmp_path: Path) -> None:
    """In one step, which can be taken back like any other."""
    store = Store(a_store(tmp_path))
    libraries = steps(store, *"abcd")

    change = store.go_back_to(2)

    assert change.label == "go back to “say b”"
    assert libraries[4].apply(change) == libraries[2]
    assert Library(store.load().records) == libraries[2]
    store.undo()
    assert Library(store.load().records) == libraries[4]
    assert libraries[4].apply(store.go_back_to(0)) == libraries[0]


def test_the_way_back_leads_over_what_was_undone(tmp_path: Path) -> None:
    """To a state that no undo reaches any more."""
    store = Store(a_store(tmp_path))
    libraries = steps(store, "a", "b")
    store.undo()
    steps(store, "c")

    store.go_back_to(2)

    assert Library(store.load().records) == libraries[2]


def test_a_thrown_away_history_leaves_the_present(tmp_path: Path) -> None:
    """Compacted, or removed by hand."""
    store = Store(a_store(tmp_path))
    libraries = steps(store, *"abcd")

    assert store.compact(keep=1)

    assert names(store) == ("say d", None)
    assert Library(Store(store.path).load().records) == libraries[4]
    assert store.undo().label == "say d"
    store.fold()
    store.path.with_name("db.json.journal").unlink()
    assert Library(Store(store.path).load().records) == libraries[3]


@pytest.mark.parametrize("long", [200, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.timeout(600)
def test_a_long_history_is_taken_back_step_by_step(swift: Path, long: int) -> None:
    """There is no limit."""
    path = a_store(swift)
    before = path.read_bytes()
    store = Store(path)
    libraries = steps(store, *map(str, range(long)))
    store.fold()

    for _ in range(long):
        store.undo()
    store.fold()

    assert path.read_bytes() == before
    assert Library(Store(path).load().records) == libraries[0]
    assert names(store) == (None, "say 0")
