"""Every setting: what it may be, what it is where nothing is said, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from ..errors import OpedError
from ..model.date_order import ORDERS
from ..model.frozen import frozen_keyed

FRAMES = ("lists", "source", "relations", "timeline")
"""The frames of the reading screen, as far as they can be hidden."""
COLUMN = 72
"""Cells of text in a line; more is tiring to read (Bringhurst gives 45 to 75)."""

Themes = Mapping[str, Mapping[str, str | bool]]
"""The name of a theme → its colours, and whether it is `dark`."""
Keys = Mapping[str, tuple[str, ...]]
"""The id of a command → the keys that do it instead of the usual ones."""


class NoChoice(OpedError):
    """What is not among the things that a setting may be; the message says what was expected."""


@frozen_keyed
class Settings:
    """What the program goes by."""

    theme: str = ""
    dates: str = "day"
    column: int = COLUMN
    left: int = 45
    top: int = 60
    hidden: tuple[str, ...] = ()
    citation: str = ""
    keys: Keys = field(default_factory=dict)
    themes: Themes = field(default_factory=dict)


class Setting(NamedTuple):
    """One thing to choose."""

    name: str
    help: str
    """A line, as the documentation and the command line show it."""
    example: str
    """As it stands in the file."""
    read: Callable[[Any], Any]
    """From what TOML makes of it; NoChoice if it is none."""
    read_text: Callable[[str], Any] | None = None
    """From an environment variable; tables cannot be said there."""

    @property
    def variable(self) -> str:
        """`OPEDTUI_THEME`"""
        return f"OPEDTUI_{self.name.upper()}"

    @property
    def default(self) -> Any:
        return getattr(Settings(), self.name)


def _text(held: Any) -> str:
    if not isinstance(held, str):
        raise NoChoice("a text in quotes was expected")
    return held


def _one_of(*words: str) -> Callable[[Any], str]:
    def read(held: Any) -> str:
        if held not in words:
            raise NoChoice(f"one of {', '.join(words)} was expected")
        return str(held)

    return read


def _number(least: int, most: int) -> Callable[[Any], int]:
    def read(held: Any) -> int:
        if type(held) is not int or not least <= held <= most:
            raise NoChoice(f"a whole number from {least} to {most} was expected")
        return held

    return read


def _in_text(read: Callable[[Any], int]) -> Callable[[str], int]:
    return lambda text: read(int(text) if text.isascii() and text.isdigit() else text)


def _frames(held: Any) -> tuple[str, ...]:
    names = held if isinstance(held, list) else [held]
    if not all(name in FRAMES for name in names) or len(set(names)) == len(FRAMES):
        raise NoChoice(f"a list of some of {', '.join(FRAMES)} was expected")
    return tuple(dict.fromkeys(names))


def _frames_in_text(text: str) -> tuple[str, ...]:
    return _frames([name.strip() for name in text.split(",") if name.strip()])


def _keys(held: Any) -> Keys:
    table = _table(held, "of commands and their keys")
    return {name: _some_texts(keys) for name, keys in table.items()}


def _some_texts(held: Any) -> tuple[str, ...]:
    keys = held if isinstance(held, list) else [held]
    if not all(isinstance(key, str) and key for key in keys):
        raise NoChoice('a key or a list of keys in quotes was expected, such as "ctrl+t"')
    return tuple(keys)


def _themes(held: Any) -> Themes:
    table = _table(held, "of themes")
    return {name: _theme(_table(colors, "of colours")) for name, colors in table.items()}


COLORS = (
    "primary", "secondary", "accent", "foreground", "background", "surface", "panel", "success",
    "warning", "error",
)  # fmt: skip
"""What a theme may give a colour to; `primary` it has to."""


def _theme(colors: Mapping[str, Any]) -> dict[str, str | bool]:
    for name, color in colors.items():
        if name == "dark" and isinstance(color, bool):
            continue
        if name not in COLORS:
            raise NoChoice(f"dark and {', '.join(COLORS)} can be set, {name} cannot")
        if not isinstance(color, str):
            raise NoChoice(f'a colour such as "#336699" was expected for {name}')
    if "primary" not in colors:
        raise NoChoice("a theme needs a colour for primary")
    return dict(colors)


def _table(held: Any, of_what: str) -> Mapping[str, Any]:
    if not isinstance(held, dict):
        raise NoChoice(f"a table {of_what} was expected")
    return held


_FORM = _one_of("plain", "markdown", "bibtex", "csl-json")
_ORDER, _COLUMN, _SHARE = _one_of(*ORDERS), _number(20, 200), _number(15, 85)

SETTINGS = (
    Setting(
        "theme",
        "The colours the app opens with: dark, light, any of Textual's themes, or one of your own."
        " While nothing is said here, the last one that T chose.",
        'theme = "light"',
        _text,
        _text,
    ),
    Setting(
        "dates",
        "How dates are said: day (6 March 2023), month (March 6, 2023) or iso (2023-03-06).",
        'dates = "month"',
        _ORDER,
        _ORDER,
    ),
    Setting(
        "column",
        "The width of the text, at most, in cells (20 to 200).",
        "column = 66",
        _COLUMN,
        _in_text(_COLUMN),
    ),
    Setting(
        "left",
        "The width of the left column of panes in hundredths of the window (15 to 85).",
        "left = 40",
        _SHARE,
        _in_text(_SHARE),
    ),
    Setting(
        "top",
        "The height of the upper panes in hundredths of the window (15 to 85).",
        "top = 70",
        _SHARE,
        _in_text(_SHARE),
    ),
    Setting(
        "hidden",
        "Panes that are not shown: lists, source, relations, timeline, but not all of them.",
        'hidden = ["timeline"]',
        _frames,
        _frames_in_text,
    ),
    Setting(
        "citation",
        "The form in which y copies citations: plain, markdown, bibtex or csl-json. While nothing"
        " is said here, the last one that a letter after y chose.",
        'citation = "markdown"',
        _FORM,
        _FORM,
    ),
    Setting(
        "keys",
        "Other keys for commands, by the ids that `opedtui keys --json` lists. A command gives up"
        " a key that another takes.",
        '[keys]\nzoom = "Z"\ncode-claim = ["K", "c c"]',
        _keys,
    ),
    Setting(
        "themes",
        "Themes of your own: a table of colours for each, of which primary is needed, and whether"
        " it is dark.",
        '[themes.paper]\ndark = false\nprimary = "#7a4b2a"\nbackground = "#f7f1e3"',
        _themes,
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}
