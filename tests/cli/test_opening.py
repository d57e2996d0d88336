"""Opening the app, where the reader left it or at a record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from opedtui.cli.commands.open import session_at
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.reading.session import Session
from tests.cli.program import COMMAND, Program
from tests.making import a_library, a_store, ref

NO_SCREEN = "opedtui: the reading screen needs a terminal; opedtui list claims prints to a pipe\n"


def quit_when_seen(words: bytes) -> Callable[[bytes], bytes]:
    """Types q as soon as the words are on the screen, once."""
    typed = False

    def keys(seen: bytes) -> bytes:
        nonlocal typed
        if typed or words not in seen:
            return b""
        typed = True
        return b"q"

    return keys


def remembered(opedtui: Program) -> dict[str, object]:
    """The one session that was written."""
    (path,) = (opedtui.home / "XDG_STATE_HOME" / "opedtui").glob("session-*.json")
    kept: dict[str, object] = json.loads(path.read_bytes())
    return kept


@pytest.mark.parametrize("line", ["open {}#q1", "{}#q1", "--store {} open q1", "q1 --store {}"])
def test_the_app_opens_at_a_record(opedtui: Program, store: Path, line: str) -> None:
    """Whichever way it is named; leaving it is status 0."""
    words = line.format(store).split()

    done = opedtui.on_terminal(*words, columns=120, keys=quit_when_seen(b"the bridge is safe"))

    assert done.status == 0
    assert remembered(opedtui)["list"] == "quotes"
    place = remembered(opedtui)["place"]
    assert isinstance(place, dict)
    assert place["ref"] == "q1"


def test_a_record_that_is_not_there_opens_nothing(opedtui: Program, store: Path) -> None:
    """The app is not a place to tell errors of the command line."""
    done = opedtui.on_terminal(f"{store}#c99")

    assert done.status == 2
    assert done.out.startswith(f"opedtui: {store}: there is no c99; ")
    assert "\x1b" not in done.out


@pytest.mark.parametrize("stream", ["</dev/null", "| cat", "2>/dev/null"])
def test_the_app_needs_a_terminal(opedtui: Program, store: Path, stream: str) -> None:
    """For its keys and for its screen; nothing is drawn into a file."""
    line = f"{' '.join(COMMAND)} {store} {stream}; echo status ${{PIPESTATUS[0]}}"

    done = opedtui.on_terminal(command=["bash", "-c", line])

    assert "status 2" in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_none(opedtui: Program, store: Path, term: str) -> None:
    """An editor's shell says so by TERM."""
    done = opedtui.on_terminal(str(store), variables={"TERM": term})

    assert (done.status, done.out) == (2, NO_SCREEN)


def test_without_a_terminal_no_store_is_made(opedtui: Program) -> None:
    """Its making would have to be told, and nothing could be read in it."""
    done = opedtui()

    assert (done.status, done.out, done.err) == (2, "", NO_SCREEN)
    assert not list(opedtui.home.iterdir())


def test_a_broken_store_is_the_greater_trouble(opedtui: Program, tmp_path: Path) -> None:
    """It is told even where there is no terminal."""
    done = opedtui(a_store(tmp_path, [1]))

    assert done.status == 2
    assert "it is not a TinyDB file" in done.err
    assert done.err.count("\n") == 1


def test_the_first_start_says_that_a_store_was_made(opedtui: Program) -> None:
    """On the screen, since there is no other place to look at."""
    done = opedtui.on_terminal(columns=160, keys=quit_when_seen(b"bundled"))

    assert done.status == 0
    assert "bundled" in done.out


def test_opening_at_a_record_replaces_the_place() -> None:
    """The text begins there, and the record is pointed at in its list."""
    before = Session(Place(ref("d1"), 100, 104, ref("c3")), top=70, pane="timeline", theme="x")

    after = session_at(a_library(), ref("q1"), before)

    assert after == Session(
        Place(ref("d1"), 21, 39, ref("q1")), top=21, pane="quotes", list="quotes", theme="x"
    )


def test_a_record_without_a_list_leaves_the_pane_alone() -> None:
    """Events stand on the timeline, which is always there."""
    after = session_at(a_library(), ref("e2"), Session(pane="source"))

    assert after.place
    assert (after.place.ref, after.pane, after.list) == (ref("e2"), "source", "claims")


def test_a_store_without_documents_has_no_places() -> None:
    """The app opens, and says that there is nothing to read."""
    library = Library(a_library().actors)

    assert session_at(library, ref("a1"), Session()) == Session()
