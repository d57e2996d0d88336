"""What the journal has beyond `db.json`, brought into its tables."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..files import discard, replace_by, stamp, written_beside
from ..model.fields import FieldError
from ..model.records import Record, read_record
from ..model.refs import Kind, Ref
from .errors import told
from .file import Tables, bytes_of, read_content, tables_of
from .journal import Journal
from .ledger import Ledger
from .lines import Entry, Fold, Folded
from .migrations import migrate

STALE = ("it cannot be brought up to date", "nothing is lost: the journal has what it lacks")


def folded(tables: Tables, entries: Iterable[Entry]) -> Tables:
    """The tables after the entries; what no entry names is kept as it stands."""
    tables = {name: dict(table) for name, table in tables.items()}
    for ref, record in _latest(entries).items():
        _put(tables, ref, record)
    return tables


def _latest(entries: Iterable[Entry]) -> dict[Ref, Record | None]:
    return {edit.ref: edit.after for entry in entries for edit in entry.change.edits}


def _put(tables: Tables, ref: Ref, record: Record | None) -> None:
    if ref.kind.table not in tables:
        _insert_table(tables, ref.kind)
    table, key = tables[ref.kind.table], str(ref.number)
    if record is None:
        table.pop(key, None)
    elif key not in table:
        _insert(table, key, record.to_dict())
    elif not _says(table[key], record):
        table[key] = record.to_dict()


def _says(data: Any, record: Record) -> bool:
    """Whether it is this record already, in whatever form."""
    try:
        return read_record(record.ref, data) == record
    except FieldError:
        return False


def _insert(table: dict[str, Any], key: str, data: Any) -> None:
    """In the order of the numbers, so that what is taken back leaves no trace."""
    later = [other for other in table if int(other) > int(key)]
    if later:
        later = list(table)[list(table).index(later[0]) :]
    held = {other: table.pop(other) for other in later}
    table[key] = data
    table.update(held)


def _insert_table(tables: Tables, kind: Kind) -> None:
    """Among the tables in their order, the unknown ones behind."""
    kinds = [other.table for other in Kind]
    before = kinds[: kinds.index(kind.table)]
    at = max((at for at, name in enumerate(tables, 1) if name in {"meta", *before}), default=0)
    held = {name: tables.pop(name) for name in list(tables)[at:]}
    tables[kind.table] = {}
    tables.update(held)


def fold(ledger: Ledger) -> bool:
    """Bring `db.json` up to date; False when there is nothing to do, or others did it.

    The long part holds no lock and no guard, so that saving goes on meanwhile.
    """
    with ledger.guard:
        ledger.follow()
        present = ledger.present
        base, pending, aside = present.base, tuple(present.pending), tuple(present.aside)
    if not pending:
        return False
    old = read_content(ledger.file).data
    if not base.is_of(old):
        return False
    tables = migrate(ledger.path, tables_of(ledger.path, old))
    new = bytes_of(folded(tables, (entry for entry in pending if entry not in aside)))
    assert new, "what is nested too deeply is not changed"
    line = Fold.of_file(
        pending[-1].seq, new, made_from=base.crc, aside=tuple(entry.seq for entry in aside)
    )
    with told(ledger.path, *STALE):
        prepared = written_beside(ledger.file, new)
    return _put_in_place(ledger, prepared, line, base)


def _put_in_place(ledger: Ledger, prepared: Path, line: Fold, base: Fold) -> bool:
    """The short part; what was prepared is thrown away when the file is another by now."""
    try:
        with ledger.writing():
            if ledger.present.base != base:
                return False
            with told(ledger.path, *STALE):
                ledger.journal.append(line)
                replace_by(ledger.file, prepared)
            ledger.present.folded(line, stamp(ledger.file))
            _confirm(ledger.journal, line)
            return True
    finally:
        discard(prepared)


def _confirm(journal: Journal, line: Fold) -> None:
    """Without it the file is still known by its checksum, so that failing does no harm."""
    with suppress(OSError):
        journal.append(Folded(line.crc), durably=False)
