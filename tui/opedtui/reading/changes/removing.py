"""Deleting a record with what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.changes import Change
from ...model.frozen import frozen
from ...model.records import Record
from ...model.refs import Ref
from ..library import Library
from .draft import Draft
from .named import counted, name_of, the


@frozen
class Dependents:
    """What else a deletion touches."""

    go: tuple[Ref, ...]
    """Those that cannot stand without it: ties, mentions, notes on nothing else."""
    lose: tuple[Ref, ...]
    """Those that stay, and name it no more."""


def dependents(library: Library, *refs: Ref) -> Dependents:
    """To be told before deleting these."""
    draft = _without(library, refs)
    return Dependents(tuple(ref for ref in draft.gone if ref not in refs), draft.rewritten)


def delete(library: Library, refs: Ref | Iterable[Ref], now: str) -> Change:
    """The records and what hangs on them, as one change."""
    chosen = (refs,) if isinstance(refs, Ref) else tuple(dict.fromkeys(refs))
    draft = _without(library, chosen)
    label = f"delete {_named(library, chosen)}"
    if others := len(draft.gone) - len(chosen):
        verb, them = "hangs" if others == 1 else "hang", "it" if len(chosen) == 1 else "them"
        label += f" and {others} more that {verb} on {them}"
    return draft.change(label, now)


def _without(library: Library, refs: tuple[Ref, ...]) -> Draft:
    draft = Draft(library)
    draft.remove(the(library, ref, Record).ref for ref in refs)
    return draft


def _named(library: Library, refs: tuple[Ref, ...]) -> str:
    return name_of(library[refs[0]]) if len(refs) == 1 else counted(len(refs))
