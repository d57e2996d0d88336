"""Bringing texts in, and drafts without a store."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from opedtui.model.sentences import sentences
from tests.cli.program import COMMAND, Program
from tests.drafting.asking.serving import nobody, says, serving
from tests.making import a_store, an_actor, tables_of

COLUMN = (
    "The council should close the bridge, because it is dangerous. “It is safe,” Mayor Jane Doe"
    " said on 6 March 2023. Perhaps she is right, but nobody believes her.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store without anything in it."""
    return a_store(tmp_path, tables_of([]))


@pytest.fixture
def column(tmp_path: Path) -> Path:
    file = tmp_path / "column.txt"
    file.write_text(COLUMN, encoding="utf-8")
    return file


def test_a_text_becomes_a_document_with_drafts(opedtui: Program, store: Path, column: Path) -> None:
    """Its title is what the file is called, and the drafts are told."""
    said = opedtui(
        "add",
        str(column),
        "--store",
        str(store),
        "--author",
        "Ann Lee",
        "--published",
        "2023-03-12",
    )

    (row,) = said.rows
    assert said.status == 0
    assert row[:2] == ["added", "d1"]
    assert row[-1].startswith("column")
    tables = json.loads(store.read_text(encoding="utf-8"))
    assert tables["documents"]["1"]["text"] == COLUMN
    assert tables["documents"]["1"]["published"] == "2023-03-12"
    assert {claim["status"] for claim in tables["claims"].values()} == {"draft"}
    assert any(event["date"]["edtf"] == "2023-03-06" for event in tables["events"].values())


def test_drafts_are_listed_only_for_who_asks_for_them(
    opedtui: Program, store: Path, column: Path
) -> None:
    """They never mix with what the reader confirmed."""
    opedtui("add", str(column), "--store", str(store))

    assert opedtui("list", "claims", "--store", str(store)).rows == []
    drafts = opedtui("list", "claims", "--filter", "status=draft", "--store", str(store))
    assert drafts.rows


def test_one_undo_takes_a_text_back_with_its_drafts(
    opedtui: Program, store: Path, column: Path
) -> None:
    """Document, authors and all that was drafted."""
    opedtui("add", str(column), "--store", str(store), "--author", "Ann Lee")

    opedtui("undo", "--store", str(store))

    tables = json.loads(store.read_text(encoding="utf-8"))
    assert not any(records for name, records in tables.items() if name != "meta")


def test_the_same_text_again_needs_nothing(opedtui: Program, store: Path, column: Path) -> None:
    """It is told where it is."""
    opedtui("add", str(column), "--store", str(store))
    before = store.read_bytes()

    again = opedtui("add", str(column), "--store", str(store))

    assert (again.status, again.rows[0][:2]) == (0, ["there", "d1"])
    assert store.read_bytes() == before


def test_a_corrected_text_is_offered_as_an_update(
    opedtui: Program, store: Path, column: Path
) -> None:
    """Nobody can be asked in a pipe: it is told, and done when that is said."""
    opedtui("add", str(column), "--store", str(store))
    column.write_text(COLUMN.replace("Perhaps she is right", "She may be right"), encoding="utf-8")

    offered = opedtui("add", str(column), "--store", str(store))
    updated = opedtui("add", str(column), "--store", str(store), "--update")

    assert offered.rows[0][:2] == ["like", "d1"]
    assert "--update" in offered.out
    assert updated.rows[0][:2] == ["updated", "d1"]
    tables = json.loads(store.read_text(encoding="utf-8"))
    assert list(tables["documents"]) == ["1"]
    assert "She may be right" in tables["documents"]["1"]["text"]


def test_one_bad_file_does_not_stop_the_others(opedtui: Program, store: Path, column: Path) -> None:
    """The status is 1 when some came in, and 2 when none did."""
    missing = str(column.with_name("missing.txt"))

    some = opedtui("add", missing, str(column), "--store", str(store))
    none = opedtui("add", missing, "--store", str(store))

    assert (some.status, len(some.rows)) == (1, 1)
    assert (none.status, none.rows) == (2, [])
    assert len(none.err.splitlines()) == 1 and "missing.txt" in none.err


