"""A store's file and its journal, read together and followed; the one path for every write."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from ..errors import quoted
from ..files import Stamp, stamp
from ..model.changes import Change
from ..model.refs import Kind
from .contents import Contents
from .entry import Entry
from .errors import Conflict, StoreError, told
from .faithful import MENDING
from .file import FileContent, read_content
from .garbage import uncollected
from .journal import Journal
from .lines import Fold, Folded
from .lock import locked
from .present import Present, read_present

SAFE = "nothing was saved; what was saved before is safe"
TRIES = 10


class Ledger:
    """What is known of the two files, for one program. Each use of it holds the guard."""

    def __init__(self, path: Path, by: str) -> None:
        self.path = path
        self.by = by
        # Who comes by a link and who comes by the file itself have one journal and one lock.
        self.file = Path(os.path.realpath(path))
        self.journal = Journal(self.file)
        self.guard = RLock()
        self.notices: list[str] = []
        self._present: Present | None = None
        self._unheard: list[Change] = []
        self._is_replaced = False
        self._told: set[object] = set()
        self._known_folds = 0
        """How many of the files that the journal tells of came before this one."""
        self._is_other = False
        """Whether the journal is not the one that was followed so far."""
        self._is_writing = False

    @property
    def present(self) -> Present:
        """What the store holds, as far as is known."""
        if self._present is None:
            self.read()
        assert self._present
        return self._present

    @property
    def entries(self) -> list[Entry]:
        """Every change that is known, the oldest first."""
        assert self.present
        return self.journal.entries

    @property
    def aside(self) -> frozenset[int]:
        """The entries that are in no file, because they no longer fitted."""
        pending = [entry.seq for entry in self.present.aside]
        return frozenset(pending).union(*(fold.aside for fold in self.journal.folds))

    def highest(self, kind: Kind) -> int:
        """The highest number that a record of the kind has or had."""
        return max(self.present.highest.get(kind, 0), self.journal.highest(kind))

    # Reading

    def read(self) -> None:
        """Read both files anew."""
        self._present = None
        self.journal.forget()
        if not self._settle():
            raise StoreError(self.path, "it does not stop changing", "try again in a moment")
        self._mend_tail()
        self._unheard, self._is_replaced = [], False

    def follow(self) -> bool:
        """Take in what others did; False when they are just too fast."""
        present = self.present
        if not self.journal.has_grown() and stamp(self.file) == present.stamp:
            return True
        return self._settle()

    def follow_calmly(self) -> None:
        """The same, complaining only once of a file that cannot be read."""
        unreadable = ("unreadable", stamp(self.file))
        if unreadable in self._told and not self.journal.has_grown():
            return
        try:
            self.follow()
        except StoreError:
            if self._is_new(unreadable):
                raise

    def heard(self) -> tuple[Change, ...] | Contents | None:
        """What others did since this was last asked."""
        changes, self._unheard = tuple(self._unheard), []
        if self._is_replaced:
            self._is_replaced = False
            return self.present.contents
        return changes or None

    def _settle(self) -> bool:
        return any(self._take_in() for _ in range(TRIES))

    def _take_in(self) -> bool:
        """Read what is new in both files, unless one changes in between.

        The file first: what a fold is about to put in its place stands in the journal before.
        """
        known = self._present and self._present.stamp
        content = None if known and stamp(self.file) == known else read_content(self.file)
        with told(self.path, "its journal cannot be read", f"check {self.journal.path.name}"):
            is_same = self.journal.read_on()
        if stamp(self.file) != (content.stamp if content else known):
            return False
        if not is_same:
            self.journal.forget()
            # One that is only gone held nothing that is not known; another has to be read.
            self._is_other = stamp(self.journal.path) is not None
            return False
        if self._present is None or self._is_other or not self._has_grown_into(content):
            self._rebuild(content or read_content(self.file))
        return True

    def _has_grown_into(self, content: FileContent | None) -> bool:
        """Whether what is there now is what was there, with new entries, perhaps folded."""
        present = self.present
        new = self.journal.entries_after(present.seq)
        base = self._descendant(content.data) if content else present.base
        if base is None or not all(map(present.take, new)):
            return False
        self._unheard += (entry.change for entry in new)
        if content:
            self.be_folded(base, content.stamp)
        return True

    def be_folded(self, base: Fold, stamp: Stamp | None) -> None:
        """The file is this one now, and holds all up to its `seq`."""
        self.present.folded(base, stamp)
        self._known_folds = len(self.journal.folds)

    def _descendant(self, content: bytes) -> Fold | None:
        """The fold that made this file from the one that was there; others were at work too."""
        here = Fold.of_file(self.present.base.seq, content)
        line = {self.present.base.crc}
        found = self.present.base if here.is_as(self.present.base) else None
        for fold in self.journal.folds[self._known_folds :]:
            if fold.made_from in line:
                line.add(fold.crc)
                found = fold if here.is_as(fold) else found
        return found

    def _rebuild(self, content: FileContent) -> None:
        had = self._present
        candidates: Sequence[Fold] = self.journal.candidates
        entries_after = self.journal.entries_after
        if had and self.journal.stamp is None:
            candidates, entries_after = [had.base], had.entries_after
        with uncollected():
            self._present = read_present(self.path, content, candidates, entries_after)
        self._unheard, self._is_replaced, self._is_other = [], True, False
        # A file made after the last that is known to be in place may take its place yet.
        self._known_folds = len(self.journal.folds) - len(self.journal.candidates[1:])
        self._tell_faults()

    def _tell_faults(self) -> None:
        """What was lost or kept aside, once."""
        for entry in self.present.aside:
            if self._is_new(entry.seq):
                what = f"{quoted(entry.label)} no longer fits what was changed from outside"
                self.notices.append(f"{self.path}: {what}; it is kept in the history")
        if self.journal.damaged and self._is_new("damaged"):
            what = f"{_lines(self.journal.damaged)} cannot be read, and what was said there is lost"
            self.notices.append(f"{self.journal.path}: {what}")

    def _is_new(self, thing: object) -> bool:
        is_new = thing not in self._told
        self._told.add(thing)
        return is_new

    # Writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock, knowing all that others did, with a journal to append to."""
        with self.guard:
            if self._is_writing:
                yield
                return
            with locked(self.file):
                self._is_writing = True
                try:
                    self._prepare()
                    yield
                finally:
                    self._is_writing = False

    def add(self, change: Change, **links: int) -> Entry:
        """Append the change; on return it is durable."""
        self._check(change)
        time = datetime.now(UTC).isoformat(timespec="seconds")
        seq = self.present.seq + 1
        entry = Entry.saying(change, seq=seq, time=time, by=self.by, **links)
        with told(self.path, "the change cannot be written", SAFE):
            self.journal.append(entry)
        self.present.take(entry)
        return entry

    def _check(self, change: Change) -> None:
        edit = self.present.clash(change)
        if edit:
            theirs = self.present.records.get(edit.ref)
            raise Conflict(self.path, change.label, edit, theirs)

    def _prepare(self) -> None:
        if not os.access(self.file, os.W_OK) and self.file.exists():
            raise StoreError(self.path, "it is read-only", "make it writable; nothing was saved")
        if not self.follow():
            raise StoreError(self.path, "it does not stop changing", "nothing was saved; try again")
        if not self.present.is_writable:
            raise StoreError(self.path, "it is nested too deeply to be written again", MENDING)
        with told(self.path, "its journal cannot be written", SAFE):
            self._mend_journal()

    def _mend_journal(self) -> None:
        """Under the lock: make it what the next line can be appended to."""
        journal, present = self.journal, self.present
        if journal.stamp is None:
            self.begin(present.base, *present.pending)
        elif journal.is_torn:
            self._cut()
        if any(fold.crc == present.base.crc for fold in journal.candidates[1:]):
            journal.append(Folded(present.base.crc), durably=False)

    def begin(self, base: Fold, *entries: Entry) -> None:
        """Write another journal, which begins from the file as it is."""
        self.journal.begin(base, *entries)
        self.be_folded(base, self.present.stamp)

    def _mend_tail(self) -> None:
        """A line that was never finished is cut off, if the folder can be written."""
        if not self.journal.is_torn:
            return
        try:
            with locked(self.file, patience=1):
                self.follow()
                with told(self.path, "its journal cannot be mended", "it is read all the same"):
                    if self.journal.is_torn:
                        self._cut()
        except StoreError as error:
            self.notices.append(str(error))

    def _cut(self) -> None:
        self.journal.cut()
        what = "its last line was never finished and is cut off"
        self.notices.append(f"{self.journal.path}: {what}; nothing acknowledged is lost")


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
