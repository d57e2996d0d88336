"""What is measured, is measured on stores like a reader's."""

from __future__ import annotations

from pathlib import Path

from bench.stores import make_store, tables

from opedtui.store.check import check
from opedtui.store.store import Store


def test_a_store_made_by_chance_is_without_fault(tmp_path: Path) -> None:
    """It has as many records as were asked for, and nothing to mend."""
    contents = Store(make_store(tmp_path / "db.json", 500)).load()

    assert len(contents.records) == 500
    assert check(contents) == ()


def test_a_seed_makes_always_the_same_store() -> None:
    """And a larger one begins like a smaller one, so that they can be compared."""
    claims = tables(100, seed=7)["claims"]

    assert tables(100, seed=7)["claims"] == claims
    assert tables(100, seed=8)["claims"] != claims
    assert list(tables(200, seed=7)["claims"].items())[: len(claims)] == list(claims.items())
