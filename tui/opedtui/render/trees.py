"""The ties of a record as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ..model.frozen import frozen
from ..model.refs import Ref
from ..reading.library import Library
from ..reading.ties import Tie, ties_of
from .labels import label
from .palette import Palette
from .visible import visible

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree


@frozen
class TieTree:
    """Every tie of a record in both directions, those that read alike together."""

    library: Library
    ref: Ref

    @property
    def ties(self) -> tuple[Tie, ...]:
        return ties_of(self.library, self.ref)

    def lines(self) -> Iterator[str]:
        """`is supported by⇥c15⇥r9⇥Baku has taken no steps …`"""
        for tie in self.ties:
            relation = str(tie.relation or "")
            words = label(self.library, tie.other)
            yield "\t".join((visible(tie.label), str(tie.other), relation, words))

    def drawn(self, palette: Palette, width: int) -> Tree:
        """The record, how it is tied, and to what."""
        # Rich is asked for only where somebody looks.
        from rich.text import Text
        from rich.tree import Tree

        tree = Tree(self._leaf(self.ref, palette), guide_style=palette.dim)
        for name, ties in groupby(self.ties, key=lambda tie: (tie.glyph, tie.label)):
            branch = tree.add(Text(visible(" ".join(name)), palette.dim))
            for tie in ties:
                branch.add(self._leaf(tie.other, palette, tie.relation))
        if not tree.children:
            tree.add(Text("no ties", palette.dim))
        return tree

    def _leaf(self, ref: Ref, palette: Palette, relation: Ref | None = None) -> Text:
        """`c15  Baku has taken no steps …  r9`"""
        from rich.text import Text

        by = f"  {relation}" if relation else ""
        words = label(self.library, ref)
        return Text.assemble((f"{ref}  ", palette.of(ref.kind)), words, (by, palette.dim))
