"""The rows of the dialogs."""

from __future__ import annotations

from rich.text import Text

from ...model.records import Actor
from ...model.refs import Kind, Ref
from ...model.spans import Span
from ...model.vocabulary import RelationKind
from ...reading.changes.named import counted
from ...reading.changes.texts import Orphan
from ...reading.library import Library
from ...render.labels import label, speaker
from ...render.palette import GLYPHS, Palette
from ...render.visible import visible
from ..widgets.painting import beginning

SPEAKING = (Kind.CLAIM, Kind.QUOTE)
CONTEXT = 40
"""Characters around a candidate."""


def record_row(library: Library, palette: Palette, ref: Ref) -> Text:
    """`c5 ▸ Huseynov: The declaration …`, `a3 • Russia  Moscow, Kremlin`"""
    row = Text.assemble(
        (f"{ref!s:>4} ", palette.of(ref.kind)), (f"{GLYPHS[ref.kind]} ", palette.sign(ref.kind))
    )
    record = library.get(ref)
    if record and ref.kind in SPEAKING:
        row.append(f"{speaker(library, record)}: ", palette.strong)
    row.append(label(library, ref))
    if isinstance(record, Actor):
        row.append(f"  {other_names(record)}", palette.dim)
    return row


def record_line(library: Library, palette: Palette, ref: Ref) -> Text:
    """The same on its own, where there is no column to stand in."""
    row = record_row(library, palette, ref)
    return row[len(row.plain) - len(row.plain.lstrip()) :]


def other_names(actor: Actor) -> str:
    """What else the actor is called."""
    return visible(", ".join(a.text for a in actor.aliases if a.text != actor.name))


def kind_row(palette: Palette, kind: RelationKind, reads: str) -> Text:
    """`+ supports`"""
    named = "" if reads == kind.name else f"  {visible(kind.name)}"
    return Text.assemble((f" {kind.glyph} ", palette.strong), visible(reads), (named, palette.dim))


def orphan_row(palette: Palette, orphan: Orphan, width: int) -> Text:
    """` c3 the bridge is old  2 places`"""
    ref = orphan.ref
    many = f"  {counted(len(orphan.candidates), 'place')}"
    words = beginning(Text(_inline(orphan.span.exact[: width + CONTEXT])), width)
    return Text.assemble((f"{ref!s:>4} ", palette.of(ref.kind)), words, (many, palette.dim))


def candidate_line(palette: Palette, number: int, span: Span, width: int) -> Text:
    """`1 … said that ▐the bridge▌ is …`, in a line."""
    line = Text.assemble(
        (f"{number} ", palette.strong),
        (_inline(span.prefix), palette.dim),
        (f"▐{_inline(span.exact)}▌", palette.strong),
        (_inline(span.suffix), palette.dim),
    )
    line.truncate(width, overflow="ellipsis")
    return line


def _inline(text: str) -> str:
    return visible(text.replace("\n", " "))
