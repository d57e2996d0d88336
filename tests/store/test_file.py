"""Reading a `db.json` strictly: the file is a TinyDB store for certain, or it is refused."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedtui.errors import OpedError
from opedtui.model.refs import Ref
from opedtui.store.errors import StoreError
from opedtui.store.file import read_tables
from tests.making import BUNDLED, a_store, bundled_tables

TABLE = '{"claims": {"1": {"text": %s}}}'


def refusal(path: Path) -> str:
    """The one line that the reader is told."""
    with pytest.raises(StoreError) as raised:
        read_tables(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: "), "it says where"
    assert "; " in message, "it says what to do"
    assert "\n" not in message, "it is one line"
    assert raised.value.path == path
    assert isinstance(raised.value, OpedError)
    return message.removeprefix(f"{path}: ")


def test_the_bundled_store_is_read_as_it_is() -> None:
    """The tables hold what JSON holds, in the same order."""
    assert json.dumps(read_tables(BUNDLED)) == json.dumps(bundled_tables())


def test_a_store_without_tables_is_one(tmp_path: Path) -> None:
    """TinyDB writes `{}` when all is dropped."""
    assert read_tables(a_store(tmp_path, {})) == {}


def test_tables_that_nobody_knows_are_kept(tmp_path: Path) -> None:
    """Another program may keep a table of its own beside ours."""
    tables = {"_default": {"7": {"x": 1}}, "claims": {}, "weather": {"12": "rain"}}

    assert read_tables(a_store(tmp_path, tables)) == tables


# What is no file to read.


def test_a_missing_store_is_refused(tmp_path: Path) -> None:
    """The reader mistyped the path."""
    assert refusal(tmp_path / "none.json") == "there is no such file; check the path"


def test_a_broken_link_is_a_missing_store(tmp_path: Path) -> None:
    """What it points at is not there."""
    link = tmp_path / "db.json"
    link.symlink_to(tmp_path / "gone.json")

    assert refusal(link) == "there is no such file; check the path"


def test_a_link_to_a_store_is_followed(tmp_path: Path) -> None:
    """A store may be kept under version control elsewhere."""
    link = tmp_path / "link.json"
    link.symlink_to(a_store(tmp_path, {"claims": {}}))

    assert read_tables(link) == {"claims": {}}


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """The path lacks its last part."""
    assert refusal(tmp_path) == "it is a folder; give the path of a db.json"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Opening a FIFO that nobody writes to would otherwise hang for ever."""
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path / "pipe").startswith("it is no ordinary file; ")


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(device: str) -> None:
    """One is empty for ever, the other never ends."""
    assert refusal(Path(device)).startswith("it is no ordinary file; ")


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    """Nothing lies beneath a file."""
    path = a_store(tmp_path, {}) / "db.json"

    assert refusal(path).startswith("it cannot be opened (not a directory); check the path")


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """It leads nowhere."""
    link = tmp_path / "db.json"
    link.symlink_to(link)

    assert refusal(link).startswith("it cannot be opened (too many levels of symbolic links); ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_store_is_refused(tmp_path: Path) -> None:
    """The reader is told to look at the permissions."""
    path = a_store(tmp_path, {})
    path.chmod(0)

    assert refusal(path).startswith("it cannot be opened (permission denied); check the path and")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here fails when read")
def test_a_store_on_a_failing_disk_is_refused() -> None:
    """A file that opens may still not be read."""
    message = refusal(Path("/proc/self/mem"))

    assert message == "it cannot be read (input/output error); check the disk"


def test_no_file_stays_open(tmp_path: Path) -> None:
    """Neither after reading nor after refusing."""
    os.mkfifo(tmp_path / "pipe")
    store = a_store(tmp_path, {})
    before = len(list(Path("/dev/fd").iterdir()))

    read_tables(store)
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "none"):
        refusal(path)

    assert len(list(Path("/dev/fd").iterdir())) == before


# What is no JSON.


@pytest.mark.parametrize("content", ["", " ", "\n\n\t"])
def test_an_empty_store_is_refused(tmp_path: Path, content: str) -> None:
    """TinyDB would take it for a new one, and the reader's records are lost."""
    path = tmp_path / "db.json"
    path.write_text(content)

    assert refusal(path) == "it is empty; restore a copy, or remove it to start anew"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"oops", 1),
        (b'{\n  "claims": {\n    "1": ,\n', 3),
        (b'{"claims":\n {}} {}', 2),
        (b'{"claims":\n\n {}', 3),
        (b"{\n'claims': {}}", 2),
        (b'{"claims": {\n},}', 2),
        (b"\0" * 4096, 1),
        (b'{"claims": {\n<<<<<<< ours\n}}\n', 2),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(
    tmp_path: Path, content: bytes, line: int
) -> None:
    """The reader can go to the line and mend it."""
    path = tmp_path / "db.json"
    path.write_bytes(content)

    message = refusal(path)

    assert re.match(rf"it is not JSON \(line {line}, column [1-9]\d*: \w", message)
    assert message.endswith("); mend it or restore a copy, then try again")


