"""What a store holds now: its file, and what the journal has beyond it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..files import Stamp
from ..model.changes import Change, Edit
from ..model.records import Record
from ..model.refs import Kind, Ref
from .contents import Contents, Fault
from .entry import EITHER, Entry
from .file import FileContent, bytes_of, tables_of
from .lines import Fold
from .migrations import migrate


@dataclass(eq=False)
class Present:
    """The records, in the order of the file with new ones last. It grows with every change."""

    base: Fold
    """What `db.json` is; entries after its `seq` are in the journal only."""
    stamp: Stamp | None
    """What `db.json` was known by when that was found out."""
    records: dict[Ref, Record] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    is_writable: bool = True
    """Whether the tables can be written again as they were read."""
    pending: list[Entry] = field(default_factory=list)
    """Those that are in the journal only."""
    aside: list[Entry] = field(default_factory=list)
    """Those of them that no longer fit."""

    highest: dict[Kind, int] = field(default_factory=dict)
    """The highest number of each kind, among records that are gone by now too."""

    def __post_init__(self) -> None:
        for ref in (*self.records, *(fault.ref for fault in self.faults)):
            self.highest[ref.kind] = max(ref.number, self.highest.get(ref.kind, 0))

    @property
    def contents(self) -> Contents:
        return Contents(tuple(self.records.values()), self.faults)

    @property
    def seq(self) -> int:
        return self.pending[-1].seq if self.pending else self.base.seq

    def entries_after(self, seq: int) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.pending if entry.seq > seq)

    def take(self, entry: Entry) -> bool:
        """Bring an entry in; one that does not fit is kept aside."""
        self.pending.append(entry)
        if not entry.fits(self.records, EITHER):
            self.aside.append(entry)
            return False
        for ref, (_, after) in entry.ends.items():
            self.highest[ref.kind] = max(ref.number, self.highest.get(ref.kind, 0))
            if after is None:
                self.records.pop(ref, None)
            else:
                self.records[ref] = after
        return True

    def clash(self, change: Change) -> Edit | None:
        """The first edit that begins from something else than what is here."""
        seen: dict[Ref, Record | None] = {}
        for edit in change.edits:
            here = seen.get(edit.ref) if edit.ref in seen else self.records.get(edit.ref)
            if here != edit.before or self._is_faulty(edit.ref):
                return edit
            seen[edit.ref] = edit.after
        return None

    def _is_faulty(self, ref: Ref) -> bool:
        return any(fault.ref == ref for fault in self.faults)

    def folded(self, base: Fold, stamp: Stamp | None) -> None:
        """The file now holds all up to `base.seq`."""
        self.base, self.stamp = base, stamp
        self.pending = [entry for entry in self.pending if entry.seq > base.seq]
        self.aside = [entry for entry in self.aside if entry.seq > base.seq]


def read_present(
    path: Path,
    content: FileContent,
    candidates: Sequence[Fold],
    entries_after: Callable[[int], Sequence[Entry]],
) -> Present:
    """The file as it was read, and the entries that it lacks.

    A file that is none of the candidates was changed from outside. Where two might have been
    there before, it is the one of which more still fits.
    """
    here = Fold.of_file(0, content.data)
    known = [fold for fold in candidates if fold.is_as(here)]
    tables = migrate(path, tables_of(path, content.data))
    contents, is_writable = Contents.of(tables), bytes_of(tables) is not None

    def after(fold: Fold) -> Present:
        base = replace(here, seq=fold.seq)
        records = {record.ref: record for record in contents.records}
        present = Present(base, content.stamp, records, contents.faults, is_writable)
        for entry in entries_after(fold.seq):
            present.take(entry)
        return present

    possible = known[-1:] or candidates or [here]
    return min(map(after, reversed(possible)), key=lambda present: len(present.aside))
