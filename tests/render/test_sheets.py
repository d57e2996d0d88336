"""Rows and columns, for eyes and for pipes."""

from __future__ import annotations

from rich.console import Console, RenderableType

from opedtui.render.palette import MONOCHROME
from opedtui.render.sheets import ROOMY, Sheet

SHEET = Sheet(("ref", "who", "what"), (("c1", "a\tb", "[red]x\ny"),), roomy=("who",))


def seen(drawing: RenderableType, width: int) -> list[str]:
    """The lines of a drawing, without the blanks at their ends."""
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        console.print(drawing)
    return [line.rstrip() for line in capture.get().splitlines()]


def test_a_row_is_a_line() -> None:
    """Tabs and line breaks of the data are shown as what they are."""
    assert list(SHEET.lines()) == ["c1\ta    b\t[red]x␊y"]


def test_a_table_has_headings_and_a_rule() -> None:
    """And what stands in its cells is no markup."""
    head, rule, row = seen(SHEET.drawn(MONOCHROME, ROOMY), ROOMY)

    assert head.split() == ["ref", "who", "what"]
    assert set(rule) == {"─"}
    assert row.split() == ["c1", "a", "b", "[red]x␊y"]


def test_a_narrow_table_does_without_what_needs_room() -> None:
    """A pipe gets it all the same."""
    width = ROOMY - 1

    assert seen(SHEET.drawn(MONOCHROME, width), width)[0].split() == ["ref", "what"]


def test_long_words_are_wrapped_and_not_cut() -> None:
    """Every letter can be read on a terminal of twenty columns."""
    sheet = Sheet(("ref", "what"), (("c1", "x" * 50),))

    lines = seen(sheet.drawn(MONOCHROME, 20), 20)

    assert "".join(lines).count("x") == 50
    assert max(map(len, lines)) <= 20
