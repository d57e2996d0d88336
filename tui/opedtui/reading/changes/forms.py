"""What a record can hold, field by field: for a dialog that completes and explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...model.dates import Edtf
from ...model.fields import Fields
from ...model.frozen import frozen
from ...model.records import Record
from ...model.refs import Kind
from ...model.spans import Span
from .slots import Slot, compact_keys, slots_of

KEPT = {
    "text_sha256": "is counted from the text",
    "cues": "are what the rule saw",
    "confidence": "is what the rule or model said of itself",
    "created": "is kept by the program",
    "modified": "is kept by the program",
}
"""The fields that nobody sets, and why."""


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
    is_place: bool = False
    """Whether it holds places of a text, or can."""
    is_needed: bool = False


def form_of(record: Record) -> tuple[Line, ...]:
    """Every field of the record, the empty ones too, in the order of the store, places last.

    Not the text of a document, which is replaced as a whole, nor what the program keeps.
    """
    lines = _lines(type(record), record.to_dict(), "")
    return tuple(sorted(lines, key=lambda line: line.is_place and not line.kinds))


def _lines(cls: type[Fields], data: dict[str, Any], above: str) -> Iterator[Line]:
    for key, slot in slots_of(cls).items():
        if key in KEPT or (cls.__name__, key) == ("Document", "text"):
            continue
        value = data.get(key)
        if slot.holds_fields and not slot.is_list and slot.type is not Span:
            yield from _lines(slot.type, value or {}, f"{above}{key}.")
        else:
            yield _line(slot, f"{above}{key}", value)
        if slot.holds_fields and slot.is_list and slot.type is not Span:
            yield from _lines_of_items(slot, value or (), f"{above}{key}")


def _lines_of_items(slot: Slot, items: Iterable[dict[str, Any]], path: str) -> Iterator[Line]:
    """What the line of the list does not say of them: `voice[0].cue`, `roles[1].from`."""
    said = compact_keys(slot.type)
    for at, item in enumerate(items):
        for key, inner in slots_of(slot.type).items():
            if key not in said:
                yield _line(inner, f"{path}[{at}].{key}", item.get(key))


def _line(slot: Slot, path: str, value: Any) -> Line:
    inner = slots_of(slot.type) if slot.holds_fields and slot.type is not Span else {}
    named = next(iter(inner.values()), slot)
    return Line(
        path=path,
        value="" if value is None else slot.shown(value),
        words=slot.vocabulary.words if slot.vocabulary else ("yes", "no") * (slot.type is bool),
        kinds=named.kinds,
        is_list=slot.is_list,
        is_date=slot.type is Edtf,
        is_place=slot.may_be_place,
        is_needed=slot.is_needed,
    )
