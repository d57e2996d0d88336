"""Stores of other versions."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from opedtui.store.errors import NewerStore, StoreError
from opedtui.store.migrations import SCHEMA, STEPS, migrate
from opedtui.store.store import Store
from tests.making import a_store, bundled_tables

PATH = Path("db.json")
CLAIMS: dict[str, Any] = {"claims": {"1": {"text": "x"}}}


def test_there_is_a_step_from_every_older_schema() -> None:
    """No store of the past is left behind."""
    assert len(STEPS) == SCHEMA


def test_a_store_without_meta_is_brought_up_in_memory(tmp_path: Path) -> None:
    """Tables put together by hand are read as they are, and the file is not touched."""
    path = a_store(tmp_path, CLAIMS)
    before = path.read_bytes()

    tables = migrate(path, CLAIMS)
    Store(path).load()

    assert tables == CLAIMS | {"meta": {"1": {"schema": SCHEMA}}}
    assert next(iter(tables)) == "meta"
    assert path.read_bytes() == before


def test_migrating_leaves_what_it_was_given() -> None:
    """A step makes new tables, so that one that fails halfway has changed nothing."""
    given = deepcopy(CLAIMS)

    migrate(PATH, given)

    assert given == CLAIMS


def test_a_store_of_today_is_left_as_it_is() -> None:
    """Other things that `meta` says included."""
    tables = CLAIMS | {"meta": {"1": {"schema": SCHEMA, "x-made": "by hand"}, "2": {"x": 1}}}

    assert migrate(PATH, tables) == tables


def test_the_bundled_store_is_of_today() -> None:
    """It needs no migration."""
    assert migrate(PATH, bundled_tables()) is bundled_tables()


@pytest.mark.parametrize("schema", [SCHEMA + 1, 99, 10**18])
def test_a_newer_store_is_refused(tmp_path: Path, schema: int) -> None:
    """Reading it as if it were older could lose what only the newer version knows."""
    path = a_store(tmp_path, CLAIMS | {"meta": {"1": {"schema": schema}}})
    before = path.read_bytes()

    with pytest.raises(NewerStore) as raised:
        Store(path).load()

    assert str(raised.value) == (
        f"{path}: it was written by a newer opedtui (schema {schema}, this version knows "
        f"{SCHEMA}); update opedtui to open it"
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"2": {"schema": 1}},
        {"1": {}},
        {"1": []},
        {"1": None},
        {"1": {"schema": None}},
        {"1": {"schema": "1"}},
        {"1": {"schema": 1.0}},
        {"1": {"schema": True}},
        {"1": {"schema": 0}},
        {"1": {"schema": -1}},
    ],
)
def test_a_store_that_does_not_say_its_schema_is_refused(
    tmp_path: Path, meta: dict[str, Any]
) -> None:
    """It has a `meta` table, so it was once ours; guessing could do harm."""
    path = a_store(tmp_path, {"meta": meta})

    with pytest.raises(StoreError) as raised:
        Store(path).load()

    assert str(raised.value) == (
        f"{path}: its table “meta” does not say which schema it has; "
        'write {"1": {"schema": 1}} there'
    )
