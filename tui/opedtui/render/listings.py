"""The records of a kind as rows and columns: what tells one from another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..model.date_words import spoken
from ..model.records import Actor, Claim, Document, Event, Mention, Note, Quote, Record, Relation
from ..model.refs import Kind, Ref
from ..reading.library import Library
from ..reading.ties import SAYS, ties_of
from .labels import label, short_name, speaker, words
from .palette import CENTRAL
from .sheets import Row, Sheet

ROOMY_ONLY = ("stance", "certainty", "attribution", "form")


def listing(library: Library, kind: Kind, records: Iterable[Record]) -> Sheet:
    """A row for each of these records of the kind."""
    columns, row = _LISTINGS[kind]
    rows = tuple((str(record.ref), *row(library, record)) for record in records)
    return Sheet(("ref", *columns), rows, ROOMY_ONLY)


def _document(library: Library, document: Document) -> Row:
    authors = ", ".join(short_name(library, ref) for ref in document.authors)
    published = spoken(document.published) if document.published else ""
    claims = len(library.standing_in(document.ref, Claim))
    return authors, published, str(claims), document.title


def _actor(library: Library, actor: Actor) -> Row:
    named = len(library.spans(actor.ref))
    says = sum(tie.label == SAYS.forward for tie in ties_of(library, actor.ref))
    return actor.kind, str(named), str(says), actor.name


def _claim(library: Library, claim: Claim) -> Row:
    central = CENTRAL if claim.central else ""
    who = speaker(library, claim)
    return central, who, claim.kind, claim.stance, claim.certainty, claim.text


def _quote(library: Library, quote: Quote) -> Row:
    return speaker(library, quote), quote.kind, quote.attribution, label(library, quote.ref)


def _event(library: Library, event: Event) -> Row:
    return str(event.date.edtf), spoken(event.date.edtf, event.date.mod or None), event.label


def _relation(library: Library, relation: Relation) -> Row:
    source, target = relation.source, relation.target
    ends = label(library, source), label(library, target)
    return str(source), relation.kind, str(target), *ends


def _note(library: Library, note: Note) -> Row:
    return ", ".join(str(on if isinstance(on, Ref) else on.doc) for on in note.on), note.body


def _mention(library: Library, mention: Mention) -> Row:
    # 10 ms of rich that only this list needs in a pipe.
    from .facts import where

    name = label(library, mention.actor)
    return str(mention.actor), name, mention.form, where(library, mention), words(mention)


_LISTINGS: dict[Kind, tuple[Row, Callable[[Library, Any], Row]]] = {
    Kind.DOCUMENT: (("by", "published", "claims", "title"), _document),
    Kind.ACTOR: (("kind", "named", "says", "name"), _actor),
    Kind.CLAIM: ((CENTRAL, "who", "kind", "stance", "certainty", "claim"), _claim),
    Kind.QUOTE: (("who", "kind", "attribution", "words"), _quote),
    Kind.EVENT: (("date", "said", "event"), _event),
    Kind.RELATION: (("from", "kind", "to", "what", "to what"), _relation),
    Kind.NOTE: (("on", "note"), _note),
    Kind.MENTION: (("of", "name", "form", "where", "words"), _mention),
}
"""The headings behind the ref, and what fills the cells under them."""