def test_a_folder_goes_in_with_one_command(opedtui: Program, store: Path, tmp_path: Path) -> None:
    """Every text in it, in the order of names; on both cores if there are many."""
    folder = tmp_path / "columns"
    folder.mkdir()
    for number in range(9):
        words = " ".join(f"Street {number * 100 + n} needs a new lamp." for n in range(20))
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")

    said = opedtui("add", str(folder), "--store", str(store))

    assert [row[1] for row in said.rows] == [f"d{number}" for number in range(1, 10)]
    assert [Path(row[3]).name for row in said.rows] == [f"{number}.txt" for number in range(9)]


def test_a_draft_is_printed_without_a_store(opedtui: Program, column: Path) -> None:
    """One JSON object a line, its places code points of the text."""
    said = opedtui("draft", str(column), str(column), "--published", "2023-03-12", "--json")

    drafts = [json.loads(line) for line in said.lines]
    assert [draft["file"] for draft in drafts] == [str(column)] * 2
    text = drafts[0]["document"]["text"]
    assert text == COLUMN
    assert [tuple(pair) for pair in drafts[0]["sentences"]] == [*sentences(text)]
    spans = [span for claim in drafts[0]["claims"] for span in claim["spans"]]
    assert spans and all(text[s["start"] : s["end"]] == s["exact"] for s in spans)
    assert not list(opedtui.home.rglob("db.json"))


def test_a_draft_for_eyes_names_what_was_found(opedtui: Program, column: Path) -> None:
    """Kind, how sure in percent, the rule, and the words."""
    said = opedtui("draft", str(column))

    kinds = {row[0] for row in said.rows if len(row) == 4}
    assert {"actor", "event", "claim"} <= kinds


def test_what_comes_in_a_pipe_is_a_text(opedtui: Program, store: Path, column: Path) -> None:
    """`-` stands for it."""
    said = opedtui.in_shell(f"$opedtui add - --title Pasted --store {store} < {column}")

    assert said.rows[0][:2] == ["added", "d1"]
    assert "Pasted" in said.rows[0][-1]


def test_nothing_to_read_is_a_slip(opedtui: Program, store: Path, tmp_path: Path) -> None:
    """No file, or a folder without any."""
    empty = tmp_path / "empty"
    empty.mkdir()

    assert "name a file" in opedtui("add", "--store", str(store)).err
    assert "holds no text" in opedtui("add", str(empty), "--store", str(store)).err


