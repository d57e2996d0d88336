"""Everything that an actor has to do with, over all documents, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, overload

from ...model.frozen import frozen
from ...model.records import Actor, Claim, Document, Event, Note, Quote, Record, Relation, Role
from ...model.refs import Ref
from ...model.spans import Span
from ...model.vocabulary import relation_kind
from ..fuzzy import folded
from ..library import Library
from ..places import Place, place_of
from ..ties import BELONGS, Tie


class Part(StrEnum):
    """The groups of a page in their order; the value is their heading."""

    OWN = "says"
    TOLD = "is reported to say"
    PASSED_ON = "reports of others"
    ABOUT = "is spoken of"
    QUOTED = "is quoted"
    ADDRESSED = "is addressed"
    TAKES_PART = "takes part in"
    RELATIONS = "stands to others"
    OFFICES = "offices"
    WORKS = "wrote or published"
    NOTES = "notes"
    NAMES = "is called"


class Office(NamedTuple):
    """What somebody is somewhere, for as long as that lasts."""

    holder: Ref
    role: Role

    def other(self, actor: Ref) -> Ref | None:
        """Where the actor is in office, or who is in office there."""
        return self.role.org if self.holder == actor else self.holder


class Naming(NamedTuple):
    """One way in which the texts call an actor, and how often."""

    text: str
    kind: str
    """Of the alias; nothing for what is no alias, as a pronoun."""
    times: int
    span: Span | None = None
    """Where they first do."""


Row = Ref | Tie | Office | Naming
"""A record, or what is no record of its own."""


class InTime(Sequence[Ref]):
    """Records in order of time, put into it when somebody looks at them."""

    def __init__(self, refs: Sequence[Ref], key: Callable[[Ref], Any]) -> None:
        self._refs = refs
        self._key = key

    @cached_property
    def _sorted(self) -> list[Ref]:
        return sorted(self._refs, key=self._key)

    def __len__(self) -> int:
        return len(self._refs)

    def __contains__(self, ref: object) -> bool:
        return ref in self._refs

    @overload
    def __getitem__(self, index: int) -> Ref: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Ref]: ...
    def __getitem__(self, index: int | slice) -> Ref | Sequence[Ref]:
        return self._sorted[index]

    def index(self, ref: object, start: int = 0, stop: int | None = None) -> int:
        return self._sorted.index(ref, start, len(self) if stop is None else stop)  # type: ignore[arg-type]


class Group(NamedTuple):
    """What belongs together; there is at least one row."""

    part: Part
    rows: Sequence[Row]


@frozen
class ActorPage:
    """An actor's groups, empty ones left out."""

    actor: Ref
    groups: tuple[Group, ...]

    def group(self, part: Part) -> Sequence[Row]:
        """The rows of a part, if there are any."""
        return next((group.rows for group in self.groups if group.part is part), ())


def place_of_row(library: Library, actor: Ref, row: Row, here: Place) -> Place:
    """The words that a row leads to; where it has none, those of the other actor."""
    match row:
        case Ref():
            return place_of(library, row, here)
        case Tie(relation=Ref() as relation):
            return place_of(library, relation, here)
        case Tie(other=other):
            return place_of(library, other, here)
        case Office():
            return place_of(library, row.other(actor) or actor, here)
        case Naming(span=Span() as span):
            return Place(span.doc, span.start, span.end, actor)
    return place_of(library, actor, here)


