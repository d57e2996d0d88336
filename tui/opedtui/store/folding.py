"""Bringing `db.json` up to date with its journal, and making the journal short."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ..files import discard, replace_by, stamp, sweep, written_beside
from ..model.refs import Kind
from .copies import keep_copy
from .entry import Entry
from .errors import told
from .file import bytes_of, read_content, tables_of
from .garbage import uncollected
from .journal import Journal
from .ledger import Ledger
from .lines import Fold, Folded
from .migrations import migrate
from .tables import changed

STALE = ("it cannot be brought up to date", "nothing is lost: the journal has what it lacks")


def fold(ledger: Ledger) -> bool:
    """Bring `db.json` up to date; False when there is nothing to do, or others did it.

    The long part holds no lock and no guard, so that saving goes on meanwhile.
    """
    with ledger.guard:
        ledger.follow()
        present = ledger.present
        base, pending = present.base, tuple(present.pending)
        aside = tuple(entry.seq for entry in present.aside)
    old = read_content(ledger.file).data if pending else b""
    if not pending or not base.is_of(old):
        return False
    with uncollected():
        new = _made_of(ledger.path, old, [entry for entry in pending if entry.seq not in aside])
    line = Fold.of_file(pending[-1].seq, new, made_from=base.crc, aside=aside)
    with told(ledger.path, *STALE):
        prepared = written_beside(ledger.file, new)
    return _put_in_place(ledger, prepared, line, base)


def _made_of(path: Path, old: bytes, entries: list[Entry]) -> bytes:
    read = tables_of(path, old)
    tables = migrate(path, read)
    if tables is not read:
        keep_copy(path)
    new = bytes_of(changed(tables, entries))
    assert new, "what is nested too deeply is not changed"
    return new


def _put_in_place(ledger: Ledger, prepared: Path, line: Fold, base: Fold) -> bool:
    """The short part; what was prepared is thrown away when the file is another by now."""
    try:
        with ledger.writing():
            if ledger.present.base != base:
                return False
            with told(ledger.path, *STALE):
                ledger.journal.append(line)
                replace_by(ledger.file, prepared)
            ledger.be_folded(line, stamp(ledger.file))
            _confirm(ledger.journal, line)
            sweep(ledger.file)
            return True
    finally:
        discard(prepared)


def _confirm(journal: Journal, line: Fold) -> None:
    """Without it the file is still known by its checksum, so that failing does no harm."""
    with suppress(OSError):
        journal.append(Folded(line.crc), durably=False)


def compact(ledger: Ledger, keep: int) -> bool:
    """Throw away the history but for the last entries; False while others keep saving.

    The present state is in `db.json`, and numbers that were given stay given.
    """
    fold(ledger)
    with ledger.writing():
        if ledger.present.pending:
            return False
        kept = ledger.entries[max(0, len(ledger.entries) - keep) :]
        highest = {kind.value: ledger.highest(kind) for kind in Kind}
        with told(ledger.path, "its journal cannot be compacted", "it stays as it is"):
            ledger.begin(replace(ledger.present.base, aside=(), highest=highest), *kept)
        return True
