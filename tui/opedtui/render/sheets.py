"""Rows and columns: a table for eyes, tab-separated lines for pipes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model.frozen import frozen
from .palette import Palette
from .visible import visible

if TYPE_CHECKING:
    from rich.table import Table

Row = tuple[str, ...]

ROOMY = 100
"""Columns of a terminal from which there is room for everything."""


@frozen
class Sheet:
    """The first column says which, the last one what; those between tell of what kind."""

    columns: Row
    rows: tuple[Row, ...]
    roomy: Row = ()
    """Columns that a narrow terminal does without."""

    def lines(self) -> Iterator[str]:
        """A line for each row, whole: no character of a cell is a tab or a line break."""
        for row in self.rows:
            yield "\t".join(visible(cell) for cell in row)

    def drawn(self, palette: Palette, width: int) -> Table:
        """The rows under their headings; what does not fit is wrapped, not cut."""
        # 25 ms that a pipe need not wait for.
        from rich.text import Text

        shown = [at for at, name in enumerate(self.columns)
                 if width >= ROOMY or name not in self.roomy]  # fmt: skip
        table = headings(tuple(self.columns[at] for at in shown), palette, width)
        for row in self.rows:
            table.add_row(*(Text(visible(row[at])) for at in shown))
        return table


def headings(columns: Row, palette: Palette, width: int) -> Table:
    """A table without rows."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, header_style=palette.dim)
    styles = [palette.strong, *[palette.dim] * (len(columns) - 2), palette.text]
    for name, style in zip(columns, styles, strict=True):
        table.add_column(Text(name), style=style, overflow="fold", max_width=width // 5 + 1)
    table.columns[-1].max_width = None
    table.columns[0].no_wrap = True
    return table
