"""JSON objects as frozen dataclasses: known fields typed, unknown ones kept as they came."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, field
from dataclasses import fields as dataclass_fields
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Self, Union, get_args, get_origin, get_type_hints

from ..errors import OpedError
from .dates import Edtf
from .frozen import frozen, frozen_keyed
from .refs import Ref
from .vocabulary import Vocabulary

NOTHING: Mapping[str, Any] = MappingProxyType({})

Decode = Callable[[Any], Any]


class FieldError(OpedError):
    """A field is missing, or does not hold what it should; the message begins with its path."""

    def within(self, step: str) -> FieldError:
        """The same fault, seen from one level further out."""
        path, sep, rest = str(self).partition(": ")
        dot = "." if path and not path.startswith("[") else ""
        return FieldError(f"{step}{dot}{path}{sep}{rest}")


@frozen_keyed
class Fields:
    """A JSON object with known fields in a fixed order, and whatever else it came with."""

    extra: Mapping[str, Any] = field(default_factory=lambda: NOTHING, hash=False, repr=False)
    """Fields that this version does not know; they are written back as they were."""

    @classmethod
    def from_dict(cls, data: object, **given: Any) -> Self:
        """Read an object; FieldError names the first field that cannot be read."""
        if not isinstance(data, Mapping):
            raise FieldError(f": {_shown(data)} is no object")
        known = _fields_of(cls)
        key = ""
        try:
            for key, spec in known.items():
                if key in data:
                    held = data[key]
                    given[spec.name] = held if type(held) is spec.plain else spec.decode(held)
                elif spec.required:
                    raise FieldError(": is missing")
        except FieldError as error:
            raise error.within(key) from error
        except OpedError as error:
            raise FieldError(f"{key}: {error}") from error
        extra = {key: value for key, value in data.items() if key not in known}
        return cls(**given, extra=MappingProxyType(extra) if extra else NOTHING)

    def to_dict(self) -> dict[str, Any]:
        """The object as it is stored: known fields first, empty ones left out."""
        known = {
            key: _encode(value)
            for key, spec, value in self._values()
            if spec.required or value not in (None, (), "", False)
        }
        return known | dict(self.extra)

    def references(self) -> Iterator[tuple[str, Ref]]:
        """Every ref that the object holds, with the path of the field that holds it."""
        for key, _, value in self._values():
            for at, item in _items(key, value):
                if isinstance(item, Ref):
                    yield at, item
                elif isinstance(item, Fields):
                    yield from ((f"{at}.{inner}", ref) for inner, ref in item.references())

    def unknown_words(self) -> Iterator[tuple[str, str, Vocabulary]]:
        """Every word outside its vocabulary: (path of the field, word, vocabulary)."""
        for key, spec, value in self._values():
            if spec.vocabulary and value and value not in spec.vocabulary:
                yield key, value, spec.vocabulary
            for at, item in _items(key, value):
                if isinstance(item, Fields):
                    for inner, word, vocabulary in item.unknown_words():
                        yield f"{at}.{inner}", word, vocabulary

    def _values(self) -> Iterator[tuple[str, _Field, Any]]:
        for key, spec in _fields_of(type(self)).items():
            yield key, spec, getattr(self, spec.name)


@frozen
class _Field:
    name: str
    required: bool
    decode: Decode
    plain: type | None
    """What is taken as it is, without decoding."""
    vocabulary: Vocabulary | None


_FIELDS: dict[type[Fields], dict[str, _Field]] = {}


def _fields_of(cls: type[Fields]) -> dict[str, _Field]:
    """The fields of a class, read from its annotations once."""
    if cls not in _FIELDS:
        _FIELDS[cls] = _annotated(cls)
    return _FIELDS[cls]


def _annotated(cls: type[Fields]) -> dict[str, _Field]:
    """What the JSON object holds, by its key there, in the order it is written.

    Of a field's metadata, `key` is its name in JSON where Python reserves the word,
    and `last` moves it behind the fields of subclasses.
    """
    hints = get_type_hints(cls, include_extras=True)
    return {
        spec.metadata.get("key", spec.name): _Field(
            name=spec.name,
            required=spec.default is MISSING,
            decode=_decoder(hints[spec.name]),
            plain=_plain(hints[spec.name]),
            vocabulary=_vocabulary(hints[spec.name]),
        )
        for spec in sorted(dataclass_fields(cls), key=lambda spec: spec.metadata.get("last", 0))
        if spec.name not in ("extra", "ref")
    }


def _decoded(decode: Decode, step: str, value: Any) -> Any:
    """The value decoded; a fault in it is told with the step that leads there."""
    try:
        return decode(value)
    except FieldError as error:
        raise error.within(step) from error
    except OpedError as error:
        raise FieldError(f"{step}: {error}") from error


def _vocabulary(hint: Any) -> Vocabulary | None:
    for part in (hint, *get_args(hint)):
        for word in getattr(part, "__metadata__", ()):
            if isinstance(word, Vocabulary):
                return word
    return None


def _decoder(hint: Any) -> Decode:
    """The function that turns a JSON value into a value of this type, or raises an OpedError."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _decoder(args[0])
    if origin is tuple:
        return _each(_decoder(args[0]))
    if origin in (Union, UnionType):
        return _either([arg for arg in args if arg is not NoneType])
    if isinstance(hint, type) and issubclass(hint, Fields):
        return hint.from_dict
    if hint in (Ref, Edtf):
        return _parsed(hint.parse)
    return _exactly(hint)


def _plain(hint: Any) -> type | None:
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return bare if bare in _WORDS else None


def _exactly(kind: type) -> Decode:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise FieldError(f": {_shown(value)} is no {_WORDS.get(kind, kind.__name__)}")
        return value

    return decode


def _parsed(parse: Callable[[str], Any]) -> Decode:
    text = _exactly(str)
    return lambda value: parse(text(value))


def _each(decode: Decode) -> Decode:
    def decode_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise FieldError(f": {_shown(value)} is no list")
        return tuple(_decoded(decode, f"[{at}]", item) for at, item in enumerate(value))

    return decode_all


def _either(hints: list[Any]) -> Decode:
    """JSON tells the alternatives apart: an object is one of ours, a string is the other."""
    if len(hints) == 1:
        return _decoder(hints[0])
    objects = [_decoder(h) for h in hints if isinstance(h, type) and issubclass(h, Fields)]
    others = [_decoder(h) for h in hints if not (isinstance(h, type) and issubclass(h, Fields))]
    assert len(objects) == len(others) == 1, "a union is one object and one plain value"
    return lambda value: (objects if isinstance(value, Mapping) else others)[0](value)


def _encode(value: Any) -> Any:
    if isinstance(value, Fields):
        return value.to_dict()
    if isinstance(value, Ref | Edtf):
        return str(value)
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value


def _items(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The value or the items of a tuple, with their paths; a Ref is a tuple too, but one value."""
    if isinstance(value, tuple) and not isinstance(value, Ref):
        yield from ((f"{key}[{at}]", item) for at, item in enumerate(value))
    else:
        yield key, value


_WORDS = {str: "text", int: "whole number", bool: "true or false"}


def _shown(value: Any) -> str:
    """The beginning of a value, however deep or long it is."""
    text = reprlib.repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
