"""Tying two records together."""

from __future__ import annotations

from ...model.changes import Change
from ...model.records import Record, Relation
from ...model.refs import Kind, Ref
from ...model.spans import Span
from ...model.vocabulary import RELATIONS, RelationKind, relation_kind
from ..library import Library
from .draft import changed
from .errors import ChangeError
from .named import name_of, the


def kinds_between(source: Ref, target: Ref) -> tuple[RelationKind, ...]:
    """The kinds of tie that fit both ends, in the order of the vocabulary."""
    if source == target:
        return ()
    return tuple(kind for kind in RELATIONS.values() if kind.joins(source.kind, target.kind))


def kinds_from(source: Ref) -> tuple[RelationKind, ...]:
    """The kinds of tie that can begin at this record."""
    return tuple(kind for kind in RELATIONS.values() if source.kind in kind.sources)


def targets(library: Library, source: Ref, kind: str) -> tuple[Ref, ...]:
    """What a tie of the kind can lead to from here, what stands in the same text first."""
    fits = relation_kind(kind)
    docs = {span.doc for span in library.spans(source)}
    found = [r for r in library.known if r != source and fits.joins(source.kind, r.kind)]
    return tuple(sorted(found, key=lambda ref: not docs & _docs_of(library, ref)))


def relate(
    library: Library,
    source: Ref,
    kind: str,
    target: Ref,
    now: str,
    *,
    spans: tuple[Span, ...] = (),
    ref: Ref | None = None,
) -> Change:
    """ChangeError if the kind does not fit, an end is missing, or the tie is there already."""
    ends = the(library, source, Record), the(library, target, Record)
    check_ends(kind, source, target)
    there = tie_between(library, source, kind, target)
    if there:
        raise ChangeError(f"{there.ref} says already that {_said(*ends, kind)}")
    tie = Relation(
        ref=ref or library.free_ref(Kind.RELATION),
        kind=kind,
        source=source,
        target=target,
        spans=spans,
    )
    return changed(library, tie, label=f"relate: {_said(*ends, kind)}", now=now)


def check_ends(kind: str, source: Ref, target: Ref) -> None:
    """ChangeError, with the kinds that would fit, if a tie of this kind cannot join the ends."""
    if source == target:
        raise ChangeError(f"{source} cannot be tied to itself; choose another record")
    if kind not in RELATIONS and not kind.startswith("x-"):
        raise ChangeError(f"there is no kind of tie “{kind}”; write {_offered(source, target)}")
    if not relation_kind(kind).joins(source.kind, target.kind):
        ends = f"{_article(source)} to {_article(target)}"
        raise ChangeError(f"“{kind}” cannot tie {ends}; write {_offered(source, target)}")


def tie_between(library: Library, source: Ref, kind: str, target: Ref) -> Relation | None:
    """The tie that says this; one that reads alike both ways may be stored either way round."""
    known = relation_kind(kind)
    ends = [(source, target)]
    if known.forward == known.backward:
        ends.append((target, source))
    at = library.relations_at(source)
    return next((r for r in at if r.kind == kind and (r.source, r.target) in ends), None)


def _docs_of(library: Library, ref: Ref) -> set[Ref]:
    record = library[ref]
    if isinstance(record, Relation):
        ref = record.source
    return {span.doc for span in library.spans(ref)}


def _said(source: Record, target: Record, kind: str) -> str:
    return f"{name_of(source)} {relation_kind(kind).forward} {name_of(target)}"


def _offered(source: Ref, target: Ref) -> str:
    fitting = [kind.name for kind in kinds_between(source, target)]
    return ", ".join([*fitting, "or a name of your own: x-…"]) if fitting else "x-…"


def _article(ref: Ref) -> str:
    word = ref.kind.word
    return f"an {word}" if word[0] in "ae" else f"a {word}"
