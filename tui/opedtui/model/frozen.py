"""Frozen dataclasses that cost next to nothing to define.

`@dataclass(frozen=True)` writes and compiles six methods for each class, about 0.7 ms each time
the program starts, and the first screen needs fifty such classes. The methods below are the same
for all of them. `dataclasses.fields` and `dataclasses.replace` work as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NamedTuple, TypeVar, dataclass_transform

Cls = TypeVar("Cls", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Cls) -> Cls:
    """A frozen dataclass: what it is made of is what it is."""
    return _frozen(cls, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_keyed(cls: Cls) -> Cls:
    """A frozen dataclass whose fields are given by name."""
    return _frozen(cls, kw_only=True)


def _frozen(cls: Cls, kw_only: bool) -> Cls:
    for method in (__init__, __repr__, __eq__, __hash__, __setattr__, __delattr__):
        if method.__name__ not in vars(cls):
            setattr(cls, method.__name__, method)
    dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=kw_only)(cls)
    _SHAPES[cls] = _shape(cls)
    return cls


class _Shape(NamedTuple):
    """The fields of a class by what is done with them."""

    positional: tuple[str, ...]
    defaults: Mapping[str, Any]
    """Every field with its default; MISSING where it must be given."""
    factories: Mapping[str, Callable[[], Any]]
    compared: tuple[str, ...]
    hashed: tuple[str, ...]
    shown: tuple[str, ...]
    has_more_to_do: bool
    """Once the fields are there."""


_SHAPES: dict[type, _Shape] = {}


def _shape(cls: type) -> _Shape:
    specs = fields(cls)
    return _Shape(
        positional=tuple(spec.name for spec in specs if not spec.kw_only),
        defaults={spec.name: spec.default for spec in specs},
        factories={
            spec.name: spec.default_factory for spec in specs if spec.default_factory is not MISSING
        },
        compared=tuple(spec.name for spec in specs if spec.compare),
        hashed=tuple(
            spec.name for spec in specs if (spec.compare if spec.hash is None else spec.hash)
        ),
        shown=tuple(spec.name for spec in specs if spec.repr),
        has_more_to_do=hasattr(cls, "__post_init__"),
    )


def __init__(self: Any, *args: Any, **given: Any) -> None:
    cls = type(self)
    shape = _SHAPES[cls]
    if args:
        given = _named(cls, shape, args, given)
    keep = object.__setattr__
    for name, default in shape.defaults.items():
        kept = given.get(name, default)
        if kept is MISSING:
            kept = _made(cls, shape, name)
        keep(self, name, kept)
    if not given.keys() <= shape.defaults.keys():
        raise TypeError(
            f"{cls.__name__} has no field {min(given.keys() - shape.defaults.keys())!r}"
        )
    if shape.has_more_to_do:
        self.__post_init__()


def _named(
    cls: type, shape: _Shape, args: tuple[Any, ...], given: dict[str, Any]
) -> dict[str, Any]:
    """What was given by position and by name, all by name."""
    if len(args) > len(shape.positional):
        raise TypeError(f"{cls.__name__} takes {len(shape.positional)} fields, not {len(args)}")
    named = dict(zip(shape.positional, args, strict=False))
    for name in named.keys() & given.keys():
        raise TypeError(f"{cls.__name__} got field {name!r} twice")
    return named | given


def _made(cls: type, shape: _Shape, name: str) -> Any:
    if name not in shape.factories:
        raise TypeError(f"{cls.__name__} needs field {name!r}")
    return shape.factories[name]()


def __repr__(self: Any) -> str:
    cls = type(self)
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _SHAPES[cls].shown)
    return f"{cls.__qualname__}({shown})"


def __eq__(self: Any, other: object) -> bool:
    if type(self) is not type(other):
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in _SHAPES[type(self)].compared)


def __hash__(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in _SHAPES[type(self)].hashed))


def __setattr__(self: Any, name: str, _: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def __delattr__(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
