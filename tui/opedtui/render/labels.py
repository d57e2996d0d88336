"""What a record is called in one line."""

from __future__ import annotations

from ..model.records import (
    Actor,
    Claim,
    Document,
    Event,
    Mention,
    Note,
    Quote,
    Record,
    Relation,
)
from ..model.refs import Ref
from ..model.vocabulary import relation_kind
from ..reading.library import Library
from .visible import visible


def label(library: Library, ref: Ref) -> str:
    """The record in a line of plain, visible text; a missing one says so."""
    record = library.get(ref)
    return visible(_label(library, record)) if record else f"{ref} is missing"


def _label(library: Library, record: Record) -> str:
    match record:
        case Document():
            return record.title
        case Actor():
            return record.name
        case Claim():
            return record.text
        case Quote():
            return f"“{words(record)}”"
        case Event():
            return record.label
        case Relation():
            return f"{record.source} {relation_kind(record.kind).forward} {record.target}"
        case Note():
            return record.body.partition("\n")[0]
        case Mention():
            return record.span.exact
    return str(record.ref)


def words(record: Record) -> str:
    """The exact words of a record, the parts of a broken quotation joined by “…”."""
    return " … ".join(span.exact for span in record.places)


def short_name(library: Library, ref: Ref) -> str:
    """An actor in a narrow column: the surname of a person, the name of anybody else."""
    record = library.get(ref)
    if isinstance(record, Actor) and record.kind == "person" and record.name[:1].isupper():
        return visible(record.name.split()[-1])
    return label(library, ref)


def speaker(library: Library, record: Record) -> str:
    """Whose words these are: the innermost voice of a claim, the speakers of a quote."""
    if isinstance(record, Claim) and record.voice:
        return short_name(library, record.voice[-1].actor)
    if isinstance(record, Quote) and record.speakers:
        return ", ".join(short_name(library, ref) for ref in record.speakers)
    return "–"


def voice_chain(library: Library, claim: Claim) -> str:
    """Who says it, outermost first: “Huseynov ▸ Zelensky, mixed”."""
    names = " ▸ ".join(short_name(library, voice.actor) for voice in claim.voice)
    mode = claim.voice[-1].mode if claim.voice else ""
    return f"{names}, {visible(mode)}" if mode else names
