"""Things that have a name, one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model.frozen import frozen
from .palette import Palette
from .visible import visible

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


@frozen
class Pairs:
    """(what, value), made visible on the way out."""

    items: tuple[tuple[str, str], ...]

    def lines(self) -> Iterator[str]:
        """`kind⇥policy`"""
        return (f"{visible(what)}\t{visible(value)}" for what, value in self.items)

    def drawn(self, palette: Palette, width: int) -> Table:
        """What on the left, its value on the right."""
        from rich.text import Text

        return grid(((what, Text(visible(value))) for what, value in self.items), palette)


def grid(pairs: Iterable[tuple[str, Text]], palette: Palette) -> Table:
    """Two columns without a frame."""
    # 25 ms that a pipe need not wait for.
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style=palette.dim, no_wrap=True)
    table.add_column(overflow="fold")
    for what, value in pairs:
        table.add_row(Text(visible(what)), value)
    return table
