"""Records made, changed, tied and deleted from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program, Said
from tests.making import TEXT

Ask = Callable[..., Said]
Stored = Callable[[str], Any]


def test_words_become_a_claim(ask: Ask, stored: Stored) -> None:
    """The author's own, as the app proposes it; what was done is told, and the ref it has."""
    done = ask("new", "claim", "--words", "She was wrong")

    assert (done.status, done.err) == (0, "")
    assert done.lines == ["mark “She was wrong” as a claim", "c6\tadded\tShe was wrong"]
    claim = stored("c6")
    assert claim["voice"] == [{"actor": "a4", "mode": "own"}]
    assert (claim["kind"], claim["stance"], claim["by"]) == ("fact", "endorses", "reader")
    assert claim["created"] == claim["modified"] != ""


def test_a_claim_is_what_is_said_of_it(ask: Ask, stored: Stored) -> None:
    """In one step, which one undo takes back."""
    ask(
        "new", "claim", "d1:0-9", "kind=value", "voice=a4, a1 (indirect)",
        "tags=bridge, old", "central=yes", "--json",
    )  # fmt: skip

    claim = stored("c6")
    assert claim["text"] == "The mayor"
    assert claim["kind"] == "value"
    assert [voice["mode"] for voice in claim["voice"]] == ["own", "indirect"]
    assert (claim["tags"], claim["central"]) == (["bridge", "old"], True)
    ask("undo")
    assert stored("c6") is None


def test_a_script_is_told_the_ref(ask: Ask) -> None:
    """So that it can go on from there."""
    done = ask("new", "claim", "--words", "her", "--json")

    assert done.json == {
        "label": "mark “her” as a claim",
        "added": ["c6"],
        "changed": [],
        "deleted": [],
    }


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("quote --words bridge_is_safe", {"speakers": ["a1"], "attribution": "explicit"}),
        ("quote --words bridge_is_safe kind=scare speakers=", {"kind": "scare"}),
        ("event --words May_2021", {"date": {"edtf": "2021-05", "raw": "May 2021"}}),
        ("event --words wrong date.edtf=2020/.. label=x", {"label": "x"}),
        ("mention --words her actor=a2", {"actor": "a2", "form": "pronoun"}),
        ("mention --words The_mayor", {"actor": "a1"}),
        ("note c1 body=So", {"body": "So", "on": ["c1"]}),
        ("note --words wrong body=So tags=x", {"body": "So", "tags": ["x"]}),
        ("actor name=Baku kind=place", {"name": "Baku", "kind": "place"}),
    ],
)
def test_every_kind_can_be_made(ask: Ask, stored: Stored, line: str, made: dict[str, Any]) -> None:
    """From its words, or about a record, or from a name; what is given goes before."""
    words = [word.replace("_", " ") for word in line.split()]

    done = ask("new", *words, "--json")

    assert done.status == 0, done.err
    record = stored(done.json["added"][-1])
    for key, value in made.items():
        assert record[key] == value | record[key] if key == "date" else record[key] == value


def test_a_mention_of_a_new_name_makes_the_actor(ask: Ask, stored: Stored) -> None:
    """Both in one step."""
    done = ask("new", "mention", "--words", "bridge", "--nth", "1", "--json")

    assert done.json["added"] == ["a5", "m6"]
    assert stored("a5")["name"] == "bridge"


