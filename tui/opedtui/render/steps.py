"""Places in a line: steps of the trail, and marks."""

from __future__ import annotations

from rich.text import Text

from ..reading.library import Library
from ..reading.marks import Mark
from ..reading.places import Place
from ..reading.trail import Trail
from .labels import label
from .palette import Palette
from .visible import visible

SNIPPET = 300
"""Characters; no window shows more in a line."""
HERE = "●"
LOST = "lost"


def snippet(library: Library, place: Place) -> str:
    """The words of a place, or those that follow it; in one line."""
    document = library.document(place.doc)
    if document is None:
        return f"{place.doc} is missing"
    end = place.end if place.end > place.start else place.start + SNIPPET
    words = document.text[place.start : min(end, place.start + SNIPPET)]
    return visible(" ".join(words.split()))


def where_in(library: Library, place: Place) -> str:
    """`¶ 4`, or `d2 ¶ 4` where there are several documents."""
    document = library.document(place.doc)
    paragraph = library.paragraphs(place.doc).at(place.start) if document else None
    doc = f"{place.doc} " if len(library.documents) > 1 else ""
    return f"{doc}¶ {paragraph.number}" if paragraph else f"{place.doc}"


def step_row(library: Library, palette: Palette, trail: Trail, index: int) -> Text:
    """`● 3  ¶ 4  c7  from c3  In fact there has been …`"""
    place = trail.places[index]
    before = trail.places[index - 1] if index else None
    came = "the start" if before is None else f"from {before.ref or where_in(library, before)}"
    return Text.assemble(
        (HERE if index == trail.index else " ", palette.strong),
        (f"{index + 1:>3}  ", palette.dim),
        _at(library, palette, place),
        (f"{came:<10}  ", palette.dim),
        snippet(library, place),
    )


def step_words(library: Library, place: Place) -> tuple[str, ...]:
    """What a reader may type to find the step."""
    named = label(library, place.ref) if place.ref else ""
    return (str(place.ref or ""), named, snippet(library, place), where_in(library, place))


def mark_row(library: Library, palette: Palette, mark: Mark, place: Place | None) -> Text:
    """`a  ¶ 4  c7  In fact there has been …`; a lost one shows the words that it had."""
    letter = Text(f" {mark.letter}  ", palette.strong)
    if place is None:
        words = visible(" ".join(mark.span.exact[:SNIPPET].split()))
        return letter.append(f"{LOST}  ", palette.event).append(words, palette.dim)
    return letter.append_text(_at(library, palette, place)).append(snippet(library, place))


def last_row(library: Library, palette: Palette, place: Place) -> Text:
    """`'  ¶ 4  c7  …`: where the reader was before the last jump."""
    row = Text(" '  ", palette.strong).append_text(_at(library, palette, place))
    return row.append(snippet(library, place), palette.dim)


def _at(library: Library, palette: Palette, place: Place) -> Text:
    style = palette.of(place.ref.kind) if place.ref else palette.dim
    return Text.assemble(
        (f"{where_in(library, place):<6} ", palette.dim), (f"{place.ref or ''!s:>4}  ", style)
    )
