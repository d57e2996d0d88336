"""The styles of the renderables, taken from the theme of the app."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.app import App
from textual.color import Color

from ..render.palette import MONOCHROME, TERMINAL, Palette

LEAST_CONTRAST = 4.5
"""Of text with what is behind it (WCAG 2.2, 1.4.3)."""
HAND = "primary-muted"
"""The ground of the row and the words at hand."""


def palette_of(app: App[None]) -> Palette:
    """The palette of the present theme; the terminal's own colours for an ANSI theme."""
    if app.no_color:
        return MONOCHROME
    if app.native_ansi_color:
        return TERMINAL
    theme = app.theme_variables
    ink = Color.parse(theme["foreground"])
    background, panel = Color.parse(theme["background"]), Color.parse(theme["panel"])
    hand = clear(Color.parse(theme[HAND]), background, panel, ink)
    grounds = [background, panel, hand]

    def style(color: str, attributes: str = "") -> Style:
        shade = colourful(Color.parse(theme[color]), grounds, ink)
        return Style(color=shade.rich_color) + Style.parse(attributes)

    def ground(color: Color, attributes: str = "") -> Style:
        return Style(bgcolor=color.rich_color) + Style.parse(attributes)

    muted = readable(background.blend(ink, 0.62), grounds, ink)
    return Palette(
        text=Style(color=ink.rich_color),
        dim=Style(color=muted.rich_color),
        strong=Style(color=ink.rich_color, bold=True),
        claim=style("text-success"),
        quote=style("text-warning", "italic"),
        event=style("text-error", "underline"),
        actor=style("text-primary", "bold"),
        note=style("text-secondary"),
        central=style("text-warning", "bold"),
        scale=style("text-error"),
        current=ground(hand, "bold"),
        chosen=ground(hand, "bold underline"),
        hit=style("text-warning", "bold underline"),
        kindred=ground(panel),
        cursor=ground(hand, "bold"),
        resting=ground(panel),
    )


def clear(color: Color, background: Color, panel: Color, ink: Color) -> Color:
    """The colour, drawn towards the background until it is no harder to write on than a panel.

    On a ground that is half dark only dark letters can be read, and dark letters have no colour.
    """
    for step in range(20):
        shade = color.blend(background, step / 20)
        if _contrast(shade, ink) >= _contrast(panel, ink):
            return shade
    return panel


def readable(color: Color, grounds: Sequence[Color], ink: Color) -> Color:
    """The colour, drawn towards the ink as far as it takes to be read on every ground."""
    for step in range(20):
        shade = color.blend(ink, step / 20)
        if all(_contrast(shade, ground) >= LEAST_CONTRAST for ground in grounds):
            return shade
    return ink


def colourful(color: Color, grounds: Sequence[Color], ink: Color) -> Color:
    """Readable, and with dark ink the lightest shade that is: darker ones look like the ink."""
    if _luminance(ink) < _luminance(grounds[0]):
        for step in range(20, 0, -1):
            shade = color.lighten(step / 40)
            if readable(shade, grounds, ink) == shade:
                return shade
    return readable(color, grounds, ink)


def _contrast(one: Color, other: Color) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    """How bright it is, from 0 for black to 1 for white, as the same guidelines count."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
