"""A draft as records of a library: one change, which undo takes back whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..model.changes import Change, Edit
from ..model.dates import Edtf
from ..model.records import (
    Actor,
    Alias,
    Claim,
    Dating,
    Document,
    Event,
    Mention,
    Quote,
    Record,
    Relation,
    Voice,
)
from ..model.refs import Kind, Ref
from ..model.spans import Span
from ..model.stretch import Stretch
from ..model.sums import sum_of
from .choice import worth_reviewing
from .documents import Page
from .draft import Draft
from .found import FoundActor, FoundClaim, FoundDate, FoundQuote, FoundTie
from .linking import Known
from .printed import sentence_around
from .speakers import speaker_of

Free = Callable[[Kind], Ref]
"""The next ref that no record of the kind has or ever had."""
MARKS = "\"'“”‘’«»„‟`＂ \n"
TIED = 0.5
"""How sure a tie is that one word tells."""


def added(page: Page, draft: Draft, known: Sequence[Actor], free: Free, now: str) -> Change:
    """The page as a document, with whom it names as its makers; the rest of it as drafts.

    Actors that the library knows are linked, not made again.
    """
    document = Document(
        ref=free(Kind.DOCUMENT),
        title=title_of(page),
        url=page.url,
        lang=page.lang,
        published=page.published,
        text=page.text,
        text_sha256=sum_of(page.text),
    )
    records = _Records(document, draft, known, free)
    everything = (records.document(page.authors, page.outlet), *records.all())
    edits = (Edit(None, replace(record, created=now, modified=now)) for record in everything)
    return Change(f"add {document.title}", tuple(edits))


def title_of(page: Page) -> str:
    """Its own, or else what the file is called."""
    return page.title or Path(page.source).stem or page.source


class _Records:
    """Those made so far; later ones name earlier ones."""

    def __init__(
        self, document: Document, draft: Draft, known: Sequence[Actor], free: Free
    ) -> None:
        self._document = document
        self._draft = draft
        self._known = Known([actor for actor in known if actor.status != "rejected"])
        self._rejected = Known([actor for actor in known if actor.status == "rejected"])
        self._free = free
        self._taken: Counter[Kind] = Counter()
        self._actors: dict[int, Ref] = {}
        """The refs of the draft's actors, by their places there."""
        self._claims: dict[Stretch, Ref] = {}
        self.made: list[Record] = []

    def document(self, authors: Sequence[str], outlet: str) -> Document:
        """With whom the page names as its authors, and where it appeared."""
        written = tuple(self._named(name, "person") for name in authors)
        where = self._named(outlet, "media") if outlet else None
        self._document = replace(self._document, authors=written, outlet=where)
        return self._document

    def all(self) -> Sequence[Record]:
        """Actors first: quotes, claims and events name them."""
        for at, actor in enumerate(self._draft.actors):
            self._actor(at, actor)
        for quote in self._draft.quotes:
            self._quote(quote)
        for date in self._draft.dates:
            self._event(date)
        for claim in worth_reviewing(self._draft):
            self._claim(claim)
        for tie in self._draft.ties:
            self._tie(tie)
        return self.made

    def _named(self, name: str, kind: str) -> Ref:
        """The actor that bears the name, known or made now: the reader gave the page."""
        found = FoundActor(name, kind, (), ())
        there = self._known.find(found) or self._made_just_now(found)
        if there:
            return there.ref
        given = _drafted("byline", 1.0) | {"status": "confirmed"}
        return self._put(Actor(ref=self._next(Kind.ACTOR), name=name, kind=kind, **given))

    def _made_just_now(self, found: FoundActor) -> Actor | None:
        """An author or outlet of the page."""
        made = [record for record in self.made if isinstance(record, Actor)]
        return Known([actor for actor in made if actor.status == "confirmed"]).find(found)

    def _actor(self, at: int, found: FoundActor) -> None:
        if self._rejected.find(found):
            return
        there = self._known.find(found) or self._made_just_now(found)
        self._actors[at] = there.ref if there else self._new(found)
        for mention in found.mentions:
            self._put(
                Mention(
                    ref=self._next(Kind.MENTION),
                    actor=self._actors[at],
                    span=self._span(mention.start, mention.end),
                    form=mention.form,
                    **_drafted(mention.rule, mention.confidence),
                )
            )

    def _new(self, found: FoundActor) -> Ref:
        sure = max(mention.confidence for mention in found.mentions)
        return self._put(
            Actor(
                ref=self._next(Kind.ACTOR),
                name=found.name,
                kind=found.kind,
                aliases=tuple(Alias(text=alias) for alias in found.aliases),
                **_drafted(found.mentions[0].rule, sure),
            )
        )

    def _quote(self, found: FoundQuote) -> None:
        self._put(
            Quote(
                ref=self._next(Kind.QUOTE),
                spans=tuple(self._span(*self._unmarked(part)) for part in found.stretches),
                kind=found.kind,
                speakers=self._speakers(found),
                cue=self._span(*found.cue) if found.cue else None,
                attribution=found.attribution,
                **_drafted(found.rule, found.confidence),
            )
        )

    def _speakers(self, quote: FoundQuote) -> tuple[Ref, ...]:
        speaker = speaker_of(quote, self._draft.actors)
        ref = None if speaker is None else self._actors.get(speaker)
        return (ref,) if ref else ()

    def _event(self, found: FoundDate) -> None:
        """Not without a date, which may come to be known; nor a line that is only a date."""
        here = Stretch(found.start, found.end)
        around = sentence_around(self._draft, found.start) or here
        if found.date is None or around == here:
            return
        self._put(
            Event(
                ref=self._next(Kind.EVENT),
                label=self._line(around),
                spans=(self._span(*around),),
                date=_dating(found.date, self._words(here), self._draft.published),
                actors=self._named_in(around),
                **_drafted(found.rule, found.confidence),
            )
        )

    def _named_in(self, around: Stretch) -> tuple[Ref, ...]:
        inside = (
            self._actors[at]
            for at, actor in enumerate(self._draft.actors)
            for mention in actor.mentions
            if at in self._actors and around.start <= mention.start < around.end
        )
        return tuple(dict.fromkeys(inside))

    def _claim(self, found: FoundClaim) -> None:
        voice, stance = self._voice(found)
        self._claims[found.stretch] = self._put(
            Claim(
                ref=self._next(Kind.CLAIM),
                text=self._line(found.stretch),
                spans=(self._span(*found.stretch),),
                voice=voice,
                kind=found.kind,
                stance=stance,
                certainty=found.certainty,
                cues=tuple(self._span(*cue) for cue in found.cues),
                **_drafted(found.rule, found.score),
            )
        )

    def _voice(self, claim: FoundClaim) -> tuple[tuple[Voice, ...], str]:
        """The author's own, or what the author lets another say in quotation marks."""
        quote = next((q for q in self._draft.quotes if _is_within(claim.stretch, q)), None)
        who = (self._speaker,) if self._speaker else ()
        if quote is None:
            return tuple(Voice(actor=ref, mode="own") for ref in who), "endorses"
        author = (Voice(actor=ref, mode="indirect") for ref in who)
        others = (Voice(actor=ref, mode="direct") for ref in self._speakers(quote))
        return (*author, *others), "reports"

    @property
    def _speaker(self) -> Ref | None:
        """The first author speaks for all; where there is none, the outlet."""
        return next(iter(self._document.authors), self._document.outlet)

    def _tie(self, found: FoundTie) -> None:
        source, target = self._claims.get(found.source), self._claims.get(found.target)
        if source and target:
            self._put(
                Relation(
                    ref=self._next(Kind.RELATION),
                    kind=found.kind,
                    source=source,
                    target=target,
                    spans=(self._span(*found.cue),),
                    **_drafted(found.rule, TIED),
                )
            )

    def _put(self, record: Record) -> Ref:
        self.made.append(record)
        return record.ref

    def _next(self, kind: Kind) -> Ref:
        self._taken[kind] += 1
        return Ref(kind, self._free(kind).number + self._taken[kind] - 1)

    def _span(self, start: int, end: int) -> Span:
        return Span.of(self._document.ref, self._draft.text, start, end)

    def _unmarked(self, stretch: Stretch) -> Stretch:
        """Without the quotation marks, which the text has around a quotation."""
        words = self._words(stretch)
        inner = words.strip(MARKS)
        start = stretch.start + len(words) - len(words.lstrip(MARKS))
        return Stretch(start, start + len(inner)) if inner else stretch

    def _words(self, stretch: Stretch) -> str:
        return self._draft.text[slice(*stretch)]

    def _line(self, stretch: Stretch) -> str:
        return " ".join(self._words(stretch).split())


def _drafted(rule: str, sure: float) -> dict[str, Any]:
    by = rule if rule.startswith("model:") else f"rule:{rule}"
    return {"status": "draft", "by": by, "confidence": round(100 * sure)}


def _is_within(stretch: Stretch, quote: FoundQuote) -> bool:
    """Nearly all of it is somebody's words."""
    if quote.kind not in ("direct", "mixed"):
        return False
    shared = sum(
        max(0, min(stretch.end, part.end) - max(stretch.start, part.start))
        for part in quote.stretches
    )
    return shared >= 0.7 * (stretch.end - stretch.start)


def _dating(date: Edtf, raw: str, published: Edtf | None) -> Dating:
    """What tells it: the words by themselves, the date of publication, or what stands before."""
    # Its words are needed by then, and only then.
    from .dates import dates, mod_of

    alone = any(found.date for found in dates(raw, None))
    anchor = "explicit" if alone else "publication" if published else "section"
    return Dating(edtf=date, raw=raw, anchor=anchor, mod=mod_of(raw))


def drafts_in(change: Change) -> Iterator[Record]:
    """The records of a change that are drafts."""
    return (edit.after for edit in change.edits if edit.after and edit.after.status == "draft")
