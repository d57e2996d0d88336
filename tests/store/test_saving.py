"""Saving a change: durable when it returns, and not saved at all when it does not."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim, Record
from opedtui.model.refs import Kind, Ref
from opedtui.store.contents import Contents
from opedtui.store.errors import StoreError
from opedtui.store.store import Store
from tests.making import a_claim, a_library, a_note, a_store, ref, tables_of


def reworded(text: str, record: Record | None = None) -> Change:
    """The first claim of the small library in other words."""
    claim = record or a_library()[ref("c1")]
    assert isinstance(claim, Claim)
    return Change("reword c1", (Edit(claim, replace(claim, text=text)),))


def journal(path: Path) -> Path:
    return path.with_name("db.json.journal")


def text_of(store: Store, number: int = 1) -> str:
    """What the claim says for a program that starts now."""
    claims = {r.ref: r for r in Store(store.path).load().records if isinstance(r, Claim)}
    return claims[Ref(Kind.CLAIM, number)].text


def test_a_saved_change_is_there_for_who_opens_the_store(tmp_path: Path) -> None:
    """Before anything has been brought into `db.json`."""
    path = a_store(tmp_path)
    before = path.read_bytes()
    change = reworded("The bridge was safe.")

    Store(path).save(change)

    library = a_library().apply(change)
    assert Store(path).load() == Contents(tuple(library.values()))
    assert path.read_bytes() == before


def test_an_entry_says_what_was_done_when_and_by_whom(tmp_path: Path) -> None:
    """As the history will show it."""
    store = Store(a_store(tmp_path), by="rule:quotes")

    entry = store.save(reworded("The bridge was safe."))

    assert (entry.seq, entry.by, entry.label) == (1, "rule:quotes", "reword c1")
    assert entry.time.endswith("+00:00")
    again = Store(store.path)
    again.load()
    assert again.history.entries == (entry,)
    assert again.history.entries[0].change == reworded("The bridge was safe.")


def test_records_come_and_go(tmp_path: Path) -> None:
    """In one change, together."""
    path = a_store(tmp_path)
    note = a_library()[ref("n1")]

    Store(path).save(Change("swap", (Edit(note, None), Edit(None, a_note(3, "c1")))))

    refs = [str(record.ref) for record in Store(path).load().records if record.ref.kind == "n"]
    assert refs == ["n2", "n3"]


def test_one_record_can_be_edited_twice_in_a_change(tmp_path: Path) -> None:
    """What counts is what it was before the first and is after the last."""
    store = Store(a_store(tmp_path))
    first = reworded("Once.").edits[0]
    second = reworded("Twice.", first.after).edits[0]

    store.save(Change("reword c1 twice", (first, second)))

    assert text_of(store) == "Twice."
    assert store.undo().edits == (second.inverse(), first.inverse())
    assert store.history.undoable is None


def test_a_ref_is_never_given_again(tmp_path: Path) -> None:
    """Not even that of a record that was made and taken back, before and after a restart."""
    path = a_store(tmp_path)
    store = Store(path)
    made = store.free_ref(Kind.CLAIM)
    store.save(Change("add", (Edit(None, a_claim(made.number)),)))
    store.undo()
    store.fold()

    assert str(store.free_ref(Kind.CLAIM)) == "c7"
    assert str(Store(path).free_ref(Kind.CLAIM)) == "c7"
    assert store.compact()
    assert str(Store(path).free_ref(Kind.CLAIM)) == "c7"


def test_a_ref_of_a_record_that_cannot_be_read_is_taken(tmp_path: Path) -> None:
    """It is in the file, and stays there."""
    tables = tables_of(a_library().values())
    tables["claims"]["9"] = {"text": "no more than that"}
    store = Store(a_store(tmp_path, tables))

    assert str(store.free_ref(Kind.CLAIM)) == "c10"
    with pytest.raises(StoreError, match="c9"):
        store.save(Change("add", (Edit(None, a_claim(9)),)))
    assert len(store.load().faults) == 1


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_character_is_refused(tmp_path: Path, text: str) -> None:
    """A terminal may send one; no file can hold it."""
    store = Store(a_store(tmp_path))

    with pytest.raises(StoreError, match="the change cannot be written"):
        store.save(reworded(text))

    store.save(reworded("whole"))
    assert text_of(store) == "whole"


def test_the_journal_has_the_permissions_of_the_store(tmp_path: Path) -> None:
    """It holds the same words."""
    path = a_store(tmp_path)
    path.chmod(0o640)

    Store(path).save(reworded("x"))

    assert stat.S_IMODE(journal(path).stat().st_mode) == 0o640


def test_who_comes_by_a_link_finds_the_same_journal(tmp_path: Path) -> None:
    """The lock and the journal lie beside the file that the link leads to."""
    folder = tmp_path / "repository"
    folder.mkdir()
    path = a_store(folder)
    link = tmp_path / "db.json"
    link.symlink_to(path)

    Store(link).save(reworded("by the link"))

    assert text_of(Store(path)) == "by the link"
    assert list(tmp_path.glob("*.journal")) == []
    assert Store(link).fold()
    assert link.is_symlink()


def test_a_read_only_store_is_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody wants it so, even where its folder could be written."""
    path = a_store(tmp_path)
    store = Store(path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(StoreError, match="it is read-only; make it writable; nothing was saved"):
        store.save(reworded("x"))

    assert not journal(path).exists()


def test_a_vanished_folder_is_told(tmp_path: Path) -> None:
    """What was read is still there to be read, and the rest works again when it is back."""
    folder = tmp_path / "disk"
    folder.mkdir()
    store = Store(a_store(folder))
    store.load()
    folder.rename(tmp_path / "gone")

    with pytest.raises(StoreError) as error:
        store.save(reworded("x"))
    assert "\n" not in str(error.value)
    with pytest.raises(StoreError, match="there is no such file"):
        store.news()
    assert store.news() is None

    (tmp_path / "gone").rename(folder)
    store.save(reworded("x"))
    assert text_of(store) == "x"


def test_a_change_costs_one_line(tmp_path: Path) -> None:
    """However much the store holds: what is written is what was changed."""
    store = Store(a_store(tmp_path))
    store.save(reworded("x"))
    before = journal(store.path).read_bytes()

    store.save(Change("add", (Edit(None, a_claim(77)),)))

    after = journal(store.path).read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == before.count(b"\n") + 1
