"""Filters saved by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.filtering.views import ViewError, load_views, save_view, views_file


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_a_filter_is_found_under_its_name_and_for_its_list() -> None:
    """In a file that a reader can read."""
    save_view(Kind.CLAIM, "due", 'kind=prediction who="A B"')

    assert load_views(Kind.CLAIM) == {"due": 'kind=prediction who="A B"'}
    assert load_views(Kind.QUOTE) == {}
    assert json.loads(views_file().read_text())["claims"]["due"] == 'kind=prediction who="A B"'


def test_a_name_without_a_filter_is_forgotten() -> None:
    """The others stay."""
    save_view(Kind.CLAIM, "one", "kind=fact")
    save_view(Kind.CLAIM, "two", "kind=value")

    save_view(Kind.CLAIM, "one", "")

    assert load_views(Kind.CLAIM) == {"two": "kind=value"}


@pytest.mark.parametrize("name", ["", "two words", "@x", "a/b", '"'])
def test_a_name_is_a_word(name: str) -> None:
    """It stands behind an @ in a filter."""
    with pytest.raises(ViewError, match="is no name"):
        save_view(Kind.CLAIM, name, "kind=fact")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"claims": 3}', "\x00"])
def test_a_file_that_was_broken_by_hand_is_not_written_over(content: str) -> None:
    """It is as good as none to read, and the reader is told when something is to be saved."""
    views_file().parent.mkdir(parents=True)
    views_file().write_text(content)

    assert load_views(Kind.CLAIM) == {}
    with pytest.raises(ViewError, match="mend it"):
        save_view(Kind.CLAIM, "due", "kind=fact")
    assert views_file().read_text() == content
