"""Which store is opened, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from opedtui.store.errors import StoreError
from opedtui.store.locate import Found, bundled_store, find_store, locate_store
from tests.making import BUNDLED, a_store


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reader's own store belongs; the current folder is empty."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "opedtui" / "db.json"


def test_what_is_asked_for_comes_first(own: Path) -> None:
    """Whether it exists or not: a mistyped path must not open something else."""
    a_store(Path.cwd())

    found = locate_store("x.json", {"OPEDTUI_DB": "y.json"})

    assert found == Found(Path("x.json"), "given on the command line")


def test_the_environment_comes_second(own: Path) -> None:
    """Before the folder that one happens to be in."""
    a_store(Path.cwd())

    assert locate_store(None, {"OPEDTUI_DB": "y.json"}) == Found(Path("y.json"), "$OPEDTUI_DB")


def test_a_store_in_this_folder_comes_third(own: Path) -> None:
    """An empty variable is none."""
    a_store(Path.cwd())

    assert locate_store(None, {"OPEDTUI_DB": ""}) == Found(Path("db.json"), "in this folder")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"users": {}}', '{"documents": {}}'])
def test_a_file_of_another_program_is_passed_over(own: Path, content: str) -> None:
    """Many call their files db.json."""
    Path("db.json").write_text(content)

    assert locate_store(None, {}).path == own


def test_the_own_store_comes_last(own: Path) -> None:
    """Locating it makes nothing."""
    found = locate_store(None, {})

    assert found == Found(own, "your own store")
    assert found.is_to_be_made
    assert not own.parent.exists()


def test_the_own_store_is_made_from_the_bundled_one(own: Path) -> None:
    """At its first use; then it is the reader's, and nothing makes it again."""
    first = find_store(None, {})
    own.write_text("mine")
    second = find_store(None, {})

    assert first == Found(own, "your own store", fresh=True)
    assert second == Found(own, "your own store")
    assert own.read_text() == "mine"


def test_no_other_store_is_ever_made(own: Path) -> None:
    """Not even at the place of the reader's own."""
    assert find_store(str(own), {}).is_to_be_made is False
    assert not own.exists()


def test_a_link_that_leads_nowhere_is_not_replaced(own: Path) -> None:
    """Its target may be on a disk that is not there today."""
    own.parent.mkdir(parents=True)
    own.symlink_to("elsewhere.json")

    found = find_store(None, {})

    assert not found.fresh
    assert own.is_symlink()


def test_a_store_that_cannot_be_made_is_told(own: Path) -> None:
    """Where, why, and what to do instead."""
    own.parent.parent.write_text("a file")

    with pytest.raises(StoreError) as caught:
        find_store(None, {})

    assert str(caught.value).startswith(f"{own}: your own store cannot be made there (")
    assert str(caught.value).endswith("; give a path, or set $OPEDTUI_DB")


def test_the_bundled_store_is_at_the_root_of_a_checkout() -> None:
    """An editable install has none of its own."""
    assert bundled_store() == BUNDLED
