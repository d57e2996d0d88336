"""What a text leaves open: views without grounds, attacks without answer, voices never heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..model.dates import Day
from ..model.frozen import frozen
from ..model.records import Actor, Claim, Event, Quote, Relation
from ..model.refs import Ref
from ..model.spans import Span
from .argument import restatements, ties_to
from .library import Library
from .voices import OWN

HELD = ("endorses", "concedes")
"""Stances of a writer who stands behind a claim."""
NEED_REASONS = ("value", "policy", "cause", "prediction")
"""Kinds of claim that are not seen to be true by looking."""
VERBATIM = ("direct", "mixed")
"""Own words stand between the quotation marks, all of them or some."""
ANSWERS = ("attacks", "contradicts", "qualifies")


@frozen
class Gap:
    """One thing that is missing."""

    kind: str
    ref: Ref
    """What it is missing for."""
    other: Ref | None = None
    """What is attacked."""
    why: str = ""
    """A few words for one who wonders."""


@frozen
class GapKind:
    """A question to the text."""

    name: str
    title: str
    find: Callable[[Library, Ref, date], Iterator[Gap]]


def gaps(library: Library, doc: Ref, today: date) -> tuple[Gap, ...]:
    """Every gap of the document; those of a kind stand together, the gravest first."""
    return tuple(gap for kind in GAP_KINDS for gap in kind.find(library, doc, today))


def _unsupported(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    """Of what the writer stands behind; what supports a restatement supports the claim."""
    held = [claim for claim in library.standing_in(doc, Claim) if claim.stance in HELD]
    for claim in sorted(held, key=_gravity):
        alike = restatements(library, claim.ref)
        if not any(any(ties_to(library, ref, ("supports",))) for ref in alike):
            central = "central " if claim.central else ""
            yield Gap("unsupported", claim.ref, why=f"{central}{claim.kind}")


def _gravity(claim: Claim) -> tuple[bool, bool]:
    """Central claims first, then those that need reasons more than a fact does."""
    return not claim.central, claim.kind not in NEED_REASONS


def _unanswered(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    """On what the writer holds first; that others are given no reply is told too."""
    attacks = {
        tie.ref: tie
        for claim in library.standing_in(doc, Claim)
        for tie in ties_to(library, claim.ref, ("attacks", "contradicts"))
    }
    found = [_attack(library, tie) for tie in attacks.values() if not _is_answered(library, tie)]
    yield from sorted(found, key=lambda gap: gap.why)


def _attack(library: Library, tie: Relation) -> Gap:
    target = library.get(tie.target)
    is_held = isinstance(target, Claim) and target.stance in HELD
    why = "against what the writer holds" if is_held else "the other side is given no reply"
    return Gap("unanswered", tie.source, tie.target, why)


def _is_answered(library: Library, attack: Relation) -> bool:
    """By an undercut of the step, by a reply to the attacker, or because the writer denies it."""
    attacker = library.get(attack.source)
    if isinstance(attacker, Claim) and attacker.stance in ("rejects", "distances"):
        return True
    undercut = any(ties_to(library, attack.ref, ("undercuts",)))
    replies = (
        tie
        for ref in restatements(library, attack.source)
        for tie in ties_to(library, ref, ANSWERS)
        if tie.ref != attack.ref
    )
    return undercut or any(replies)


def _due(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    """What was foretold for a day that has passed can be looked up by now."""
    for claim in _predictions(library, doc):
        last = _last_day(library, claim)
        if last is not None and last < today.toordinal():
            yield Gap("due", claim.ref, why=f"until {date_of(last)}")


def _undated(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    for claim in _predictions(library, doc):
        if _last_day(library, claim) is None:
            yield Gap("undated", claim.ref, why=claim.stance)


def _predictions(library: Library, doc: Ref) -> Iterator[Claim]:
    return (c for c in library.standing_in(doc, Claim) if c.kind == "prediction")


def _last_day(library: Library, claim: Claim) -> int | None:
    """Of the time for which it holds; else of the dates after publication in its own words.

    A date before that tells when it was said, or by whom, and not when it should come true.
    """
    if claim.holds:
        return claim.holds.upper.ordinal if claim.holds.upper else None
    dates = [event.date.edtf.upper for event in _foretold(library, claim)]
    return max((day.ordinal for day in dates if day), default=None) if all(dates) else None


def _foretold(library: Library, claim: Claim) -> Iterator[Event]:
    for span in library.spans(claim.ref):
        document = library.document(span.doc)
        published = document.published.upper if document and document.published else None
        for event in _dated_words(library, span):
            first = event.date.edtf.lower
            if first and published and first.ordinal > published.ordinal:
                yield event


def _dated_words(library: Library, span: Span) -> Iterator[Event]:
    for anchor in library.anchors(span.doc).between(span.start, span.end):
        event = library[anchor.ref]
        if isinstance(event, Event) and anchor.end <= span.end and anchor.start >= span.start:
            yield event


def date_of(ordinal: int) -> str:
    """`2023-03-31`"""
    day = Day.at(ordinal)
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _silent(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    """Places cannot speak; whoever has a part or an office that speaks is not silent."""
    about: dict[Ref, int] = {}
    for claim in library.standing_in(doc, Claim):
        for ref in dict.fromkeys(claim.about):
            about[ref] = about.get(ref, 0) + 1
    heard = _with_wholes(library, {*_reported(library, doc), *_writers(library, doc)})
    for ref in sorted(about, key=lambda ref: (-about[ref], ref)):
        actor = library.get(ref)
        if isinstance(actor, Actor) and actor.kind != "place" and ref not in heard:
            claims = "claim" if about[ref] == 1 else "claims"
            yield Gap("silent", ref, why=f"{about[ref]} {claims} about them")


def _with_wholes(library: Library, actors: set[Ref]) -> set[Ref]:
    """The actors, what they are part of, and what they hold an office in."""
    found: set[Ref] = set()
    waiting = list(actors)
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            actor = library.get(ref)
            if isinstance(actor, Actor):
                wholes = (actor.part_of, *(role.org for role in actor.roles))
                waiting.extend(whole for whole in wholes if whole)
    return found


def _unquoted(library: Library, doc: Ref, today: date) -> Iterator[Gap]:
    """Those whose words are only told; scare quotes and titles are not a say."""
    told = _reported(library, doc)
    verbatim = set(_verbatim(library, doc))
    for ref in sorted(told, key=lambda ref: (-told[ref], ref)):
        if ref in library and ref not in verbatim:
            yield Gap("unquoted", ref, why=f"told {told[ref]}×")


def _reported(library: Library, doc: Ref) -> dict[Ref, int]:
    """Who is made to speak by another, and how often."""
    found: dict[Ref, int] = {}
    told_in = set()
    for claim in library.standing_in(doc, Claim):
        for at, voice in enumerate(claim.voice):
            if at > 0 and voice.mode != OWN:
                found[voice.actor] = found.get(voice.actor, 0) + 1
                told_in.add((claim.ref, voice.actor))
    for quote in library.standing_in(doc, Quote):
        for actor in quote.speakers:
            if (quote.claim, actor) not in told_in:
                found[actor] = found.get(actor, 0) + 1
    return found


def _verbatim(library: Library, doc: Ref) -> Iterator[Ref]:
    for claim in library.standing_in(doc, Claim):
        yield from (voice.actor for voice in claim.voice[1:] if voice.mode in VERBATIM)
    for quote in library.standing_in(doc, Quote):
        if quote.kind in VERBATIM:
            yield from quote.speakers


def _writers(library: Library, doc: Ref) -> Iterator[Ref]:
    document = library.document(doc)
    yield from document.authors if document else ()
    for claim in library.standing_in(doc, Claim):
        yield from (voice.actor for voice in claim.voice[:1])


GAP_KINDS = (
    GapKind("unsupported", "Claims without any support in the text", _unsupported),
    GapKind("unanswered", "Attacks never answered", _unanswered),
    GapKind("due", "Predictions that have come due", _due),
    GapKind("undated", "Predictions that never come due: no date", _undated),
    GapKind("silent", "Actors spoken about who never speak", _silent),
    GapKind("unquoted", "Speakers never quoted directly", _unquoted),
)
"""In the order of the readout."""
TITLES = {kind.name: kind.title for kind in GAP_KINDS}
