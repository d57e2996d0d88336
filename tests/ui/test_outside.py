"""Programs outside: clipboards, browsers, pagers and editors, each a real one of a line or two."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from opedtui.ui import clipboard, outside
from opedtui.ui.clipboard import copy_by_a_tool
from opedtui.ui.outside import NotThere, browse, browser, viewer
from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED
from tests.ui.watched import Watched

URL = "https://news.example/a?b=c&d=$(touch%20pwned);touch%20pwned#e"

Make = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Puts a program of this name where programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "PAGER", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    def make(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make


def soon(path: Path) -> str:
    """What the program wrote, as soon as it has."""
    until = time.monotonic() + 10
    while not (path.exists() and path.read_text("utf-8")):
        assert time.monotonic() < until
        time.sleep(0.01)
    return path.read_text("utf-8")


@pytest.mark.parametrize(
    ("tool", "variable", "arguments"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", ""),
        ("xclip", "DISPLAY", "-selection clipboard -in"),
        ("xsel", "DISPLAY", "--clipboard --input"),
    ],
)
def test_a_tool_takes_the_very_words(
    program: Make, tmp_path: Path, tool: str, variable: str, arguments: str
) -> None:
    """On its input, so that no shell and no list of processes sees them."""
    for name in ("wl-copy", "xclip", "xsel"):
        program(name, "exit 1")
    program(tool, f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/taken')
    environ = {variable: ":0", "PATH": os.environ["PATH"]}

    name = copy_by_a_tool("“Ağa” $(x)\n".encode(), environ)

    assert name == tool
    assert (tmp_path / "taken").read_text("utf-8") == "“Ağa” $(x)\n"
    assert (tmp_path / "arguments").read_text().strip() == arguments


def test_a_tool_that_fails_or_hangs_is_passed_over(
    program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader does not wait for it."""
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    environ = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "PATH": os.environ["PATH"]}
    program("wl-copy", "exec sleep 30")
    program("xclip", "exit 1")
    program("xsel", "cat > /dev/null")

    began = time.monotonic()

    assert copy_by_a_tool(b"words", environ) == "xsel"
    assert time.monotonic() - began < 10


def test_a_tool_that_stays_behind_is_not_waited_for(program: Make) -> None:
    """xclip serves the clipboard from the background as long as it holds it."""
    program("xclip", "cat > /dev/null; sleep 3 &")

    began = time.monotonic()

    assert copy_by_a_tool(b"words", {"DISPLAY": ":0", "PATH": os.environ["PATH"]}) == "xclip"
    assert time.monotonic() - began < 2.5


def test_without_a_screen_there_is_no_tool(program: Make) -> None:
    """They would only complain."""
    program("xclip", "cat > /dev/null")

    assert copy_by_a_tool(b"words", {"PATH": os.environ["PATH"]}) == ""


@pytest.mark.parametrize(
    ("wanted", "arguments"), [("here", [URL]), ("here --new-tab", ["--new-tab", URL]),
                              ("here --url=%s -x", [f"--url={URL}", "-x"])]
)  # fmt: skip
def test_a_browser_is_given_the_address_as_one_argument(
    program: Make, tmp_path: Path, wanted: str, arguments: list[str]
) -> None:
    """No shell sees it."""
    program("here", f'printf "%s\\n" "$@" > {tmp_path}/opened')

    browse(URL, {"BROWSER": wanted})

    assert soon(tmp_path / "opened").splitlines() == arguments
    assert not list(tmp_path.rglob("pwned"))


def test_the_browser_of_the_desktop_is_asked(program: Make) -> None:
    """Where there is a desktop."""
    program("xdg-open", "exit 0")

    assert browser(URL, {"DISPLAY": ":0"}) == ["xdg-open", URL]
    with pytest.raises(NotThere, match=r"there is no browser.*set \$BROWSER"):
        browser(URL, {})


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("no-such-browser", "“no-such-browser”, and that is not there"),
        ("here 'x", "which is no command"),
        ("failing", "ended with 3"),
    ],
)
def test_a_browser_that_cannot_be_opened_is_told(program: Make, wanted: str, told: str) -> None:
    """In one line."""
    program("failing", "exit 3")

    with pytest.raises(NotThere, match=told):
        browse(URL, {"BROWSER": wanted})


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({"PAGER": "less -S"}, ["less", "-S", "+7g"]),
        ({"PAGER": "more"}, ["more", "+7"]),
        ({"PAGER": "other"}, ["other"]),
        ({"PAGER": "", "VISUAL": "vim", "EDITOR": "nano"}, ["vim", "-R", "+7"]),
        ({"EDITOR": "nano -w"}, ["nano", "-w", "-v", "+7"]),
        ({"EDITOR": "emacs -nw"}, ["emacs", "-nw", "+7"]),
        ({}, ["less", "+7g"]),
    ],
)
def test_a_pager_or_an_editor_begins_at_the_line(
    program: Make, environ: dict[str, str], command: list[str]
) -> None:
    """One that is known, and told that it may only read."""
    for name in ("less", "more", "other", "vim", "nano", "emacs"):
        program(name, "exit 0")

    assert viewer(7, environ) == command