def test_words_may_be_broken_over_lines(ask: Ask, stored: Stored) -> None:
    """A text is wrapped as it happens to be."""
    ask("new", "claim", "--words", "in May 2021. What the engineers found")

    (span,) = stored("c6")["spans"]
    assert span["exact"] == "in May 2021.\nWhat the engineers found"
    assert TEXT[span["start"] : span["end"]] == span["exact"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("claim", "no words are chosen; give d1:START-END, or --words TEXT"),
        (
            "claim --words bridge",
            "“bridge” is in 3 places (d1:25-31, d1:135-141, d1:158-164); "
            "say which with --nth or --doc",
        ),
        ("claim --words bridge --nth 4", "“bridge” is in 3 places; --nth is one of 1 to 3"),
        ("claim --words bridge --nth 0", "“bridge” is in 3 places; --nth is one of 1 to 3"),
        ("claim --words tunnel", "“tunnel” is not in any document; give the very words of"),
        ("claim --words bridge --doc d2", "there is no d2"),
        ("claim d1:5-5000", "d1 has no characters 5 to 5000; they are numbered from 0 to 175"),
        ("claim d1:9-5", "d1 has no characters 9 to 5"),
        ("claim d1:0-3 kind=boast", "kind: “boast” is no kind of claim; write fact, value"),
        ("claim d1:0-3 colour=red", "colour: is no field of a claim; write text"),
        ("claim c1 d1:0-3", "c1 does not belong there; a claim takes FIELD=VALUE"),
        ("event d1:0-3 date.edtf=soon", "is no EDTF date"),
        ("event d1:0-3", "there is no date in “The”; give one"),
        ("mention --words her", "“her” names nobody; say which actor it is"),
        ("note c1", "the note is empty; write something"),
        ("note c99 body=x", "there is no c99"),
        ("actor", "an actor needs a name"),
        ("actor d1:0-3 name=x", "an actor has no place; leave it out"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_line(
    ask: Ask, store: Path, words: str, message: str
) -> None:
    """Nothing is saved of it."""
    before = store.read_bytes()

    done = ask("new", *words.split())

    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert store.read_bytes() == before


def test_a_field_is_set_and_another_cleared(ask: Ask, stored: Stored) -> None:
    """As one change."""
    ask("edit", "c2", "central=yes")

    done = ask("edit", "c2", "kind=value", "central=", "voice[0].mode=direct")

    assert done.lines == ["change 3 fields of c2", "c2\tchanged\tShe was wrong in May 2021"]
    assert stored("c2")["kind"] == "value"
    assert "central" not in stored("c2")
    assert stored("c2")["voice"] == [{"actor": "a4", "mode": "direct"}]


def test_many_records_change_as_one(ask: Ask, stored: Stored) -> None:
    """One undo for all of them."""
    done = ask("edit", "c1", "c2", "q1", "status=draft", "--json")

    assert done.json["label"] == "change status of 3 records"
    assert {stored(text)["status"] for text in ("c1", "c2", "q1")} == {"draft"}
    ask("undo")
    assert {stored(text)["status"] for text in ("c1", "c2", "q1")} == {"confirmed"}


def test_of_many_the_one_with_the_fault_is_named(ask: Ask, store: Path) -> None:
    """And none of them is changed."""
    before = store.read_bytes()

    done = ask("edit", "c1", "e1", "kind=value")

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("opedtui: e1 kind: is no field of an event; write label")
    assert store.read_bytes() == before


def test_what_is_so_already_is_no_change(ask: Ask, store: Path) -> None:
    """Nothing is saved, and there is nothing to undo."""
    before = store.read_bytes()

    done = ask("edit", "c1", "kind=fact")

    assert (done.status, done.lines) == (0, ["nothing to do: change kind of c1"])
    assert store.read_bytes() == before
    assert ask("history").out == ""


def test_a_record_moves_to_other_words(ask: Ask, stored: Stored) -> None:
    """A text that repeated the old ones follows."""
    done = ask("edit", "c4", "--words", "rusty")

    assert done.lines == ["move c4 to “rusty”", "c4\tchanged\trusty"]
    assert [span["exact"] for span in stored("c4")["spans"]] == ["rusty"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("edit c99 kind=fact", "there is no c99; opedtui list claims shows what there is"),
        ("edit a1 --words rusty", "a1 stands on no place; only one with a single place can move"),
        ("edit c1 c2 --words rusty", "only one record can move to a place"),
        ("edit c1 c2", "nothing is to be changed; write FIELD=VALUE, or a place"),
        ("edit d1 text=New", "text: is replaced as a whole"),
        ("relate c1 loves c2", "there is no kind of tie “loves”; write supports, attacks"),
        ("relate c1 supports a1", "“supports” cannot tie a claim to an actor"),
        ("relate c1 supports c99", "there is no c99; opedtui list claims"),
        ("relate c3 supports c2", "r1 says already that c3 supports c2"),
        ("join a1 a1", "a1 cannot be merged into itself"),
        ("join a1 c1", "c1 is no actor"),
        ("split a1 Sam --alias Bob", "the mayor is not called “Bob”"),
        ("split a1 Sam e2", "e2 does not name the mayor (a1)"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    ask: Ask, store: Path, line: str, message: str
) -> None:
    """Before anything is saved."""
    before = store.read_bytes()

    done = ask(*line.split())

    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert store.read_bytes() == before


def test_two_records_are_tied(ask: Ask, stored: Stored) -> None:
    """By a kind that fits them, and with what else is said of the tie."""
    done = ask("relate", "c1", "attacks", "c2", "certainty=probable")

    assert done.lines == ["relate: c1 attacks c2", "r5\tadded\tc1 attacks c2"]
    assert stored("r5").items() >= {"source": "c1", "target": "c2", "certainty": "probable"}.items()


def test_a_step_can_be_undercut(ask: Ask, stored: Stored) -> None:
    """A tie is a record like the others."""
    assert ask("relate", "c4", "undercuts", "r2").status == 0
    assert stored("r5")["target"] == "r2"


def test_an_actor_is_merged_into_another(ask: Ask, stored: Stored) -> None:
    """Whatever named the one names the other."""
    done = ask("join", "a1", "a4")

    assert done.lines[0] == "merge the mayor into the writer"
    assert stored("a1") is None
    assert stored("q1")["speakers"] == ["a4"]
    assert "the mayor" in [alias["text"] for alias in stored("a4")["aliases"]]


def test_an_actor_becomes_two(ask: Ask, stored: Stored) -> None:
    """The new one takes what is named."""
    done = ask("split", "a1", "Her Honour", "q1", "--json")

    assert done.json["added"] == ["a5"]
    assert stored("a5")["name"] == "Her Honour"
    assert stored("q1")["speakers"] == ["a5"]


# Deleting


def test_in_a_pipe_nothing_is_deleted_unasked(ask: Ask, store: Path) -> None:
    """What would go with it is told in the line that says so."""
    before = store.read_bytes()

    done = ask("rm", "c3")

    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "opedtui: c3 would be deleted, and 3 records with it (r1, n1, r3); say --yes to do that\n"
    )
    assert store.read_bytes() == before


def test_what_would_only_lose_a_name_is_told_too(ask: Ask) -> None:
    """It is changed as well."""
    assert "m1, m2, m3" in ask("rm", "a1").err
    assert ask("rm", "c1").err == (
        "opedtui: c1 would be deleted, and q1 would no longer name it; say --yes to do that\n"
    )


def test_what_is_meant_is_deleted_with_what_hangs_on_it(ask: Ask, stored: Stored) -> None:
    """As one step: one undo brings all of it back."""
    done = ask("rm", "c3", "n2", "--yes", "--json")

    assert done.json["label"] == "delete 2 records and 3 more that hang on them"
    assert sorted(done.json["deleted"]) == ["c3", "n1", "n2", "r1", "r3"]
    assert stored("r3") is None
    ask("undo")
    assert stored("r3")["target"] == "r1"
    assert stored("n2")


@pytest.mark.parametrize(
    ("answer", "is_deleted"), [(b"y", True), (b"yes", True), (b"n", False), (b"", False)]
)
def test_on_a_terminal_it_asks(
    opedtui: Program, store: Path, stored: Stored, answer: bytes, is_deleted: bool
) -> None:
    """Having told what hangs on it; only yes is yes."""
    typed: list[bytes] = []

    def keys(seen: bytes) -> bytes:
        if b"[y/N]" not in seen or typed:
            return b""
        typed.append(answer + b"\n")
        return typed[0]

    done = opedtui.on_terminal("rm", "c3", "--store", store, keys=keys)

    assert "opedtui: r1 is deleted too: c3 supports c2" in done.plain
    assert "delete c3? [y/N] " in done.plain
    assert (stored("c3") is None) is is_deleted
    assert done.status == (0 if is_deleted else 2)
    assert ("nothing was deleted" in done.plain) is not is_deleted
