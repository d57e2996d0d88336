"""Opening the app, where the reader left it or at a record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import COMMAND, Program
from tests.making import a_store

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
    """It is told when the terminal is as it was, and nothing is drawn after it."""
    done = opedtui.on_terminal(f"{store}#c99")

    assert done.status == 2
    told = done.out[done.out.index("opedtui: ") :]
    assert told.startswith(f"opedtui: {store}: there is no c99; ")
    assert "\x1b" not in told


def test_a_store_that_cannot_be_read_opens_nothing(opedtui: Program, tmp_path: Path) -> None:
    """The same line as in a pipe, and the same status."""
    broken = a_store(tmp_path, [1])

    done = opedtui.on_terminal(str(broken))

    assert done.status == 2
    assert done.out.endswith(opedtui(broken).err)


def test_keys_that_come_early_are_not_lost(opedtui: Program, store: Path) -> None:
    """A reader types on while the store is read: Tab to the text, the theme, and out."""
    typed = iter([b"\tq"])

    done = opedtui.on_terminal(str(store), keys=lambda seen: next(typed, b"") if seen else b"")

    assert done.status == 0
    assert remembered(opedtui)["pane"] == "source"


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
