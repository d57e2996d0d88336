"""Where in a line something is wrong."""

from __future__ import annotations

from ..reading.filtering.query import Fault
from .visible import visible

CARET = "^"


def caret_line(before: int, marked: int) -> str:
    """Carets under the place, so many cells from the left."""
    return " " * max(0, before) + CARET * max(1, marked)


def caret_lines(text: str, fault: Fault) -> tuple[str, str]:
    """The filter and, below it, where its fault is; for the command line."""
    # Only a fault needs it.
    from rich.cells import cell_len

    line = " ".join(text.splitlines())
    before, marked = visible(line[: fault.start]), visible(line[fault.start : fault.end])
    return visible(line), caret_line(cell_len(before), cell_len(marked))
