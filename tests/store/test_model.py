"""A store against a plain dictionary: random edits, undos, redos, restarts and outside changes."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim, Note, Record
from opedtui.model.refs import Kind, Ref
from opedtui.reading.library import Library
from opedtui.store.contents import Contents
from opedtui.store.errors import Conflict, NothingLeft
from opedtui.store.store import Store
from tests.making import a_claim, a_note, a_store

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


class Keeping(RuleBasedStateMachine):
    """What the store should hold, kept in a dictionary beside it, and the steps to take back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.path = a_store(self.folder)
        self.store = Store(self.path)
        self.records: dict[Ref, Record] = {r.ref: r for r in self.store.load().records}
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.given: set[Ref] = set(self.records)
        self.versions: list[tuple[bytes, dict[Ref, Record]]] = []
        """What `db.json` was, and said."""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def save(self, *edits: Edit) -> None:
        change = Change(f"edit {len(self.done)}", edits)
        self.store.save(change)
        self.apply(change)
        self.done.append(change)
        self.undone.clear()

    def apply(self, change: Change) -> None:
        before = Library(self.records.values())
        library = before.apply(change)
        assert library.apply(change.inverse()) == before
        self.records = dict(library)

    def pick(self, data: st.DataObject, kind: type[Record]) -> Record:
        found = [record for record in self.records.values() if isinstance(record, kind)]
        return data.draw(st.sampled_from(found))

    def has_claims(self) -> bool:
        return any(isinstance(record, Claim) for record in self.records.values())

    @rule(text=WORDS)
    def add(self, text: str) -> None:
        number = self.store.free_ref(Kind.CLAIM).number
        claim = a_claim(number, text=text)
        assert claim.ref not in self.given
        self.given.add(claim.ref)
        self.save(Edit(None, claim), Edit(None, self.note_on(claim)))

    def note_on(self, record: Record) -> Note:
        note = a_note(self.store.free_ref(Kind.NOTE).number, str(record.ref))
        assert note.ref not in self.given
        self.given.add(note.ref)
        return note

    @precondition(has_claims)
    @rule(data=st.data(), text=WORDS)
    def reword(self, data: st.DataObject, text: str) -> None:
        claim = self.pick(data, Claim)
        assert isinstance(claim, Claim)
        twice = replace(claim, text=text), replace(claim, text=text + "!")
        self.save(Edit(claim, twice[0]), Edit(twice[0], twice[1]))

    @precondition(has_claims)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.save(Edit(self.pick(data, Claim), None))

    @rule()
    def undo(self) -> None:
        change = self.last(self.done, 1)
        undoable = self.store.history.undoable
        assert (undoable and undoable.change) == change
        if not change:
            return self.check_refused(self.store.undo)
        assert self.store.undo() == change.inverse()
        self.apply(change.inverse())
        move(change, self.done, self.undone)

    @rule()
    def redo(self) -> None:
        change = self.last(self.undone, 0)
        redoable = self.store.history.redoable
        assert (redoable and redoable.change) == change
        if not change:
            return self.check_refused(self.store.redo)
        assert self.store.redo() == change
        self.apply(change)
        move(change, self.undone, self.done)

    def last(self, changes: list[Change], end: int) -> Change | None:
        """The last one all of whose records are as they were before it (0) or after it (1)."""
        for change in reversed(changes):
            if all(self.records.get(ref) == both[end] for ref, both in ends(change).items()):
                return change
        return None

    def check_refused(self, move: Any) -> None:
        try:
            move()
        except NothingLeft:
            return
        raise AssertionError("there was nothing to move")

    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        entries = self.store.history.entries
        if not entries:
            return
        seq = data.draw(st.sampled_from([0, *(entry.seq for entry in entries)]))
        try:
            change = self.store.go_back_to(seq)
        except (NothingLeft, Conflict):
            return
        self.apply(change)
        self.done.append(change)
        self.undone.clear()

    @rule()
    def fold(self) -> None:
        self.store.fold()
        assert self.store.pending == 0
        assert self.in_file() == self.records
        self.versions.append((self.path.read_bytes(), self.records))

    @rule()
    def restart(self) -> None:
        self.store = Store(self.path)
        self.store.load()

    @rule()
    def forget(self) -> None:
        self.store.compact()
        self.done.clear()
        self.undone.clear()

    @precondition(has_claims)
    @rule(data=st.data(), text=WORDS, restarts=st.booleans())
    def change_from_outside(self, data: st.DataObject, text: str, restarts: bool) -> None:
        """Somebody edits a claim in `db.json` itself, when all is folded."""
        self.fold()
        claim = self.pick(data, Claim)
        assert isinstance(claim, Claim)
        tables = json.loads(self.path.read_text("utf-8"))
        tables["claims"][str(claim.ref.number)]["text"] = text
        self.path.write_text(json.dumps(tables), "utf-8")
        self.records = self.records | {claim.ref: replace(claim, text=text)}
        self.notice(restarts)

    @rule(data=st.data(), restarts=st.booleans())
    def put_back(self, data: st.DataObject, restarts: bool) -> None:
        """Somebody checks out what `db.json` was before, when all is folded."""
        self.fold()
        content, self.records = data.draw(st.sampled_from(self.versions))
        self.path.write_bytes(content)
        self.notice(restarts)

    def notice(self, restarts: bool) -> None:
        """See that the file is another, or begin anew with it."""
        if restarts:
            return self.restart()
        news = self.store.news()
        if isinstance(news, Contents):
            assert {record.ref: record for record in news.records} == self.records

    @invariant()
    def holds_what_it_should(self) -> None:
        fresh = Store(self.path).load()
        assert {record.ref: record for record in fresh.records} == self.records
        assert not fresh.faults

    def in_file(self) -> dict[Ref, Record]:
        tables = json.loads(self.path.read_text("utf-8"))
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        return {r.ref: r for r in Store(a_store(folder, tables)).load().records}


def ends(change: Change) -> dict[Ref, tuple[Record | None, Record | None]]:
    """Each record before and after the whole of it."""
    first = {edit.ref: edit.before for edit in reversed(change.edits)}
    last = {edit.ref: edit.after for edit in change.edits}
    return {ref: (first[ref], last[ref]) for ref in first}


def move(change: Change, source: list[Change], target: list[Change]) -> None:
    """The last one of the kind."""
    del source[len(source) - 1 - source[::-1].index(change)]
    target.append(change)


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
