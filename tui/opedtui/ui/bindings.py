"""The table of commands as Textual's bindings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.text import Text
from textual.binding import Binding, BindingType

from ..render.palette import Palette
from .commands import CHORD_MENU, Command, chords


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """A binding for each key of each command; chords have their own.

    Both keys of a chord are priority bindings: Textual handles those in the order of typing,
    but lets them overtake the others, so that the second must not be alone in this.
    """
    return [
        Binding(
            key,
            command.does,
            command.label,
            id=command.id,
            tooltip=command.help,
            priority=key in CHORD_MENU,
        )
        for command in commands
        for key in command.keys
        if " " not in key
    ]


def chord_bindings() -> Iterator[Binding]:
    """The second keys of the chords: they come first, and only while a first key waits."""
    for letter in sorted({letter for prefix in CHORD_MENU for letter in chords(prefix)}):
        yield Binding(letter, f"chord_end('{letter}')", priority=True)


class ScreenKey(NamedTuple):
    """What a key does on a screen of its own."""

    keys: str
    """As Textual calls them, with commas between."""
    action: str
    what: str
    """A word or two, for the line that says what may be done."""
    shown: str = ""
    """The key as a reader knows it; what has none is not in that line."""


def screen_bindings(keys: Iterable[ScreenKey]) -> list[BindingType]:
    """Before those of the widget that has the focus, if they are for leaving or for Enter."""
    first = {"enter", "escape"}
    return [
        Binding(key.keys, key.action, key.what, priority=bool(first & {*key.keys.split(",")}))
        for key in keys
        if key.keys
    ]


def keys_line(keys: Iterable[ScreenKey], palette: Palette) -> Text:
    """`a accept  x reject`: what may be done on the screen."""
    line = Text()
    for key in keys:
        if key.shown:
            line.append(f"{key.shown} ", palette.strong).append(f"{key.what}  ", palette.dim)
    return line
