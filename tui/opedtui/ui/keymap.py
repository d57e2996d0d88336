"""The keys that the reader chose in the place of the usual ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..errors import quoted

if TYPE_CHECKING:
    from .commands import Command

_KEY = re.compile(r"((ctrl|alt|shift)\+)*([a-z0-9]+(_[a-z0-9]+)*)|\S")
"""As Textual calls keys; a single character is itself."""
SENT_AS = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace",
    "ctrl+[": "escape", "ctrl+left_square_bracket": "escape",
}  # fmt: skip
"""What most terminals send for these, so that nothing can tell the two apart."""


class Rebound(NamedTuple):
    """The commands with the reader's keys, and what could not be done or was given up."""

    commands: tuple[Command, ...]
    problems: tuple[str, ...]
    """Wishes that are ignored."""
    given_up: tuple[str, ...] = ()
    """Keys that a command lost to another."""


def rebound(
    commands: Sequence[Command], keys: Mapping[str, Iterable[str]], leaders: Iterable[str]
) -> Rebound:
    """Give commands other keys; `leaders` are the keys that a chord begins with.

    A key that two commands share by default stays shared: never are both available.
    """
    if not keys:
        return Rebound(tuple(commands), ())
    by_id = {command.id: command for command in commands}
    problems: list[str] = []
    taken: dict[str, tuple[str, ...]] = {}
    for name, wished in keys.items():
        problem = _problem(by_id.get(name), name, tuple(wished), set(leaders), by_id)
        if problem:
            problems.append(f"keys: {problem}")
        else:
            taken[name] = tuple(wished)
    now = tuple(_with_keys(command, taken) for command in commands)
    lost = (
        f"{new.id} gives up {' '.join(set(old.keys) - set(new.keys))}"
        for old, new in zip(commands, now, strict=True)
        if new.id not in taken and new.keys != old.keys
    )
    return Rebound(now, tuple(problems), tuple(lost))


def _with_keys(command: Command, taken: Mapping[str, tuple[str, ...]]) -> Command:
    if command.id in taken:
        return replace(command, keys=taken[command.id])
    others = {key for keys in taken.values() for key in keys}
    return replace(command, keys=tuple(key for key in command.keys if key not in others))


def _problem(
    command: Command | None,
    name: str,
    wished: tuple[str, ...],
    leaders: set[str],
    by_id: Mapping[str, Command],
) -> str:
    """Why these cannot be the keys of that command, if so."""
    if command is None:
        return f"no command is called {quoted(name)}{_meant(name, by_id)}"
    if leaders & set(command.keys):
        return f"{name} begins chords, and keeps its key; give other keys to the chords"
    for key in wished:
        first, _, second = key.partition(" ")
        if second and first not in leaders:
            return f"{quoted(key)} for {name}: a chord begins with {', '.join(sorted(leaders))}"
        if not all(_KEY.fullmatch(part) for part in (first, second) if part):
            return f'{quoted(key)} for {name} is no key; write e.g. "x", "ctrl+x", "f5"'
        if key in SENT_AS:
            return f"{key} for {name}: most terminals send {SENT_AS[key]} for it"
    return ""


def _meant(name: str, by_id: Mapping[str, Command]) -> str:
    # Seldom needed, and a start need not wait for it.
    from difflib import get_close_matches

    near = get_close_matches(name, by_id, n=1)
    return f"; is {near[0]} meant?" if near else "; opedtui keys --json lists them"
