"""Setting a field of a record by its path, as `check` and `--json` name it: `voice[0].actor`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ...errors import OpedError
from ...model.changes import Change
from ...model.fields import NOTHING, FieldError
from ...model.records import RECORDS, Document, Record, read_record
from ...model.refs import Kind, Ref
from ..library import Library
from .addresses import worded
from .draft import changed
from .faults import faults_of
from .forms import KEPT
from .named import counted, name_of, the
from .paths import put, steps
from .spans import worded_alike
from .texts import with_text

R = TypeVar("R", bound=Record)

_DEFAULTS: dict[Kind, dict[str, Any]] = {
    Kind.ACTOR: {"kind": "person"},
    Kind.CLAIM: {"voice": [], "kind": "fact", "stance": "endorses", "certainty": "unstated"},
    Kind.QUOTE: {"kind": "direct", "attribution": "none"},
    Kind.MENTION: {"form": "name"},
}


def set_field(library: Library, ref: Ref, path: str, value: object, now: str) -> Change:
    """The field with this value, as typed (“a3, a4”, “yes”) or as JSON has it; else FieldError.

    `tags[+]`, `voice[+]`: one more at the end.
    """
    record = _with(library, the(library, ref, Record), {path: value})
    label = f"change {path.removesuffix('[+]')} of {name_of(library[ref])}"
    return changed(library, record, label=label, now=now)


def clear_field(library: Library, ref: Ref, path: str, now: str) -> Change:
    """The field (or the item of a list) left out; FieldError for one that is needed."""
    record = _with(library, the(library, ref, Record), {path: None})
    label = f"clear {path} of {name_of(library[ref])}"
    return changed(library, record, label=label, now=now)


def set_fields(library: Library, ref: Ref, values: Mapping[str, object], now: str) -> Change:
    """Several at once, one undo: what a dialog saves. A value of None clears."""
    record = _with(library, the(library, ref, Record), values)
    what = next(iter(values)) if len(values) == 1 else counted(len(values), "field")
    return changed(library, record, label=f"change {what} of {name_of(library[ref])}", now=now)


def field_set(library: Library, ref: Ref, path: str, value: object) -> Record:
    """The record with the field so; FieldError, with the ref, if it cannot have that."""
    try:
        return _with(library, the(library, ref, Record), {path: value})
    except FieldError as error:
        raise FieldError(f"{ref} {error}") from error


def problem(
    library: Library, ref: Ref, path: str, value: object, others: Mapping[str, object] = NOTHING
) -> str:
    """What is wrong with the value, for the line under the field; nothing when it is right.

    `others`: fields that are set before it, and are right.
    """
    try:
        _with(library, the(library, ref, Record), {**others, path: value})
    except FieldError as error:
        return str(error).partition(": ")[2] or str(error)
    return ""


def new_record(
    library: Library, kind: Kind, values: Mapping[str, object], now: str, *, ref: Ref | None = None
) -> Change:
    """A record of these fields, each as `set_field` takes it; FieldError for one missing."""
    ref = ref or library.free_ref(kind)
    data = dict(_DEFAULTS.get(kind, {}))
    record = _checked(library, _read(library, ref, data, values), tuple(values))
    if isinstance(record, Document):
        record = with_text(record, record.text)
    return changed(library, record, label=f"add {_new_name(record)}", now=now)


def _with(library: Library, record: Record, values: Mapping[str, object]) -> Record:
    """The record with these fields, if nothing is wrong with them."""
    if isinstance(record, Document) and "text" in values:
        raise FieldError("text: is replaced as a whole, so that what stands on it moves along")
    after = _read(library, record.ref, record.to_dict(), values)
    return _checked(library, _following(record, after, values), tuple(values))


def _following(before: R, after: R, values: Mapping[str, object]) -> R:
    """What repeated the words of a record repeats those it stands on now, unless it was set."""
    is_moved = before.places != after.places
    is_told = any(path.partition(".")[0] in ("text", "date") for path in values)
    return worded_alike(before, after) if is_moved and not is_told else after


def _read(library: Library, ref: Ref, data: dict[str, Any], values: Mapping[str, object]) -> Record:
    for path, value in values.items():
        way = steps(path)
        if way[0].key in KEPT:
            raise FieldError(f"{path}: {KEPT[way[0].key]}; it cannot be set")
        put(data, RECORDS[ref.kind], way, value)
        data = _worded(library, data, path)
    return read_record(ref, data)


def _worded(library: Library, data: dict[str, Any], path: str) -> dict[str, Any]:
    """With the words of the places that were typed."""
    try:
        words: dict[str, Any] = worded(library, data)
    except OpedError as error:
        raise FieldError(f"{path}: {str(error).removeprefix(': ')}") from error
    return words


def _checked(library: Library, record: Record, paths: tuple[str, ...]) -> Record:
    """The record, if nothing is wrong at these paths; older faults elsewhere stay as they are."""
    for place, fault in faults_of(library, record):
        if any(_touches(place, path) for path in paths):
            raise FieldError(f"{place}: {fault}")
    return record


def _touches(place: str, path: str) -> bool:
    """Whether the one field is the other, or within it."""
    one, other = _plain(place), _plain(path)
    return one[: len(other)] == other or other[: len(one)] == one


def _plain(path: str) -> list[str]:
    """A new item may be any."""
    parts = path.replace("[", ".[").split(".")
    return parts[: parts.index("[+]")] if "[+]" in parts else parts


def _new_name(record: Record) -> str:
    name = name_of(record)
    return name if name != str(record.ref) else f"{record.ref.kind.word} {name}"
