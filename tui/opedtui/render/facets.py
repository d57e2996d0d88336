"""The values of a field with their counts, as a bar chart."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from ..reading.filtering.facets import Facet
from ..reading.filtering.fields import Field
from .palette import Palette
from .visible import visible

EIGHTHS = " ▏▎▍▌▋▊▉"
NAME_CELLS = 44
"""Beyond which a value is cut, so that the bars begin together."""


def bar(count: int, most: int, cells: int) -> str:
    """As long as the count is to the highest; never nothing for something."""
    eighths = max(1, count * cells * 8 // most) if count and most else 0
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def facet_row(facet: Facet, most: int, width: int, palette: Palette) -> Text:
    """`fact            30  ██████████`"""
    name = Text(visible(facet.label), palette.text if facet.value else palette.dim, no_wrap=True)
    cells = min(NAME_CELLS, max(8, width // 2))
    name.truncate(cells, overflow="ellipsis", pad=True)
    digits = len(f"{most:,}")
    room = max(0, width - cells - digits - 4)
    drawn = bar(facet.count, most, room)
    return Text.assemble(" ", name, f" {facet.count:>{digits},} ", (drawn, palette.scale))


def fields_line(fields: Sequence[Field], chosen: int, width: int, palette: Palette) -> Text:
    """The names of the fields side by side, scrolled so far that the chosen one is seen."""
    line, start = Text(), 0
    for at, field in enumerate(fields):
        if at == chosen:
            start = max(0, line.cell_len + len(field.name) + 4 - width)
        line.append(f" {field.name} ", palette.cursor if at == chosen else palette.dim)
    return line[start:]
