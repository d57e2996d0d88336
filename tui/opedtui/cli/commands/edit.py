"""`opedtui edit c12 kind=policy tags=` and `opedtui edit c12 --words "the bridge"`"""

from __future__ import annotations

from ...errors import OpedError
from ...model.changes import Change
from ...model.fields import FieldError
from ...model.refs import Ref
from ...model.spans import Span
from ...reading.changes.fields import set_fields
from ...reading.changes.named import counted
from ...reading.changes.spans import move_span
from ...reading.changes.texts import attach, orphans
from ...reading.library import Library
from ..changing import change_and_tell, followed, now
from ..choosing import chosen
from ..opened import Opened
from ..request import Request, UsageError


class SeveralPlaces(OpedError):
    """It is not said which of its places the record shall leave."""


def run(request: Request) -> int:
    """The fields of the records so, and the record on these words."""
    if not request.values and not request.choice.is_made:
        raise UsageError("nothing is to be changed; write FIELD=VALUE, or a place")
    if request.choice.is_made and len(request.asked_refs) > 1:
        raise UsageError("only one record can move to a place; give the others without it")
    return change_and_tell(request, lambda opened: _changed(opened, request))


def _changed(opened: Opened, request: Request) -> Change:
    library = opened.library
    refs = tuple(opened.record(ref).ref for ref in request.asked_refs)
    changes: list[Change] = []
    if request.choice.is_made:
        changes.append(_moved(library, refs[0], chosen(library, request.choice)))
        library = library.apply(changes[0])
    if request.values:
        changes.append(_set(library, refs, request.typed))
    return followed(*changes)


def _set(library: Library, refs: tuple[Ref, ...], typed: dict[str, str | None]) -> Change:
    """All of the fields of all of the records, as one change."""
    if len(refs) == 1:
        return set_fields(library, refs[0], typed, now())
    what = next(iter(typed)) if len(typed) == 1 else counted(len(typed), "field")
    changes = (_set_in(library, ref, typed) for ref in refs)
    return followed(Change(f"change {what} of {counted(len(refs))}", ()), *changes)


def _set_in(library: Library, ref: Ref, typed: dict[str, str | None]) -> Change:
    """Of several, the one with the fault is named."""
    try:
        return set_fields(library, ref, typed, now())
    except FieldError as error:
        raise FieldError(f"{ref} {error}") from error


def _moved(library: Library, ref: Ref, span: Span) -> Change:
    """An orphan is attached; else the record leaves its only place."""
    lost = [orphan for orphan in orphans(library, span.doc) if orphan.ref == ref]
    if len(lost) == 1:
        return attach(library, lost[0], span, now())
    places = library[ref].places
    if len(places) != 1:
        how_many = counted(len(places), "place") if places else "no place"
        raise SeveralPlaces(f"{ref} stands on {how_many}; only one with a single place can move")
    return move_span(library, ref, places[0], span, now())
