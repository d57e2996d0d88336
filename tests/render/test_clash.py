"""Two readers changed one record."""

from __future__ import annotations

from dataclasses import replace

from opedtui.render.clash import clash

from ..making import a_claim


def test_each_field_that_differs_is_told_with_both_of_its_values() -> None:
    """The stamps differ anyway, and say nothing."""
    mine = replace(a_claim(1), text="Mine", tags=("a",), modified="2026-01-01")
    theirs = replace(a_claim(1), text="Theirs \x1b", modified="2026-01-02")

    assert clash(mine, theirs) == [
        "text: yours “Mine”, theirs “Theirs ␛”",
        'tags: yours “["a"]”, theirs nothing',
    ]


def test_a_record_that_one_of_them_deleted_is_told_so() -> None:
    """There is nothing to compare."""
    assert clash(a_claim(1), None) == ["theirs: deleted"]
    assert clash(None, a_claim(1)) == ["yours: deleted"]
