"""The lists of the reading screen: so many rows, each drawn when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from rich.style import Style
from rich.text import Text

from ..model.records import Actor, Claim, Quote, Record
from ..model.refs import Ref
from ..reading.library import Library
from ..reading.ties import SAYS, Tie, ties_of
from .labels import label, speaker
from .palette import CENTRAL, STANCES, Palette
from .visible import visible

R = TypeVar("R", bound=Record)

ROOMY = 64
"""Cells from which a row has room for whole words in its narrow columns."""
SHORT_KINDS = {"prediction": "pred.", "definition": "def."}


class Rows(Protocol):
    """What a list shows."""

    def __len__(self) -> int: ...

    def ref(self, index: int) -> Ref:
        """The record that the row leads to."""

    def line(self, index: int, width: int) -> Text:
        """The row at this width; whoever shows it cuts what does not fit."""


class RecordRows(Generic[R]):
    """A row for each record, all drawn by one function."""

    def __init__(self, records: Sequence[R], draw: Callable[[R, int], Text]) -> None:
        self._records = records
        self._draw = draw

    def __len__(self) -> int:
        return len(self._records)

    def ref(self, index: int) -> Ref:
        return self._records[index].ref

    def line(self, index: int, width: int) -> Text:
        return self._draw(self._records[index], width)


def claim_rows(library: Library, claims: Sequence[Claim], palette: Palette) -> Rows:
    """`c5 ★ Huseynov  fact    The declaration …`"""
    return RecordRows(claims, partial(_claim, library, palette))


def actor_rows(library: Library, actors: Sequence[Actor], palette: Palette) -> Rows:
    """`a3 Russia   state   24×  says 2`"""
    return RecordRows(actors, partial(_actor, library, palette))


def quote_rows(library: Library, quotes: Sequence[Quote], palette: Palette) -> Rows:
    """`q2 Zelensky  mixed   “consistent support …”`"""
    return RecordRows(quotes, partial(_quote, library, palette))


def _claim(library: Library, palette: Palette, claim: Claim, width: int) -> Text:
    return Text.assemble(
        _ref(claim.ref, palette),
        (CENTRAL if claim.central else " ", palette.central),
        (f"{STANCES.get(claim.stance, '?')} ", palette.dim),
        _column(_terse(speaker(library, claim)), 10, palette.strong),
        _column(_kind(claim.kind, width), 11 if width >= ROOMY else 7, palette.dim),
        label(library, claim.ref),
    )


def _actor(library: Library, palette: Palette, actor: Actor, width: int) -> Text:
    named = len(library.spans(actor.ref))
    says = sum(tie.label == SAYS.forward for tie in ties_of(library, actor.ref))
    return Text.assemble(
        _ref(actor.ref, palette),
        " ",
        _column(label(library, actor.ref), 36 if width >= ROOMY else 22, palette.actor),
        _column(visible(actor.kind), 11, palette.dim),
        f"{named:>3}×",
        f"  says {says}" if says else "",
    )


def _quote(library: Library, palette: Palette, quote: Quote, width: int) -> Text:
    return Text.assemble(
        _ref(quote.ref, palette),
        " ",
        _column(_terse(speaker(library, quote)), 14 if width >= ROOMY else 10, palette.strong),
        _column(visible(quote.kind), 9, palette.dim),
        (label(library, quote.ref), palette.quote),
    )


class TieRows:
    """The neighbours of one record; the label stands once for those that read alike."""

    def __init__(self, library: Library, ref: Ref | None, palette: Palette) -> None:
        self._library = library
        self._palette = palette
        self._ties: tuple[Tie, ...] = ties_of(library, ref) if ref else ()
        self._label_width = max((len(tie.label) for tie in self._ties), default=0) + 2

    def __len__(self) -> int:
        return len(self._ties)

    def ref(self, index: int) -> Ref:
        return self._ties[index].other

    def relation(self, index: int) -> Ref | None:
        """The record of the tie, when it has one."""
        return self._ties[index].relation

    def line(self, index: int, width: int) -> Text:
        """`+ is supported by  c15  Baku has taken no steps …`"""
        tie = self._ties[index]
        repeated = index > 0 and self._ties[index - 1].label == tie.label
        return Text.assemble(
            (f"{tie.glyph} ", self._palette.strong),
            _column("" if repeated else visible(tie.label), self._label_width, self._palette.dim),
            _ref(tie.other, self._palette),
            "  ",
            label(self._library, tie.other),
        )


def _terse(name: str) -> str:
    """A name in a narrow column begins with the word that tells most."""
    return name.removeprefix("the ")


def _kind(kind: str, width: int) -> str:
    """A long word is shortened where there is no room for it."""
    return visible(kind) if width >= ROOMY else visible(SHORT_KINDS.get(kind, kind))


def _ref(ref: Ref, palette: Palette) -> Text:
    return Text(f"{ref!s:>4}", palette.of(ref.kind))


def _column(text: str, width: int, style: Style) -> Text:
    """The text cut or padded to the width, the last cell always free."""
    cell = Text(text, style, no_wrap=True)
    cell.truncate(width - 1, overflow="ellipsis")
    cell.pad_right(width - cell.cell_len)
    return cell
