"""Writing a file: at every instant it is the old one or the new one, whole."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from opedtui.files import write_atomically

PAGE = b"x" * 100_000


@contextmanager
def a_full_disk(room: int = 4096) -> Iterator[None]:
    """Writing more than so many bytes to a file fails, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """It holds the content, and nothing is left beside it."""
    write_atomically(tmp_path / "db.json", PAGE)

    assert (tmp_path / "db.json").read_bytes() == PAGE
    assert list(tmp_path.iterdir()) == [tmp_path / "db.json"]


def test_the_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """The first start finds no folder of ours."""
    path = tmp_path / "share" / "opedtui" / "db.json"

    write_atomically(path, b"{}")

    assert path.read_bytes() == b"{}"


def test_an_old_file_is_replaced_not_overwritten(tmp_path: Path) -> None:
    """Who has the old one open still reads it to its end."""
    path = tmp_path / "db.json"
    path.write_bytes(b"old")

    with path.open("rb") as old:
        write_atomically(path, b"new")

        assert old.read() == b"old"
    assert path.read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """And takes away what was written of the new one."""
    path = tmp_path / "db.json"
    path.write_bytes(b"old")

    with a_full_disk(), pytest.raises(OSError, match="File too large"):
        write_atomically(path, PAGE)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_makes_no_new_file(tmp_path: Path) -> None:
    """Half a file would be taken for a whole one."""
    with a_full_disk(), pytest.raises(OSError, match="File too large"):
        write_atomically(tmp_path / "db.json", PAGE)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_left(tmp_path: Path) -> None:
    """Failing at the last step leaves as little as failing at the first."""
    path = tmp_path / "db.json"
    path.mkdir()

    with pytest.raises(OSError):
        write_atomically(path, PAGE)

    assert list(tmp_path.iterdir()) == [path]
    assert path.is_dir()


def test_being_interrupted_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C too, which is no error."""
    path = tmp_path / "db.json"
    path.write_bytes(b"old")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    """What somebody reads, and notes about it, is nobody else's business."""
    write_atomically(tmp_path / "db.json", b"{}")

    assert permissions(tmp_path / "db.json") == 0o600


@pytest.mark.parametrize("mode", [0o644, 0o664, 0o600, 0o400])
def test_an_old_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    """A store that was shared stays shared."""
    path = tmp_path / "db.json"
    path.write_bytes(b"old")
    path.chmod(mode)

    write_atomically(path, b"new")

    assert permissions(path) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The store may lie in a folder under version control, and only be linked here."""
    target = tmp_path / "repository" / "db.json"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "db.json"
    link.symlink_to(target)

    write_atomically(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    """Whenever the writer is killed, the file is one of those that it wrote."""
    path = tmp_path / "db.json"
    code = (
        "import sys; from pathlib import Path; from opedtui.files import write_atomically\n"
        "for n in range(100_000):\n"
        f"    write_atomically(Path({str(path)!r}), bytes([48 + n % 10]) * 200_000)\n"
        "    n or print('begun', flush=True)"
    )

    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as writer:
        assert writer.stdout and writer.stdout.readline() == b"begun\n"
        for _ in range(50):
            content = path.read_bytes()
            assert content == content[:1] * 200_000
        writer.send_signal(signal.SIGKILL)

    content = path.read_bytes()
    assert content == content[:1] * 200_000
