"""The neighbours of a record: ties that are stored, and ties that a field already says."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.frozen import frozen
from ..model.records import Actor, Claim, Document, Event, Note, Quote, Record, Relation
from ..model.refs import Kind, Ref
from ..model.vocabulary import RELATIONS, relation_kind
from .library import Library


@frozen
class Tie:
    """How a record reads towards another one: “is supported by” c15."""

    glyph: str
    label: str
    other: Ref
    relation: Ref | None = None
    """The record of the tie, when it has one."""


@frozen
class FieldTie:
    """A tie that needs no record: how it reads from its source, and from its target."""

    glyph: str
    forward: str
    backward: str


SAYS = FieldTie("“", "says", "is said by")
SPEAKS = FieldTie("“", "speaks", "is spoken by")
HEARS = FieldTie("”", "is addressed in", "is addressed to")
WORDS = FieldTie("q", "gives the words of", "is in the words")
DATES = FieldTie("◷", "dates", "is dated by")
ABOUT = FieldTie("@", "is about", "is spoken of in")
TAKES_PART = FieldTie("•", "takes part in", "involves")
BELONGS = FieldTie("⊂", "belongs to", "includes")
SERVES = FieldTie("⊂", "holds office in", "has in office")
WROTE = FieldTie("✎", "wrote", "is written by")
PUBLISHED = FieldTie("✎", "published", "is published by")
NOTES = FieldTie("n", "is a note on", "has the note")
FIELD_TIES = (
    SAYS, SPEAKS, HEARS, WORDS, DATES, ABOUT, TAKES_PART, BELONGS, SERVES, WROTE, PUBLISHED, NOTES,
)  # fmt: skip

UNDERCUTS = RELATIONS["undercuts"]
STEP_UNDERCUT = "has a step undercut by"
"""An undercut attacks a tie, and so weakens both of its ends."""

BEGINS, LEADS = "begins at", "leads to"
"""How a tie that is itself at hand reads towards its two ends."""

_UNDESCRIBED = ""
"""Stands in the order for the labels of kinds that nobody described."""

_ORDER = {
    label: rank
    for rank, label in enumerate(
        [label for kind in RELATIONS.values() for label in (kind.backward, kind.forward)]
        + [STEP_UNDERCUT, BEGINS, LEADS, _UNDESCRIBED]
        + [label for tie in FIELD_TIES for label in (tie.backward, tie.forward)]
    )
}
"""The argument first, then ties between actors, then what the fields say."""


def ties_of(library: Library, ref: Ref) -> tuple[Tie, ...]:
    """Every tie of a record, in both directions, those that read alike together."""
    found = dict.fromkeys((*_stored(library, ref), *_undercut(library, ref), *_said(library, ref)))
    return tuple(sorted(found, key=lambda tie: _rank(tie.label)))


def _rank(label: str) -> tuple[int, str]:
    return _ORDER.get(label, _ORDER[_UNDESCRIBED]), label


def _stored(library: Library, ref: Ref) -> Iterator[Tie]:
    for relation in library.relations_at(ref):
        kind = relation_kind(relation.kind)
        if relation.source == ref:
            yield Tie(kind.glyph, kind.forward, relation.target, relation.ref)
        else:
            yield Tie(kind.glyph, kind.backward, relation.source, relation.ref)


def _undercut(library: Library, ref: Ref) -> Iterator[Tie]:
    for relation in library.relations_at(ref):
        for attack in library.relations_at(relation.ref):
            if (attack.kind, attack.target) == (UNDERCUTS.name, relation.ref):
                yield Tie(UNDERCUTS.glyph, STEP_UNDERCUT, attack.source, attack.ref)


def _said(library: Library, ref: Ref) -> Iterator[Tie]:
    record = library.get(ref)
    if record is None:
        return
    for holder in (record, *library.referring(ref)):
        for kind, source, target in _field_ties(library, holder):
            if source == ref:
                yield Tie(kind.glyph, kind.forward, target)
            elif target == ref:
                yield Tie(kind.glyph, kind.backward, source)
    if isinstance(record, Relation):
        glyph = relation_kind(record.kind).glyph
        yield Tie(glyph, BEGINS, record.source)
        yield Tie(glyph, LEADS, record.target)
    for claim_or_quote in _dated_by(library, record):
        yield Tie(DATES.glyph, DATES.forward, claim_or_quote)


def _field_ties(library: Library, holder: Record) -> Iterator[tuple[FieldTie, Ref, Ref]]:
    """What the fields of one record say: (kind of tie, source, target)."""
    this = holder.ref
    match holder:
        case Claim():
            yield from ((SAYS, voice.actor, this) for voice in holder.voice)
            yield from ((ABOUT, this, actor) for actor in holder.about)
            yield from ((DATES, event, this) for event in dates_in(library, holder))
        case Quote():
            yield from ((SPEAKS, speaker, this) for speaker in holder.speakers)
            yield from ((HEARS, addressee, this) for addressee in holder.addressees)
            yield from ((DATES, event, this) for event in dates_in(library, holder))
            if holder.claim:
                yield WORDS, this, holder.claim
        case Event():
            yield from ((TAKES_PART, actor, this) for actor in holder.actors)
        case Actor():
            yield from ((SERVES, this, role.org) for role in holder.roles if role.org)
            if holder.part_of:
                yield BELONGS, this, holder.part_of
        case Document():
            yield from ((WROTE, author, this) for author in holder.authors)
            if holder.outlet:
                yield PUBLISHED, holder.outlet, this
        case Note():
            yield from ((NOTES, this, on) for on in holder.on if isinstance(on, Ref))


def dates_in(library: Library, record: Record) -> Iterator[Ref]:
    """The events whose phrase stands within the words of the record."""
    for span in library.spans(record.ref):
        for anchor in library.anchors(span.doc).between(span.start, span.end):
            within = span.start <= anchor.start and anchor.end <= span.end
            if anchor.ref.kind is Kind.EVENT and within:
                yield anchor.ref


def _dated_by(library: Library, record: Record) -> Iterator[Ref]:
    """The claims and quotes in whose words the phrase of an event stands."""
    if not isinstance(record, Event):
        return
    for span in library.spans(record.ref):
        for anchor in library.anchors(span.doc).between(span.start, span.end):
            around = anchor.start <= span.start and span.end <= anchor.end
            if anchor.ref.kind in (Kind.CLAIM, Kind.QUOTE) and around:
                yield anchor.ref
