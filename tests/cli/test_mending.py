"""A text replaced, a store mended, copied, and brought back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opedtui.model.changes import Change, Edit
from opedtui.store.store import Store
from tests.cli.program import Program, Said
from tests.making import (
    TEXT,
    a_document,
    a_library,
    a_note,
    a_store,
    an_actor,
    tables_of,
    words,
)

Ask = Callable[..., Said]
Stored = Callable[[str], Any]


def words_of(record: Any, text: str = TEXT) -> list[str]:
    """What stands in the text where the record says it stands."""
    return [text[span["start"] : span["end"]] for span in record["spans"]]


# Another text


def test_a_corrected_text_keeps_what_stands_on_it(ask: Ask, stored: Stored, tmp_path: Path) -> None:
    """Every record follows its words."""
    corrected = f"An editor's note.\n\n{TEXT}"
    (tmp_path / "text.txt").write_text(corrected, "utf-8")

    done = ask("replace", "d1", tmp_path / "text.txt")

    assert (done.status, done.err) == (0, "")
    assert done.lines[0] == "replace the text of An op-ed"
    assert done.lines[-1].endswith(" places found again, 0 orphans")
    assert stored("d1")["text"] == corrected
    assert words_of(stored("c3"), corrected) == ["the bridge is old"]


def test_what_finds_no_place_is_told(ask: Ask, tmp_path: Path) -> None:
    """By the status too; it is attached by hand, and then nothing is left to mend."""
    shorter = TEXT.replace("the bridge is old, and ", "")
    (tmp_path / "text.txt").write_text(shorter, "utf-8")

    done = ask("replace", "d1", tmp_path / "text.txt", "--json")

    assert done.status == 1
    (orphan,) = done.json["orphans"]
    assert (orphan["ref"], orphan["exact"]) == ("c3", "the bridge is old")
    assert ask("check").status == 1
    assert ask("edit", "c3", "--words", "warned her").lines[0].startswith("attach c3 to")
    assert ask("check").status == 0


def test_orphans_are_rows_in_a_pipe(ask: Ask, tmp_path: Path) -> None:
    """With the place where they may belong, as `edit` takes it."""
    (tmp_path / "text.txt").write_text(TEXT.replace("the bridge is old, and ", ""), "utf-8")

    done = ask("replace", "d1", tmp_path / "text.txt")

    rows = [row for row in done.rows if row[1:2] == ["orphan"]]
    assert [row[:3] for row in rows] == [["c3", "orphan", "“the bridge is old”"]]
    assert done.lines[-1].endswith("1 orphan")


def test_a_text_may_come_in_a_pipe(opedtui: Program, store: Path, stored: Stored) -> None:
    """As from pandoc or an editor's filter; the mark of its encoding is none of its words."""
    done = opedtui.in_shell(
        f"printf '\\xef\\xbb\\xbfThe bridge is old.' | $opedtui replace {store}#d1 - >/dev/null"
    )

    assert done.err == ""
    assert stored("d1")["text"] == "The bridge is old."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read (no such file or directory); check the path"),
        (b"The \xe9lite", "is not UTF-8 (byte 4); save it as UTF-8"),
        (b" \n", "the new text is blank; to be rid of d1, delete it"),
    ],
)
def test_what_is_no_text_is_told_in_a_line(
    ask: Ask, store: Path, tmp_path: Path, content: bytes | None, message: str
) -> None:
    """And the store stays as it is."""
    before = store.read_bytes()
    if content is not None:
        (tmp_path / "text.txt").write_bytes(content)

    done = ask("replace", "d1", tmp_path / "text.txt")

    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert store.read_bytes() == before


# Mending


@pytest.fixture
def moved(store: Path) -> Path:
    """A store whose text was edited by hand: the offsets are wrong, and so is the sum."""
    tables = tables_of(a_library().values())
    document = tables["documents"]["1"]
    document["text"] = f"Note. {document['text']}"
    document["text_sha256"] = "0" * 64
    return a_store(store.parent, tables)


