"""Stores of any size, made by chance: with the same seed always the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from opedtui.model.dates import Edtf
from opedtui.model.records import (
    Actor,
    Claim,
    Dating,
    Document,
    Event,
    Mention,
    Note,
    Quote,
    Record,
    Relation,
    Voice,
)
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.store.file import Tables, bytes_of

WORDS = [
    *("the", "a", "this", "no", "every", "old", "new", "rusty", "public", "quiet", "“safe”"),
    *("mayor", "bridge", "river", "engineer", "council", "budget", "winter", "report", "vote"),
    *("said", "warned", "knew", "built", "paid", "closed", "of", "and", "with", "after"),
]

A_PIECE = 50
"""How many records an op-ed has: itself and what is marked in it."""


def make_store(path: Path, records: int, seed: int = 1) -> Path:
    """A `db.json` of this many records, in the layout that the program writes."""
    content = bytes_of(tables(records, seed))
    assert content, "nothing here is nested deeply"
    path.write_bytes(content)
    return path


def tables(records: int, seed: int = 1) -> Tables:
    """The records as TinyDB holds them; a larger store begins like a smaller one."""
    assert records % A_PIECE == 0, f"an op-ed has {A_PIECE} records"
    made: Tables = {"meta": {"1": {"schema": 1}}, **{kind.table: {} for kind in Kind}}
    chance = Random(seed)
    for number in range(1, records // A_PIECE + 1):
        for record in Piece(number, chance).records():
            made[record.ref.kind.table][str(record.ref.number)] = record.to_dict()
    return made


class Piece:
    """One op-ed, in which each sentence is a claim."""

    def __init__(self, number: int, chance: Random) -> None:
        self.number, self.chance = number, chance
        sentences = [self.sentence() for _ in range(20)]
        self.text = " ".join(sentences)
        starts = [sum(len(before) + 1 for before in sentences[:n]) for n in range(20)]
        self.places = [(at, at + len(s)) for at, s in zip(starts, sentences, strict=True)]

    def sentence(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(8, 24))).capitalize() + "."

    def records(self) -> Iterator[Record]:
        """The document, two actors and what they say: fifty in all."""
        yield Document(ref=self.ref(Kind.DOCUMENT), title=self.sentence(), text=self.text)
        yield from (self.actor(n) for n in range(2))
        yield from (self.mention(n) for n in range(10))
        yield from (self.claim(n) for n in range(20))
        yield from (self.quote(n) for n in range(4))
        yield from (self.event(n) for n in range(3))
        yield from (self.relation(n) for n in range(8))
        yield from (self.note(n) for n in range(2))

    def ref(self, kind: Kind, nth: int = 0, of: int = 1) -> Ref:
        return Ref(kind, (self.number - 1) * of + nth + 1)

    def any(self, kind: Kind, of: int) -> Ref:
        return self.ref(kind, self.chance.randrange(of), of)

    def span(self, nth: int) -> Span:
        return Span.of(self.ref(Kind.DOCUMENT), self.text, *self.places[nth])

    def actor(self, nth: int) -> Actor:
        ref = self.ref(Kind.ACTOR, nth, 2)
        return Actor(ref=ref, name=f"Actor {ref.number}", kind="person")

    def mention(self, nth: int) -> Mention:
        actor = self.any(Kind.ACTOR, 2)
        ref = self.ref(Kind.MENTION, nth, 10)
        return Mention(ref=ref, actor=actor, span=self.span(nth), form="nominal")

    def claim(self, nth: int) -> Claim:
        span = self.span(nth)
        return Claim(
            ref=self.ref(Kind.CLAIM, nth, 20),
            text=span.exact,
            spans=(span,),
            voice=(Voice(actor=self.any(Kind.ACTOR, 2), mode="own"),),
            kind=self.chance.choice(["fact", "value", "policy", "cause"]),
            stance="endorses",
            certainty="certain",
        )

    def quote(self, nth: int) -> Quote:
        return Quote(
            ref=self.ref(Kind.QUOTE, nth, 4),
            kind="direct",
            attribution="explicit",
            spans=(self.span(nth),),
            speakers=(self.any(Kind.ACTOR, 2),),
            claim=self.ref(Kind.CLAIM, nth, 20),
        )

    def event(self, nth: int) -> Event:
        year = str(self.chance.randint(1900, 2025))
        date = Dating(edtf=Edtf.parse(year), raw=year, anchor="explicit")
        label = self.sentence()
        return Event(
            ref=self.ref(Kind.EVENT, nth, 3), label=label, date=date, spans=(self.span(nth),)
        )

    def relation(self, nth: int) -> Relation:
        return Relation(
            ref=self.ref(Kind.RELATION, nth, 8),
            source=self.ref(Kind.CLAIM, nth + 10, 20),
            kind=self.chance.choice(["supports", "attacks"]),
            target=self.ref(Kind.CLAIM, nth, 20),
        )

    def note(self, nth: int) -> Note:
        ref = self.ref(Kind.NOTE, nth, 2)
        return Note(ref=ref, body=self.sentence(), on=(self.any(Kind.CLAIM, 20),))
