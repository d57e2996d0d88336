"""A line to type in: what is typed or pasted is data, and what is shown of it is visible."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from ...render.visible import COMBINING_MARKS_SHOWN, visible

_FLOOD = re.compile(rf"(?<=[^\w\s!-~]{{{COMBINING_MARKS_SHOWN}}})[^\w\s!-~]")
STAND_IN = "\ufffd"
"""For what has no sign of its own."""


def masked(text: str) -> str:
    """As `visible`, with one sign for each character, so that the cursor knows where it is."""
    if text.isascii() and text.isprintable():
        return text
    signs = "".join(_sign(char) for char in text)
    return _FLOOD.sub(STAND_IN, signs) if visible(signs) != signs else signs


def _sign(char: str) -> str:
    shown = visible(char)
    if char == "\t":
        return "\u2409"
    return shown if len(shown) == 1 else STAND_IN


class Entry(Input, inherit_bindings=False):
    """One line, without a frame and without a blinking cursor."""

    BINDINGS = Input.BINDINGS
    """Without those of a scrolled view: up and down are for the lists around."""

    DEFAULT_CSS = """
    Entry, Entry:focus { background: $panel; background-tint: transparent; }
    Entry { text-style: none; }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """Textual (8.2.8) would lay out the whole screen anew at each letter, some 20 ms."""

    def __init__(self, value: str = "", prompt: str = "") -> None:
        super().__init__(value, prompt, compact=True, select_on_focus=False)
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        return Text(masked(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(masked(self.value[:position]))

    def _on_paste(self, event: events.Paste) -> None:
        """All of it: Textual's own takes the first line."""
        event.stop()
        event.prevent_default()
        self.put_in(event.text)

    def put_in(self, text: str) -> None:
        """In place of what is selected, or at the cursor."""
        self.replace(text.replace("\r\n", "\n").replace("\r", "\n"), *sorted(self.selection))

    def write(self, text: str, *, selected: bool = False) -> None:
        """This text from now on, the cursor at its end."""
        self.value = text
        self.cursor_position = len(text)
        if selected:
            self.select_all()
