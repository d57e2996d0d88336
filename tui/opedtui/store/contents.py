"""What a store holds: the records that can be read, and the ones set aside."""

from __future__ import annotations

from ..model.fields import FieldError
from ..model.frozen import frozen
from ..model.records import Record, read_record
from ..model.refs import Kind, Ref
from .file import Tables


@frozen
class Fault:
    """A record that could not be read, and why. It stays in the file as it is."""

    ref: Ref
    message: str


@frozen
class Contents:
    """Every record of the eight tables, in the order of the file."""

    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, tables: Tables) -> Contents:
        """Read the records, setting the faulty ones aside."""
        records: list[Record] = []
        faults: list[Fault] = []
        for kind in Kind:
            for key, data in tables.get(kind.table, {}).items():
                ref = Ref(kind, int(key))
                try:
                    records.append(read_record(ref, data))
                except FieldError as error:
                    faults.append(Fault(ref, str(error).removeprefix(": ")))
        return cls(tuple(records), tuple(faults))
