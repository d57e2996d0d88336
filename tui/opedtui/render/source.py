"""The text of a document, its claims, quotes, dates and actors marked where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from rich.style import Style
from rich.text import Text

from ..model.frozen import frozen
from ..model.records import Quote
from ..model.refs import Kind, Ref
from ..model.stretch import Stretch
from ..reading.anchors import Anchor
from ..reading.library import Library
from ..reading.places import Place
from .layout import Layout, Line
from .palette import GLYPHS, Palette
from .visible import visible

MARGIN_KINDS = (Kind.QUOTE, Kind.EVENT, Kind.ACTOR)
"""Whose glyphs stand in the margin of a line; a claim's stands before its words."""
GUTTER = 4 + len(MARGIN_KINDS) + 1
"""Paragraph number, glyphs, and the cell before the text."""
LEFT, RIGHT = "▐", "▌"
"""They enclose the words of the place; with them no colour is needed."""


def column_width(width: int, most: int) -> int:
    """Cells for the text in a pane this wide, with a cell free at its end."""
    return max(1, min(most, width - GUTTER - 1))


@frozen
class Page:
    """One document, laid out and ready to be drawn line by line."""

    library: Library
    doc: Ref
    layout: Layout
    palette: Palette

    def line(
        self,
        index: int,
        sight: Place | None = None,
        cursor: int | None = None,
        chosen: Stretch | None = None,
        hits: Sequence[tuple[int, int]] = (),
    ) -> Text:
        """Gutter and text of a line, the words in sight enclosed, the cursor on its character.

        While words are chosen, they are enclosed instead.
        """
        line = self.layout.lines[index]
        if line.paragraph is None:
            return Text(" " * GUTTER)
        anchors = self.library.anchors(self.doc).between(line.start, line.end)
        seen = _Seen.of(self.library, self.doc, sight, chosen)
        body = Text(visible(self.layout.text[line.start : line.end]))
        for start, end, style in self._pieces(line, anchors, seen):
            body.stylize(style, self._at(line, start), self._at(line, end))
        for start, end in hits[bisect_right(hits, line.start, key=itemgetter(1)) :]:
            if start >= line.end:
                break
            first, last = max(start, line.start), min(end, line.end)
            body.stylize(self.palette.hit, self._at(line, first), self._at(line, last))
        self._put_signs(body, line, anchors, seen)
        if cursor is not None and line.start <= cursor < line.end:
            at = self._at(line, cursor)
            body.stylize(self.palette.cursor + Style(reverse=True), at, at + 1)
        return Text.assemble(*self._gutter(line, anchors, seen), body, *self._tail(line, seen))

    def lines_of(self, sight: Place | None, chosen: Stretch | None = None) -> set[int]:
        """The lines that look different while this place is in sight, or these words chosen."""
        spans = _Seen.of(self.library, self.doc, sight, chosen).spans
        return {
            index
            for start, end in spans
            for index in range(self.layout.line_at(start), self.layout.line_at(end - 1) + 1)
        }

    def _pieces(
        self, line: Line, anchors: list[Anchor], seen: _Seen
    ) -> Iterator[tuple[int, int, Style]]:
        """The line cut wherever a style begins or ends."""
        cuts = {line.start, line.end}
        for start, end in [(anchor.start, anchor.end) for anchor in anchors] + seen.spans:
            cuts |= {start, end}
        inside = sorted(cut for cut in cuts if line.start <= cut <= line.end)
        for start, end in pairwise(inside):
            refs = [a.ref for a in anchors if a.start <= start and end <= a.end]
            style = self._style(line, refs) + seen.style(start, end, self.palette)
            yield start, end, style

    def _at(self, line: Line, offset: int) -> int:
        """The index of a character in the line as it is shown."""
        return len(visible(self.layout.text[line.start : offset]))

    def _style(self, line: Line, refs: list[Ref]) -> Style:
        """What no claim covers is dim, unless it is a heading."""
        assert line.paragraph, "only lines of a paragraph have words"
        kinds = {ref.kind for ref in refs}
        style = self.palette.text if Kind.CLAIM in kinds else self.palette.dim
        if line.paragraph.is_heading:
            style = self.palette.strong
        for kind in (Kind.NOTE, Kind.EVENT, Kind.ACTOR):
            if kind in kinds:
                style += self.palette.of(kind)
        return style + self._quoted(refs)

    def _quoted(self, refs: list[Ref]) -> Style:
        """Words between quotation marks have the colour of quotes; reported ones only lean."""
        quotes = [record for ref in refs if isinstance(record := self.library.get(ref), Quote)]
        if any(quote.kind != "indirect" for quote in quotes):
            return self.palette.quote
        return self.palette.reported if quotes else Style.null()

    def _put_signs(self, body: Text, line: Line, anchors: list[Anchor], seen: _Seen) -> None:
        """Signs take the place of a space, so that nothing moves when they come and go."""
        claims = [(self._before(a.start), GLYPHS[Kind.CLAIM], self.palette.claim)
                  for a in anchors if a.ref.kind is Kind.CLAIM]  # fmt: skip
        edges = [(self._before(start), LEFT, self.palette.strong)
                 for start, _ in seen.words if start < line.end]  # fmt: skip
        edges += [(self._after(end), RIGHT, self.palette.strong)
                  for _, end in seen.words if line.start < end]  # fmt: skip
        for offset, sign, style in claims + edges:
            if line.start <= offset < line.end and self.layout.text[offset] == " ":
                at = self._at(line, offset)
                body.plain = body.plain[:at] + sign + body.plain[at + 1 :]
                body.stylize(style, at, at + 1)

    def _before(self, start: int) -> int:
        """The space before the words, beyond a bracket and a quotation mark if need be."""
        text, at = self.layout.text, start - 1
        while at >= max(0, start - 2) and _hugs(text[at]):
            at -= 1
        return at

    def _after(self, end: int) -> int:
        """The space behind the words, beyond a quotation mark and a full stop if need be."""
        text, at = self.layout.text, end
        while at < min(len(text), end + 2) and _hugs(text[at]):
            at += 1
        return at

    def _gutter(
        self, line: Line, anchors: list[Anchor], seen: _Seen
    ) -> Iterator[tuple[str, Style]]:
        assert line.paragraph
        yield f"{line.paragraph.number if line.is_first else '':>3} ", self.palette.dim
        claims = [anchor.start for anchor in anchors if anchor.ref.kind is Kind.CLAIM]
        begun = {anchor.ref.kind for anchor in anchors if line.start <= anchor.start}
        for kind in MARGIN_KINDS:
            yield (GLYPHS[kind] if kind in begun else " "), self.palette.sign(kind)
        words = [(start, end) for start, end in seen.words if start < line.end]
        if any(self._before(start) < line.start < end for start, end in words):
            yield LEFT, self.palette.strong
        elif any(self._before(start) < line.start <= start for start in claims):
            yield GLYPHS[Kind.CLAIM], self.palette.claim
        else:
            yield " ", self.palette.dim

    def _tail(self, line: Line, seen: _Seen) -> Iterator[tuple[str, Style]]:
        ends = [end for _, end in seen.words if line.start < end <= line.end]
        if any(self._after(end) >= line.end for end in ends):
            yield RIGHT, self.palette.strong


