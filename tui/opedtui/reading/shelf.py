"""Every document with what one chooses by: author, date, what was read out of it, what waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model.dates import Edtf
from ..model.frozen import frozen
from ..model.records import Actor, Claim, Document, Event, Quote, Record
from ..model.refs import Ref
from .filtering.folding import plain
from .library import Library
from .progress import Headway, Progress, fingerprint


@frozen
class Shelved:
    """A document at a glance."""

    ref: Ref
    title: str
    authors: str
    outlet: str
    published: Edtf | None
    counts: tuple[int, ...]
    """Claims, quotes, events and actors, those that are known."""
    drafts: int
    """What waits for a review."""
    read: float
    """The share of claims and paragraphs that was read, from 0 to 1."""
    tags: tuple[str, ...]
    words: str
    """What it is found by, without case and accents."""


def _day(date: Edtf | None) -> int:
    """What has no date, or none that begins, is older than everything."""
    return date.lower.ordinal if date and date.lower else -(10**9)


COUNTED: tuple[type[Record], ...] = (Claim, Quote, Event, Actor)
ORDERS: dict[str, Callable[[Shelved], Any]] = {
    "added": lambda one: one.ref,
    "title": lambda one: plain(one.title),
    "author": lambda one: (not one.authors, plain(one.authors.split(",")[0].split(" ")[-1])),
    "newest": lambda one: -_day(one.published),
    "drafts": lambda one: -one.drafts,
    "least read": lambda one: one.read,
}
"""By what the shelf is ordered."""


def shelf(
    library: Library, progress: Progress, order: str = "added", words: str = ""
) -> tuple[Shelved, ...]:
    """The documents that have all of the words, in this order."""
    return arranged(shelved(library, progress), order, words)


def arranged(every: Iterable[Shelved], order: str, words: str) -> tuple[Shelved, ...]:
    """Those that have all of the words, in this order; at each letter it costs no more."""
    wanted = plain(words).split()
    found = (one for one in every if all(word in one.words for word in wanted))
    return tuple(sorted(found, key=lambda one: (ORDERS[order](one), one.ref)))


def shelved(library: Library, progress: Progress) -> tuple[Shelved, ...]:
    """Every document, in the order of the store; the records are gone through once."""
    standing = _standing(library)
    return tuple(
        _shelved(library, progress, document, standing[document.ref])
        for document in library.documents
    )


Standing = dict[type[Record], set[Ref]]
"""What stands in a document, by kind."""


def _standing(library: Library) -> dict[Ref, Standing]:
    found: dict[Ref, Standing] = defaultdict(lambda: {kind: set() for kind in COUNTED})
    for ref, record in library.known.items():
        if isinstance(record, COUNTED):
            for span in library.spans(ref):
                found[span.doc][type(record)].add(ref)
    return found


def _shelved(
    library: Library, progress: Progress, document: Document, standing: Standing
) -> Shelved:
    authors = ", ".join(_names(library, document.authors))
    outlet = ", ".join(_names(library, (document.outlet,)))
    when = str(document.published or "")
    words = (document.title, authors, outlet, when, str(document.ref), *document.tags)
    return Shelved(
        ref=document.ref,
        title=document.title,
        authors=authors,
        outlet=outlet,
        published=document.published,
        counts=tuple(len(standing[kind]) for kind in COUNTED),
        drafts=len(library.drafts.get(document.ref, ())),
        read=_read(library, progress.of(document.ref), document, standing[Claim]),
        tags=document.tags,
        words=plain(" ".join(words)),
    )


def _names(library: Library, refs: tuple[Ref | None, ...]) -> Iterator[str]:
    for ref in refs:
        actor = library.get(ref) if ref else None
        if isinstance(actor, Actor):
            yield actor.name


def _read(library: Library, headway: Headway, document: Document, claims: set[Ref]) -> float:
    """Where nothing was read yet, nobody need know of how much."""
    if not headway.claims and not headway.paragraphs and (claims or document.text.strip()):
        return 0.0
    text, paragraphs = document.text, library.paragraphs(document.ref)
    read = sum(fingerprint(text, paragraph) in headway.paragraphs for paragraph in paragraphs)
    whole = len(claims) + len(paragraphs)
    return (len(claims & headway.claims) + read) / whole if whole else 1.0
