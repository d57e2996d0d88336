"""One actor out of two, and two out of one."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import replace
from types import MappingProxyType

from ...model.changes import Change
from ...model.records import Actor, Alias, Mention, Record, Relation
from ...model.refs import Kind, Ref
from ...model.vocabulary import relation_kind
from ..library import Library
from .draft import Draft, changed
from .errors import ChangeError
from .holders import Holders
from .named import counted, the
from .rewriting import renamed, rewritten


def new_actor(
    library: Library, name: str, now: str, *, kind: str = "person", ref: Ref | None = None
) -> Change:
    """ChangeError for an empty name."""
    actor = an_actor(library, name, kind, ref)
    return changed(library, actor, label=f"add {actor.name}", now=now)


def an_actor(library: Library, name: str, kind: str, ref: Ref | None = None) -> Actor:
    """The record of an actor so called, with the name as its first alias."""
    name = " ".join(name.split())
    if not name:
        raise ChangeError("an actor needs a name")
    ref = ref or library.free_ref(Kind.ACTOR)
    return Actor(ref=ref, name=name, kind=kind, aliases=(Alias(text=name),))


def merge(library: Library, gone: Ref, kept: Ref, now: str) -> Change:
    """Whatever named the one names the other, which takes over names, roles and tags.

    A tie between the two goes; of ties and mentions that have become the same one stays.
    """
    if gone == kept:
        raise ChangeError(f"{gone} cannot be merged into itself; choose another actor")
    old, new = the(library, gone, Actor), the(library, kept, Actor)
    draft = Draft(library)
    between = [r for r in library.whole.relations_at(gone) if {r.source, r.target} == {gone, kept}]
    draft.remove(relation.ref for relation in between)
    draft.rename(gone, kept)
    draft.remove([gone])
    draft.put(_united(old, new))
    _fold_twins(draft, kept)
    return draft.change(f"merge {old.name} into {new.name}", now)


def split(
    library: Library,
    actor: Ref,
    name: str,
    now: str,
    *,
    aliases: Iterable[str] = (),
    records: Iterable[Ref] = (),
    ref: Ref | None = None,
) -> Change:
    """A new actor of this name takes the aliases, the mentions in these words, and the records.

    `records`: whatever else names the actor and shall name the new one.
    """
    old = the(library, actor, Actor)
    new = an_actor(library, name, old.kind, ref)
    draft = Draft(library)
    draft.put(new)
    _move_aliases(library, draft, aliases, old, new)
    for record in records:
        _hand_over(library, draft, record, old, new)
    return draft.change(f"split {new.name} from {old.name}", now)


def hand_over(
    library: Library,
    source: Ref,
    target: Ref,
    now: str,
    *,
    aliases: Iterable[str] = (),
    records: Iterable[Ref] = (),
) -> Change:
    """The other actor takes the aliases, the mentions in these words, and the records.

    Of ties and mentions that have become the same one stays.
    """
    if source == target:
        raise ChangeError(f"{source} has them already; choose another actor")
    old, new = the(library, source, Actor), the(library, target, Actor)
    texts, refs = tuple(aliases), tuple(records)
    draft = Draft(library)
    _move_aliases(library, draft, texts, old, new)
    for record in refs:
        _hand_over(library, draft, record, old, new)
    held = (draft[record.ref] for record in Holders(library).of(source))
    _fold_twins(draft, target, [record for record in held if record != library[record.ref]])
    what = _handed(texts, refs)
    return draft.change(f"hand {what} over from {old.name} to {new.name}", now)


def _handed(aliases: tuple[str, ...], records: tuple[Ref, ...]) -> str:
    """`“Moscow” and 2 records`"""
    named = [", ".join(f"“{text}”" for text in aliases)] * bool(aliases)
    return " and ".join(named + [counted(len(records))] * bool(records))


def mentions_of(library: Library, actor: Ref) -> tuple[Mention, ...]:
    """Every place where a text calls the actor, in the order of the store."""
    return tuple(r for r in library.values() if isinstance(r, Mention) and r.actor == actor)


def _move_aliases(
    library: Library, draft: Draft, aliases: Iterable[str], old: Actor, new: Actor
) -> None:
    texts = tuple(aliases)
    for text in texts:
        if text not in (alias.text for alias in old.aliases):
            raise ChangeError(f"{old.name} is not called “{text}”")
    moving = tuple(alias for alias in old.aliases if alias.text in texts)
    staying = tuple(alias for alias in old.aliases if alias.text not in texts)
    draft.put(replace(old, aliases=staying))
    draft.put(replace(new, aliases=_once(new.aliases + moving)))
    for mention in mentions_of(library, old.ref) if moving else ():
        if mention.span.exact in texts:
            draft.put(replace(mention, actor=new.ref))


def _hand_over(library: Library, draft: Draft, ref: Ref, old: Actor, new: Actor) -> None:
    record = the(library, ref, Record)
    if old.ref not in (held for _, held in record.references()):
        raise ChangeError(f"{ref} does not name {old.name} ({old.ref})")
    after = renamed(draft[ref], {old.ref: new.ref})
    if _names_itself(after):
        raise ChangeError(f"{ref} would tie {new.name} to itself; let it stay, or delete it")
    draft.put(after)


def _names_itself(record: Record) -> bool:
    match record:
        case Relation(source=source, target=target):
            return source == target
        case Actor(ref=ref, part_of=whole):
            return ref == whole
    return False


def _united(old: Actor, new: Actor) -> Actor:
    """The new one with what only the old one had; neither is a part of the other any more."""
    olds, news = (_apart(actor, old.ref, new.ref) for actor in (old, new))
    return replace(
        news,
        aliases=_once((*news.aliases, Alias(text=olds.name), *olds.aliases)),
        part_of=news.part_of or olds.part_of,
        roles=tuple(dict.fromkeys(news.roles + olds.roles)),
        country=news.country or olds.country,
        wikidata=news.wikidata or olds.wikidata,
        tags=tuple(dict.fromkeys(news.tags + olds.tags)),
        extra=MappingProxyType({**olds.extra, **news.extra}),
    )


def _apart(actor: Actor, *refs: Ref) -> Actor:
    alone = rewritten(actor, lambda leaf: None if leaf in refs else leaf)
    assert alone, "no field that names an actor is needed by an actor"
    return alone


def _once(aliases: Collection[Alias]) -> tuple[Alias, ...]:
    """Each text once, as it was first told."""
    texts: dict[str, Alias] = {}
    for alias in aliases:
        texts.setdefault(alias.text, alias)
    return tuple(texts.values())


def _fold_twins(draft: Draft, ref: Ref, come: Iterable[Record] = ()) -> None:
    """Of ties and mentions here that say the same, one stays and takes the others' place.

    `come`: those that have come here by now, and were not here in the library.
    """
    first: dict[Hashable, Ref] = {}
    for held in [*draft.holders(ref), *come]:
        record = draft.get(held.ref)
        if isinstance(record, Mention | Relation):
            twin = first.setdefault(_says(record), record.ref)
            if twin != record.ref:
                _fold(draft, record, twin)


def _fold(draft: Draft, record: Mention | Relation, twin: Ref) -> None:
    kept = draft[twin]
    if isinstance(kept, Relation) and isinstance(record, Relation):
        spans = tuple(dict.fromkeys(kept.spans + record.spans))
        draft.put(replace(kept, spans=spans, tags=tuple(dict.fromkeys(kept.tags + record.tags))))
    draft.rename(record.ref, twin)
    draft.remove([record.ref])
    _fold_twins(draft, twin)


def _says(record: Mention | Relation) -> Hashable:
    """What a twin says too; a tie that reads alike both ways has no first end."""
    if isinstance(record, Mention):
        return record.actor, record.span.doc, record.span.start, record.span.end
    kind = relation_kind(record.kind)
    ends = [record.source, record.target]
    if kind.forward == kind.backward:
        ends.sort()
    return record.kind, *ends, record.certainty, record.holds
