"""Whose view is this? The claims of a text by who holds them and what is made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.frozen import frozen
from ..model.records import Claim, Quote
from ..model.refs import Kind, Ref
from ..model.vocabulary import VOICE_MODES
from .library import Library

OWN = "own"
VIEWS: dict[str, str] = {
    OWN: "in the writer's own voice",
    "endorsed": "another's, and affirmed",
    "conceded": "granted against the grain",
    "reported": "another's, uncommented",
    "distanced": "another's, at arm's length",
    "rejected": "another's, and denied",
    "unsaid": "what the writer makes of it is not said",
}
"""Each claim is one of these."""
SCARE = "scare"
"""Claims whose words hold some of this actor's in scare quotes; these are among the others."""
MODES = tuple(mode for mode in VOICE_MODES.words if mode != OWN)
"""In whose words a claim of another's is told."""

_OF_STANCE = {
    "endorses": "endorsed",
    "concedes": "conceded",
    "reports": "reported",
    "distances": "distanced",
    "rejects": "rejected",
}


@frozen
class Tally:
    """The claims that one actor holds, or all of them do."""

    actor: Ref | None
    """None for all of them, and for words of nobody's."""
    claims: tuple[Ref, ...]
    cells: Mapping[str, tuple[Ref, ...]]
    """By view, by mode, and those with words in scare quotes; in text order."""
    is_author: bool = False

    def of(self, column: str) -> tuple[Ref, ...]:
        return self.claims if column == ALL else self.cells.get(column, ())


ALL = "all"
COLUMNS = (*VIEWS, SCARE, *MODES, ALL)


@frozen
class Voices:
    """Everybody's, and then each actor's, who holds most first."""

    every: Tally
    actors: tuple[Tally, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Those that have anything in them."""
        return tuple(column for column in COLUMNS if self.every.of(column))


def view_of(claim: Claim) -> str:
    """What the outermost voice makes of it; `own` where nobody else comes in between."""
    view = _OF_STANCE.get(claim.stance, "unsaid")
    is_own = len(claim.voice) < 2 and all(voice.mode == OWN for voice in claim.voice)
    return OWN if is_own and view == "endorsed" else view


def voices(library: Library, doc: Ref | None = None) -> Voices:
    """Of one document, or of the whole store."""
    claims: Sequence[Claim] = library.claims if doc is None else library.standing_in(doc, Claim)
    quotes: Sequence[Quote] = library.quotes if doc is None else library.standing_in(doc, Quote)
    every, by_actor = _Count(), defaultdict[Ref | None, _Count](_Count)
    for claim in claims:
        holder = claim.voice[-1] if claim.voice else None
        for count in (every, by_actor[holder.actor if holder else None]):
            count.add(claim.ref, view_of(claim), holder.mode if holder else "")
    shown = {claim.ref for claim in claims}
    for speaker, ref in _scare_quoted(library, quotes):
        if ref in shown:
            every.scare[ref] = None
            by_actor[speaker].scare[ref] = None
    authors = _authors(library, doc)
    tallies = (count.tally(actor, actor in authors) for actor, count in by_actor.items())
    return Voices(every.tally(None), tuple(sorted(tallies, key=_most_first)))


def _most_first(tally: Tally) -> tuple[int, bool, Ref | tuple[()]]:
    return -len(tally.claims), not tally.is_author, tally.actor or ()


class _Count:
    """A tally that grows."""

    def __init__(self) -> None:
        self.claims: list[Ref] = []
        self.cells: dict[str, list[Ref]] = defaultdict(list)
        self.scare: dict[Ref, None] = {}

    def add(self, ref: Ref, view: str, mode: str) -> None:
        self.claims.append(ref)
        self.cells[view].append(ref)
        if mode in MODES:
            self.cells[mode].append(ref)

    def tally(self, actor: Ref | None, is_author: bool = False) -> Tally:
        cells = {name: tuple(refs) for name, refs in self.cells.items()}
        return Tally(actor, tuple(self.claims), cells | {SCARE: tuple(self.scare)}, is_author)


def _scare_quoted(library: Library, quotes: Iterable[Quote]) -> Iterator[tuple[Ref | None, Ref]]:
    """Whose words stand in scare quotes, and the claims in which they do."""
    for quote in quotes:
        if quote.kind == SCARE:
            around = dict.fromkeys(_claims_around(library, quote))
            yield from ((who, ref) for who in quote.speakers or (None,) for ref in around)


def _claims_around(library: Library, quote: Quote) -> Iterator[Ref]:
    for span in library.spans(quote.ref):
        for anchor in library.anchors(span.doc).between(span.start, span.end):
            around = anchor.start <= span.start and span.end <= anchor.end
            if anchor.ref.kind is Kind.CLAIM and around:
                yield anchor.ref
    if quote.claim and quote.claim in library:
        yield quote.claim


def _authors(library: Library, doc: Ref | None) -> set[Ref | None]:
    document = library.document(doc) if doc else None
    documents = library.documents if doc is None else (document,) if document else ()
    return {author for one in documents for author in one.authors}
