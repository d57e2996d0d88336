"""What things look like. Colour is never alone: a glyph or an attribute says the same."""

from __future__ import annotations

from rich.style import Style

from ..model.frozen import frozen
from ..model.refs import Kind

GLYPHS: dict[Kind, str] = {
    Kind.CLAIM: "▸",
    Kind.QUOTE: "“",
    Kind.EVENT: "◷",
    Kind.ACTOR: "•",
    Kind.NOTE: "✎",
    Kind.RELATION: "↔",
    Kind.DOCUMENT: "¶",
    Kind.MENTION: "·",
}
"""The sign of a kind of record, one cell wide."""

CENTRAL = "★"
UNREAD = "○"

STANCES = {"endorses": " ", "rejects": "✗", "distances": "≁", "reports": "›", "concedes": "±"}
"""What the outermost voice makes of a claim; nothing where it simply says it."""


@frozen
class Palette:
    """The styles that renderables are drawn with; an app takes them from its theme."""

    text: Style = Style()
    dim: Style = Style(dim=True)
    strong: Style = Style(bold=True)
    claim: Style = Style(color="green")
    quote: Style = Style(color="yellow", italic=True)
    reported: Style = Style(italic=True)
    """Words that are somebody's, but not between quotation marks."""
    event: Style = Style(color="magenta", underline=True)
    actor: Style = Style(color="cyan", bold=True)
    note: Style = Style(color="blue")
    central: Style = Style(color="yellow", bold=True)
    scale: Style = Style(color="magenta")
    """Dates drawn on the scale of the timeline."""
    current: Style = Style(reverse=True)
    """The words of the place where the reader is."""
    chosen: Style = Style(reverse=True, underline=True)
    """Words that the reader is choosing."""
    hit: Style = Style(color="yellow", bold=True, underline=True)
    """Words that the reader looked for."""
    kindred: Style = Style(underline=True)
    """Other words of the same record."""
    cursor: Style = Style(reverse=True)
    """The row, or the character, that keys act on."""
    resting: Style = Style(bold=True)
    """The same, in a pane that keys do not reach now."""

    def of(self, kind: Kind) -> Style:
        """How the records of a kind are drawn."""
        named = {
            Kind.CLAIM: self.claim,
            Kind.QUOTE: self.quote,
            Kind.EVENT: self.event,
            Kind.ACTOR: self.actor,
            Kind.NOTE: self.note,
        }
        return named.get(kind, self.dim)

    def sign(self, kind: Kind) -> Style:
        """How the glyph of a kind is drawn: in its colour."""
        return Style(color=self.of(kind).color)


TERMINAL = Palette()
"""The sixteen colours that every terminal has, as its owner set them."""

MONOCHROME = Palette(
    claim=Style(),
    quote=Style(italic=True),
    event=Style(underline=True),
    actor=Style(bold=True),
    note=Style(),
    central=Style(bold=True),
    scale=Style(),
    hit=Style(bold=True, underline=True),
)
"""For NO_COLOR: attributes and glyphs carry it all."""
