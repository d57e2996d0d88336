"""Opening a store. What lies above sees the protocol, and not which store it is."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from tinydb import TinyDB

from ..model.changes import Change
from ..model.refs import Kind, Ref
from .contents import Contents
from .entry import Entry
from .errors import NothingLeft
from .folding import compact, fold
from .history import History
from .ledger import Ledger
from .storage import StrictStorage

News = tuple[Change, ...] | Contents | None
"""What another program changed, or all there is now, or nothing."""


class Archive(Protocol):
    """A place that records come from: the file here, a shared database one day."""

    @property
    def name(self) -> str:
        """What the reader calls it."""

    @property
    def history(self) -> History:
        """What was changed when."""

    def load(self) -> Contents:
        """Every record, read once."""

    def save(self, change: Change) -> Entry:
        """Make the change durable; Conflict when it does not fit what is there by now."""

    def undo(self) -> Change:
        """Take back the last change that can be; NothingLeft when there is none."""

    def redo(self) -> Change:
        """Do again what was taken back last; NothingLeft when there is none."""

    def go_back_to(self, seq: int) -> Change:
        """Bring back the state right after an entry of the history, as one change."""

    def news(self) -> News:
        """What others changed since the last time; cheap when they did nothing."""

    def free_ref(self, kind: Kind) -> Ref:
        """A ref that no record has or ever had."""

    def fold(self) -> bool:
        """Bring what others read up to date; it may take long, so not on the screen's thread."""

    @property
    def pending(self) -> int:
        """How many changes are durable, and not yet where others read."""

    @property
    def notices(self) -> list[str]:
        """What the reader should be told; whoever tells it empties the list."""


class Store:
    """A `db.json`, and beside it the journal of what was changed.

    One thread may fold while another saves.
    """

    def __init__(self, path: Path, by: str = "reader") -> None:
        self.path = path
        self.db = TinyDB(path, storage=StrictStorage)
        self._ledger = Ledger(path, by)
        self._history = History()
        self._history_of: object = None
        """What it is the history of; it is made anew when that is another."""

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def notices(self) -> list[str]:
        """What the reader should be told; whoever tells it empties the list."""
        return self._ledger.notices

    @property
    def pending(self) -> int:
        """How many changes the journal has and `db.json` lacks."""
        with self._ledger.guard:
            return len(self._ledger.present.pending)

    def load(self) -> Contents:
        """Read everything anew; StoreError when it cannot be read for certain."""
        with self._ledger.guard:
            self._ledger.read()
            return self._ledger.present.contents

    def save(self, change: Change) -> Entry:
        """Make the change durable; what it costs does not depend on the size of the store.

        Conflict when a record is no longer what the change began from; StoreError when it
        cannot be written. Either way nothing of it is saved.
        """
        with self._ledger.writing():
            return self._ledger.add(change)

    def news(self) -> News:
        """What others changed since the last time, here or beneath us; two looks if nothing.

        StoreError, once, when the file has become unreadable; what was read stays.
        """
        with self._ledger.guard:
            self._ledger.follow_calmly()
            return self._ledger.heard()

    def fold(self) -> bool:
        """Bring `db.json` up to date; False when there is nothing to do, or others did it."""
        return fold(self._ledger)

    def compact(self, keep: int = 0) -> bool:
        """Throw away the history but for the last entries; False while others keep saving."""
        return compact(self._ledger, keep)

    def free_ref(self, kind: Kind) -> Ref:
        """A ref that no record has or ever had."""
        with self._ledger.guard:
            return Ref(kind, self._ledger.highest(kind) + 1)

    # History

    @property
    def history(self) -> History:
        """What was changed when, in view of the records as they are now."""
        with self._ledger.guard:
            ledger, entries = self._ledger, tuple(self._ledger.entries)
            known = self._history.entries
            if (ledger.present, ledger.aside) != self._history_of or entries[: len(known)] != known:
                records = MappingProxyType(ledger.present.records)
                self._history = History(entries, records, ledger.aside)
                self._history_of = ledger.present, ledger.aside
            elif len(entries) > len(known):
                self._history = self._history.grown(entries)
            return self._history

    def undo(self) -> Change:
        """Take back the last change that can be, and tell what that changed."""
        with self._ledger.writing():
            entry = self.history.undoable
            if entry is None:
                raise NothingLeft(self.path, "there is nothing to undo", "change something first")
            return self._ledger.add(entry.change.inverse(), undoes=entry.seq).change

    def redo(self) -> Change:
        """Do again what was taken back last, and tell what that changed."""
        with self._ledger.writing():
            entry = self.history.redoable
            if entry is None:
                raise NothingLeft(self.path, "there is nothing to redo", "undo something first")
            return self._ledger.add(entry.change, redoes=entry.seq).change

    def go_back_to(self, seq: int) -> Change:
        """Bring back the state right after an entry; undo takes this back like any change."""
        with self._ledger.writing():
            change = self.history.back_to(seq)
            if not change.edits:
                raise NothingLeft(self.path, "nothing was changed since", "choose an earlier step")
            return self._ledger.add(change).change
