"""Values put into the stored form of a record by their paths: `voice[0].actor`, `tags[+]`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...model.dates import Edtf
from ...model.fields import FieldError, Fields
from ...model.refs import Ref
from .slots import Slot, slots_of

_STEP = re.compile(r"(?P<key>[a-z_0-9]+)(?:\[(?P<at>\d{1,6}|\+)\])?")


class Step(NamedTuple):
    """One field on the way, and the item of its list: `voice[0]`; `[+]` is a new one."""

    key: str
    at: str | None


def steps(path: str) -> tuple[Step, ...]:
    """The way to a field; FieldError if it is none."""
    matches = [_STEP.fullmatch(part) for part in path.split(".")]
    if not all(matches):
        raise FieldError(
            f"{path or 'path'}: is no path; write e.g. kind, date.edtf or voice[0].actor"
        )
    return tuple(Step(match["key"], match["at"]) for match in matches if match)


def put(data: dict[str, Any], cls: type[Fields], way: Sequence[Step], value: Any) -> None:
    """Set what is at the end of the way; None takes it out."""
    slot = slot_at(cls, way[0])
    try:
        _put(data, slot, way, value)
    except FieldError as error:
        raise error.within(_name(way[0])) from error


def slot_at(cls: type[Fields], step: Step) -> Slot:
    """FieldError, with the fields that there are, if the class has none of this name."""
    slots = slots_of(cls)
    if step.key not in slots:
        word = cls.__name__.lower()
        raise FieldError(f"{step.key}: is no field of {_article(word)}; write {', '.join(slots)}")
    if step.at is not None and not slots[step.key].is_list:
        raise FieldError(f"{step.key}: is no list; write it without {_name(step)[len(step.key) :]}")
    return slots[step.key]


def _put(data: dict[str, Any], slot: Slot, way: Sequence[Step], value: Any) -> None:
    if len(way) > 1:
        put(_inner(data, slot, way[0]), slot.type, way[1:], value)
    elif way[0].at is not None:
        _put_item(data.setdefault(slot.key, []), slot, way[0].at, value)
    elif value is None or value == "":
        _take_out(data, slot)
    else:
        data[slot.key] = _read(slot, value, data.get(slot.key))


def _inner(data: dict[str, Any], slot: Slot, step: Step) -> dict[str, Any]:
    """The object that the way goes through."""
    if not slot.holds_fields:
        raise FieldError(": has no parts")
    if not slot.is_list:
        inner: dict[str, Any] = data.setdefault(slot.key, {})
        return inner
    if step.at is None:
        raise FieldError(f": is a list; say which, e.g. {slot.key}[0]")
    items = data.setdefault(slot.key, [])
    if step.at == "+":
        items.append({})
    return dict_at(items, step.at)


def dict_at(items: list[Any], at: str) -> dict[str, Any]:
    """The object of a list; FieldError if there is none."""
    item = items[_index(items, at)]
    if not isinstance(item, dict):
        raise FieldError(": has no parts")
    return item


def _put_item(items: list[Any], slot: Slot, at: str, value: Any) -> None:
    if at == "+":
        items += _read(slot, value, items) if isinstance(value, str) else [stored(value)]
    elif value is None or value == "":
        del items[_index(items, at)]
    else:
        index = _index(items, at)
        one = _read(slot, value, [items[index]]) if isinstance(value, str) else [stored(value)]
        items[index : index + 1] = one


def _index(items: list[Any], at: str) -> int:
    if at == "+":
        return len(items) - 1
    if int(at) >= len(items):
        last = f"the last is [{len(items) - 1}]" if items else "it is empty"
        raise FieldError(f": there is no such item; {last}, and [+] is a new one")
    return int(at)


def _take_out(data: dict[str, Any], slot: Slot) -> None:
    if slot.is_needed and not slot.is_list:
        raise FieldError(": cannot be left empty")
    data.pop(slot.key, None)
    if slot.is_needed:
        data[slot.key] = []


def _read(slot: Slot, value: Any, present: Any) -> Any:
    return slot.typed(value, present) if isinstance(value, str) else stored(value)


def stored(value: Any) -> Any:
    """A value as the store has it."""
    if isinstance(value, Fields):
        return value.to_dict()
    if isinstance(value, Ref | Edtf):
        return str(value)
    if isinstance(value, Mapping):
        return {key: stored(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [stored(item) for item in value]
    return value


def _name(step: Step) -> str:
    return step.key if step.at is None else f"{step.key}[{step.at}]"


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
