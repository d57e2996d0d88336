"""One answer in three forms: drawn on a terminal, plain in a pipe, and as JSON."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from ..render.visible import visible
from .streams import OutputError, is_terminal, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..render.palette import Palette


class Shown(Protocol):
    """What people are shown."""

    def lines(self) -> Iterable[str]:
        """For a pipe: whole, and without colours."""

    def drawn(self, palette: Palette, width: int) -> RenderableType:
        """For a terminal of so many columns."""


def give(as_json: bool, data: Callable[[], Any], shown: Callable[[], Shown]) -> None:
    """Put the answer out; only the form that is wanted is made."""
    if as_json:
        # RFC 8259 allows no other, whatever the locale.
        write(_json(data()), "utf-8")
    elif is_terminal(sys.stdout):
        write(_drawn(shown()))
    else:
        write("".join(f"{line}\n" for line in shown().lines()))


def give_line(data: Any) -> None:
    """One object of JSON Lines, put out now: whoever reads them need not wait for the last."""
    write(_json(data, indent=None), "utf-8")


_PERHAPS_UNSAFE = re.compile(r"[^\n -~]")


def _json(data: Any, indent: int | None = 2) -> str:
    # Of no use but here.
    import json

    def escaped(match: re.Match[str]) -> str:
        """JSON lets C1 controls and bidi overrides stand; escaped they mean the same."""
        char = match[0]
        return char if visible(char) == char else json.dumps(char)[1:-1]

    try:
        text = json.dumps(data, ensure_ascii=False, indent=indent)
    except RecursionError as error:
        raise OutputError("it is nested too deep to be written as JSON; see the file") from error
    return _PERHAPS_UNSAFE.sub(escaped, text) + "\n"


def _drawn(shown: Shown) -> str:
    """As this terminal shows it; rich heeds NO_COLOR and COLUMNS."""
    # 50 ms that only a terminal needs.
    from rich.console import Console

    from ..render.palette import MONOCHROME, TERMINAL

    console = Console(markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        palette = MONOCHROME if console.no_color else TERMINAL
        console.print(shown.drawn(palette, console.width))
    return capture.get()
