"""What the signs mean."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from ..model.refs import Kind
from ..model.vocabulary import RELATIONS
from .palette import CENTRAL, GLYPHS, STANCES, UNREAD, Palette
from .timeline import LEGEND

_STANDING = {
    Kind.CLAIM: "a claim begins",
    Kind.QUOTE: "a quotation",
    Kind.EVENT: "dated words",
    Kind.ACTOR: "an actor is named",
}


def legend(palette: Palette) -> Iterator[tuple[str, list[Text]]]:
    """Where signs are shown, and each with what it means there."""
    signs = [Text(f"{GLYPHS[kind]} {word}", palette.of(kind)) for kind, word in _STANDING.items()]
    yield "in the text", [*signs, Text("▐ ▌ the words at hand")]
    stances = [Text(f"{sign} {word}") for word, sign in STANCES.items() if sign.strip()]
    yield "in the lists", [Text(f"{UNREAD} not read"), Text(f"{CENTRAL} central"), *stances]
    yield "in time", [Text(sign) for sign in LEGEND]
    yield "ties", [Text(f"{kind.glyph} {kind.name}") for kind in RELATIONS.values()]
