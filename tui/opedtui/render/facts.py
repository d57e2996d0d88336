"""What is known of a record: who says it, on what terms, about whom, about when, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from ..model.date_words import spoken
from ..model.dates import Edtf
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
    Role,
)
from ..model.refs import Kind, Ref
from ..reading.library import Library
from .labels import label, short_name, voice_chain
from .palette import CENTRAL, Palette
from .visible import visible

Fact = tuple[str, str]
"""(what, value), both ready to show."""


def facts(library: Library, ref: Ref) -> list[Fact]:
    """The facts of a record, the most asked for first; empty ones are left out."""
    record = library.get(ref)
    if record is None:
        return []
    found = (*_of_kind(library, record), *_of_any(library, record))
    return [(what, visible(value)) for what, value in found if value]


def _of_kind(library: Library, record: Record) -> Iterator[Fact]:
    match record:
        case Document():
            yield "by", _names(library, record.authors)
            yield "in", _names(library, [record.outlet] if record.outlet else [])
            yield "published", _date(record.published)
            yield "address", record.url
            yield "rights", record.rights
        case Actor():
            yield "kind", record.kind
            yield "also called", ", ".join(alias.text for alias in record.aliases)
            yield "roles", "; ".join(_role(library, role) for role in record.roles)
            yield "part of", _names(library, [record.part_of] if record.part_of else [])
            yield "country", record.country
        case Claim():
            yield "said by", voice_chain(library, record)
            yield "kind", record.kind
            yield "stance", record.stance
            yield "certainty", record.certainty
            yield "polarity", "denied" if record.polarity == "neg" else record.polarity
            yield "central", CENTRAL if record.central else ""
            yield "holds", _date(record.holds)
            yield "about", _names(library, record.about)
        case Quote():
            yield "said by", _names(library, record.speakers)
            yield "to", _names(library, record.addressees)
            yield "kind", record.kind
            yield "cue", f"“{record.cue.exact}”" if record.cue else ""
            yield "attribution", record.attribution
            yield "said", _date(record.said)
        case Event():
            yield "date", spoken(record.date.edtf, record.date.mod or None)
            yield "in the words", f"“{record.date.raw}”"
            yield "dated from", record.date.anchor
            yield "actors", _names(library, record.actors)
            yield "state", record.state
        case Relation():
            yield "from", f"{record.source} {label(library, record.source)}"
            yield "to", f"{record.target} {label(library, record.target)}"
            yield "certainty", record.certainty
            yield "holds", _date(record.holds)
        case Mention():
            yield "of", label(library, record.actor)
            yield "form", record.form
        case Note():
            yield "on", ", ".join(str(on) for on in record.on if isinstance(on, Ref))


def _of_any(library: Library, record: Record) -> Iterator[Fact]:
    yield "tags", ", ".join(getattr(record, "tags", ()))
    if record.status != "confirmed":
        sure = "" if record.confidence is None else f", {record.confidence} % sure"
        yield "status", f"{record.status}, by {record.by}{sure}"
    if record.ref.kind is not Kind.ACTOR:
        yield "where", where(library, record)


def where(library: Library, record: Record) -> str:
    """`d1 ¶ 4, ¶ 16`"""
    places: dict[Ref, list[str]] = {}
    for span in record.places:
        document = library.document(span.doc)
        paragraph = library.paragraphs(span.doc).at(span.start) if document else None
        places.setdefault(span.doc, []).append(f"¶ {paragraph.number}" if paragraph else "?")
    return "; ".join(f"{doc} {', '.join(dict.fromkeys(at))}" for doc, at in places.items())


def _names(library: Library, refs: Iterable[Ref]) -> str:
    return ", ".join(short_name(library, ref) for ref in refs)


def _date(date: Edtf | None) -> str:
    return spoken(date) if date else ""


def _role(library: Library, role: Role) -> str:
    org = f" of {short_name(library, role.org)}" if role.org else ""
    return role.role + org


NAMED = {"stance", "about", "holds", "to", "cue", "said", "dated from", "actors"}
"""Facts whose value does not say by itself what it is."""
UNREMARKABLE: Fact = ("stance", "endorses")
"""What goes without saying when a voice says something."""
NOT_ON_CARDS = {"central", "address", "rights", "where", "polarity"}


def card(library: Library, ref: Ref, palette: Palette) -> tuple[Text, Text]:
    """The record at a glance: a line of facts, and its words or statement."""
    shown = [
        f"{what} {value}" if what in NAMED or value == "unstated" else value
        for what, value in facts(library, ref)
        if what not in NOT_ON_CARDS and (what, value) != UNREMARKABLE
    ]
    record = library.get(ref)
    central = f" {CENTRAL} central" if isinstance(record, Claim) and record.central else ""
    line = Text.assemble(
        (f"{ref} {ref.kind.word}", palette.of(ref.kind)),
        (central, palette.central),
        (" · " + " · ".join(shown), palette.dim),
    )
    return line, Text(label(library, ref))
