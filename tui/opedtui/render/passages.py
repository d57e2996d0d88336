"""The words of a record where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from ..model.frozen import frozen
from ..model.records import Document, Record
from ..model.spans import CONTEXT, Span
from ..reading.library import Library
from .palette import Palette
from .source import LEFT, RIGHT
from .visible import visible


@frozen
class Passage:
    """Words, and a little of the text around them."""

    where: str
    words: str
    before: str = ""
    after: str = ""

    def drawn(self, palette: Palette) -> Text:
        """The words enclosed as in the text of the app; without a context there is no need."""
        if not self.before + self.after:
            return Text(visible(self.words))
        return Text.assemble(
            (visible(self.before), palette.dim),
            (LEFT, palette.strong),
            (visible(self.words), palette.strong),
            (RIGHT, palette.strong),
            (visible(self.after), palette.dim),
        )


def passages(library: Library, record: Record) -> Iterator[Passage]:
    """The paragraphs of a document; the words of any other record, as it holds them."""
    if isinstance(record, Document):
        for paragraph in library.paragraphs(record.ref):
            text = record.text[paragraph.start : paragraph.end]
            yield Passage(f"¶ {paragraph.number}", text)
    for span in record.places:
        yield Passage(_where(library, span), span.exact, _before(span.prefix), _after(span.suffix))


def _before(context: str) -> str:
    """Whole words of the same paragraph: `…supplies to Ukraine. `"""
    same = context.rpartition("\n")[2]
    return f"…{same.partition(' ')[2] or same}" if _is_cut(context) else same


def _after(context: str) -> str:
    """The same, on the other side."""
    same = context.partition("\n")[0]
    return f"{same.rpartition(' ')[0] or same}…" if _is_cut(context) else same


def _is_cut(context: str) -> bool:
    """Whether the paragraph goes on beyond what the span holds of it."""
    return len(context) >= CONTEXT and "\n" not in context


def _where(library: Library, span: Span) -> str:
    """`d1 ¶ 4`"""
    document = library.document(span.doc)
    paragraph = library.paragraphs(span.doc).at(span.start) if document else None
    return f"{span.doc} ¶ {paragraph.number if paragraph else '?'}"
