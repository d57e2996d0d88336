"""What has been read of each document, and what is left.

A claim is read when it has been at hand for a moment, or when the cursor has walked over its
words. A paragraph is read when the cursor has been in it for a third of the time that its words
take at the usual pace, in one stay or in several of a visit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from zlib import crc32

from ..errors import OpedError
from ..model.frozen import frozen
from ..model.records import Claim
from ..model.refs import Kind, Ref
from .library import Library
from .paragraphs import Paragraph
from .places import Place

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction: Brysbaert 2019, doi 10.1016/j.jml.2019.104047."""
MOMENT = 0.8
"""Seconds at a claim from which it is read."""
GLANCE = 1 / 3
"""Part of the usual time from which a paragraph is read."""
LONGEST_STAY = 60.0
"""Seconds that count without a key; nobody knows whether the reader is still there."""
LONGEST_STEP = 400
"""Code points from which a step in the text is a leap, and reads nothing on its way."""


@frozen
class Headway:
    """What has been read of one document."""

    claims: frozenset[Ref] = frozenset()
    paragraphs: frozenset[int] = frozenset()
    """Known by their words, so that a text may be replaced."""
    seconds: float = 0.0


NONE_YET = Headway()


@frozen
class Progress:
    """What has been read of every document; what cannot be made out was not."""

    documents: Mapping[Ref, Headway]
    newest: int = 0
    """The highest number of a claim at the last visit; 0 before the first."""

    def of(self, doc: Ref) -> Headway:
        return self.documents.get(doc, NONE_YET)

    def with_document(self, doc: Ref, headway: Headway) -> Progress:
        return replace(self, documents={**self.documents, doc: headway})

    def to_dict(self) -> dict[str, Any]:
        documents = {str(doc): _kept(headway) for doc, headway in self.documents.items()}
        return {"newest": self.newest, "documents": documents}

    @classmethod
    def from_dict(cls, data: Any) -> Progress:
        try:
            documents = data["documents"].items()
            read = {Ref.parse(doc): _headway(kept) for doc, kept in documents}
            return cls(read, int(data["newest"]))
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError, OpedError):
            return cls({})


def _kept(headway: Headway) -> dict[str, Any]:
    return {
        "claims": sorted(ref.number for ref in headway.claims),
        "paragraphs": sorted(headway.paragraphs),
        "seconds": round(headway.seconds, 1),
    }


def _headway(kept: Any) -> Headway:
    return Headway(
        frozenset(Ref(Kind.CLAIM, int(number)) for number in kept["claims"]),
        frozenset(map(int, kept["paragraphs"])),
        float(kept["seconds"]),
    )


@frozen
class Left:
    """How far a reader is with one document."""

    claims: int
    unread_claims: int
    paragraphs: int
    unread_paragraphs: int
    minutes: float
    """What the unread paragraphs take at the usual pace."""


def left_of(library: Library, doc: Ref, headway: Headway) -> Left:
    """How much there is, and how much of it is left."""
    document = library.document(doc)
    text = document.text if document else ""
    paragraphs = tuple(library.paragraphs(doc)) if document else ()
    unread = [p for p in paragraphs if fingerprint(text, p) not in headway.paragraphs]
    return Left(
        len(library.standing_in(doc, Claim)),
        len(unread_claims(library, doc, headway)),
        len(paragraphs),
        len(unread),
        sum(_words(text, p) for p in unread) / WORDS_A_MINUTE,
    )


def unread_claims(library: Library, doc: Ref, headway: Headway) -> list[Ref]:
    """In text order."""
    claims = library.standing_in(doc, Claim)
    return [claim.ref for claim in claims if claim.ref not in headway.claims]


def next_unread(library: Library, place: Place, headway: Headway, step: int = 1) -> Place | None:
    """The next unread claim in the text; after the last one comes the first."""
    unread = [
        anchor
        for anchor in library.anchors(place.doc)
        if anchor.ref.kind is Kind.CLAIM
        and anchor.ref not in headway.claims
        and anchor.ref != place.ref
    ]
    if not unread:
        return None
    ahead = [a for a in unread if (a.start > place.start if step > 0 else a.start < place.start)]
    start, end, ref = (ahead or unread)[0 if step > 0 else -1]
    return Place(place.doc, start, end, ref)


def all_read(library: Library, doc: Ref, headway: Headway) -> Headway:
    """As if every word had been read; the time that was spent stays what it was."""
    document = library.document(doc)
    paragraphs = library.paragraphs(doc) if document else ()
    return Headway(
        frozenset(claim.ref for claim in library.standing_in(doc, Claim)),
        frozenset(fingerprint(document.text, p) for p in paragraphs) if document else frozenset(),
        headway.seconds,
    )


def newest_claim(library: Library) -> int:
    return max((claim.ref.number for claim in library.claims), default=0)


