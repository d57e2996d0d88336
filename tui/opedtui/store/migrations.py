"""Bringing the tables of an older store to the present form, in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .errors import NewerStore, StoreError
from .file import Tables

SCHEMA = 1
"""The form of the tables that this version reads and writes."""

META_ID = "1"
"""`meta` is a table like the others, with one record."""


def _state_the_schema(tables: Tables) -> Tables:
    """0 → 1: a store put together by hand, without a `meta` table."""
    return {"meta": {META_ID: {"schema": 1}}, **tables}


STEPS: tuple[Callable[[Tables], Tables], ...] = (_state_the_schema,)
"""`STEPS[n]` leads from schema n to schema n + 1."""


def migrate(path: Path, tables: Tables) -> Tables:
    """The tables in the present schema; NewerStore if they come from a later one."""
    schema = _schema_of(path, tables)
    if schema > SCHEMA:
        what = f"it was written by a newer opedtui (schema {schema}, this version knows {SCHEMA})"
        raise NewerStore(path, what, "update opedtui to open it")
    for step in STEPS[schema:]:
        tables = step(tables)
    return tables


def _schema_of(path: Path, tables: Tables) -> int:
    if "meta" not in tables:
        return 0
    meta = tables["meta"].get(META_ID)
    schema = meta.get("schema") if isinstance(meta, dict) else None
    if type(schema) is not int or schema < 1:
        what = "its table “meta” does not say which schema it has"
        raise StoreError(path, what, 'write {"1": {"schema": 1}} there')
    return schema
