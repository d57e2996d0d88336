"""The table of commands as Textual's bindings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

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
