"""What things look like, with and without colour."""

from __future__ import annotations

from dataclasses import fields

import pytest
from rich.cells import cell_len
from rich.style import Style

from opedtui.model.refs import Kind
from opedtui.model.vocabulary import RELATIONS, STANCES
from opedtui.render import palette as signs
from opedtui.render.palette import CENTRAL, GLYPHS, MONOCHROME, TERMINAL, Palette

PALETTES = {"terminal": TERMINAL, "monochrome": MONOCHROME}


def styles(palette: Palette) -> dict[str, Style]:
    return {field.name: getattr(palette, field.name) for field in fields(palette)}


def test_every_kind_of_record_has_its_own_sign() -> None:
    """One cell wide, so that columns stay columns."""
    assert set(GLYPHS) == set(Kind)
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    assert {cell_len(glyph) for glyph in GLYPHS.values()} == {1}


def test_every_stance_has_its_own_sign() -> None:
    """None but the one that goes without saying is blank."""
    assert set(signs.STANCES) == set(STANCES.words)
    assert len(set(signs.STANCES.values())) == len(signs.STANCES)
    assert [stance for stance, sign in signs.STANCES.items() if sign == " "] == ["endorses"]


def test_every_sign_is_a_cell_wide() -> None:
    """Those of the ties and of central claims too."""
    ties = [kind.glyph for kind in RELATIONS.values()]

    assert {cell_len(sign) for sign in (CENTRAL, *signs.STANCES.values(), *ties)} == {1}


def test_without_colours_there_is_none() -> None:
    """Nor a ground."""
    assert all(style.color is style.bgcolor is None for style in styles(MONOCHROME).values())


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_what_moves_is_told_by_attributes(palette: Palette) -> None:
    """The cursor, the words at hand, their kindred and a resting row, where nobody has a theme."""
    plain = Style()

    for name in ("current", "kindred", "cursor", "resting"):
        assert getattr(palette, name).without_color != plain
    assert palette.cursor != palette.resting
    assert palette.current != palette.kindred


def test_every_kind_is_drawn_in_the_style_of_its_name() -> None:
    """Kinds that no text shows are dim."""
    palette = Palette()

    for kind in Kind:
        assert palette.of(kind) == getattr(palette, kind.word, palette.dim)


def test_a_sign_has_the_colour_of_its_kind_and_nothing_else() -> None:
    """A bold or underlined glyph would be another glyph."""
    assert Palette().sign(Kind.ACTOR) == Style(color="cyan")
    assert MONOCHROME.sign(Kind.ACTOR) == Style()
