"""Saving, when others save too, and when it cannot be done."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Actor, Claim
from opedtui.reading.changes.actors import new_actor
from opedtui.reading.changes.fields import set_fields
from opedtui.store import folding
from opedtui.store.store import Store
from tests.cli.program import Program, Said
from tests.making import an_actor, ref

Ask = Callable[..., Said]
Stored = Callable[[str], Any]


def before(function: Callable[..., Change], first: Callable[[], None]) -> Callable[..., Change]:
    """The function, and what another program does after we have read and before we save."""

    def meanwhile(*given: Any, **named: Any) -> Change:
        change = function(*given, **named)
        first()
        return change

    return meanwhile


def another_calls_c1_a_policy(store: Path) -> None:
    """A change by a program of its own."""
    other = Store(store)
    claim = next(r for r in other.load().records if r.ref == ref("c1"))
    assert isinstance(claim, Claim)
    other.save(Change("change kind", (Edit(claim, replace(claim, kind="policy")),)))


def test_two_edits_of_one_record_are_both_shown(
    ask: Ask, store: Path, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is not saved: neither overwrites the other."""
    meanwhile = before(set_fields, lambda: another_calls_c1_a_policy(store))
    monkeypatch.setattr("opedtui.cli.commands.edit.set_fields", meanwhile)

    done = ask("edit", "c1", "kind=value")

    assert (done.status, done.out) == (2, "")
    line, yours, theirs = done.err.splitlines()
    assert line == (
        f"opedtui: {store}: c1 was changed meanwhile, so “change kind of c1” was not saved; "
        "look at both and do it again"
    )
    assert json.loads(yours.removeprefix("opedtui: yours: "))["kind"] == "value"
    assert json.loads(theirs.removeprefix("opedtui: theirs: "))["kind"] == "policy"
    assert ask("show", "c1", "--json").json["kind"] == "policy"


def test_a_number_that_was_taken_meanwhile_is_no_conflict(
    ask: Ask, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one is as good."""
    actors: list[Actor] = [an_actor(5, "Somebody else")]

    def another_is_quicker() -> None:
        while actors:
            other = Store(store)
            other.load()
            other.save(Change("add", (Edit(None, actors.pop()),)))

    meanwhile = before(new_actor, another_is_quicker)
    monkeypatch.setattr("opedtui.cli.commands.new.new_actor", meanwhile)

    done = ask("new", "actor", "name=Baku", "--json")

    assert (done.status, done.json["added"]) == (0, ["a6"])


def test_many_scripts_at_once_lose_nothing(opedtui: Program, store: Path, stored: Stored) -> None:
    """Each gets a number of its own."""
    one = f"$opedtui new actor name=N$n --json --store {store}"

    done = opedtui.in_shell(f"for n in 1 2 3 4; do {one} & done; wait")

    assert done.err == ""
    assert {stored(f"a{number}")["name"] for number in (5, 6, 7, 8)} == {"N1", "N2", "N3", "N4"}


def test_a_change_that_is_not_in_the_file_yet_is_saved_all_the_same(
    ask: Ask, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the journal, and a line says what is behind."""

    def full(*_: Any, **__: Any) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(folding, "written_beside", full)
    content = store.read_bytes()

    done = ask("edit", "c1", "kind=value")

    assert done.status == 0
    assert done.lines[0] == "change kind of c1"
    assert "it cannot be brought up to date (no space left on device)" in done.err
    assert "nothing is lost" in done.err
    assert store.read_bytes() == content
    assert ask("show", "c1", "--json").json["kind"] == "value"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_store_that_is_read_only_is_told_in_a_line(ask: Ask, store: Path) -> None:
    """Nothing is saved."""
    store.chmod(0o444)

    done = ask("edit", "c1", "kind=value")

    assert (done.status, done.out) == (2, "")
    assert "it is read-only" in done.err


def test_a_torn_line_is_told_once(ask: Ask, store: Path) -> None:
    """What was acknowledged is there."""
    ask("edit", "c1", "kind=value")
    with store.with_name("db.json.journal").open("ab") as journal:
        journal.write(b'00000000 {"seq":2,')

    first, second = ask("show", "c1", "--json"), ask("show", "c1")

    assert "its last line was never finished and is cut off" in first.err
    assert first.json["kind"] == "value"
    assert second.err == ""


@pytest.mark.parametrize("line", ["rm c1 --yes", "undo", "history", "edit a1 kind=person"])
def test_no_name_of_a_change_can_speak_to_the_terminal(
    opedtui: Program, evil_store: Path, line: str
) -> None:
    """Labels are made of what texts say."""
    opedtui("join", "a1", "a2", "--store", evil_store)

    piped = opedtui(*line.split(), "--store", evil_store)
    drawn = opedtui.on_terminal(*line.split(), "--store", evil_store)

    for text in (piped.out, piped.err, drawn.plain):
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(text)
    assert "Traceback" not in piped.err + drawn.out
