"""Deciding about drafts: they are accepted, rejected, or accepted after something was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.changes import Change
from ...model.records import Actor, Claim, Event, Mention, Quote, Record, Relation
from ...model.refs import Kind, Ref
from ..library import Library
from ..reviewing import READER
from .draft import Draft
from .joining import joined
from .named import counted, name_of


def accepted(library: Library, refs: Iterable[Ref], now: str) -> Change:
    """They are the reader's from now on, with the actors that they name, and those's mentions."""
    asked = list(refs)
    chosen = list(_with_ends(library, asked))
    draft = Draft(library)
    for ref in chosen:
        _decide(draft, ref, "confirmed")
    known = set(_named(draft, chosen)) | {r for r in chosen if r.kind is Kind.ACTOR}
    for mention in _waiting(library, known):
        draft.put(replace(mention, status="confirmed"))
    return draft.change(_label("accept", library, asked), now)


def rejected(library: Library, refs: Iterable[Ref], now: str) -> Change:
    """They stay, so that nothing proposes them again; other drafts do not name them any more.

    Of an actor that is known already only the drafted mentions go.
    """
    chosen = list(refs)
    draft = Draft(library)
    for ref in chosen:
        if library[ref].status == "draft":
            _decide(draft, ref, "rejected")
    actors = {ref for ref in chosen if ref.kind is Kind.ACTOR}
    for mention in _waiting(library, actors):
        draft.put(replace(mention, status="rejected"))
    for tie in _tied(library, set(chosen)):
        draft.put(replace(tie, status="rejected"))
    gone = {ref for ref in actors if library[ref].status == "draft"}
    for record in _without(library, gone):
        draft.put(record)
    return draft.change(_label("reject", library, chosen), now)


def fixed(library: Library, ref: Ref, change: Change, now: str) -> Change:
    """The draft with what the reader changed, and accepted; it says that both made it."""
    after = library.apply(change)
    record = after[ref]
    by = record.by if record.by.startswith(READER) else READER + record.by
    draft = Draft(after)
    draft.put(replace(record, by=by))
    ours = draft.change("", now)
    label = f"fix {name_of(record)}"
    return joined(label, (change, ours, accepted(after.apply(ours), [ref], now)))


def _with_ends(library: Library, refs: Iterable[Ref]) -> Iterator[Ref]:
    """A tie that is known ties records that are."""
    for ref in refs:
        yield ref
        tie = library[ref]
        if isinstance(tie, Relation):
            yield from (end for end in (tie.source, tie.target) if library[end].status == "draft")


def _tied(library: Library, ends: set[Ref]) -> Iterator[Relation]:
    """The drafted ties of these records."""
    for tie in library.values():
        if isinstance(tie, Relation) and tie.status == "draft" and ends & {tie.source, tie.target}:
            yield tie


def _decide(draft: Draft, ref: Ref, status: str) -> None:
    draft.put(replace(draft[ref], status=status))


def _named(draft: Draft, refs: Iterable[Ref]) -> Iterator[Ref]:
    """The drafted actors that become known because a record names them."""
    for ref in refs:
        for _, named in draft[ref].references():
            if named.kind is Kind.ACTOR and draft[named].status == "draft":
                yield named


def _waiting(library: Library, actors: set[Ref]) -> list[Mention]:
    """The drafted mentions of these actors, in every text."""
    if not actors:
        return []
    mentions = (record for record in library.values() if isinstance(record, Mention))
    return [m for m in mentions if m.status == "draft" and m.actor in actors]


def _without(library: Library, actors: set[Ref]) -> Iterator[Record]:
    """The drafts that name one of these actors, as they are without it."""
    if not actors:
        return
    for record in library.values():
        if record.status == "draft" and any(ref in actors for _, ref in record.references()):
            match record:
                case Quote():
                    speakers = tuple(ref for ref in record.speakers if ref not in actors)
                    yield replace(record, speakers=speakers, attribution="none")
                case Event():
                    left = tuple(ref for ref in record.actors if ref not in actors)
                    yield replace(record, actors=left)
                case Claim():
                    voice = tuple(link for link in record.voice if link.actor not in actors)
                    about = tuple(ref for ref in record.about if ref not in actors)
                    yield replace(record, voice=voice, about=about)
                case Actor() if record.ref not in actors:
                    yield replace(record, part_of=None)


def _label(what: str, library: Library, refs: list[Ref]) -> str:
    return f"{what} {name_of(library[refs[0]]) if len(refs) == 1 else counted(len(refs), 'draft')}"
