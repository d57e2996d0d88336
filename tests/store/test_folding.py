"""Bringing `db.json` up to date: a whole new file, in which nothing else is different."""

from __future__ import annotations

import json
import os
import stat
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tinydb

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.model.refs import Kind
from opedtui.store.errors import StoreError
from opedtui.store.store import Store
from tests.making import BUNDLED, a_claim, a_library, a_note, a_store, ref, tables_of


def reword(store: Store, text: str = "other words", number: int = 1) -> None:
    claims = {r.ref: r for r in store.load().records if isinstance(r, Claim)}
    claim = claims[ref(f"c{number}")]
    store.save(Change("reword", (Edit(claim, replace(claim, text=text)),)))


def tables(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def test_a_word_changed_is_a_line_changed(tmp_path: Path) -> None:
    """`git diff` shows what a reader did, and nothing else."""
    path = tmp_path / "db.json"
    path.write_bytes(BUNDLED.read_bytes())
    before = path.read_text("utf-8").splitlines()
    store = Store(path)

    reword(store)
    assert store.fold()

    after = path.read_text("utf-8").splitlines()
    assert len(after) == len(before)
    changed = [line for line, old in zip(after, before, strict=True) if line != old]
    assert changed == ['      "text": "other words",']


def test_plain_tinydb_reads_what_was_saved(tmp_path: Path) -> None:
    """Nothing but TinyDB is needed, and it may write the file too."""
    path = a_store(tmp_path)
    store = Store(path)
    reword(store)
    store.fold()

    with tinydb.TinyDB(path) as db:
        claims = db.table("claims")
        found = claims.get(doc_id=1)
        assert isinstance(found, tinydb.table.Document) and found["text"] == "other words"
        claims.update({"text": "by TinyDB"}, doc_ids=[1])

    assert store.news() == Store(path).load()
    reword(store, "and by us", 2)
    store.fold()
    assert [tables(path)["claims"][n]["text"] for n in "12"] == ["by TinyDB", "and by us"]


def test_what_this_version_does_not_know_is_kept(tmp_path: Path) -> None:
    """Tables, fields, records that cannot be read, and the order of it all."""
    known = tables_of(a_library().values())
    known["claims"]["1"]["x-mood"] = {"angry": [1, 2.5, None, True]}
    known["claims"]["9"] = {"text": "no more than that"}
    known["claims"]["2"]["voice"][0]["x-loud"] = "very"
    given = {"x-shelf": {"7": {"anything": "goes"}}} | known | {"_default": {}}
    path = a_store(tmp_path, given)
    store = Store(path)

    reword(store, number=1)
    reword(store, number=2)
    store.fold()

    given["claims"]["1"]["text"] = given["claims"]["2"]["text"] = "other words"
    assert tables(path) == given
    assert list(tables(path)) == list(given)
    assert list(tables(path)["claims"]) == list(given["claims"])


def test_new_records_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """And a table that was not there, in the order of the tables."""
    given = tables_of(a_library().values())
    del given["notes"]
    path = a_store(tmp_path, given)
    store = Store(path)

    store.save(Change("add", tuple(Edit(None, a_claim(n)) for n in (12, 7, 9))))
    store.save(Change("add", (Edit(None, a_note(1, "c1")),)))
    store.fold()

    assert list(tables(path)["claims"]) == ["1", "2", "3", "4", "5", "7", "9", "12"]
    assert list(tables(path)) == list(tables_of(a_library().values()))


def test_a_fold_with_nothing_to_do_writes_nothing(tmp_path: Path) -> None:
    """Idle costs nothing."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()

    assert store.fold() is False

    assert list(tmp_path.iterdir()) == [path]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A store that was shared stays shared, one that is linked stays linked."""
    folder = tmp_path / "repository"
    folder.mkdir()
    path = a_store(folder)
    path.chmod(0o664)
    link = tmp_path / "db.json"
    link.symlink_to(path)
    store = Store(link)

    reword(store)
    store.fold()

    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert tables(path)["claims"]["1"]["text"] == "other words"


def test_what_dead_programs_left_is_swept_away(tmp_path: Path) -> None:
    """Half a new file, once nobody can be writing it any more; and nothing else."""
    path = a_store(tmp_path)
    old, young = tmp_path / ".db.json.dead1234.new", tmp_path / ".db.json.live1234.new"
    other = tmp_path / ".other.json.dead1234.new"
    for left in (old, young, other):
        left.write_text("{")
    for left in (old, other):
        os.utime(left, (time.time() - 100, time.time() - 100))
    store = Store(path)

    reword(store)
    store.fold()

    assert not old.exists()
    assert young.exists() and other.exists()


def test_an_older_store_is_copied_before_it_is_brought_to_the_present_form(tmp_path: Path) -> None:
    """Who goes back to an older version of the program finds what it left."""
    given = tables_of(a_library().values())
    del given["meta"]
    path = a_store(tmp_path, given)
    before = path.read_bytes()
    store = Store(path)

    reword(store)
    store.fold()

    assert tables(path)["meta"] == {"1": {"schema": 1}}
    assert [copy.read_bytes() for copy in tmp_path.glob("db.json.backup-*")] == [before]


def test_what_is_nested_too_deeply_is_read_and_not_changed(tmp_path: Path) -> None:
    """It could not be written again; so nothing is acknowledged that would never get there."""
    given = tables_of(a_library().values())
    deep: list[Any] = []
    for _ in range(400):
        deep = [deep]
    given["x-deep"] = {"1": {"deep": deep}}
    path = a_store(tmp_path, given)
    store = Store(path)

    with pytest.raises(StoreError, match="it is nested too deeply to be written again"):
        reword(store)

    assert tables(path) == given
    assert str(store.free_ref(Kind.CLAIM)) == "c6"
