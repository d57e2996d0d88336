"""`opedtui new claim --words "the bridge is old" certainty=probable`"""

from __future__ import annotations

from collections.abc import Callable

from ...model.changes import Change
from ...model.dates import Edtf
from ...model.refs import Kind, Ref
from ...reading.changes.actors import new_actor
from ...reading.changes.fields import set_fields
from ...reading.changes.marking import new_claim, new_event, new_mention, new_note, new_quote
from ..changing import change_and_tell, followed, now
from ..choosing import chosen
from ..opened import Opened
from ..request import Request, UsageError

Typed = dict[str, str | None]
"""Fields and what they shall hold; a maker takes out those that it heeds itself."""
Maker = Callable[[Opened, Request, Ref, Typed], Change]


def run(request: Request) -> int:
    """A record on these words, or about this record, with the fields that are given."""
    return change_and_tell(request, lambda opened: _made(opened, request))


def _made(opened: Opened, request: Request) -> Change:
    """As it is proposed, and then what was said differently."""
    _refuse_what_is_not_used(request)
    typed = request.typed
    ref = opened.store.free_ref(request.asked_kind)
    change = _MAKERS[request.asked_kind](opened, request, ref, typed)
    if not typed:
        return change
    library = opened.library.apply(change)
    return followed(change, set_fields(library, ref, typed, now()))


def _refuse_what_is_not_used(request: Request) -> None:
    word = request.asked_kind.word
    if request.refs and (request.asked_kind is not Kind.NOTE or len(request.refs) > 1):
        raise UsageError(f"{request.refs[-1]} does not belong there; a {word} takes FIELD=VALUE")
    if request.choice.is_made and (request.asked_kind is Kind.ACTOR or request.refs):
        what = "an actor" if request.asked_kind is Kind.ACTOR else "a note on a record"
        raise UsageError(f"{what} has no place; leave it out")


def _claim(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    return new_claim(opened.library, chosen(opened.library, request.choice), now(), ref=ref)


def _quote(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    return new_quote(opened.library, chosen(opened.library, request.choice), now(), ref=ref)


def _event(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    span = chosen(opened.library, request.choice)
    typed_date = typed.pop("date.edtf", None)
    date = Edtf.parse(typed_date.strip()) if typed_date else None
    return new_event(opened.library, span, now(), date=date, ref=ref)


def _mention(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    span = chosen(opened.library, request.choice)
    typed_actor = typed.pop("actor", None)
    actor = Ref.parse(typed_actor.strip()) if typed_actor else None
    new = opened.store.free_ref(Kind.ACTOR)
    return new_mention(opened.library, span, now(), actor=actor, ref=ref, new_actor=new)


def _note(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    on = request.refs[0] if request.refs else chosen(opened.library, request.choice)
    return new_note(opened.library, on, typed.pop("body", None) or "", now(), ref=ref)


def _actor(opened: Opened, request: Request, ref: Ref, typed: Typed) -> Change:
    return new_actor(opened.library, typed.pop("name", None) or "", now(), ref=ref)


_MAKERS: dict[Kind, Maker] = {
    Kind.CLAIM: _claim,
    Kind.QUOTE: _quote,
    Kind.EVENT: _event,
    Kind.MENTION: _mention,
    Kind.NOTE: _note,
    Kind.ACTOR: _actor,
}
