"""Opening a store: TinyDB on a strict reading."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import tinydb

from opedtui.model.refs import Kind
from opedtui.store.contents import Contents
from opedtui.store.errors import StoreError
from opedtui.store.store import Archive, Store
from tests.making import BUNDLED, a_library, a_store, bundled_tables


def test_a_store_gives_back_the_records_put_in(tmp_path: Path) -> None:
    """Every record of every kind, as it was."""
    store = Store(a_store(tmp_path))

    assert store.load() == Contents(tuple(a_library().values()))


def test_a_store_is_an_archive(tmp_path: Path) -> None:
    """What lies above sees a name and the records, and not which store it is."""
    archive: Archive = Store(tmp_path / "db.json")

    assert archive.name == str(tmp_path / "db.json")


@pytest.mark.parametrize("kind", Kind)
def test_plain_tinydb_reads_the_same_records(tmp_path: Path, kind: Kind) -> None:
    """`TinyDB("db.json").table("claims").get(doc_id=12)` is c12: no more than TinyDB is needed."""
    copy = shutil.copy(BUNDLED, tmp_path / "db.json")
    ours = {r.ref.number: r.to_dict() for r in Store(BUNDLED).load().records if r.ref.kind is kind}

    with tinydb.TinyDB(copy, access_mode="r") as plain:
        theirs = {document.doc_id: dict(document) for document in plain.table(kind.table)}

    assert theirs == ours


def test_tinydb_on_our_storage_answers_queries() -> None:
    """The store's own TinyDB is one like any other, for reading."""
    stored = bundled_tables()["actors"]
    number, actor = next(iter(stored.items()))

    found = Store(BUNDLED).db.table("actors").get(tinydb.where("name") == actor["name"])

    assert isinstance(found, tinydb.table.Document)
    assert found.doc_id == int(number)


def test_nothing_is_written_while_reading(tmp_path: Path) -> None:
    """The file keeps its bytes and its time, and nothing appears beside it."""
    path = a_store(tmp_path)
    os.utime(path, (1, 1))
    before = path.read_bytes()

    Store(path).load()

    assert path.read_bytes() == before
    assert path.stat().st_mtime == 1
    assert list(tmp_path.iterdir()) == [path]


def test_every_way_of_writing_is_refused(tmp_path: Path) -> None:
    """TinyDB would overwrite the file in place; this storage leaves that to no one."""
    path = a_store(tmp_path)
    before = path.read_bytes()
    db = Store(path).db

    for write in (
        lambda: db.insert({"x": 1}),
        lambda: db.table("claims").update({"text": "other"}),
        lambda: db.table("claims").remove(doc_ids=[1]),
        lambda: db.table("claims").truncate(),
        lambda: db.drop_table("claims"),
        lambda: db.drop_tables(),
    ):
        with pytest.raises(StoreError, match="nothing was written"):
            write()

    assert path.read_bytes() == before


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    """TinyDB would make an empty one, and the reader would wonder where the records went."""
    store = Store(tmp_path / "db.json")

    with pytest.raises(StoreError, match="there is no such file"):
        store.load()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_set_of_tables_holds_nothing(tmp_path: Path) -> None:
    """It is a store all the same."""
    assert Store(a_store(tmp_path, {})).load() == Contents()
