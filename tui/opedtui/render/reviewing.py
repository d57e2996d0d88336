"""Drafts for eyes: a row for each, a card for the one at hand, and how each rule did."""

from __future__ import annotations

from rich.text import Text

from ..model.records import Event, Record
from ..model.refs import Ref
from ..reading.library import Library
from ..reading.reviewing import RuleFigures, is_sure, why
from .facts import facts
from .labels import label
from .palette import GLYPHS, Palette
from .sheets import Sheet
from .visible import visible

DECIDED = {"draft": "·", "rejected": "✗"}
"""What became of a draft; ✓ for any other status."""
SURE = "!"
LEFT_OUT = {"status", "where", "stance", "attribution"}
"""Facts that a card needs no room for."""


def draft_row(library: Library, palette: Palette, ref: Ref, width: int) -> Text:
    """`· ! c  The council should…`: decided how, sure or not, of which kind, and its words."""
    record = library[ref]
    sign = DECIDED.get(record.status, "✓")
    style = palette.text if sign == "·" else palette.dim
    row = Text.assemble(
        (f"{sign} ", palette.strong if sign != "·" else palette.dim),
        (SURE if is_sure(record) else " ", palette.strong),
        (f" {GLYPHS[ref.kind]} ", palette.of(ref.kind)),
        (_named(library, record), style),
    )
    row.truncate(max(1, width), overflow="ellipsis")
    return row


def _named(library: Library, record: Record) -> str:
    """An event by when it is: its words are those of the sentence, as a claim's are."""
    named = label(library, record.ref)
    if isinstance(record, Event):
        return f"{visible(record.date.raw)} = {record.date.edtf}: {named}"
    return named


def draft_card(library: Library, palette: Palette, ref: Ref) -> list[Text]:
    """What it is and says, on what terms, and what the rule saw."""
    record = library[ref]
    told = " · ".join(
        value if what in ("kind", "certainty", "date", "said by") else f"{what} {value}"
        for what, value in facts(library, ref)
        if what not in LEFT_OUT and value != "unstated"
    )
    head = Text.assemble(
        (f"{ref} {ref.kind.word}", palette.of(ref.kind)),
        (f" · {told}" if told else "", palette.text),
    )
    return [head, Text(label(library, ref), palette.strong), _seen(library, palette, record)]


def _seen(library: Library, palette: Palette, record: Record) -> Text:
    seen = "   ".join(f"{what} {visible(words)}" for what, words in why(library, record))
    return Text(seen, palette.dim)


def progress_line(done: int, left: int, palette: Palette) -> Text:
    """`7 of 34 decided · 27 left`"""
    if not done and not left:
        return Text("Nothing waits here.", palette.dim)
    line = Text(f"{done} of {done + left} decided", palette.strong)
    return line.append(f" · {left} left" if left else " · none left", palette.dim)


def figures_sheet(figures: tuple[RuleFigures, ...]) -> Sheet:
    """A row for each rule: how many of its drafts were right."""
    columns = ("rule", "kind", "accepted", "fixed", "rejected", "left", "right")
    rows = (
        (
            one.rule, one.kind.word, str(one.accepted), str(one.fixed), str(one.rejected),
            str(one.undecided), "–" if one.right is None else f"{one.right:.0%}",
        )
        for one in figures
    )  # fmt: skip
    return Sheet(columns, tuple(rows), roomy=("kind",))
