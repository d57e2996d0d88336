"""What was found, a line each, the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from ..model.frozen import frozen
from ..model.refs import Ref
from ..reading.library import Library
from ..reading.searching.entries import Entry, Shelf
from ..reading.searching.index import Find
from ..reading.searching.query import Mark, Query
from .labels import label, speaker
from .palette import GLYPHS, Palette
from .visible import visible

if TYPE_CHECKING:
    from rich.console import Group

LEAD = 24
"""Characters that are shown before the first mark of a long text."""
LONG = 600
"""Characters of a text that a row could show at most."""


def where_of(library: Library, find: Find, query: Query) -> str:
    """`d1 ¶ 4`: the paragraph of the words; nothing for what stands in no text."""
    entry = find.entry
    if entry.shelf is Shelf.TEXT:
        marks = query.marks(entry.text)
        return _paragraph(library, entry.ref, entry.start + (marks[0][0] if marks else 0))
    spans = library.spans(entry.ref) if entry.shelf is not Shelf.ACTOR else ()
    return _paragraph(library, spans[0].doc, spans[0].start) if spans else ""


def _paragraph(library: Library, doc: Ref, offset: int) -> str:
    paragraph = library.paragraphs(doc).at(offset)
    return f"{doc} ¶ {paragraph.number if paragraph else '?'}"


def marked(text: str, marks: Sequence[Mark], palette: Palette, lead: int | None = None) -> Text:
    """The text on one line, its marks drawn; with a lead from shortly before the first one."""
    first = marks[0][0] if marks else 0
    begin = text.rfind(" ", 0, max(0, first - lead)) + 1 if lead and first > lead else 0
    shown = Text().append("… " if begin else "", palette.dim)
    at, limit = begin, min(len(text), begin + LONG)
    for start, end in marks:
        if at <= start < limit:
            shown.append(_flat(text[at:start]), palette.text)
            shown.append(_flat(text[start:end]), palette.hit)
            at = end
    return shown.append(_flat(text[at : max(at, limit)]), palette.text)


def _flat(text: str) -> str:
    """Line breaks and tabs as spaces, everything else visible."""
    return visible(text.translate(_SPACES))


_SPACES = str.maketrans("\n\t\r", "   ")


@frozen
class FindRows:
    """The finds as rows of a list."""

    library: Library
    finds: tuple[Find, ...]
    query: Query
    palette: Palette

    def __len__(self) -> int:
        return len(self.finds)

    def ref(self, index: int) -> Ref:
        return self.finds[index].entry.ref

    def line(self, index: int, width: int) -> Text:
        """`▸ claim  c7  There is little to celebrate …`"""
        entry = self.finds[index].entry
        marks = self.query.marks(entry.text)
        lead = LEAD if width > 2 * LEAD else LEAD // 3
        return Text.assemble(
            (f"{GLYPHS[entry.shelf.kind]} ", self.palette.sign(entry.shelf.kind)),
            (f"{entry.shelf.word:<9}", self.palette.dim),
            (f"{self._address(index):<8}", self.palette.of(entry.shelf.kind)),
            marked(entry.text, marks, self.palette, lead),
            (self._called(entry), self.palette.dim),
        )

    def _address(self, index: int) -> str:
        entry = self.finds[index].entry
        if entry.shelf is Shelf.TEXT:
            return where_of(self.library, self.finds[index], self.query) + " "
        return f"{entry.ref} "

    def _called(self, entry: Entry) -> str:
        """The name of an actor that was found by another of its names."""
        name = label(self.library, entry.ref)
        is_other = entry.shelf is Shelf.ACTOR and _flat(entry.text) != name
        return f"  = {name}" if is_other else ""


@frozen
class FindSheet:
    """The finds as an answer of the command line."""

    library: Library
    finds: tuple[Find, ...]
    query: Query
    has_more: bool = False

    def lines(self) -> Iterator[str]:
        """Kind, ref, place and text, with tabs between."""
        for find in self.finds:
            entry = find.entry
            where = where_of(self.library, find, self.query)
            cells = (entry.shelf.word, str(entry.ref), where, _flat(entry.text))
            yield "\t".join(cells)

    def drawn(self, palette: Palette, width: int) -> Group:
        """Two lines each: what and where, and the words."""
        # Rich's console is loaded for terminals only.
        from rich.console import Group
        from rich.padding import Padding

        parts: list[Text | Padding] = []
        for find in self.finds:
            parts += [self._head(find, palette), Padding(self._body(find, palette), (0, 0, 0, 2))]
        if self.has_more:
            parts.append(Text("There is more; --limit N shows N.", palette.dim))
        return Group(*parts)

    def _head(self, find: Find, palette: Palette) -> Text:
        entry = find.entry
        kind = entry.shelf.kind
        record = self.library.get(entry.ref)
        who = speaker(self.library, record) if record else "–"
        return Text.assemble(
            (f"{GLYPHS[kind]} {entry.shelf.word} {entry.ref}", palette.of(kind)),
            (f"  {where_of(self.library, find, self.query)}", palette.dim),
            ("" if who == "–" else f"  {who}", palette.strong),
        )

    def _body(self, find: Find, palette: Palette) -> Text:
        entry = find.entry
        lead = LEAD * 3 if entry.shelf is Shelf.TEXT else None
        body = marked(entry.text, self.query.marks(entry.text), palette, lead)
        return Text.assemble(
            body, (FindRows(self.library, (), self.query, palette)._called(entry), palette.dim)
        )
