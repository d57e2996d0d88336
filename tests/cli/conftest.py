"""A home of its own for the program, and stores to open there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from opedtui.cli.main import run
from opedtui.model.refs import Kind
from tests.cli.program import Program, Said
from tests.making import a_library, a_store, ref, tables_of


@pytest.fixture
def opedtui(tmp_path: Path) -> Program:
    """The program, in an empty home that is the current folder too."""
    home = tmp_path / "home"
    home.mkdir()
    return Program(home)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A small store with every kind of record."""
    return a_store(tmp_path)


@pytest.fixture
def broken_store(tmp_path: Path) -> Path:
    """The same, with two records that cannot be read, one tie to nowhere and one odd word."""
    tables = tables_of(a_library().values())
    tables["claims"]["2"].pop("stance")
    tables["events"]["1"]["date"]["edtf"] = "last week"
    tables["relations"]["4"]["target"] = "a99"
    tables["claims"]["3"]["kind"] = "boast"
    return a_store(tmp_path, tables)


EVIL = (
    "\x1b[31mred\x1b]0;title\x07 \x9b32m \x00\x08\x7f \u202eright to left\u202c \u2028 \u200b"
    " [red]red[/red] [/] [link=https://x.test]here[/link] :skull:\r\n\tcell"
)
"""Sequences and markup that a terminal or rich could obey."""


@pytest.fixture
def evil_store(tmp_path: Path) -> Path:
    """Every string that may hold anything holds the worst."""
    tables = tables_of(a_library().values())
    free = {
        Kind.DOCUMENT: ("title", "subtitle", "url", "rights", "lang"),
        Kind.ACTOR: ("name", "kind", "country"),
        Kind.CLAIM: ("text", "kind", "stance", "certainty", "polarity", "prop"),
        Kind.QUOTE: ("kind", "attribution"),
        Kind.EVENT: ("label", "state"),
        Kind.RELATION: ("kind",),
        Kind.NOTE: ("body",),
        Kind.MENTION: ("form",),
    }
    for kind, names in free.items():
        for record in tables[kind.table].values():
            record |= dict.fromkeys(names, EVIL) | {"tags": [EVIL], EVIL: EVIL, "by": EVIL}
            record["status"] = EVIL
            for span in record.get("spans", [record.get("span", {})]):
                span |= {"exact": EVIL, "prefix": EVIL, "suffix": EVIL}
    for event in tables["events"].values():
        event["date"] |= {"raw": EVIL, "anchor": EVIL, "mod": EVIL}
    tables["documents"]["1"]["text"] = tables["documents"]["1"]["text"] + EVIL
    tables["claims"]["98"] = {"text": EVIL, "kind": [EVIL]}
    tables["events"]["98"] = tables["events"]["1"] | {"date": {"edtf": EVIL}}
    return a_store(tmp_path, tables)


@pytest.fixture
def ask(store: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """The program in this process, always with that store."""

    def said(*words: str | Path) -> Said:
        capsys.readouterr()
        return Said(run([*map(str, words), "--store", str(store)]), *capsys.readouterr())

    return said


@pytest.fixture
def stored(store: Path) -> Callable[[str], Any]:
    """A record as plain TinyDB finds it in that store; None if it does not."""

    def record(text: str) -> Any:
        with TinyDB(store, access_mode="r") as db:
            found = db.table(ref(text).kind.table).get(doc_id=ref(text).number)
            return found and dict(found)

    return record