def test_what_is_in_the_clipboard_is_a_text(
    opedtui: Program, store: Path, column: Path, tmp_path: Path
) -> None:
    """By a tool of the system; where there is none, that is told."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pbpaste").write_text(f"#!/bin/sh\ncat {column}\n", encoding="utf-8")
    (tools / "pbpaste").chmod(0o755)

    said = opedtui("add", "--clipboard", "--store", str(store), PATH=f"{tools}:/usr/bin:/bin")
    none = opedtui("add", "--clipboard", "--store", str(store), PATH=str(tmp_path))

    assert said.rows[0][:2] == ["added", "d1"]
    assert (none.status, len(none.err.splitlines())) == (2, 1)
    assert "opedtui add -" in none.err


def test_a_language_model_drafts_if_the_reader_names_one(
    opedtui: Program, store: Path, column: Path
) -> None:
    """What it says is checked against the text, and its drafts say who made them."""
    claim = {"words": "nobody believes her", "label": "opinion", "kind": "value"}
    lie = {"words": "everybody believes her", "label": "opinion", "kind": "value"}
    answer = json.dumps({"actors": [], "quotes": [], "claims": [claim, lie], "dates": []})
    with serving(says(answer)) as server:
        said = opedtui(
            "add",
            str(column),
            "--with",
            "wise",
            "--store",
            str(store),
            OPEDTUI_MODEL_URL=server.url,
        )

    tables = json.loads(store.read_text(encoding="utf-8"))
    assert [claim["by"] for claim in tables["claims"].values()] == ["model:wise"]
    assert "dropped" in said.rows[0][-1]


def test_without_an_answer_of_the_model_the_rules_draft(
    opedtui: Program, store: Path, column: Path
) -> None:
    """That it did not answer is told."""
    said = opedtui(
        "add", str(column), "--with", "wise", "--store", str(store), OPEDTUI_MODEL_URL=nobody()
    )

    tables = json.loads(store.read_text(encoding="utf-8"))
    assert {claim["by"].partition(":")[0] for claim in tables["claims"].values()} == {"rule"}
    assert "drafted by rules instead" in said.rows[0][-1]


def test_whoever_brings_one_text_in_is_asked_what_it_does_not_say(
    opedtui: Program, store: Path, column: Path
) -> None:
    """On a terminal: title, author and date; a wrong date is asked again."""
    answers = {
        b"called?": b"The bridge\n",
        b"between them": b"Ann Lee; Bo Ek\n",
        b"2023-03-06": b"2023-03-12\n",
    }

    def answering(seen: bytes) -> bytes:
        last = seen.rstrip().rsplit(b"\n", 1)[-1]
        return next((answers.pop(q) for q in list(answers) if last.endswith(q)), b"")

    opedtui.on_terminal("add", str(column), "--store", str(store), keys=answering)

    tables = json.loads(store.read_text(encoding="utf-8"))
    document = tables["documents"]["1"]
    assert (document["title"], document["published"]) == ("The bridge", "2023-03-12")
    assert [tables["actors"][ref[1:]]["name"] for ref in document["authors"]] == [
        "Ann Lee",
        "Bo Ek",
    ]


def test_many_texts_show_how_far_it_is(opedtui: Program, store: Path, tmp_path: Path) -> None:
    """On a terminal, with what is done of all; in a pipe nothing of that is printed."""
    folder = tmp_path / "columns"
    folder.mkdir()
    for number in range(9):
        words = " ".join(f"Street {number * 100 + n} needs a new lamp." for n in range(20))
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")

    said = opedtui.on_terminal("add", str(folder), "--store", str(store))

    assert "9/9" in said.plain
    assert said.plain.count("added") == 9


def test_what_waits_and_how_each_rule_did_are_counted(
    opedtui: Program, store: Path, column: Path
) -> None:
    """Drafts by document; and by rule, what became of them."""
    opedtui("add", str(column), "--store", str(store))
    opedtui("edit", "c1", "status=confirmed", "--store", str(store))

    waits = opedtui("review", "--store", str(store))
    stats = opedtui("review", "--stats", "--store", str(store), "--json").json

    assert waits.rows[0][0] == "d1" and int(waits.rows[0][1]) > 0
    assert [one["right"] for one in stats if one["accepted"]] == [1.0]


def test_an_actor_that_may_be_a_known_one_is_only_suggested(
    opedtui: Program, tmp_path: Path, column: Path
) -> None:
    """Names that are merely alike are left to the reader."""
    store = a_store(tmp_path, tables_of([an_actor(1, "Jane Doer")]))

    said = opedtui("add", str(column), "--store", str(store))

    assert "Jane Doe may be a1 Jane Doer" in said.rows[0][-1]


def test_whoever_stops_goes_on_with_the_same_command(
    opedtui: Program, store: Path, tmp_path: Path
) -> None:
    """What is in stays in, and nothing comes in twice."""
    folder = tmp_path / "columns"
    folder.mkdir()
    for number in range(60):
        words = " ".join(f"Street {number * 1000 + n} needs a new lamp." for n in range(150))
        (folder / f"{number:02}.txt").write_text(words, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "add", str(folder), "--store", str(store)],
        cwd=opedtui.home, env=opedtui.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    journal = store.with_name("db.json.journal")
    while not (journal.exists() and b"add 03" in journal.read_bytes()):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    again = opedtui("add", str(folder), "--store", str(store))

    assert process.returncode == 130
    assert b"the same command goes on" in told
    fates = [row[0] for row in again.rows]
    assert len(fates) == 60 and 0 < fates.count("there") < 60
    documents = json.loads(store.read_text(encoding="utf-8"))["documents"].values()
    assert len(documents) == len({document["text_sha256"] for document in documents}) == 60


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("noise.txt", bytes(range(256)) * 20),
        ("broken.pdf", b"%PDF-1.4 and nothing"),
        ("broken.docx", b"PK\x03\x04 and nothing"),
        ("menu.html", b"<html><body><nav>Home</nav></body></html>"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_leaves_the_store_alone(
    opedtui: Program, store: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    """Neither a traceback nor what a library has to say of it."""
    (tmp_path / name).write_bytes(content)
    before = store.read_bytes()

    said = opedtui("add", str(tmp_path / name), "--store", str(store))

    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1 and name in said.err
    assert store.read_bytes() == before
