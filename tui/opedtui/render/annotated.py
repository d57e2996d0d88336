"""A text in one column, its records marked where they stand and explained after each paragraph.

Made for a pipe, a pager and a screen reader: words and brackets carry it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from ..model.frozen import frozen
from ..model.records import Actor, Claim, Document, Note, Quote, Record
from ..model.refs import Kind, Ref
from ..reading.anchors import Anchor
from ..reading.library import Library
from ..reading.paragraphs import Paragraph
from ..reading.ties import NOTES, WORDS, ties_of
from .facts import facts
from .labels import label
from .palette import CENTRAL, Palette
from .visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

MARKED = (Kind.CLAIM, Kind.QUOTE, Kind.EVENT, Kind.NOTE)
"""What is enclosed in the text; whom a word means is told under it."""
NOT_TOLD = {"central", "where", "address", "rights"}
"""Facts that the place of a note tells already, or that are of no use there."""
FIELD_TIES = {tie for kind in (WORDS, NOTES) for tie in (kind.forward, kind.backward)}
"""Ties without a record of their own that are worth a word."""
INDENT = "    "
COLUMN = 80
"""Cells of a line, where there is room for more."""

Piece = tuple[str, Kind | None]
"""Words, and the kind of the record that they are the mark of."""


@frozen
class Block:
    """A paragraph, and what is to be said of it."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    """The text, cut where a record begins or ends."""
    notes: tuple[tuple[Ref, str], ...]

    @property
    def line(self) -> str:
        """`4. [c7 There is little to celebrate], …`"""
        return f"{self.paragraph.number}. " + "".join(words for words, _ in self.pieces)


@frozen
class Annotated:
    """One document, or some of its paragraphs."""

    library: Library
    document: Document
    only: frozenset[int] = frozenset()
    """Numbers of paragraphs; all of them, if there are none."""
    has_notes: bool = True

    def blocks(self) -> Iterator[Block]:
        """The paragraphs in the order of the text."""
        for paragraph in self.library.paragraphs(self.document.ref):
            if not self.only or paragraph.number in self.only:
                yield self._block(paragraph)

    def heading(self) -> Iterator[str]:
        """The title, and who wrote it, where and when."""
        document = self.document
        yield f"{document.ref} {visible(document.title)}"
        if document.subtitle:
            yield visible(document.subtitle)
        told = [fact for fact in facts(self.library, document.ref) if fact[0] in _BYLINE]
        if told:
            yield "; ".join(f"{_BYLINE[what]}{value}" for what, value in told)

    def lines(self, width: int = 0) -> Iterator[str]:
        """Whole paragraphs, or lines of so many cells; an empty line after each part."""
        yield from (part for line in self.heading() for part in wrapped(line, width))
        for block in self.blocks():
            yield ""
            yield from _lines(block, width)

    def drawn(self, palette: Palette, width: int) -> RenderableType:
        """The same, the marks in the colours of their kinds."""
        from rich.console import Group
        from rich.padding import Padding
        from rich.text import Text

        column = min(width, COLUMN)
        title, *below = self.heading()
        parts: list[RenderableType] = [Text(title, palette.strong)]
        parts += [Text(line, palette.dim) for line in below]
        for block in self.blocks():
            parts += ["", Text.assemble(*_styled(block, palette))]
            for ref, note in block.notes:
                text = Text(note, palette.dim)
                text.stylize(palette.sign(ref.kind), 0, len(str(ref)))
                parts.append(Padding(text, (0, 0, 0, len(INDENT))))
        group = Group(*parts)
        return Padding(group, (0, max(0, width - column), 0, 0), expand=False)

    def data(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "ref": str(self.document.ref),
            "title": self.document.title,
            "paragraphs": [self._paragraph_data(block) for block in self.blocks()],
        }

    def line_of(self, number: int, width: int) -> int:
        """The line on which a paragraph begins, counted from 1."""
        at = 2 + sum(len(list(wrapped(line, width))) for line in self.heading())
        for block in self.blocks():
            if block.paragraph.number >= number:
                break
            at += 1 + len(list(_lines(block, width)))
        return at

    def _paragraph_data(self, block: Block) -> dict[str, Any]:
        number, start, end, is_heading = block.paragraph
        refs = [str(anchor.ref) for anchor in self._beginning_in(block.paragraph)]
        return {
            "number": number,
            "start": start,
            "end": end,
            "is_heading": is_heading,
            "text": self.document.text[start:end],
            "records": list(dict.fromkeys(refs)),
        }

    def _block(self, paragraph: Paragraph) -> Block:
        if not self.has_notes:
            text = self.document.text[paragraph.start : paragraph.end]
            return Block(paragraph, ((visible(text), None),), ())
        return Block(paragraph, tuple(self._pieces(paragraph)), tuple(self._notes(paragraph)))

    def _pieces(self, paragraph: Paragraph) -> Iterator[Piece]:
        """The text between marks; of those at one place the ends come first."""
        anchors = [anchor for anchor in self._in(paragraph) if anchor.ref.kind in MARKED]
        opened: list[Anchor] = []
        for start, end in _stretches(paragraph, anchors):
            yield from _closed(opened, start)
            for anchor in anchors:
                if max(anchor.start, paragraph.start) == start:
                    opened.append(anchor)
                    yield f"[{anchor.ref} ", anchor.ref.kind
            yield visible(self.document.text[start:end]), None
        yield from _closed(opened, len(self.document.text))

    def _in(self, paragraph: Paragraph) -> list[Anchor]:
        return self.library.anchors(self.document.ref).between(paragraph.start, paragraph.end)

    def _beginning_in(self, paragraph: Paragraph) -> list[Anchor]:
        return [anchor for anchor in self._in(paragraph) if anchor.start >= paragraph.start]

    def _notes(self, paragraph: Paragraph) -> Iterator[tuple[Ref, str]]:
        begun = self._beginning_in(paragraph)
        for ref in dict.fromkeys(a.ref for a in begun if a.ref.kind in MARKED):
            yield ref, self._note(ref)
        for anchor in _first_of_each(self.document.text, begun):
            words = " ".join(self.document.text[anchor.start : anchor.end].split())
            actor = self.library[anchor.ref]
            if isinstance(actor, Actor) and words.casefold() not in actor.name.casefold():
                yield anchor.ref, f"{anchor.ref} “{visible(words)}” is {visible(actor.name)}"

    def _note(self, ref: Ref) -> str:
        """`c7 claim: There is little … said by Huseynov, own; …; is supported by c15`"""
        record = self.library[ref]
        central = f" {CENTRAL} central" if isinstance(record, Claim) and record.central else ""
        told = (
            f"{what} {value}" for what, value in facts(self.library, ref) if what not in NOT_TOLD
        )
        rest = "; ".join((*told, *self._ties(ref)))
        head = f"{ref} {ref.kind.word}{central}:"
        return " ".join(filter(None, (head, _statement(self.library, record), rest)))

    def _ties(self, ref: Ref) -> Iterator[str]:
        """`is supported by c15, c16`"""
        ties = [t for t in ties_of(self.library, ref) if t.relation or t.label in FIELD_TIES]
        for name, alike in groupby(ties, key=lambda tie: tie.label):
            yield f"{visible(name)} {', '.join(str(tie.other) for tie in alike)}"


_BYLINE = {"by": "by ", "in": "in ", "published": ""}


def of_record(library: Library, ref: Ref) -> Iterator[Annotated]:
    """The paragraphs that a record stands in, text by text; for a document the whole of it."""
    record = library.get(ref)
    if isinstance(record, Document):
        yield Annotated(library, record)
        return
    for doc, spans in groupby(library.spans(ref), key=lambda span: span.doc):
        document = library.document(doc)
        if document:
            paragraphs = library.paragraphs(doc)
            at = (n for s in spans for n in range(paragraphs.index_at(s.start),
                                                  paragraphs.index_at(s.end - 1) + 1))  # fmt: skip
            yield Annotated(library, document, frozenset(paragraphs[n].number for n in at))


def wrapped(line: str, width: int, indent: str = "") -> Iterator[str]:
    """The line in lines of at most so many cells, where its words allow it; whole for none."""
    if not width:
        yield line
        return
    # Where nothing is wrapped nothing is measured.
    from rich.cells import cell_len

    body = line.lstrip(" ")
    now = line[: len(line) - len(body)]
    length = len(now)
    is_fresh = True
    for word in body.split(" "):
        cells = cell_len(word)
        if not is_fresh and length + 1 + cells > width:
            yield now
            now, length, is_fresh = indent, len(indent), True
        now += word if is_fresh else f" {word}"
        length += cells + (not is_fresh)
        is_fresh = False
    yield now


def _statement(library: Library, record: Record) -> str:
    """A sentence; nothing for a quotation, whose words have just been read."""
    if isinstance(record, Quote):
        return ""
    body = record.body if isinstance(record, Note) else label(library, record.ref)
    words = visible(" ".join(body.split()))
    return words if words.endswith((".", "!", "?", "…", "”")) else f"{words}."


def _lines(block: Block, width: int) -> Iterator[str]:
    """The paragraph, and under it its notes."""
    yield from wrapped(block.line, width)
    for _, note in block.notes:
        yield from wrapped(INDENT + note, width, INDENT * 2)


def _stretches(paragraph: Paragraph, anchors: Iterable[Anchor]) -> Iterator[tuple[int, int]]:
    """The paragraph cut wherever a record begins or ends."""
    cuts = {paragraph.start, paragraph.end}
    for anchor in anchors:
        cuts |= {max(anchor.start, paragraph.start), min(anchor.end, paragraph.end)}
    inside = sorted(cuts)
    yield from pairwise(inside)


def _closed(opened: list[Anchor], at: int) -> Iterator[Piece]:
    """What ends here; where the ends cross, the end says of which record it is."""
    for anchor in [anchor for anchor in reversed(opened) if anchor.end <= at]:
        is_innermost = opened[-1] is anchor
        opened.remove(anchor)
        yield ("]" if is_innermost else f" {anchor.ref}]"), anchor.ref.kind


def _first_of_each(text: str, anchors: Iterable[Anchor]) -> Iterator[Anchor]:
    """The mentions of actors, each word for each actor once."""
    seen: set[tuple[Ref, str]] = set()
    for anchor in anchors:
        known = (anchor.ref, text[anchor.start : anchor.end].casefold())
        if anchor.ref.kind is Kind.ACTOR and known not in seen:
            seen.add(known)
            yield anchor


def _styled(block: Block, palette: Palette) -> Iterator[tuple[str, Any]]:
    yield f"{block.paragraph.number}. ", palette.dim
    for words, kind in block.pieces:
        yield words, palette.sign(kind) if kind else palette.text
