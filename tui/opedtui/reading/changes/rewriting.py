"""A record with other refs and spans in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, replace
from dataclasses import fields as dataclass_fields
from typing import Any, TypeVar

from ...model.fields import Fields
from ...model.refs import Ref
from ...model.spans import Span

F = TypeVar("F", bound=Fields)
Turn = Callable[[Any], Any]
"""What stands for a ref or a span from now on; None for nothing."""

_KNOWN: dict[type[Fields], tuple[Field[Any], ...]] = {}
_MAY_BE_EMPTY = ("voice",)
"""A claim that lost its voice still stands: somebody's, and nobody knows whose."""


def rewritten(holder: F, turn: Turn) -> F | None:
    """The object with each ref and span turned; None when nothing is left of what it needs."""
    changed = {}
    for field in _known(type(holder)):
        before = getattr(holder, field.name)
        after = _turned(before, turn)
        if after == before:
            continue
        if after in (None, ()) and _is_needed(field):
            return None
        changed[field.name] = after
    return replace(holder, **changed) if changed else holder


def renamed(holder: F, names: Mapping[Ref, Ref]) -> F:
    """The object with other refs for these; a list names nothing twice."""
    after = rewritten(holder, lambda leaf: names.get(leaf, leaf))
    assert after, "a renamed ref is still there"
    return after


def with_spans(holder: F, places: Callable[[Span], Span | None]) -> F | None:
    """The object with each span replaced."""
    return rewritten(holder, lambda leaf: places(leaf) if isinstance(leaf, Span) else leaf)


def spans_in(holder: Fields) -> tuple[Span, ...]:
    """Every span that the object holds, cues too."""
    found: list[Span] = []

    def look(leaf: Any) -> Any:
        if isinstance(leaf, Span):
            found.append(leaf)
        return leaf

    rewritten(holder, look)
    return tuple(found)


def _turned(value: Any, turn: Turn) -> Any:
    if isinstance(value, Ref | Span):
        return turn(value)
    if isinstance(value, Fields):
        return rewritten(value, turn)
    if isinstance(value, tuple):
        turned = tuple(after for item in value if (after := _turned(item, turn)) is not None)
        return value if turned == value else _each_ref_once(turned)
    return value


def _each_ref_once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    seen = {item for item in items if isinstance(item, Ref)}
    if len(seen) == sum(isinstance(item, Ref) for item in items):
        return items
    return tuple(dict.fromkeys(items))


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.name not in _MAY_BE_EMPTY


def _known(cls: type[Fields]) -> tuple[Field[Any], ...]:
    """Of a class once: asking a dataclass for its fields is slow."""
    if cls not in _KNOWN:
        known = (field for field in dataclass_fields(cls) if field.name not in ("ref", "extra"))
        _KNOWN[cls] = tuple(known)
    return _KNOWN[cls]
