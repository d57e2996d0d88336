"""Every document with what one chooses by: author, date, what was read out of it, what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..model.dates import Edtf
from ..model.frozen import frozen
from ..model.records import Actor, Claim, Document, Event, Quote, Record
from ..model.refs import Ref
from .filtering.folding import plain
from .library import Library
from .progress import Progress, left_of


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

    @property
    def words(self) -> str:
        """What it is found by."""
        when = str(self.published or "")
        return " ".join((self.title, self.authors, self.outlet, when, str(self.ref), *self.tags))


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
    wanted = plain(words).split()
    every = shelved(library, progress)
    found = (one for one in every if all(word in plain(one.words) for word in wanted))
    return tuple(sorted(found, key=lambda one: (ORDERS[order](one), one.ref)))


def shelved(library: Library, progress: Progress) -> Iterator[Shelved]:
    """Every document, in the order of the store."""
    for document in library.documents:
        yield _shelved(library, progress, document)


def _shelved(library: Library, progress: Progress, document: Document) -> Shelved:
    doc = document.ref
    return Shelved(
        ref=doc,
        title=document.title,
        authors=", ".join(_names(library, document.authors)),
        outlet=", ".join(_names(library, (document.outlet,))),
        published=document.published,
        counts=tuple(len(library.standing_in(doc, kind)) for kind in COUNTED),
        drafts=library.drafts[doc],
        read=_read(library, progress, doc),
        tags=document.tags,
    )


def _names(library: Library, refs: tuple[Ref | None, ...]) -> Iterator[str]:
    for ref in refs:
        actor = library.get(ref) if ref else None
        if isinstance(actor, Actor):
            yield actor.name


def _read(library: Library, progress: Progress, doc: Ref) -> float:
    left = left_of(library, doc, progress.of(doc))
    whole = left.claims + left.paragraphs
    return 1 - (left.unread_claims + left.unread_paragraphs) / whole if whole else 1.0
