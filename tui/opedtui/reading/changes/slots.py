"""What the fields of a record hold, told from their types; and values as one types them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING
from dataclasses import fields as dataclass_fields
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ...errors import quoted
from ...model.dates import Edtf
from ...model.fields import FieldError, Fields
from ...model.frozen import frozen
from ...model.refs import Kind, Ref
from ...model.spans import Span
from ...model.vocabulary import Vocabulary
from .addresses import address_of, bare

_KINDS = {"claim": "c", "source": "", "target": "", "on": "", "doc": "d"}
"""The kinds of record that a field names; the fields that are not here name actors."""
_YES_NO = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}


@frozen
class Slot:
    """One field of an object."""

    key: str
    """Its name in the store."""
    name: str
    """Its name in Python, where the store's is reserved."""
    type: type
    """Of the field, or of the items of its list."""
    is_list: bool
    is_needed: bool
    vocabulary: Vocabulary | None
    may_be_place: bool = False
    """Whether it holds a span, or can."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of record that it can name; none if it names none."""
        if self.type is not Ref:
            return ()
        return tuple(Kind(letter) for letter in _KINDS.get(self.key, "a")) or tuple(Kind)

    @property
    def stands_alone(self) -> bool:
        """Whether its value is right or wrong whatever else the library holds."""
        return not self.is_list and self.type in (str, bool, Edtf)

    @property
    def holds_fields(self) -> bool:
        return issubclass(self.type, Fields)

    def typed(self, text: str, present: Any = None) -> Any:
        """What was typed, as the store has it; `present`: what the field holds now."""
        text = text.strip()
        if not self.is_list:
            return self._one(text, present)
        items = items_in(text)
        return [self._one(item, _held(items, at, present)) for at, item in enumerate(items)]

    def shown(self, value: Any) -> str:
        """What one would type to have this value."""
        if self.is_list:
            return ", ".join(_shown(item).replace(",", r"\,") for item in value)
        return _shown(value)

    def _one(self, text: str, present: Any) -> Any:
        if self.type is bool:
            return _yes_or_no(text)
        if self.type is int:
            return _whole_number(text)
        if self.may_be_place and (place := bare(text)):
            return present if _is_at(present, text) else place
        return _compact(self.type, text, present) if self.holds_fields else text


def items_in(text: str) -> list[str]:
    """What stands between the commas; `\\,` is a comma within an item."""
    parts = (part.replace(r"\,", ",").strip() for part in re.split(r"(?<!\\),", text))
    return [part for part in parts if part]


_SLOTS: dict[type[Fields], dict[str, Slot]] = {}


def slots_of(cls: type[Fields]) -> dict[str, Slot]:
    """The fields of a class by their names in the store, in its order."""
    if cls not in _SLOTS:
        hints = get_type_hints(cls, include_extras=True)
        specs = sorted(dataclass_fields(cls), key=lambda spec: spec.metadata.get("last", 0))
        slots = (
            _slot(
                spec.metadata.get("key", spec.name),
                spec.name,
                hints[spec.name],
                spec.default is MISSING,
            )
            for spec in specs
            if spec.name not in ("extra", "ref")
        )
        _SLOTS[cls] = {slot.key: slot for slot in slots}
    return _SLOTS[cls]


def _slot(key: str, name: str, hint: Any, is_needed: bool) -> Slot:
    is_list = get_origin(hint) is tuple
    inner = get_args(hint)[0] if is_list else hint
    vocabulary = None
    if get_origin(inner) is Annotated:
        inner, vocabulary = get_args(inner)[:2]
    may_be_place = Span in (inner, *get_args(inner))
    if get_origin(inner) in (Union, UnionType):
        inner = next(arg for arg in get_args(inner) if arg is not NoneType)
    return Slot(key, name, inner, is_list, is_needed, vocabulary, may_be_place)


_PAIR = re.compile(r"(?P<first>.*?)\s*(?:\((?P<second>[^()\s]+)\))?")
_SECOND = {"actor": ("mode", "own"), "text": ("kind", "name")}
"""What stands in parentheses: `a3 (indirect)` in a voice, `Moscow (metonym)` among aliases."""
_ALONE = ("role",)
"""What an object is typed by that has nothing in parentheses."""
_NAMES = (*_SECOND, *_ALONE)


def compact_keys(cls: type[Fields]) -> tuple[str, ...]:
    """The fields that are typed in the line of the list; the others have lines of their own."""
    first = next(iter(slots_of(cls)))
    return (first, _SECOND[first][0]) if first in _SECOND else (first,)


def _compact(cls: type[Fields], text: str, present: Any) -> dict[str, Any]:
    """An object of a word or two; what else it held stays."""
    if cls is Span:
        raise FieldError(f": {quoted(text)} is no place; type its words, or e.g. d1:120-156")
    first = next(iter(slots_of(cls)))
    held = present if isinstance(present, Mapping) else {}
    if first in _ALONE:
        return {**held, first: text}
    if first not in _SECOND:
        parts = ", ".join(f".{key}" for key in slots_of(cls))
        raise FieldError(f": is made of parts; set one of {parts}")
    match = _PAIR.fullmatch(text)
    assert match, "every text is a first word at least"
    second, usual = _SECOND[first]
    return {**held, first: match["first"], second: match["second"] or held.get(second, usual)}


def _held(items: list[str], at: int, present: Any) -> Any:
    """The object that the item was: the one so called, else the one in its place.

    In its place only if nothing came or went, so that a name that is mended keeps the rest.
    """
    objects = [held for held in present or () if isinstance(held, Mapping)]
    named = next((held for held in objects if _is_named(held, items[at])), None)
    if named or len(objects) != len(items) or any(_is_named(objects[at], i) for i in items):
        return named
    return objects[at]


def _is_named(held: Mapping[str, Any], item: str) -> bool:
    match = _PAIR.fullmatch(item)
    first = match["first"] if match else item
    return _is_at(held, item) or any(held.get(key) in (first, item) for key in _NAMES)


def _is_at(held: Any, address: str) -> bool:
    return isinstance(held, Mapping) and "exact" in held and address_of(held) == address


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        for first, (second, _) in _SECOND.items():
            if first in value and second in value:
                return f"{value[first]} ({value[second]})"
        return address_of(value) if "exact" in value else str(value.get("role") or "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in _YES_NO:
        raise FieldError(f": {quoted(text)} is neither yes nor no")
    return _YES_NO[text.lower()]


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise FieldError(f": {quoted(text)} is no whole number")
    return int(text)
