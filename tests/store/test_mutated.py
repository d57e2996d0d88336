"""Stores that were damaged in ten thousand ways: refused in a line, or read without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from opedtui.errors import OpedError
from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.model.refs import Kind, Ref
from opedtui.render.visible import visible
from opedtui.store.check import check
from opedtui.store.contents import Contents
from opedtui.store.file import bytes_of, read_tables
from opedtui.store.store import Store
from tests.making import a_claim
from tests.store.mutations import mutated

FEW = [range(start, start + 100) for start in range(0, 300, 100)]
REST = [range(start, start + 500) for start in range(300, 10_000, 500)]


@contextmanager
def named(seed: int) -> Iterator[None]:
    """A failure says which of the stores it was."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"the store is mutated({seed})")
        raise


@pytest.mark.parametrize(
    "seeds", [*FEW, *(pytest.param(seeds, marks=pytest.mark.slow) for seeds in REST)]
)
def test_a_damaged_store_is_refused_in_a_line_or_read_without_loss(
    swift: Path, seeds: range
) -> None:
    """A refused one stays as it is; an accepted one can be checked, changed and folded."""
    for seed in seeds:
        with named(seed):
            folder = swift / str(seed)
            folder.mkdir()
            endure(folder / "db.json", mutated(seed))


def endure(path: Path, content: bytes) -> bool:
    """Whether the store was accepted, when it holds what was promised."""
    path.write_bytes(content)
    written = path.stat()
    store = Store(path)
    try:
        contents = store.load()
    except OpedError as error:
        assert is_a_line(error, path)
        assert path.stat().st_ino == written.st_ino
        assert only_file(path) == content
        return False
    assert only_file(path) == content
    check(contents)
    whole = as_json_says(content)
    assert whole is None or refs_of(contents) == refs_in(whole)
    if whole is None or bytes_of(read_tables(path)) is None:
        stays_as_it_is(store, contents)
    else:
        loses_nothing(store, contents, whole)
    return True


def is_a_line(error: OpedError, path: Path) -> bool:
    """What, where, and what to do, as it is shown."""
    line = visible(str(error))
    return line.startswith(f"{path}: ") and "; " in line and len(line.splitlines()) == 1


def only_file(path: Path) -> bytes:
    """Nothing was put beside it."""
    assert list(path.parent.iterdir()) == [path]
    return path.read_bytes()


def as_json_says(content: bytes) -> dict[str, Any] | None:
    """The tables as Python reads them, each name once; None if it cannot."""
    try:
        tables: dict[str, Any] = json.loads(content, object_pairs_hook=_once)
    except RecursionError:
        return None
    return tables


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    assert len(found) == len(pairs), "a name that is said twice would be lost"
    return found


def refs_of(contents: Contents) -> set[Ref]:
    """Read, or set aside."""
    read = {record.ref for record in contents.records}
    return read | {fault.ref for fault in contents.faults}


def refs_in(tables: dict[str, Any]) -> set[Ref]:
    return {Ref(kind, int(key)) for kind in Kind for key in tables.get(kind.table, {})}


def a_change(store: Store, contents: Contents) -> Change:
    """A claim in other words, or a new one where there is none."""
    claims = [record for record in contents.records if isinstance(record, Claim)]
    if claims:
        return Change("reword", (Edit(claims[0], replace(claims[0], text="Other words.")),))
    return Change("add", (Edit(None, a_claim(store.free_ref(Kind.CLAIM).number)),))


def stays_as_it_is(store: Store, contents: Contents) -> None:
    """What cannot be written again is not changed."""
    content = store.path.read_bytes()

    with pytest.raises(OpedError) as raised:
        store.save(a_change(store, contents))

    assert is_a_line(raised.value, store.path)
    assert not store.fold()
    assert store.path.read_bytes() == content
    assert Store(store.path).load() == contents


def loses_nothing(store: Store, contents: Contents, whole: dict[str, Any]) -> None:
    """A change is in the file in the end, and all else is as it was, in its order."""
    change = a_change(store, contents)

    store.save(change)

    assert store.fold()

    (edit,) = change.edits
    after = {record.ref: record for record in Store(store.path).load().records}
    assert after.pop(edit.ref) == edit.after
    assert tuple(after.values()) == tuple(r for r in contents.records if r.ref != edit.ref)
    assert without(edit.ref, read_tables(store.path)) == without(edit.ref, whole)


def without(ref: Ref, tables: dict[str, Any]) -> str:
    """All but the record, in its order, and in the present form."""
    rest = tables if "meta" in tables else {"meta": {"1": {"schema": 1}}, **tables}
    kept = {
        name: {key: table[key] for key in table if (name, key) != (ref.kind.table, str(ref.number))}
        for name, table in rest.items()
    }
    if not kept.get(ref.kind.table):
        kept.pop(ref.kind.table, None)
    return json.dumps(kept)
