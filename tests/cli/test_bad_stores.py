"""Bad input gets one line that says what, where and what to do, and stays as it was."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.making import a_library, bundled_tables

CANNOT_BE_READ = {
    "empty": b"",
    "not JSON": b"{",
    "not UTF-8": b'{"claims": {"1": {"text": "\xff"}}}',
    "JSON of another shape": b"[1, 2, 3]",
    "a table that is none": b'{"claims": [1]}',
    "ids that TinyDB would drop": b'{"claims": {"01": {}}}',
    "a newer version": b'{"meta": {"1": {"schema": 99}}, "documents": {}}',
    "no version": b'{"meta": {"1": {}}, "documents": {}}',
    "half of a store": json.dumps(bundled_tables()).encode()[:5000],
    "brackets without end": b"[" * 100_000,
}


def identity(path: Path) -> tuple[int, int]:
    """What changes with every writing."""
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns


def is_one_line(err: str, path: Path) -> bool:
    """`opedtui: path: what; what to do`, and no traceback."""
    return err.startswith(f"opedtui: {path}: ") and err.count("\n") == 1 and "; " in err


@pytest.mark.parametrize("content", CANNOT_BE_READ.values(), ids=CANNOT_BE_READ)
def test_a_store_that_cannot_be_read_is_left_alone(
    opedtui: Program, tmp_path: Path, content: bytes
) -> None:
    """Exit status 2, one line, and the file is the same byte for byte."""
    path = tmp_path / "db.json"
    path.write_bytes(content)
    before = identity(path)

    done = opedtui("list", "claims", "--store", path)

    assert (done.status, done.out) == (2, "")
    assert is_one_line(done.err, path)
    assert path.read_bytes() == content
    assert identity(path) == before


@pytest.mark.parametrize("command", [[], ["open"], ["check"], ["timeline"]])
def test_a_store_that_is_missing_is_not_made(
    opedtui: Program, tmp_path: Path, command: list[str]
) -> None:
    """Only the reader's own store is ever made."""
    path = tmp_path / "nowhere" / "db.json"

    done = opedtui(*command, path)

    assert (done.status, done.out) == (2, "")
    assert done.err == f"opedtui: {path}: there is no such file; check the path\n"
    assert not path.parent.exists()
    assert not list(opedtui.home.iterdir())


def test_a_folder_is_no_store(opedtui: Program, tmp_path: Path) -> None:
    """It is told before anything is read."""
    done = opedtui("check", tmp_path)

    assert done.status == 2
    assert is_one_line(done.err, tmp_path)


def test_a_path_that_leads_in_circles_is_unreadable(opedtui: Program, tmp_path: Path) -> None:
    """What the machine says is part of the line."""
    path = tmp_path / "db.json"
    path.symlink_to(path)

    done = opedtui("show", f"{path}#c1")

    assert done.status == 2
    assert is_one_line(done.err, path)
    assert "too many levels of symbolic links" in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_store_without_permission_is_unreadable(opedtui: Program, store: Path) -> None:
    """Neither a traceback nor an attempt to change that."""
    store.chmod(0)

    done = opedtui("check", store)

    assert done.status == 2
    assert is_one_line(done.err, store)


def test_a_path_that_is_too_long_is_told_in_a_line(opedtui: Program) -> None:
    """Whatever may be wrong with it."""
    done = opedtui("where", "a" * 5000 + ".json"), opedtui("check", "a" * 5000 + ".json")

    assert [one.status for one in done] == [0, 2]
    assert done[1].err.count("\n") == 1


def test_the_store_of_the_environment_is_named_in_the_line(
    opedtui: Program, tmp_path: Path
) -> None:
    """A forgotten variable is found by its value."""
    done = opedtui("check", OPEDTUI_DB=str(tmp_path / "gone.json"))

    assert done.status == 2
    assert is_one_line(done.err, tmp_path / "gone.json")


@pytest.mark.parametrize(
    "command",
    [
        ["list", "claims"],
        ["timeline"],
        ["show", "c1"],
        ["relations", "c1"],
        ["show", "c1", "--json"],
    ],
)
def test_broken_records_do_not_hide_the_others(
    opedtui: Program, broken_store: Path, command: list[str]
) -> None:
    """The answer is given, and on stderr how many records it had to do without."""
    before = broken_store.read_bytes()

    done = opedtui(*command, "--store", broken_store)

    assert done.status == 0
    assert done.out
    assert done.err == "opedtui: 2 records set aside; opedtui check lists them\n"
    assert broken_store.read_bytes() == before


def test_check_lists_what_was_set_aside_by_id(opedtui: Program, broken_store: Path) -> None:
    """Faults first, why and where; a word outside a vocabulary is only odd."""
    done = opedtui("check", broken_store)

    assert (done.status, done.err) == (1, "")
    assert done.lines[0] == "c2  set aside: stance: is missing"
    assert done.lines[1].startswith("e1  set aside: date.edtf: ")
    assert "r4  target: there is no a99" in done.lines
    assert any(line.startswith("c3  odd: kind: “boast” is no kind of claim") for line in done.lines)
    assert done.lines[-1].startswith(f"{len(a_library())} records, ")
    assert done.lines[-1].endswith(" faults, 1 oddity")


def test_check_as_json_tells_faults_from_oddities(opedtui: Program, broken_store: Path) -> None:
    """Each finding is an object; the status says the same as without."""
    done = opedtui("check", broken_store, "--json")

    assert done.status == 1
    assert done.json[0] == {
        "ref": "c2",
        "message": "set aside: stance: is missing",
        "fault": True,
    }
    assert [one["ref"] for one in done.json if not one["fault"]] == ["c3"]


def test_a_record_that_was_set_aside_says_why(opedtui: Program, broken_store: Path) -> None:
    """It is not the same as one that never was."""
    aside = opedtui("show", f"{broken_store}#c2")
    never = opedtui("show", f"{broken_store}#c99")

    assert (aside.status, never.status) == (2, 2)
    assert "c2 is set aside (stance: is missing); mend it in the file" in aside.err
    assert "there is no c99; opedtui list claims shows what there is" in never.err


def test_a_record_that_is_nested_too_deep_is_told_in_a_line(
    opedtui: Program, tmp_path: Path
) -> None:
    """A field that this version does not know may hold anything.

    How deep JSON may be written depends on the Python: 3.13 writes this, 3.11 cannot.
    """
    path = tmp_path / "db.json"
    deep = "[" * 1010 + "]" * 1010
    path.write_text(f'{{"actors": {{"1": {{"name": "A", "kind": "person", "x": {deep}}}}}}}')

    done = opedtui("show", f"{path}#a1", "--json")

    assert (done.status, done.err.count("\n")) in {(0, 0), (2, 1)}
    assert opedtui("show", f"{path}#a1").status == 0
