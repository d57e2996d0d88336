"""What was changed when, and what can be taken back or done again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property

from ..model.changes import Change, Edit
from ..model.frozen import frozen
from ..model.records import Record
from ..model.refs import Ref
from .entry import AFTER, BEFORE, Entry


@frozen
class History:
    """Every change, the oldest first, in view of the records as they are.

    What was changed from outside is not in it. An entry whose records were changed there can
    no longer be taken back, and the one before it is offered instead.
    """

    entries: tuple[Entry, ...] = ()
    records: Mapping[Ref, Record] = field(default_factory=dict, repr=False)
    aside: frozenset[int] = frozenset()
    """Entries that are in no file, because they no longer fitted."""

    def __len__(self) -> int:
        return len(self.entries)

    def grown(self, entries: tuple[Entry, ...]) -> History:
        """The history with entries appended; what is known of the older ones is known still."""
        history = replace(self, entries=entries)
        done, undone = self._stacks
        stacks = _moved(done.copy(), undone.copy(), entries[len(self) :])
        history.__dict__["_stacks"] = stacks
        return history

    def entry(self, seq: int) -> Entry | None:
        at = bisect_left(self.entries, seq, key=lambda entry: entry.seq)
        found = self.entries[at : at + 1]
        return found[0] if found and found[0].seq == seq else None

    @property
    def undoable(self) -> Entry | None:
        """What the next undo takes back."""
        return self._top(self._stacks[0])

    @property
    def redoable(self) -> Entry | None:
        """What the next redo does again."""
        return self._top(self._stacks[1], undone=True)

    def undone(self, entry: Entry) -> bool:
        """Whether the entry has been taken back, and not been done again."""
        return entry.seq in self._undone

    def back_to(self, seq: int) -> Change:
        """What leads from the last entry to the state right after `seq`; 0 is the beginning."""
        later = [entry for entry in self.entries if entry.seq > seq and entry.seq not in self.aside]
        begun: dict[Ref, Record | None] = {}
        ended: dict[Ref, Record | None] = {}
        for edit in (edit for entry in later for edit in entry.change.edits):
            begun.setdefault(edit.ref, edit.before)
            ended[edit.ref] = edit.after
        edits = (_edit(ended[ref], begun[ref]) for ref in reversed(begun))
        return Change(self._way_back(seq), tuple(edit for edit in edits if edit))

    def _way_back(self, seq: int) -> str:
        entry = self.entry(seq)
        return f"go back to “{entry.label}”" if entry else "go back to the beginning"

    def _top(self, seqs: list[int], undone: bool = False) -> Entry | None:
        found = (entry for seq in reversed(seqs) if (entry := self.entry(seq)))
        return next((entry for entry in found if self._can_move(entry, undone)), None)

    def _can_move(self, entry: Entry, undone: bool) -> bool:
        if entry.seq in self.aside or not entry.edits:
            return False
        return entry.fits(self.records, BEFORE if undone else AFTER)

    @cached_property
    def _undone(self) -> frozenset[int]:
        undone: set[int] = set()
        for entry in self.entries:
            undone |= {entry.undoes} if entry.undoes else set()
            undone -= {entry.redoes} if entry.redoes else set()
        return frozenset(undone)

    @cached_property
    def _stacks(self) -> tuple[list[int], list[int]]:
        """What is done and what was taken back, the next one last in each."""
        return _moved([], [], self.entries)


def _moved(
    done: list[int], undone: list[int], entries: tuple[Entry, ...]
) -> tuple[list[int], list[int]]:
    """Both after these entries."""
    for entry in entries:
        if entry.undoes:
            _move(entry.undoes, done, undone)
        elif entry.redoes:
            _move(entry.redoes, undone, done)
        else:
            done.append(entry.seq)
            undone.clear()
    return done, undone


def _move(seq: int, source: list[int], target: list[int]) -> None:
    """Mostly the last one; one that was thrown away with the older history cannot be moved."""
    if source and source[-1] == seq:
        target.append(source.pop())
    elif seq in source:
        source.remove(seq)
        target.append(seq)


def _edit(before: Record | None, after: Record | None) -> Edit | None:
    return None if before == after else Edit(before, after)
