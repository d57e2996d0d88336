"""`db.json` changed from outside: seen, read anew, and never written over."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Actor, Claim, Record
from opedtui.reading.library import Library
from opedtui.store.contents import Contents
from opedtui.store.errors import Conflict, StoreError
from opedtui.store.store import Store
from tests.making import a_library, a_store, ref


def edit_file(path: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """As an editor does: a new file in the place of the old one."""
    tables = json.loads(path.read_text("utf-8"))
    edit(tables)
    new = path.with_name("edited")
    new.write_text(json.dumps(tables, ensure_ascii=False, indent=2) + "\n", "utf-8")
    new.replace(path)


def say(text: str, number: int = 1) -> Callable[[dict[str, Any]], object]:
    return lambda tables: tables["claims"][str(number)].update(text=text)


def saying(text: str, record: Record | None = None) -> Change:
    claim = record or a_library()[ref("c1")]
    assert isinstance(claim, Claim)
    return Change(f"say {text}", (Edit(claim, replace(claim, text=text)),))


def texts(records: tuple[Record, ...]) -> list[str]:
    return [record.text for record in records if isinstance(record, Claim)]


def test_a_change_from_outside_is_news(tmp_path: Path) -> None:
    """Everything is read anew, once."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()

    edit_file(path, say("from outside"))

    news = store.news()
    assert isinstance(news, Contents)
    assert texts(news.records)[0] == "from outside"
    assert store.news() is None


@pytest.mark.parametrize("moment", [0, 1_000_000_000, 4_000_000_000])
def test_a_file_of_the_same_size_and_time_is_seen(tmp_path: Path, moment: int) -> None:
    """Times can be set at will, and a word replaced by one that is as long."""
    path = a_store(tmp_path)
    os.utime(path, (moment, moment))
    store = Store(path)
    before = texts(store.load().records)[0]

    edit_file(path, say(before.upper()))
    os.utime(path, (moment, moment))

    news = store.news()
    assert isinstance(news, Contents)
    assert texts(news.records)[0] == before.upper()


def test_a_file_that_was_only_touched_is_no_news(tmp_path: Path) -> None:
    """It says the same."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()

    path.write_bytes(path.read_bytes())

    assert store.news() is None
    assert store.news() is None


def test_a_save_takes_in_what_was_changed_from_outside(tmp_path: Path) -> None:
    """Both are there afterwards, in the file too."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()
    edit_file(path, say("from outside", 2))

    store.save(saying("from within"))
    assert isinstance(store.news(), Contents)
    store.fold()

    assert texts(Store(path).load().records)[:2] == ["from within", "from outside"]
    tables = json.loads(path.read_text("utf-8"))
    assert tables["claims"]["1"]["text"] == "from within"
    assert tables["claims"]["2"]["text"] == "from outside"


def test_a_save_over_a_change_from_outside_is_refused(tmp_path: Path) -> None:
    """Its reader sees both."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()
    edit_file(path, say("from outside"))

    with pytest.raises(Conflict) as refusal:
        store.save(saying("from within"))

    assert isinstance(refusal.value.theirs, Claim)
    assert refusal.value.theirs.text == "from outside"


def test_pending_changes_are_brought_into_the_new_file(tmp_path: Path) -> None:
    """Where they still fit; the one that does not is kept aside and named."""
    path = a_store(tmp_path)
    store = Store(path)
    store.save(saying("from within"))
    actor = a_library()[ref("a1")]
    assert isinstance(actor, Actor)
    store.save(Change("call a1 M", (Edit(actor, replace(actor, name="M")),)))

    edit_file(path, say("from outside"))

    news = store.news()
    assert isinstance(news, Contents)
    library = Library(news.records)
    assert texts(news.records)[0] == "from outside"
    assert library[ref("a1")] == replace(actor, name="M")
    assert len(store.notices) == 1
    assert "“say from within” no longer fits" in store.notices[0]
    store.fold()
    assert store.history.aside == {1}
    again = Store(path)
    assert again.load() == news
    assert again.notices == []
    assert again.history.aside == {1}


def test_an_older_file_put_back_is_not_brought_up_to_date(tmp_path: Path) -> None:
    """Who checks an old version out wants that one, though the journal knows it too."""
    path = a_store(tmp_path)
    old = path.read_bytes()
    store = Store(path)
    store.save(saying("new"))
    store.fold()
    other = path.read_bytes()
    store.save(saying("newer", saying("new").edits[0].after))
    store.fold()

    for version in (old, other):
        path.write_bytes(version)
        assert store.news() == Store(path).load()
        assert store.fold() is False
        assert path.read_bytes() == version


def test_undo_goes_on_with_what_still_fits(tmp_path: Path) -> None:
    """A step whose record was changed from outside is passed over."""
    path = a_store(tmp_path)
    store = Store(path)
    actor = a_library()[ref("a1")]
    assert isinstance(actor, Actor)
    store.save(Change("call a1 M", (Edit(actor, replace(actor, name="M")),)))
    store.save(saying("from within"))
    store.fold()
    edit_file(path, say("from outside"))

    for opened in (store, Store(path)):
        opened.news()
        undoable = opened.history.undoable
        assert undoable and undoable.label == "call a1 M"
    assert store.undo().label == "call a1 M"
    assert store.history.undoable is None


@pytest.mark.parametrize(
    "ruin", [b"", b"{", b"[]", b'{"claims": []}', b'{"claims": {"1": 1, "1": 2}}']
)
def test_a_ruined_file_is_an_alarm_and_no_new_truth(tmp_path: Path, ruin: bytes) -> None:
    """It is told once, nothing is written over it, and all goes on when it is mended."""
    path = a_store(tmp_path)
    whole = path.read_bytes()
    store = Store(path)
    store.save(saying("from within"))
    path.write_bytes(ruin)

    with pytest.raises(StoreError):
        store.news()
    assert store.news() is None
    with pytest.raises(StoreError):
        store.save(saying("x", saying("from within").edits[0].after))
    with pytest.raises(StoreError):
        store.fold()
    assert path.read_bytes() == ruin

    path.write_bytes(whole)
    store.news()
    assert store.fold()
    assert texts(Store(path).load().records)[0] == "from within"


def test_a_removed_file_is_an_alarm(tmp_path: Path) -> None:
    """And is not made anew out of what little the journal has."""
    path = a_store(tmp_path)
    store = Store(path)
    store.save(saying("from within"))
    path.unlink()

    with pytest.raises(StoreError, match="there is no such file"):
        store.news()
    with pytest.raises(StoreError):
        store.fold()
    with pytest.raises(StoreError):
        store.save(saying("x", saying("from within").edits[0].after))

    assert not path.exists()
