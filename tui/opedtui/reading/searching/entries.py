"""What can be found: every name, claim, quotation, event, note and passage, as a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from ...model.records import Actor, Claim, Document, Event, Note, Quote, Record
from ...model.refs import Kind, Ref
from ..library import Library
from ..paragraphs import Paragraph

WRAPPED = 100
"""Characters of the longest line of a text that was broken into lines by hand."""


class Shelf(IntEnum):
    """What is found, in the order in which finds of equal worth are shown."""

    ACTOR = 0
    DOCUMENT = 1
    CLAIM = 2
    QUOTE = 3
    EVENT = 4
    NOTE = 5
    TEXT = 6

    @property
    def word(self) -> str:
        """`claim`; a title is found as a document, its words as text."""
        return self.name.lower()

    @property
    def kind(self) -> Kind:
        return Kind.DOCUMENT if self is Shelf.TEXT else Kind[self.name]


class Entry(NamedTuple):
    """A text, and the record that it leads to."""

    shelf: Shelf
    ref: Ref
    text: str
    start: int = 0
    """Where a passage begins in its document."""
    nth: int = 0
    """Which of the names of a record it is."""

    @property
    def row(self) -> int:
        """Where it stands on the shelf: passages as one reads, anything else the shorter first."""
        if self.shelf is Shelf.TEXT:
            return self.shelf << 58 | min(self.ref.number, 2**32 - 1) << 26 | self.start % 2**26
        length = min(len(self.text), 2**12 - 1)
        number = min(self.ref.number, 2**38 - 1)
        return self.shelf << 58 | length << 46 | number << 8 | min(self.nth, 255)


def entries_on(library: Library, shelf: Shelf) -> Iterator[Entry]:
    """Everything of one shelf."""
    records: dict[Shelf, Sequence[Record]] = {
        Shelf.ACTOR: library.actors,
        Shelf.DOCUMENT: library.documents,
        Shelf.CLAIM: library.claims,
        Shelf.QUOTE: library.quotes,
        Shelf.EVENT: library.events,
        Shelf.NOTE: library.notes,
        Shelf.TEXT: library.documents,
    }
    for record in records[shelf]:
        if shelf is Shelf.TEXT:
            yield from passages_of(library, record)
        else:
            yield from _named(shelf, record)


def entries_of(library: Library, record: Record) -> Iterator[Entry]:
    """Everything by which one record is found."""
    shelf = next((s for s in Shelf if s.kind is record.ref.kind), None)
    if shelf is not None and record.ref in library.known:
        yield from _named(shelf, record)
        yield from passages_of(library, record)


def _named(shelf: Shelf, record: Record) -> Iterator[Entry]:
    texts = dict.fromkeys(text for text in _texts(record) if text)
    return (Entry(shelf, record.ref, text, nth=nth) for nth, text in enumerate(texts))


def _texts(record: Record) -> Iterator[str]:
    match record:
        case Actor():
            yield record.name
            yield from (alias.text for alias in record.aliases)
        case Document():
            yield from (record.title, record.subtitle)
        case Claim():
            yield record.text
        case Quote():
            yield " … ".join(span.exact for span in record.spans)
        case Event():
            yield f"{record.label} ({record.date.raw})" if record.date.raw else record.label
        case Note():
            yield record.body


def passages_of(library: Library, record: Record) -> Iterator[Entry]:
    """The text of a document, what was one paragraph before it was broken in lines as one."""
    if isinstance(record, Document):
        for start, end in passages(record.text, library.paragraphs(record.ref)):
            yield Entry(Shelf.TEXT, record.ref, record.text[start:end], start)


def passages(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
    """From where to where the parts reach that a phrase can stand in."""
    for block in _blocks(text, paragraphs):
        if max(line.end - line.start for line in block) <= WRAPPED:
            yield block[0].start, block[-1].end
        else:
            yield from _sentences_kept(text, block)


def _blocks(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines without a blank one between them."""
    block: list[Paragraph] = []
    for line in paragraphs:
        if block and line.start != block[-1].end + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _sentences_kept(text: str, lines: list[Paragraph]) -> Iterator[tuple[int, int]]:
    """A line that goes on in small letters goes on from the line before."""
    start, end = lines[0].start, lines[0].end
    for line in lines[1:]:
        if not text[line.start : line.end].lstrip()[:1].islower():
            yield start, end
            start = line.start
        end = line.end
    yield start, end
