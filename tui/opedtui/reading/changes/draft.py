"""A library while it is being changed: what is put, renamed and removed so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from ...model.changes import Change, Edit
from ...model.records import Record
from ...model.refs import Kind, Ref
from ...model.spans import Span
from ..library import Library
from .holders import Holders
from .rewriting import renamed, rewritten


class Draft:
    """Steps towards one change; each sees what those before it did."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records: dict[Ref, Record | None] = {}
        """Those touched, in order; None for one that goes."""
        self._renamed: dict[Ref, list[Ref]] = defaultdict(list)

    def __getitem__(self, ref: Ref) -> Record:
        record = self.get(ref)
        assert record, f"{ref} is there"
        return record

    def get(self, ref: Ref) -> Record | None:
        """The record as it is by now."""
        return self._records[ref] if ref in self._records else self._library.get(ref)

    def put(self, record: Record) -> None:
        """This record from now on."""
        self._records[record.ref] = record

    def holders(self, ref: Ref) -> Iterator[Record]:
        """The records that hold the ref, as they are by now."""
        for record in self._index.of(ref):
            if present := self.get(record.ref):
                yield present
        for old in self._renamed[ref]:
            yield from self.holders(old)

    def rename(self, old: Ref, new: Ref) -> None:
        """Whatever held the one holds the other."""
        for record in list(self.holders(old)):
            self.put(renamed(record, {old: new}))
        self._renamed[new].append(old)

    def remove(self, refs: Iterable[Ref]) -> None:
        """The records, and all that cannot stand without them."""
        waiting = list(refs)
        self._records |= dict.fromkeys(waiting)
        while waiting:
            for record in list(self.holders(waiting.pop())):
                rest = rewritten(record, self._unless_gone)
                self._records[record.ref] = rest
                if rest is None:
                    waiting.append(record.ref)

    @property
    def gone(self) -> tuple[Ref, ...]:
        """Those that go, in the order in which that was found."""
        return tuple(ref for ref, record in self._records.items() if record is None)

    @property
    def rewritten(self) -> tuple[Ref, ...]:
        """Those that stay, and have become others."""
        records = self._records.items()
        return tuple(ref for ref, r in records if r and r != self._library.get(ref))

    def change(self, label: str, now: str) -> Change:
        """All the steps as one; what a reader stands behind names only actors that are known."""
        self._confirm_actors()
        return Change(label, tuple(self._edits(now)))

    def _confirm_actors(self) -> None:
        waiting = [record for record in self._records.values() if record and record.is_known]
        while waiting:
            for _, ref in waiting.pop().references():
                actor = self.get(ref) if ref.kind is Kind.ACTOR else None
                if actor and not actor.is_known:
                    waiting.append(replace(actor, status="confirmed"))
                    self.put(waiting[-1])

    def _edits(self, now: str) -> Iterator[Edit]:
        for ref, after in self._records.items():
            before = self._library.get(ref)
            if after and not before:
                yield Edit(None, replace(after, created=now, modified=now))
            elif after != before:
                yield Edit(before, replace(after, modified=now) if after else None)

    def _unless_gone(self, leaf: Any) -> Any:
        ref = leaf.doc if isinstance(leaf, Span) else leaf
        return None if self._records.get(ref, leaf) is None else leaf

    @cached_property
    def _index(self) -> Holders:
        return Holders(self._library)


def changed(library: Library, *records: Record, label: str, now: str) -> Change:
    """These records, new ones or instead of those of the same address."""
    draft = Draft(library)
    for record in records:
        draft.put(record)
    return draft.change(label, now)
