"""The tables of a store, as they are in the file, with changes brought into them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile
from typing import Any

from ..model.fields import FieldError
from ..model.records import Record, read_record
from ..model.refs import Kind, Ref
from .entry import Entry
from .file import Tables


def changed(tables: Tables, entries: Iterable[Entry]) -> Tables:
    """The tables after the entries; what no entry names is kept as it stands."""
    tables = {name: dict(table) for name, table in tables.items()}
    for ref, record in _latest(entries).items():
        _put(tables, ref, record)
    return tables


def _latest(entries: Iterable[Entry]) -> dict[Ref, Record | None]:
    return {edit.ref: edit.after for entry in entries for edit in entry.change.edits}


def _put(tables: Tables, ref: Ref, record: Record | None) -> None:
    if record is None:
        tables.get(ref.kind.table, {}).pop(str(ref.number), None)
        return
    if ref.kind.table not in tables:
        _insert_table(tables, ref.kind)
    table, key = tables[ref.kind.table], str(ref.number)
    if key not in table:
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
    later: list[str] = []
    if table and int(next(reversed(table))) > int(key):
        later = list(dropwhile(lambda other: int(other) < int(key), table))
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