def test_the_column_of_a_fault_is_counted_from_one(tmp_path: Path) -> None:
    """As editors do."""
    path = tmp_path / "db.json"
    path.write_text('{\n  "claims": ?')

    assert refusal(path).startswith("it is not JSON (line 2, column 13: ")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "01", "+1", ".5"])
def test_numbers_that_json_does_not_have_are_refused(tmp_path: Path, number: str) -> None:
    """Python would read and write some of them, and no other program could read the file."""
    path = tmp_path / "db.json"
    path.write_text(TABLE % number)

    assert refusal(path).startswith("it is not JSON (line 1, column ")


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    """The reader is told what it is: an editor does not show it."""
    path = tmp_path / "db.json"
    path.write_text("{}", "utf-8-sig")

    assert "byte order mark" in refusal(path)


@pytest.mark.parametrize("invalid", [b"\xff", b"caf\xe9", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_what_is_not_utf8_is_refused_with_its_line(tmp_path: Path, invalid: bytes) -> None:
    """A file saved as Latin-1 would come out garbled, and be saved so."""
    path = tmp_path / "db.json"
    path.write_bytes(b'\n{"claims": {"1":\n  {"text": "' + invalid + b'"}}}')

    assert refusal(path).startswith("it is not UTF-8 (line 3); mend it")


@pytest.mark.parametrize("surrogate", [r"\ud800", r"\udc00", r"\udc00\ud800", r"\ud800x"])
def test_half_a_character_is_refused(tmp_path: Path, surrogate: str) -> None:
    """It could be read, and then neither shown nor written as UTF-8."""
    path = tmp_path / "db.json"
    path.write_text(TABLE % f'"{surrogate}"')

    assert refusal(path).startswith("it is not JSON (line 1, column ")


@pytest.mark.parametrize("content", ["[" * 100_000, TABLE % ("[" * 100_000 + "]" * 100_000)])
def test_endless_nesting_is_refused(tmp_path: Path, content: str) -> None:
    """A hundred thousand brackets would exhaust the stack of whoever walks them."""
    path = tmp_path / "db.json"
    path.write_text(content)

    assert refusal(path).startswith("it is not JSON (line 1, column ")


# What is JSON, and no TinyDB file.


@pytest.mark.parametrize("content", ["[]", '"claims"', "5", "null", "true"])
def test_a_file_without_tables_is_refused(tmp_path: Path, content: str) -> None:
    """A store is an object of tables."""
    path = tmp_path / "db.json"
    path.write_text(content)

    assert refusal(path).startswith("it is not a TinyDB file (it holds no tables); give the path")


@pytest.mark.parametrize("table", [[], [{"text": "x"}], "x", 5, None])
def test_a_table_that_is_no_object_is_refused(tmp_path: Path, table: object) -> None:
    """Another program's `db.json` often holds lists."""
    message = refusal(a_store(tmp_path, {"documents": {}, "claims": table}))

    assert message.startswith("it is not a TinyDB file (its table “claims” holds no records); ")


@pytest.mark.parametrize(
    "alias",
    ["01", " 1 ", "1 ", "١", "0", "-1", "+1", "1_0", "1.0", "1e0", "x", "", "²", "9" * 19],
)
def test_ids_that_are_not_surely_one_are_refused(tmp_path: Path, alias: str) -> None:
    """TinyDB takes several of them for one number, and would drop all records but one."""
    message = refusal(a_store(tmp_path, {"claims": {"1": {"x": 1}, alias: {"x": 2}}}))

    assert message.startswith(f"it is not a TinyDB file (its table “claims” has the id “{alias}”)")


@pytest.mark.parametrize("number", ["1", "10", "9" * 18])
def test_an_id_is_a_whole_number_from_one(tmp_path: Path, number: str) -> None:
    """Up to the longest that a ref can have."""
    tables: dict[str, Any] = {"claims": {number: {}}}

    assert read_tables(a_store(tmp_path, tables)) == tables
    assert Ref.parse(f"c{number}").number == int(number)


def test_a_refusal_stays_short(tmp_path: Path) -> None:
    """A name as long as a page is quoted by its beginning."""
    odd: tuple[object, ...] = ({"x" * 100_000: []}, {"x" * 100_000: {"y" * 100_000: {}}})
    for tables in odd:
        assert len(refusal(a_store(tmp_path, tables))) < 300


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=100)
def test_no_content_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, b: bytes) -> None:
    """Whatever the bytes, there are tables or a refusal, and the file is as it was."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(b)

    try:
        tables = read_tables(path)
    except StoreError as error:
        assert str(path) in str(error)
    else:
        assert all(key.isdigit() for table in tables.values() for key in table)
    assert path.read_bytes() == b
