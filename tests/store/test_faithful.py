"""A store of which something would be dropped in the reading is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opedtui.store.errors import StoreError
from opedtui.store.file import bytes_of, read_tables


def stored(folder: Path, record: str) -> Path:
    path = folder / "db.json"
    path.write_text(f'{{"claims": {{"1": {{"x": {record}}}}}}}', "utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    ['{"claims": {}, "claims": {}}', '{"c": {"1": {}, "1": {}}}', '{"c": {"1": {"x": 1, "x": 1}}}'],
)
def test_a_name_said_twice_is_refused(tmp_path: Path, content: str) -> None:
    """A table, a record or a field: all but the last would be gone after the first save."""
    path = tmp_path / "db.json"
    path.write_text(content)

    with pytest.raises(StoreError, match="twice in one place"):
        read_tables(path)


@pytest.mark.parametrize(
    "number",
    [
        *("1.00000000000000000001", "9" * 30, "-" + "9" * 19, "1e-400"),
        *("1e-99999999999999999999", "0e99999999999999999999"),
    ],
)
def test_a_number_that_would_be_another_is_refused(tmp_path: Path, number: str) -> None:
    """It has more digits than a program keeps."""
    with pytest.raises(StoreError, match="it has the number"):
        read_tables(stored(tmp_path, number))


@pytest.mark.parametrize("number", ["1.0", "1e3", "0.1", "-0.0", "5e-324", "18446744073709551615"])
def test_a_number_that_stays_what_it_is_is_read(tmp_path: Path, number: str) -> None:
    """However it is written."""
    assert read_tables(stored(tmp_path, number))["claims"]["1"]["x"] == json.loads(number)


def test_our_own_layout_is_the_fast_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What we wrote need not be read a second time, with more care."""
    path = stored(tmp_path, "1.5")
    content = bytes_of(read_tables(path))
    assert content
    path.write_bytes(content)
    monkeypatch.setattr("opedtui.store.file.check_faithful", None)

    assert read_tables(path)["claims"]["1"]["x"] == 1.5
