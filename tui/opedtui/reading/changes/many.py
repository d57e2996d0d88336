"""The same change to many records, as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...model.changes import Change
from ...model.records import Record, Relation
from ...model.refs import Ref
from ..library import Library
from .draft import changed
from .errors import ChangeError
from .fields import field_set
from .named import counted, the
from .slots import slots_of


def set_many(library: Library, refs: Iterable[Ref], path: str, value: object, now: str) -> Change:
    """The field (`status`, `kind`, …) of each; FieldError, with the ref, if one cannot have it."""
    known: dict[type[Record], Record] = {}
    records = [_set(library, the(library, ref, Record), path, value, known) for ref in refs]
    label = f"set {path} of {counted(len(records))} to {value}"
    return changed(library, *records, label=label, now=now)


def tag_many(library: Library, refs: Iterable[Ref], tags: Iterable[str], now: str) -> Change:
    """Each with these tags too; ChangeError for a record that has none."""
    new = tuple(tag for tag in (" ".join(tag.split()) for tag in tags) if tag)
    records = [_tagged(library, ref, new, ()) for ref in refs]
    label = f"tag {counted(len(records))} {', '.join(new)}"
    return changed(library, *records, label=label, now=now)


def untag_many(library: Library, refs: Iterable[Ref], tags: Iterable[str], now: str) -> Change:
    """Each without these tags."""
    old = tuple(tags)
    records = [_tagged(library, ref, (), old) for ref in refs]
    label = f"take {', '.join(old)} from {counted(len(records))}"
    return changed(library, *records, label=label, now=now)


def _set(
    library: Library, record: Record, path: str, value: object, known: dict[type[Record], Record]
) -> Record:
    """What is right for one record is so for the next of its kind, if the field stands alone."""
    slot = slots_of(type(record)).get(path)
    if not slot or not slot.stands_alone or isinstance(record, Relation):
        return field_set(library, record.ref, path, value)
    if type(record) not in known:
        known[type(record)] = field_set(library, record.ref, path, value)
    values: dict[str, Any] = {slot.name: getattr(known[type(record)], slot.name)}
    return replace(record, **values)


def _tagged(library: Library, ref: Ref, new: tuple[str, ...], old: tuple[str, ...]) -> Record:
    record: Any = the(library, ref, Record)
    if not hasattr(record, "tags"):
        raise ChangeError(f"{ref} is a {ref.kind.word}, which has no tags; leave it out")
    left = (tag for tag in record.tags if tag not in old)
    tagged: Record = replace(record, tags=tuple(dict.fromkeys((*left, *new))))
    return tagged
