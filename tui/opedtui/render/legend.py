"""What the signs mean."""

from __future__ import annotations

from rich.text import Text

from ..model.refs import Kind
from ..model.vocabulary import RELATIONS
from .palette import CENTRAL, GLYPHS, STANCES, Palette
from .timeline import LEGEND

_STANDING = {
    Kind.CLAIM: "a claim begins",
    Kind.QUOTE: "a quotation",
    Kind.EVENT: "dated words",
    Kind.ACTOR: "an actor is named",
}


def legend(palette: Palette) -> Text:
    """The signs of the text, the lists, the timeline and the ties, a line each."""
    text = Text("  in the text     ")
    for kind, meaning in _STANDING.items():
        text.append(f"{GLYPHS[kind]} {meaning}", palette.of(kind)).append("   ")
    text.append("▐ ▌ the words at hand\n")
    stances = "   ".join(f"{sign} {word}" for word, sign in STANCES.items() if sign.strip())
    text.append(f"  in the lists    {CENTRAL} central   {stances}\n")
    text.append(f"  in time         {LEGEND}\n")
    ties = "   ".join(f"{kind.glyph} {kind.name}" for kind in RELATIONS.values())
    return text.append(f"  ties            {ties}\n")
