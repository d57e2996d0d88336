"""Whom a typed name means."""

from __future__ import annotations

from ...errors import OpedError, quoted
from ...model.records import Actor
from ...model.refs import REF, Kind, Ref
from ..finding import names_of
from ..fuzzy import best, folded
from ..library import Library

SHOWN = 10
"""As many actors are listed where a name may mean several."""


class UnknownActor(OpedError):
    """No actor is called so, or more than one."""


def actor_called(library: Library, name: str) -> Ref:
    """The one actor of this ref, name or alias, else the one that a few letters fit."""
    if REF.fullmatch(name.strip()):
        return _addressed(library, Ref.parse(name.strip()))
    named = [(a.ref, [folded(called) for called in names_of(a)]) for a in library.actors]
    whole = " ".join(folded(name).split())
    found = [ref for ref, names in named if whole and whole in names]
    found = found or (best(name, named) if whole else [])
    if len(found) == 1:
        return found[0]
    raise (
        _several(library, name, found)
        if found
        else UnknownActor(
            f"no actor is called {quoted(name)}; opedtui list actors shows who there is"
        )
    )


def _addressed(library: Library, ref: Ref) -> Ref:
    if ref.kind is not Kind.ACTOR:
        raise UnknownActor(f"{ref} is a {ref.kind.word}, no actor; give e.g. a1")
    if ref not in library:
        raise UnknownActor(f"there is no {ref}; opedtui list actors shows who there is")
    return ref


def _several(library: Library, name: str, found: list[Ref]) -> UnknownActor:
    error = UnknownActor(f"{quoted(name)} may be one of {len(found)} actors; give the ref of one")
    for ref in found[:SHOWN]:
        actor = library[ref]
        assert isinstance(actor, Actor), "only actors were looked at"
        error.add_note(f"{ref}  {actor.name} ({actor.kind})")
    if len(found) > SHOWN:
        error.add_note(f"and {len(found) - SHOWN} more")
    return error