def since_last_time(library: Library, doc: Ref, progress: Progress) -> str:
    """What there is to read, for one who has been here before; else nothing."""
    if not progress.newest:
        return ""
    new = sum(claim.ref.number > progress.newest for claim in library.claims)
    unread = len(unread_claims(library, doc, progress.of(doc)))
    told = [f"{counted(unread, 'claim')} unread here"] if unread else []
    told += [f"{new} new"] if new else []
    return f"Since last time: {' / '.join(told)}" if told else ""


def counted(number: int, what: str) -> str:
    """`1 claim`, `2 claims`"""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def fingerprint(text: str, paragraph: Paragraph) -> int:
    return crc32(text[paragraph.start : paragraph.end].encode("utf-8", "surrogatepass"))


def _words(text: str, paragraph: Paragraph) -> int:
    return len(text[paragraph.start : paragraph.end].split())


class Attention:
    """Turns where the reader is, and since when, into what has been read.

    Times are those of a clock that somebody else looks at.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._place: Place | None = None
        self._arrived = 0.0
        self._counted = 0.0
        """How much of this stay is in the accounts already."""
        self._paragraph = 0
        self._needed = 0.0
        """Seconds until the paragraph is read."""
        self._spent: dict[tuple[Ref, int], float] = {}

    @property
    def progress(self) -> Progress:
        return self._progress

    @progress.setter
    def progress(self, progress: Progress) -> None:
        """The reader says what is read; time that was spent before is forgotten."""
        self._progress = progress
        self._spent.clear()

    def arrive(self, library: Library, place: Place | None, now: float) -> None:
        """The reader is here from now on; what came before is counted."""
        self.settle(now)
        self._place, self._arrived, self._counted = place, now, 0.0
        document = library.document(place.doc) if place else None
        paragraph = library.paragraphs(place.doc).at(place.start) if place and document else None
        self._paragraph, self._needed = 0, 0.0
        if document and paragraph:
            self._paragraph = fingerprint(document.text, paragraph)
            self._needed = _words(document.text, paragraph) * 60 / WORDS_A_MINUTE * GLANCE

    def walk(self, library: Library, doc: Ref, start: int, end: int) -> None:
        """The cursor went from one character to another, step by step."""
        start, end = min(start, end), max(start, end)
        if end - start <= LONGEST_STEP:
            there = library.anchors(doc).between(start, end + 1)
            self._read(doc, (a.ref for a in there if a.ref.kind is Kind.CLAIM))

    def settle(self, now: float) -> None:
        """Count the stay up to now."""
        if not self._place:
            return
        stayed = min(now - self._arrived, max(LONGEST_STAY, self._needed))
        more, self._counted = max(0.0, stayed - self._counted), max(stayed, self._counted)
        if more:
            self._spend(self._place.doc, more)
        if self._place.ref and self._place.ref.kind is Kind.CLAIM and stayed >= MOMENT:
            self._read(self._place.doc, [self._place.ref])

    def due(self, now: float) -> float | None:
        """Seconds until something here will have been read; None if nothing will."""
        if not self._place:
            return None
        waits = [*self._until_claim(now), *self._until_paragraph(now)]
        return min(waits, default=None)

    def _until_claim(self, now: float) -> Iterator[float]:
        assert self._place, "somewhere"
        doc, ref = self._place.doc, self._place.ref
        is_unread = ref and ref.kind is Kind.CLAIM and ref not in self._progress.of(doc).claims
        if is_unread:
            yield max(0.0, self._arrived + MOMENT - now)

    def _until_paragraph(self, now: float) -> Iterator[float]:
        assert self._place, "somewhere"
        doc = self._place.doc
        if self._paragraph and self._paragraph not in self._progress.of(doc).paragraphs:
            spent = self._spent.get((doc, self._paragraph), 0.0)
            more = now - self._arrived - self._counted
            yield max(0.0, self._needed - spent - more)

    def _spend(self, doc: Ref, seconds: float) -> None:
        headway = self._progress.of(doc)
        paragraphs = headway.paragraphs
        if self._paragraph and self._paragraph not in paragraphs:
            spent = self._spent.get((doc, self._paragraph), 0.0) + seconds
            self._spent[doc, self._paragraph] = spent
            if spent >= self._needed:
                paragraphs |= {self._paragraph}
        seconds += headway.seconds
        headway = replace(headway, paragraphs=paragraphs, seconds=seconds)
        self._progress = self._progress.with_document(doc, headway)

    def _read(self, doc: Ref, claims: Iterable[Ref]) -> None:
        headway = self._progress.of(doc)
        read = headway.claims.union(claims)
        if len(read) > len(headway.claims):
            self._progress = self._progress.with_document(doc, replace(headway, claims=read))
