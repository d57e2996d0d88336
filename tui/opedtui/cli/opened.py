"""A store, found and read."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from ..errors import OpedError
from ..model.date_words import say_dates
from ..model.frozen import frozen
from ..model.records import Record
from ..model.refs import Ref
from ..reading.library import Library
from ..settings.file import chosen
from ..store.contents import Contents
from ..store.locate import Found, find_store
from ..store.store import Store
from .request import Request
from .streams import tell


class NoSuchRecord(OpedError):
    """The store has no such record, or none that can be read."""


@frozen
class Opened:
    """What a store holds, and what its reader should be told about it."""

    found: Found
    contents: Contents
    store: Store

    @classmethod
    def of(cls, request: Request) -> Opened:
        """Find the store and read it; StoreError when that cannot be done."""
        say_dates(chosen().settings.dates)
        found = find_store(request.store)
        store = Store(found.path)
        return cls(found, store.load(), store)

    def again(self) -> Opened:
        """The same store as it is by now."""
        return replace(self, contents=self.store.load())

    @cached_property
    def library(self) -> Library:
        return Library(self.contents.records)

    def record(self, ref: Ref) -> Record:
        """The record of this address; NoSuchRecord says why there is none."""
        record = self.library.get(ref)
        if record is None:
            raise NoSuchRecord(f"{self.found.path}: {self._absence(ref)}")
        return record

    def _absence(self, ref: Ref) -> str:
        for fault in self.contents.faults:
            if fault.ref == ref:
                return f"{ref} is set aside ({fault.message}); mend it in the file"
        return f"there is no {ref}; opedtui list {ref.kind.table} shows what there is"

    @property
    def origin(self) -> str:
        """Said once, when the reader's own store has come into being; else nothing."""
        made = f"{self.found.path} was made just now from the bundled store; it is your own"
        return made if self.found.fresh else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the store has to say of its journal, once."""
        told = tuple(self.store.notices)
        self.store.notices.clear()
        return told

    @property
    def omission(self) -> str:
        """How many records cannot be shown, if any."""
        aside = len(self.contents.faults)
        records = "record" if aside == 1 else "records"
        return f"{aside} {records} set aside; opedtui check lists them" if aside else ""


def open_store(request: Request) -> Opened:
    """The store to answer from; what its reader should know is told on the way."""
    opened = Opened.of(request)
    for notice in (opened.origin, *opened.notices, opened.omission):
        tell(notice)
    return opened


def as_stored(record: Record) -> dict[str, Any]:
    """The record as it stands in the file, and its address."""
    return {"ref": str(record.ref)} | record.to_dict()
