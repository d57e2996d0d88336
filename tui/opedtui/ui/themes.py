"""The colours that the app opens with, and the reader's own among them."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import Theme

from ..errors import quoted
from ..settings.choices import Settings
from .theme_file import load_theme

DARK, LIGHT = "textual-dark", "textual-light"
BY_WORD = {"dark": DARK, "light": LIGHT}


class Pair(NamedTuple):
    """The theme to begin with, and the one that T turns to."""

    first: str
    second: str


def prepare(app: App[Any], settings: Settings) -> list[str]:
    """Make the reader's themes known and take the chosen one; a line for each that will not do."""
    problems = [problem for name in settings.themes if (problem := _register(app, name, settings))]
    wished = BY_WORD.get(settings.theme, settings.theme)
    if wished and wished not in app.available_themes:
        known = ", ".join([*BY_WORD, *sorted(app.available_themes)])
        problems.append(f"theme: there is none called {quoted(wished)}; there are {known}")
        wished = ""
    app.theme = wished or load_theme((DARK, LIGHT))
    return problems


def pair_of(app: App[Any]) -> Pair:
    """A theme, and the plain one of the other kind."""
    return Pair(app.theme, LIGHT if app.current_theme.dark else DARK)


def _register(app: App[Any], name: str, settings: Settings) -> str:
    colors = settings.themes[name]
    for role, color in colors.items():
        if role != "dark":
            try:
                Color.parse(color)
            except ColorParseError:
                return f"themes.{name}.{role}: {quoted(str(color))} is no colour"
    given: dict[str, Any] = dict(colors)
    app.register_theme(Theme(name=name, **given))
    return ""