class ActorPages:
    """The pages of a library, each made when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[Ref, ActorPage] = {}

    def page(self, actor: Ref) -> ActorPage:
        """What there is on the actor; a page without groups for one who is not there."""
        if actor not in self._made:
            self._made[actor] = ActorPage(actor, tuple(self._groups(actor)))
        return self._made[actor]

    def _groups(self, actor: Ref) -> Iterator[Group]:
        found = self._sorted_out(actor)
        for part in Part:
            rows = found.get(part)
            if rows:
                yield Group(part, rows)

    def _sorted_out(self, actor: Ref) -> dict[Part, Sequence[Row]]:
        refs: dict[Part, list[Ref]] = defaultdict(list)
        for record in self._library.referring(actor):
            for part in _parts(record, actor):
                refs[part].append(record.ref)
        found: dict[Part, Sequence[Row]] = {
            part: InTime(
                several, self._when_dated if part is Part.TAKES_PART else self._when_published
            )
            for part, several in refs.items()
        }
        found[Part.RELATIONS] = self._ties(actor)
        found[Part.OFFICES] = self._offices(actor)
        found[Part.NAMES] = self._names(actor)
        return found

    def _when_dated(self, ref: Ref) -> Any:
        """An event has its own date, whenever it was written about."""
        event = self._library[ref]
        assert isinstance(event, Event), "only events are sorted so"
        return event.date.edtf.sort_key, ref

    def _when_published(self, ref: Ref) -> tuple[int, int]:
        spans = self._library.spans(ref)
        doc = spans[0].doc if spans else ref
        return self._ranks.get(doc, len(self._ranks)), spans[0].start if spans else ref.number

    @cached_property
    def _ranks(self) -> dict[Ref, int]:
        """The documents in the order in which they were published, undated ones last."""
        documents = sorted(
            self._library.documents,
            key=lambda document: (
                document.published is None,
                document.published.sort_key if document.published else (),
                document.ref,
            ),
        )
        return {document.ref: rank for rank, document in enumerate(documents)}

    def _ties(self, actor: Ref) -> tuple[Tie, ...]:
        """Stored ones as they were published, then who is part of whom."""
        relations = sorted(
            self._library.relations_at(actor), key=lambda r: self._when_published(r.ref)
        )
        return (*(_tie(r, actor) for r in relations), *self._belonging(actor))

    def _belonging(self, actor: Ref) -> Iterator[Tie]:
        record = self._library.get(actor)
        if isinstance(record, Actor) and record.part_of:
            yield Tie(BELONGS.glyph, BELONGS.forward, record.part_of)
        for other in self._library.referring(actor):
            if isinstance(other, Actor) and other.part_of == actor:
                yield Tie(BELONGS.glyph, BELONGS.backward, other.ref)

    def _offices(self, actor: Ref) -> tuple[Office, ...]:
        """Their own, then those of others with them; each in order of time."""
        record = self._library.get(actor)
        own = record.roles if isinstance(record, Actor) else ()
        offices = [Office(actor, role) for role in own]
        for other in self._library.referring(actor):
            if isinstance(other, Actor) and other.ref != actor:
                offices += [Office(other.ref, role) for role in other.roles if role.org == actor]
        return tuple(sorted(offices, key=lambda office: _since(actor, office)))

    def _names(self, actor: Ref) -> tuple[Naming, ...]:
        """Every alias and every other word for the actor, the most used first."""
        record = self._library.get(actor)
        first: dict[str, Span] = {}
        times: dict[str, int] = defaultdict(int)
        for span in self._library.spans(actor):
            times[span.exact] += 1
            first.setdefault(span.exact, span)
        names: dict[str, Naming] = {}
        for alias in record.aliases if isinstance(record, Actor) else ():
            names.setdefault(folded(alias.text), Naming(alias.text, alias.kind, 0))
        for exact, count in times.items():
            known = names.get(folded(exact), Naming(exact, "", 0))
            names[folded(exact)] = known._replace(
                times=known.times + count, span=known.span or first[exact]
            )
        return tuple(sorted(names.values(), key=lambda naming: -naming.times))


def _parts(record: Record, actor: Ref) -> tuple[Part, ...]:
    """The groups in which a record that names the actor belongs."""
    match record:
        case Claim():
            return _parts_of_claim(record, actor)
        case Quote():
            quoted = (Part.QUOTED,) if actor in record.speakers else ()
            return (*quoted, Part.ADDRESSED) if actor in record.addressees else quoted
        case Event():
            return (Part.TAKES_PART,)
        case Document():
            return (Part.WORKS,)
        case Note():
            return (Part.NOTES,)
    return ()


def _parts_of_claim(claim: Claim, actor: Ref) -> tuple[Part, ...]:
    """By where in the chain of voices the actor is, and whether the claim is about them."""
    voices = [link.actor for link in claim.voice]
    about = (Part.ABOUT,) if actor in claim.about else ()
    if actor not in voices:
        return about
    if voices[-1] != actor:
        return (Part.PASSED_ON, *about)
    return (Part.OWN if len(voices) == 1 else Part.TOLD, *about)


def _tie(relation: Relation, actor: Ref) -> Tie:
    kind = relation_kind(relation.kind)
    if relation.source == actor:
        return Tie(kind.glyph, kind.forward, relation.target, relation.ref)
    return Tie(kind.glyph, kind.backward, relation.source, relation.ref)


def _since(actor: Ref, office: Office) -> tuple[bool, bool, object]:
    since = office.role.since
    return office.holder != actor, since is None, since.sort_key if since else ()
