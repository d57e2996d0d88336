"""Every key, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ...render.legend import legend
from ...render.palette import Palette
from ..commands import BY_ID, groups, in_group
from .page import Page

KEY_WIDTH = 16


def help_page(palette: Palette) -> Group:
    """Commands by group, then the signs; what is too long for a line goes on below itself."""
    keys = [block for group in groups() for block in _of_group(group, palette)]
    signs = [
        (Text(where), Columns(meanings, padding=(0, 3, 0, 0)))
        for where, meanings in legend(palette)
    ]
    return Group(*keys, Text("Signs", palette.strong), _columns(signs))


def _of_group(group: str, palette: Palette) -> tuple[RenderableType, ...]:
    rows = [
        (Text(" ".join(command.shown_keys), palette.actor), Text(command.help))
        for command in in_group(group)
    ]
    return Text(group, palette.strong), _columns(rows), Text()


def _columns(rows: Iterable[tuple[Text, RenderableType]]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=KEY_WIDTH)
    for row in rows:
        table.add_row(*row)
    return Padding(table, (0, 0, 0, 2))


def help_screen(palette: Palette) -> Page:
    """The page over the screen."""
    return Page("Keys", help_page(palette), BY_ID["help"].keys)