def test_what_has_moved_is_found_again(moved: Path, ask: Ask, stored: Stored) -> None:
    """As one step, with a copy of what was; nothing is left to mend."""
    content = moved.read_bytes()

    done = ask("check", "--repair")

    assert done.status == 0
    assert done.lines[0] == "repair"
    assert done.lines[-1].endswith("nothing to mend")
    assert words_of(stored("c3"), f"Note. {TEXT}") == ["the bridge is old"]
    (copy,) = moved.parent.glob("db.json.backup-*")
    assert done.err == f"opedtui: {copy} is a copy of what was before\n"
    assert copy.read_bytes() == content
    ask("undo")
    assert stored("d1")["text_sha256"] == "0" * 64


def test_mending_twice_mends_once(moved: Path, ask: Ask) -> None:
    """What is in order makes no step and no copy."""
    ask("check", "--repair")

    again = ask("check", "--repair", "--json")

    assert again.json == {"mended": None, "left": []}
    assert len(list(moved.parent.glob("db.json.backup-*"))) == 1


def test_what_stands_in_two_texts_is_found_in_both(ask: Ask, store: Path, stored: Stored) -> None:
    """The second text is mended in view of what the first one changed."""
    texts = a_document("The old bridge.", 1), a_document("The new bridge.", 2)
    tables = tables_of([*texts, a_note(1, *(words("bridge", text) for text in texts))])
    for document in tables["documents"].values():
        document["text"] = f"Note. {document['text']}"
    a_store(store.parent, tables)

    done = ask("check", "--repair")

    assert (done.status, done.err.count("\n")) == (0, 1)
    assert [(on["doc"], on["start"]) for on in stored("n1")["on"]] == [("d1", 14), ("d2", 14)]


def test_what_a_reader_must_decide_is_left(ask: Ask, broken_store: Path) -> None:
    """A tie to nowhere may be anybody's; records that cannot be read stay as they are."""
    before = json.loads(broken_store.read_bytes())

    done = ask("check", "--repair")

    assert done.status == 1
    assert "r4  target: there is no a99" in done.lines
    assert json.loads(broken_store.read_bytes()) == before


# Copies


def test_a_copy_can_be_brought_back(ask: Ask, store: Path, stored: Stored) -> None:
    """What was there meanwhile is a copy too."""
    ask("edit", "c1", "kind=value")
    copy = ask("backup", "--json").json["copy"]
    ask("edit", "c1", "kind=policy")

    done = ask("restore", copy, "--json")

    assert (done.status, done.err) == (0, "")
    assert stored("c1")["kind"] == "value"
    assert ask("show", "c1", "--json").json["kind"] == "value"
    kept = json.loads(Path(done.json["kept"]).read_bytes())
    assert kept["claims"]["1"]["kind"] == "policy"


def test_what_was_there_is_kept_with_all_that_was_saved(ask: Ask, store: Path) -> None:
    """Also what is in the journal only, because a program was killed."""
    copy = ask("backup", "--json").json["copy"]
    killed = Store(store)
    killed.load()
    killed.save(Change("add", (Edit(None, an_actor(5, "Baku")),)))

    done = ask("restore", copy, "--json")

    kept = json.loads(Path(done.json["kept"]).read_bytes())
    assert kept["actors"]["5"]["name"] == "Baku"


def test_a_copy_is_named_in_a_pipe(ask: Ask, store: Path) -> None:
    """The second cell of the second line."""
    done = ask("backup")

    (copy,) = store.parent.glob("db.json.backup-*")
    assert done.rows == [["store", str(store)], ["copy", str(copy)]]
    assert copy.read_bytes() == store.read_bytes()


def test_a_broken_store_can_be_brought_back(ask: Ask, store: Path, stored: Stored) -> None:
    """That is what copies are for."""
    copy = ask("backup", "--json").json["copy"]
    store.write_bytes(b"{")

    done = ask("restore", copy)

    assert done.status == 0
    assert stored("c1")["kind"] == "fact"


def test_what_is_no_store_is_not_brought_back(ask: Ask, store: Path, tmp_path: Path) -> None:
    """It would only take the place of one."""
    before = store.read_bytes()
    (tmp_path / "other.json").write_bytes(b"[1]")

    for name in ("other.json", "gone.json"):
        done = ask("restore", tmp_path / name)

        assert (done.status, done.out) == (2, "")
        assert done.err.count("\n") == 1
    assert store.read_bytes() == before
