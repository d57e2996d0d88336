"""The file beside the store to which every change is appended before it is shown."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path

from ..files import Stamp, replace_by, stamp, sync_folder, write_all, written_beside
from ..model.refs import Kind
from .entry import Entry
from .lines import Fold, Folded, Line, is_entry, is_fold, is_folded, said, sealed, unsealed

NOTHING = b""


class Journal:
    """What has been read of the file; several programs append to it.

    Whoever appends, cuts or begins it holds the lock. Reading needs none: a line that somebody
    is just writing is not whole yet, and is left for the next time.
    """

    def __init__(self, store: Path) -> None:
        self.store = store
        self.path = store.with_name(f"{store.name}.journal")
        self.forget()

    def forget(self) -> None:
        """Begin from nothing."""
        self.stamp: Stamp | None = None
        """What the file was known by when it was last read; None when there was none."""
        self.end = 0
        """Where the next line belongs, in bytes."""
        self.damaged = 0
        """Lines in the middle that say something else than what was written."""
        self.folds: list[Fold] = []
        """What was said of `db.json`."""
        self.candidates: list[Fold] = []
        """What `db.json` may be: the last file known to be in place, or one made after it."""
        self._last = NOTHING
        self._unread: list[bytes] = []
        self._entries: list[Entry] = []
        self._highest: dict[Kind, int] = {}

    # Reading

    def has_grown(self) -> bool:
        """Whether the file is another than when it was last read; one look."""
        return stamp(self.path) != self.stamp

    def read_on(self) -> bool:
        """Take in what was appended; False when the file is no longer the one read so far."""
        try:
            handle = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            return self.stamp is None
        try:
            state = Stamp.of(os.fstat(handle))
            if self.stamp and state.inode != self.stamp.inode:
                return False
            begin = self.end - len(self._last)
            content = os.pread(handle, max(state.size - begin, 0), begin)
        finally:
            os.close(handle)
        if not content.startswith(self._last):
            return False
        self._take(content[len(self._last) :])
        self.stamp = state
        return True

    def _take(self, content: bytes) -> None:
        lines = [line + b"\n" for line in content.split(b"\n")[:-1]]
        # A bad line at the very end was being written when its program was ended.
        while lines and unsealed(lines[-1]) is None:
            lines.pop()
        for line in lines:
            self._take_line(unsealed(line))
            self.end += len(line)
            self._last = line

    def _take_line(self, payload: bytes | None) -> None:
        if payload is None:
            self.damaged += 1
        elif is_entry(payload):
            self._unread.append(payload)
        elif is_fold(payload):
            self.folds.append(Fold.of(said(payload)))
            self.candidates.append(self.folds[-1])
        elif is_folded(payload):
            self._confirm(Folded.of(said(payload)))
        else:
            self.damaged += 1

    def _confirm(self, folded: Folded) -> None:
        known = [fold for fold in self.candidates if fold.crc == folded.crc]
        self.candidates = known[-1:] or self.candidates

    @property
    def is_torn(self) -> bool:
        """Whether something stands behind the last whole line."""
        return self.stamp is not None and self.stamp.size > self.end

    @property
    def entries(self) -> list[Entry]:
        """Every change, the oldest first."""
        self._decode()
        return self._entries

    def highest(self, kind: Kind) -> int:
        """The highest number of the kind that a change or a history thrown away speaks of."""
        self._decode()
        dropped = max((fold.highest.get(kind, 0) for fold in self.folds), default=0)
        return max(dropped, self._highest.get(kind, 0))

    def _decode(self) -> None:
        new = [_entry(payload) for payload in self._unread]
        self._unread.clear()
        self._entries += new
        for ref in chain.from_iterable(entry.refs for entry in new):
            self._highest[ref.kind] = max(ref.number, self._highest.get(ref.kind, 0))

    @property
    def last_seq(self) -> int:
        """The number of the latest change, here or thrown away."""
        unread = map(_entry, self._unread[-1:])
        numbers = [entry.seq for entry in (*self._entries[-1:], *unread)]
        return max((*numbers, *(fold.seq for fold in self.folds)), default=0)

    def entries_after(self, seq: int) -> tuple[Entry, ...]:
        """Without reading the older ones."""
        found: list[Entry] = []
        for entry in chain(map(_entry, reversed(self._unread)), reversed(self._entries)):
            if entry.seq <= seq:
                break
            found.append(entry)
        return tuple(reversed(found))

    # Writing

    def append(self, *lines: Line, durably: bool = True) -> None:
        """Add the lines; OSError leaves the journal as it was, if the disk allows that."""
        content = b"".join(sealed(line.data) for line in lines)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW)
        try:
            try:
                write_all(handle, content)
                if durably:
                    os.fsync(handle)
            except BaseException:
                os.ftruncate(handle, self.end)
                raise
            self._take(content)
            self.stamp = Stamp.of(os.fstat(handle))
        finally:
            os.close(handle)

    def cut(self) -> None:
        """Take away what stands behind the last whole line."""
        handle = os.open(self.path, os.O_WRONLY | os.O_NOFOLLOW)
        try:
            os.ftruncate(handle, self.end)
            os.fsync(handle)
            self.stamp = Stamp.of(os.fstat(handle))
        finally:
            os.close(handle)

    def begin(self, *lines: Line) -> None:
        """Write a journal of these lines in the place of the one that is there, if any."""
        content = b"".join(sealed(line.data) for line in lines)
        replace_by(self.path, written_beside(self.path, content, like=self.store))
        self.forget()
        self._take(content)
        self.stamp = stamp(self.path)

    def remove(self) -> None:
        """Throw the history away."""
        self.path.unlink(missing_ok=True)
        sync_folder(self.path.parent)
        self.forget()


def _entry(payload: bytes) -> Entry:
    return Entry.of(said(payload))
