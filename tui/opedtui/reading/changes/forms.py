"""What a record can hold, field by field: for a dialog that completes and explains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.dates import Edtf
from ...model.fields import Fields
from ...model.frozen import frozen
from ...model.records import Record
from ...model.refs import Kind
from ...model.spans import Span
from .slots import Slot, slots_of

_NOT_SET = ("text_sha256", "created", "modified")


@frozen
class Line:
    """One field that a reader may edit."""

    path: str
    """As `set_field` takes it."""
    value: str
    """As one would type it."""
    words: tuple[str, ...] = ()
    """What it chooses from, if it does; `x-…` is always possible."""
    kinds: tuple[Kind, ...] = ()
    """The kinds of record that it names, if it names any."""
    is_list: bool = False
    is_date: bool = False
    is_needed: bool = False


def form_of(record: Record) -> tuple[Line, ...]:
    """Every field of the record, the empty ones too, in the order of the store.

    Not its words (spans are moved, the text of a document is replaced) nor its stamps.
    """
    return tuple(_lines(type(record), record.to_dict(), ""))


def _lines(cls: type[Fields], data: dict[str, Any], above: str) -> Iterator[Line]:
    for key, slot in slots_of(cls).items():
        if slot.type is Span or key in _NOT_SET or (cls.__name__, key) == ("Document", "text"):
            continue
        value = data.get(key)
        if slot.holds_fields and not slot.is_list:
            yield from _lines(slot.type, value or {}, f"{above}{key}.")
        elif key == "roles":
            for at, item in enumerate(value or ()):
                yield from _lines(slot.type, item, f"{above}{key}[{at}].")
        else:
            yield _line(slot, f"{above}{key}", value)


def _line(slot: Slot, path: str, value: Any) -> Line:
    inner = slots_of(slot.type) if slot.holds_fields else {}
    named = next(iter(inner.values()), slot)
    return Line(
        path=path,
        value="" if value is None else slot.shown(value),
        words=slot.vocabulary.words if slot.vocabulary else ("yes", "no") * (slot.type is bool),
        kinds=named.kinds,
        is_list=slot.is_list,
        is_date=slot.type is Edtf,
        is_needed=slot.is_needed,
    )
