"""Copies of a store, coming back to one, and mending after a copy was made."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Document
from opedtui.store.backups import backup, restore
from opedtui.store.copies import backups
from opedtui.store.errors import StoreError
from opedtui.store.repair import repair, restate
from opedtui.store.store import Store
from tests.making import a_claim, a_library, a_store, ref, tables_of

NOW = "2026-11-25T09:00:00+00:00"


def add(store: Store, number: int) -> None:
    store.save(Change(f"add c{number}", (Edit(None, a_claim(number)),)))


def test_a_backup_holds_what_was_saved(tmp_path: Path) -> None:
    """What is in the journal only, too; with the permissions of the store."""
    path = a_store(tmp_path)
    path.chmod(0o640)
    add(Store(path), 9)

    copy = backup(path)

    assert copy.name.startswith("db.json.backup-20")
    assert copy.read_bytes() == path.read_bytes()
    assert copy.stat().st_mode == path.stat().st_mode
    assert Store(copy).load() == Store(path).load()


def test_backups_are_listed_and_none_takes_the_place_of_another(tmp_path: Path) -> None:
    """However fast they follow."""
    path = a_store(tmp_path)

    copies = [backup(path) for _ in range(3)]

    assert list(backups(path)) == copies


def test_a_backup_can_be_come_back_to(tmp_path: Path) -> None:
    """What was there is kept as well, and the history goes on."""
    path = a_store(tmp_path)
    store = Store(path)
    copy = backup(path)
    add(store, 9)
    store.fold()
    add(store, 10)

    kept = restore(path, copy)

    assert path.read_bytes() == copy.read_bytes()
    news = store.news()
    assert news == Store(copy).load() == Store(path).load()
    assert kept and "c9" in {str(r.ref) for r in Store(kept).load().records}
    assert len(store.history.entries) == 2
    assert store.history.undoable is None
    add(store, 11)
    assert [str(r.ref) for r in Store(path).load().records if r.ref.number > 8] == ["c11"]


def test_a_ruined_store_can_be_replaced_by_a_backup(tmp_path: Path) -> None:
    """The ruin is kept byte for byte."""
    path = a_store(tmp_path)
    copy = backup(path)
    add(Store(path), 9)
    path.write_bytes(b'{"claims": {"1"')

    kept = restore(path, copy)

    assert kept and kept.read_bytes() == b'{"claims": {"1"'
    assert Store(path).load().records == tuple(a_library().values())


def test_a_removed_store_can_be_replaced_by_a_backup(tmp_path: Path) -> None:
    """There is nothing to be kept of it."""
    path = a_store(tmp_path)
    copy = backup(path)
    path.unlink()

    assert restore(path, copy) is None

    assert Store(path).load().records == tuple(a_library().values())


def test_what_is_no_store_is_not_put_in_its_place(tmp_path: Path) -> None:
    """The store stays as it was."""
    path = a_store(tmp_path)
    before = path.read_bytes()
    other = tmp_path / "other.json"
    other.write_text("[]")

    with pytest.raises(StoreError, match="it holds no tables"):
        restore(path, other)

    assert path.read_bytes() == before


def test_a_repair_is_one_change_after_a_backup(tmp_path: Path) -> None:
    """It can be undone, and what was is kept in a copy besides."""
    document = replace(a_library().documents[0], text_sha256="0" * 64)
    path = a_store(tmp_path, tables_of([document]))
    store = Store(path)
    before = path.read_bytes()

    done = repair(store, restate(store.load().records, NOW))

    assert done and done.copy.read_bytes() == before
    mended = Store(path).load().records[0]
    assert isinstance(mended, Document)
    assert mended.text_sha256 == sha256(document.text.encode()).hexdigest()
    assert mended.modified == NOW
    assert store.undo().label == "repair"
    assert Store(path).load().records == (document,)


def test_a_sound_store_is_not_repaired(tmp_path: Path) -> None:
    """No change, and no copy."""
    path = a_store(tmp_path)
    store = Store(path)

    assert repair(store, restate(store.load().records, NOW)) is None

    assert list(tmp_path.iterdir()) == [path]
    assert a_library()[ref("d1")] in store.load().records
