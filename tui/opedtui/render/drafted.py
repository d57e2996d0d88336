"""A draft for eyes: who is named, who says what, when, and what is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..drafting.choice import worth_reviewing
from ..drafting.documents import Page
from ..drafting.draft import Draft
from ..model.frozen import frozen
from ..model.stretch import Stretch
from .palette import Palette
from .sheets import Row, Sheet
from .visible import visible

if TYPE_CHECKING:
    from rich.console import Group


@frozen
class DraftSheet:
    """The page, what was remarked about it, and a row for each thing found."""

    page: Page
    draft: Draft

    def lines(self) -> Iterator[str]:
        """The title and the remarks, then `quote⇥93⇥said-after⇥words`."""
        yield from self._head()
        yield from self._sheet.lines()

    def drawn(self, palette: Palette, width: int) -> Group:
        """The same in columns."""
        from rich.console import Group
        from rich.text import Text

        head, *remarks = self._head()
        told = (Text(line, palette.dim) for line in remarks)
        return Group(Text(head, palette.strong), *told, self._sheet.drawn(palette, width))

    def _head(self) -> Iterator[str]:
        yield visible(self.page.title or self.page.source)
        yield from map(visible, self.page.remarks)

    @property
    def _sheet(self) -> Sheet:
        rows = (*self._actors(), *self._quotes(), *self._events(), *self._claims())
        return Sheet(("what", "sure", "by", "words"), rows, roomy=("by",))

    def _actors(self) -> Iterator[Row]:
        for actor in self.draft.actors:
            sure = max(mention.confidence for mention in actor.mentions)
            yield _row("actor", sure, actor.kind, f"{actor.name} ({len(actor.mentions)})")

    def _quotes(self) -> Iterator[Row]:
        for quote in self.draft.quotes:
            words = " … ".join(map(self._words, quote.stretches))
            who = f"{self._words(quote.speaker)}: " if quote.speaker else ""
            yield _row("quote", quote.confidence, quote.rule, who + words)

    def _events(self) -> Iterator[Row]:
        for found in self.draft.dates:
            when = f"{found.date or 'not told'}: {self._words(Stretch(found.start, found.end))}"
            yield _row("event", found.confidence, found.rule, when)

    def _claims(self) -> Iterator[Row]:
        for claim in worth_reviewing(self.draft):
            yield _row("claim", claim.score, claim.rule, self._words(claim.stretch))

    def _words(self, stretch: Stretch) -> str:
        return " ".join(self.draft.text[slice(*stretch)].split())


def _row(what: str, sure: float, rule: str, words: str) -> Row:
    return what, f"{round(100 * sure)}", rule, words
