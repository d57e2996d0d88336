"""Isolated from the machine: its folders, its theme, its colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import _wait

from opedtui.model.records import Actor, Claim, Document, Voice
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.store.locate import bundled_store
from opedtui.store.store import Store
from opedtui.ui.screens.weighing import Weighing

# Textual (8.2.8) looks twice for each key whether the app is at rest, a fiftieth of a second
# each; a quarter of that sees as much, and the tests take half the time.
_wait.SLEEP_GRANULARITY /= 4
_wait.SLEEP_IDLE /= 4


@pytest.fixture(autouse=True)
def no_trace_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from or written to the home of whoever runs the tests."""
    for variable in ("XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    for variable in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_FILTERS", "COLORTERM"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes to be read does not depend on how fast this machine is."""
    monkeypatch.setattr(Weighing, "clock", lambda _: 0.0)


@pytest.fixture(scope="session")
def bundled() -> Library:
    """The op-ed that comes with the program, and its reading."""
    return Library(Store(bundled_store()).load().records)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A copy of the bundled store, to be changed."""
    path = tmp_path / "db.json"
    path.write_bytes(bundled_store().read_bytes())
    return path


@pytest.fixture
def two_texts() -> Library:
    """Two short documents, one claim in each."""
    documents = [
        Document(ref=Ref(Kind.DOCUMENT, n), title=f"Text {n}", text=f"The claim of text {n}.")
        for n in (1, 2)
    ]
    author = Actor(ref=Ref(Kind.ACTOR, 1), name="A Writer", kind="person")
    claims = [
        Claim(
            ref=Ref(Kind.CLAIM, document.ref.number),
            text=document.text,
            spans=(Span.of(document.ref, document.text, 0, len(document.text)),),
            voice=(Voice(actor=author.ref, mode="own"),),
            kind="fact",
            stance="endorses",
            certainty="certain",
        )
        for document in documents
    ]
    return Library([*documents, author, *claims])
