"""Somebody at work on a store: each thing that can be done to it, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim, Record
from opedtui.model.refs import Kind, Ref
from opedtui.store.contents import Contents
from opedtui.store.errors import StoreError
from opedtui.store.store import Store
from tests.making import a_claim, a_note, ref

Records = dict[Ref, Record]


@dataclass
class Session:
    """A store, and what it has acknowledged so far."""

    store: Store
    records: Records
    tell: Callable[[Change], object] = lambda change: None
    """Who is told what was acknowledged."""
    edits: int = 0

    @classmethod
    def on(cls, path: Path, tell: Callable[[Change], object] = lambda change: None) -> Session:
        store = Store(path)
        return cls(store, {record.ref: record for record in store.load().records}, tell)

    def steps(self) -> Iterator[Callable[[], object]]:
        """One after another; each may fail, and the next is tried all the same."""
        yield self.reword
        yield self.store.fold
        yield self.add
        yield self.reword
        yield self.undo
        yield self.redo
        yield self.store.fold
        yield self.remove
        yield lambda: self.store.compact(keep=2)
        yield self.reword
        yield self.follow

    def work(self) -> list[StoreError]:
        """Do it all; what went wrong."""
        errors: list[StoreError] = []
        for step in self.steps():
            try:
                step()
            except StoreError as error:
                errors.append(error)
        return errors

    def follow(self) -> None:
        """Take in what came from elsewhere, or was written after all."""
        news = self.store.news()
        if isinstance(news, Contents):
            self.records = {record.ref: record for record in news.records}
        for change in news if isinstance(news, tuple) else ():
            self._take(change)

    def reword(self) -> None:
        self.edits += 1
        claim = self.records[ref("c1")]
        assert isinstance(claim, Claim)
        self._save(Edit(claim, replace(claim, text=f"Edit {self.edits}: " + "very " * self.edits)))

    def add(self) -> None:
        self._save(Edit(None, a_claim(self.store.free_ref(Kind.CLAIM).number)))

    def remove(self) -> None:
        """The note, or bring it back."""
        note = self.records.get(ref("n1"))
        self._save(Edit(note, None if note else a_note(1, "c1")))

    def undo(self) -> None:
        self._acknowledge(self.store.undo())

    def redo(self) -> None:
        self._acknowledge(self.store.redo())

    def _save(self, edit: Edit) -> None:
        change = Change(f"work {self.edits}", (edit,))
        self.store.save(change)
        self._acknowledge(change)

    def _acknowledge(self, change: Change) -> None:
        self._take(change)
        self.tell(change)

    def _take(self, change: Change) -> None:
        for edit in change.edits:
            self.records.pop(edit.ref, None)
            self.records |= {edit.ref: edit.after} if edit.after else {}
