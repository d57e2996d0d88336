"""Reading `db.json` once, strictly: what cannot be read for certain is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from ..errors import quoted, reason
from ..files import Stamp
from .errors import StoreError
from .faithful import MENDING, check_faithful

Tables = dict[str, dict[str, Any]]
"""TinyDB's own shape: table name → id in decimal → record."""


class FileContent(NamedTuple):
    """What a file held when it was read, and what it was known by then."""

    data: bytes
    stamp: Stamp


def read_tables(path: Path) -> Tables:
    """The tables of a TinyDB file; StoreError when it is not surely one."""
    return tables_of(path, read_content(path).data)


def tables_of(path: Path, content: bytes) -> Tables:
    """The tables that these bytes of the file say."""
    tables = _parsed(path, content)
    if not isinstance(tables, dict):
        raise _no_tinydb(path, "it holds no tables")
    for name, table in tables.items():
        _check_table(path, name, table)
    # Our own layout says all that was read, and nothing else.
    if bytes_of(tables) != content:
        check_faithful(path, content)
    return tables


def bytes_of(tables: Tables) -> bytes | None:
    """The file that says these tables, a line for each word of a list and each field.

    None when they are nested deeper than can be written.
    """
    try:
        return orjson.dumps(tables, option=orjson.OPT_INDENT_2) + b"\n"
    except orjson.JSONEncodeError:
        return None


def read_content(path: Path) -> FileContent:
    """The bytes of a store; StoreError when there are none to be had."""
    try:
        # Without O_NONBLOCK opening a FIFO would wait for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except FileNotFoundError as error:
        raise StoreError(path, "there is no such file", "check the path") from error
    except OSError as error:
        what = f"it cannot be opened ({reason(error)})"
        raise StoreError(path, what, "check the path and its permissions") from error
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            what = "it is a folder" if stat.S_ISDIR(state.st_mode) else "it is no ordinary file"
            raise StoreError(path, what, "give the path of a db.json")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return FileContent(file.read(), Stamp.of(state))
    except OSError as error:
        what = f"it cannot be read ({reason(error)})"
        raise StoreError(path, what, "check the disk") from error
    finally:
        os.close(handle)


def _parsed(path: Path, content: bytes) -> Any:
    if not content.strip():
        raise StoreError(path, "it is empty", "restore a copy, or remove it to start anew")
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise StoreError(path, _not_json(content, error), MENDING) from error


def _not_json(content: bytes, error: orjson.JSONDecodeError) -> str:
    """What is wrong, and where; orjson does not say where bytes are no UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as undecodable:
        line = content.count(b"\n", 0, undecodable.start) + 1
        return f"it is not UTF-8 (line {line})"
    return f"it is not JSON (line {error.lineno}, column {error.colno}: {error.msg})"


def _check_table(path: Path, name: str, table: object) -> None:
    if not isinstance(table, Mapping):
        raise _no_tinydb(path, f"its table {quoted(name)} holds no records")
    for key in table:
        if not _is_id(key):
            raise _no_tinydb(path, f"its table {quoted(name)} has the id {quoted(key)}")


def _is_id(key: str) -> bool:
    """TinyDB would take "01", " 1 " and "١" for 1, and drop all but one of them."""
    return key.isascii() and key.isdigit() and key[0] != "0" and len(key) <= 18


def _no_tinydb(path: Path, what: str) -> StoreError:
    return StoreError(path, f"it is not a TinyDB file ({what})", "give the path of a db.json")
