"""Files written so that they are at every instant the old one or the new one; texts read."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .errors import OpedError, reason

UNFINISHED = ".new"
"""What the name of a file ends in until it takes the place of another."""

LIFETIME = 60
"""Seconds after which a file that nobody writes to any more was left behind."""


class NoText(OpedError):
    """There is no text to be had from there."""


class Stamp(NamedTuple):
    """What changes whenever a file does, and costs one look at its folder."""

    inode: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, state: os.stat_result) -> Stamp:
        return cls(state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def stamp(path: Path) -> Stamp | None:
    """None while there is no such file, or none that can be looked at."""
    try:
        return Stamp.of(path.stat())
    except OSError:
        return None


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file's content durably; OSError leaves the old one in place.

    A file that was there keeps its permissions, a new one is its owner's alone. A symbolic
    link stays one.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_by(path, written_beside(path, content))


def written_beside(path: Path, content: bytes, like: Path | None = None) -> Path:
    """The content in a file of its own, on the disk, ready to take the place of `path`.

    It has the permissions of the file `like`, which is the one at `path` unless said otherwise.
    """
    handle, name = tempfile.mkstemp(UNFINISHED, f".{path.name}.", path.parent)
    try:
        try:
            write_all(handle, content)
            _take_permissions(handle, like or path)
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        discard(Path(name))
        raise
    return Path(name)


def replace_by(path: Path, new: Path) -> None:
    """Let the new file take the place of the old one; OSError leaves the old one there."""
    try:
        new.replace(path)
    except BaseException:
        discard(new)
        raise
    sync_folder(path.parent)


def sweep(path: Path) -> None:
    """Take away what programs that were ended left of new files for this one."""
    long_ago = time.time() - LIFETIME
    with suppress(OSError):
        for new in path.parent.glob(f".{path.name}.*{UNFINISHED}"):
            if new.stat().st_mtime < long_ago:
                discard(new)


def write_all(handle: int, content: bytes) -> None:
    """`os.write` may take a part only."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def discard(path: Path) -> None:
    """Take away what nobody will miss; that it cannot be done is not worth a word."""
    with suppress(OSError):
        path.unlink()


def sync_folder(folder: Path) -> None:
    """Without it a power cut may undo the coming or going of a file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_permissions(handle: int, path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    os.fchmod(handle, stat.S_IMODE(mode))


def read_file(path: Path) -> str:
    """The text of a file as a reader types its path: `~` is home; NoText if it is none."""
    try:
        path = path.expanduser()
        if path.exists() and not path.is_file():
            raise NoText(f"{path} is no file; type the path of one")
    except (OSError, RuntimeError, ValueError) as error:
        raise NoText(f"{path} cannot be read ({error}); check the path") from error
    return read_text(path, str(path))


def read_text(path: Path, name: str) -> str:
    """The text in there; NoText, with this name, if it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoText(f"{name} cannot be read ({reason(error)}); check the path") from error
    except ValueError as error:
        raise NoText(f"{name} cannot be read ({error}); check the path") from error
    return decoded(content, name)


def decoded(content: bytes, name: str) -> str:
    """As UTF-8, without a mark that says so; NoText if it is not."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoText(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def begun_by(typed: str) -> list[str]:
    """The paths that begin so, in the order of their names; folders end in a slash."""
    folder, slash, name = typed.rpartition("/")
    with suppress(OSError, RuntimeError, ValueError):
        found = sorted(Path(folder + slash or ".").expanduser().iterdir())
        return [f"{folder}{slash}{path.name}{_slash(path)}" for path in found if _fits(path, name)]
    return []


def common_beginning(texts: Iterable[str]) -> str:
    """As far as all of them are the same."""
    sorted_texts = sorted(texts) or [""]
    first, last = sorted_texts[0], sorted_texts[-1]
    ends = (at for at, char in enumerate(first) if last[at : at + 1] != char)
    return first[: next(ends, len(first))]


def _fits(path: Path, name: str) -> bool:
    """What is hidden is offered to those who ask for it."""
    return path.name.startswith(name) and (name.startswith(".") or path.name[:1] != ".")


def _slash(path: Path) -> str:
    try:
        return "/" if path.is_dir() else ""
    except OSError:
        return ""