def test_a_pager_that_is_not_there_is_told(program: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, which names the variable."""
    with pytest.raises(NotThere, match=r"\$PAGER is “nothing -x”, and that is not there"):
        viewer(1, {"PAGER": "nothing -x"})
    monkeypatch.setattr(outside, "PAGERS", ())
    with pytest.raises(NotThere, match=r"set \$PAGER"):
        viewer(1, {})


PAGER = """
import os, signal, stat, sys, time
from pathlib import Path
signal.signal(signal.SIGHUP, signal.SIG_IGN)
path = Path(sys.argv[1])
modes = [oct(stat.S_IMODE(each.stat().st_mode)) for each in (path, path.parent)]
print("PAGER", *modes, path.name, path.read_text("utf-8").split("\\n")[0], flush=True)
print("PROCESS", os.getpid(), "", flush=True)
try:
    print("LEFT WITH", input(), flush=True)
except EOFError:
    time.sleep(60)
"""
"""It waits for a line, and does not mind that its terminal goes away."""


@pytest.fixture
def opened(tmp_path: Path) -> Watched:
    """The program on a real terminal, with a pager that waits for a line."""
    script = tmp_path / "pager.py"
    script.write_text(PAGER, "utf-8")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    store = tmp_path / "db.json"
    store.write_bytes(BUNDLED.read_bytes())
    pager = f"{sys.executable} '{script}'"
    environment = Program(tmp_path).environment(PAGER=pager, TMPDIR=str(temporary))
    program = Watched([*COMMAND, str(store)], environment)
    program.wait_for(lambda: b"Claims" in program.seen)
    return program


def in_the_pager(opened: Watched) -> None:
    opened.type(b"|")
    opened.wait_for(lambda: b"PROCESS " in opened.seen)


def test_the_terminal_is_lent_to_the_pager_and_comes_back(opened: Watched, tmp_path: Path) -> None:
    """The text is in a file that nobody else can read and nobody can write, and then gone."""
    try:
        in_the_pager(opened)
        assert not opened.left
        assert b"PAGER 0o400 0o700 d1.txt d1 Baku's visitor from the North" in opened.seen
        assert len(list((tmp_path / "tmp").iterdir())) == 1
        before = len(opened.seen)
        opened.type(b"the end\n")
        opened.wait_for(lambda: b"LEFT WITH the end" in opened.seen)
        opened.wait_for(lambda: b"claim 1 of" in opened.seen[before:])
        opened.type(b"q")

        assert opened.ended() == 0
        assert not opened.left
        assert not list((tmp_path / "tmp").iterdir())
    finally:
        opened.close()


def test_an_interrupt_is_for_the_pager(opened: Watched) -> None:
    """The app goes on."""
    try:
        in_the_pager(opened)
        before = len(opened.seen)
        opened.type(b"\x03")
        opened.wait_for(lambda: b"claim 1 of" in opened.seen[before:])
        opened.type(b"q")

        assert opened.ended() == 0
        assert not opened.left
    finally:
        opened.close()


def test_a_program_that_is_told_to_end_ends_its_pager(opened: Watched, tmp_path: Path) -> None:
    """And leaves nothing behind."""
    try:
        in_the_pager(opened)
        pager = int(opened.seen.rpartition(b"PROCESS ")[2].split()[0])
        opened.signal(15)

        assert opened.ended() == 128 + 15
        assert not opened.left
        opened.wait_for(lambda: not Path(f"/proc/{pager}/cmdline").exists())
        assert not list((tmp_path / "tmp").iterdir())
    finally:
        opened.close()
