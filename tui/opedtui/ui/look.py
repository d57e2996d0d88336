"""The styles of the renderables, taken from the theme of the app."""

from __future__ import annotations

from rich.style import Style
from textual.app import App
from textual.color import Color

from ..render.palette import MONOCHROME, TERMINAL, Palette


def palette_of(app: App[None]) -> Palette:
    """The palette of the present theme; the terminal's own colours for an ANSI theme."""
    if app.no_color:
        return MONOCHROME
    if app.native_ansi_color:
        return TERMINAL
    theme = app.theme_variables

    def style(color: str, attributes: str = "") -> Style:
        return Style(color=Color.parse(theme[color]).rich_color) + Style.parse(attributes)

    def ground(color: str, attributes: str = "") -> Style:
        return Style(bgcolor=Color.parse(theme[color]).rich_color) + Style.parse(attributes)

    muted = Color.parse(theme["background"]).blend(Color.parse(theme["foreground"]), 0.62)
    return Palette(
        text=style("foreground"),
        dim=Style(color=muted.rich_color),
        strong=style("foreground", "bold"),
        claim=style("text-success"),
        quote=style("text-warning", "italic"),
        event=style("text-error", "underline"),
        actor=style("text-primary", "bold"),
        note=style("text-secondary"),
        central=style("text-warning", "bold"),
        scale=style("text-error"),
        current=ground("primary-muted", "bold"),
        kindred=ground("panel"),
        cursor=ground("primary-muted", "bold"),
        resting=ground("panel"),
    )
