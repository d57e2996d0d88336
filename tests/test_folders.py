"""Where the program may write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from opedtui.folders import data_folder, state_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")


def test_the_folders_are_those_that_the_reader_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The XDG variables are followed, and asked each time."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    assert data_folder() == tmp_path / "data" / "opedtui"
    assert state_folder() == tmp_path / "state" / "opedtui"


def test_the_folders_lie_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where other programs keep theirs."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert data_folder() == tmp_path / ".local" / "share" / "opedtui"
    assert state_folder() == tmp_path / ".local" / "state" / "opedtui"


def test_asking_for_a_folder_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To look where a store would be is not to start one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    data_folder(), state_folder()

    assert list(tmp_path.iterdir()) == []
