"""What is said under a filter while it is typed: where a fault is, or what may follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from ..reading.filtering.completing import Offer
from .carets import caret_line
from .palette import Palette
from .visible import visible


def fault_lines(what: str, before: int, marked: int, palette: Palette) -> tuple[Text, Text]:
    """The carets under the place where the reader typed it, and what was expected."""
    return (
        Text(caret_line(before, marked), palette.strong),
        Text(f"✗ {visible(what)}", palette.strong),
    )


def offer_lines(
    offers: Sequence[Offer], chosen: int, width: int, height: int, palette: Palette
) -> list[Text]:
    """As many as there is room for, the chosen one among them; what it means on the last line."""
    has_help = bool(offers) and bool(offers[chosen].help)
    rows = list(_rows(offers, chosen, width, palette))
    room = max(1, height - has_help)
    at = next((row for row, (_, holds) in enumerate(rows) if holds), 0)
    first = max(0, min(at - room + 1, len(rows) - room)) if at >= room else 0
    shown = [row for row, _ in rows[first : first + room]]
    if has_help:
        shown.append(Text(f" {visible(offers[chosen].help)}", palette.dim))
    return shown


def _rows(
    offers: Sequence[Offer], chosen: int, width: int, palette: Palette
) -> Iterator[tuple[Text, bool]]:
    """The offers side by side, and whether the chosen one is in the row."""
    row, holds = Text(), False
    for at, offer in enumerate(offers):
        item = _item(offer, at == chosen, palette)
        if row and row.cell_len + item.cell_len > width:
            yield row, holds
            row, holds = Text(), False
        row.append_text(item)
        holds |= at == chosen
    if row:
        yield row, holds


def _item(offer: Offer, is_chosen: bool, palette: Palette) -> Text:
    style = palette.cursor if is_chosen else palette.text
    count = "" if offer.count is None else f" {offer.count}"
    return Text.assemble(
        (f" {visible(offer.label)}", style), (f"{count} ", style or palette.dim), " "
    )