def _hugs(char: str) -> bool:
    """Whether it belongs to the words beside it: a quotation mark, a comma."""
    return not (char.isalnum() or char.isspace())


@frozen
class _Seen:
    """What is in sight in one document: (start, end) pairs of code points."""

    words: list[tuple[int, int]]
    """The words of the place."""
    others: list[tuple[int, int]]
    """Other words of the same record."""
    are_chosen: bool = False

    @classmethod
    def of(
        cls, library: Library, doc: Ref, sight: Place | None, chosen: Stretch | None = None
    ) -> _Seen:
        if chosen:
            return cls([chosen], [], are_chosen=True)
        if sight is None or sight.doc != doc or sight.start == sight.end:
            return cls([], [])
        spans = library.spans(sight.ref) if sight.ref else ()
        here = [(span.start, span.end) for span in spans if span.doc == doc]
        words = (sight.start, sight.end)
        return cls([words], [span for span in here if span != words])

    @property
    def spans(self) -> list[tuple[int, int]]:
        return self.words + self.others

    def style(self, start: int, end: int, palette: Palette) -> Style:
        """What being in sight adds to the style of these characters."""
        if any(first <= start and end <= last for first, last in self.words):
            return palette.chosen if self.are_chosen else palette.current
        if any(first <= start and end <= last for first, last in self.others):
            return palette.kindred
        return Style.null()
