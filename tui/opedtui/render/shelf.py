"""The shelf: a row for each document, with as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from ..model.date_words import spoken
from ..model.refs import Ref
from ..reading.shelf import Shelved
from .palette import Palette
from .visible import visible

ROOMY = 100
WIDE = 150
REF = 6
"""Cells of the address."""
COUNTS = ("claims", "quotes", "events", "actors")
Column = tuple[str, int, str]
"""(what stands at its head, its cells, what stands in it)"""


class ShelfRows:
    """Titles take what the other columns leave."""

    def __init__(self, shelved: Sequence[Shelved], palette: Palette) -> None:
        self._shelved = shelved
        self._palette = palette

    def __len__(self) -> int:
        return len(self._shelved)

    def ref(self, index: int) -> Ref:
        return self._shelved[index].ref

    def line(self, index: int, width: int) -> Text:
        return _line(self._shelved[index], width, self._palette)


def _line(one: Shelved, width: int, palette: Palette) -> Text:
    columns = list(_columns(one, width))
    row = _cell(f"{one.ref!s:>4}", REF, palette)
    row.append_text(_cell(one.title, _room(columns, width)))
    for head, cells, words in columns:
        is_drafts = head == "drafts" and one.drafts
        row.append_text(_cell(words, cells, palette, strong=bool(is_drafts)))
    return row


def _room(columns: Sequence[Column], width: int) -> int:
    return max(10, width - REF - sum(cells for _, cells, _ in columns))


def shelf_head(width: int, palette: Palette) -> Text:
    """What the columns hold."""
    columns = list(_columns(_NONE, width))
    row = Text(" " * REF).append_text(_cell("title", _room(columns, width)))
    for head, cells, _ in columns:
        row.append_text(_cell(head, cells))
    row.stylize(palette.dim)
    return row


_NONE = Shelved(Ref.parse("d1"), "", "", "", None, (0, 0, 0, 0), 0, 0.0, (), "")


def _columns(one: Shelved, width: int) -> Iterator[Column]:
    yield "author", 18 if width >= ROOMY else 14, one.authors or "–"
    if width >= ROOMY:
        yield "outlet", 18, one.outlet or "–"
    yield "published", 18 if width >= WIDE else 12, _date(one, width)
    if width >= WIDE:
        for head, count in zip(COUNTS, one.counts, strict=True):
            yield head, 8, str(count)
    elif width >= ROOMY:
        yield "claims", 8, str(one.counts[0])
    yield "drafts", 11, f"{one.drafts} draft{'s' * (one.drafts != 1)}" if one.drafts else "·"
    yield "read", 6, f"{one.read:.0%}"


def _date(one: Shelved, width: int) -> str:
    if one.published is None:
        return "–"
    return spoken(one.published) if width >= WIDE else str(one.published)


def _cell(words: str, width: int, palette: Palette | None = None, *, strong: bool = False) -> Text:
    """Cut or padded to the width, the last cell always free."""
    style = "" if palette is None else palette.strong if strong else palette.dim
    cell = Text(visible(words), style, no_wrap=True)
    cell.truncate(width - 1, overflow="ellipsis")
    cell.pad_right(width - cell.cell_len)
    return cell
