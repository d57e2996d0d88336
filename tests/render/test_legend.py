"""What the signs mean."""

from __future__ import annotations

from opedtui.model.refs import Kind
from opedtui.model.vocabulary import RELATIONS
from opedtui.reading.places import READ_KINDS
from opedtui.render.legend import legend
from opedtui.render.palette import CENTRAL, GLYPHS, MONOCHROME, STANCES, UNREAD

LEGEND = " ".join(sign.plain for _, signs in legend(MONOCHROME) for sign in signs)


def test_every_sign_of_the_text_is_explained() -> None:
    """But that of notes, which are no part of it."""
    for kind in set(READ_KINDS) - {Kind.NOTE}:
        assert f"{GLYPHS[kind]} " in LEGEND
    assert "▐ ▌ the words at hand" in LEGEND


def test_every_sign_of_the_lists_is_explained() -> None:
    """The stances that do not go without saying, and what is central."""
    assert f"{CENTRAL} central" in LEGEND
    assert f"{UNREAD} not read" in LEGEND
    for stance, sign in STANCES.items():
        assert stance == "endorses" or f"{sign} {stance}" in LEGEND


def test_every_sign_of_time_is_explained() -> None:
    """Days, vaguer dates, intervals, open ends, and about."""
    assert all(sign in LEGEND for sign in ("●", "◐", "├┤", "→", "←", "~"))


def test_every_tie_is_explained() -> None:
    """By its name in the store."""
    for kind in RELATIONS.values():
        assert f"{kind.glyph} {kind.name}" in LEGEND
