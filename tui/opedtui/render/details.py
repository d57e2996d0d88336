"""All that is known of a record: its statement, its facts, and its words where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model.frozen import frozen
from ..model.records import Claim, Note, Record
from ..model.refs import Kind, Ref
from ..reading.library import Library
from .facts import facts
from .labels import label
from .pairs import Pairs, grid
from .palette import CENTRAL, MONOCHROME, Palette
from .passages import Passage, passages
from .visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

ELSEWHERE = {"central", "where"}
"""Facts that the heading and the passages tell."""


@frozen
class Details:
    """One record, as a page."""

    kind: Kind
    heading: str
    statement: tuple[str, ...]
    facts: Pairs
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, library: Library, ref: Ref) -> Details:
        record = library[ref]
        found = [fact for fact in facts(library, ref) if fact[0] not in ELSEWHERE]
        return cls(
            ref.kind,
            _heading(record),
            _statement(library, record),
            Pairs((*found, *_forms(library, ref))),
            tuple(passages(library, record)),
        )

    def lines(self) -> Iterator[str]:
        """What it is, what it says, then `what⇥value` and `where⇥words`, with lines between."""
        yield from (self.heading, *self.statement, "")
        yield from self.facts.lines()
        if self.passages:
            yield ""
        for passage in self.passages:
            yield f"{passage.where}\t{passage.drawn(MONOCHROME).plain}"

    def drawn(self, palette: Palette, width: int) -> RenderableType:
        """The same in columns."""
        from rich.console import Group
        from rich.text import Text

        where = [(passage.where, passage.drawn(palette)) for passage in self.passages]
        return Group(
            Text(self.heading, palette.of(self.kind)),
            *(Text(line, palette.strong) for line in self.statement),
            "",
            self.facts.drawn(palette, width),
            *(("", grid(where, palette)) if where else ()),
        )


def _heading(record: Record) -> str:
    """`c12 claim ★ central`"""
    central = f" {CENTRAL} central" if isinstance(record, Claim) and record.central else ""
    return f"{record.ref} {record.ref.kind.word}{central}"


def _statement(library: Library, record: Record) -> tuple[str, ...]:
    """One line, except for the reader's notes."""
    if isinstance(record, Note):
        return tuple(visible(line) for line in record.body.split("\n"))
    return (label(library, record.ref),)


def _forms(library: Library, ref: Ref) -> Iterator[tuple[str, str]]:
    """How often a text calls an actor what: `Russia 12×, Moscow 3×`."""
    forms = Counter(span.exact for span in library.spans(ref)) if ref.kind is Kind.ACTOR else {}
    if forms:
        counted = sorted(forms.items(), key=lambda item: -item[1])
        yield "named", ", ".join(f"{form} {times}×" for form, times in counted)
