"""The app on a page: who may come, what is run, and how it ends."""

from __future__ import annotations

import json
import os
import shlex
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED

pytest.importorskip("textual_serve", reason="textual-serve is not installed")

from opedtui.ui.serving import PAGES, Service, command, is_loopback, listen

HERE = ("127.0.0.1", "localhost", "::1", "127.9.9.9")


@pytest.mark.parametrize("host", HERE)
def test_this_machine_is_told_from_others(host: str) -> None:
    """What is no address may lead anywhere."""
    assert is_loopback(host)
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("192.168.1.2")
    assert not is_loopback("localhost.example")


@pytest.mark.parametrize(
    ("host", "origin", "path", "is_welcome"),
    [
        ("127.0.0.1:{port}", None, "/", True),
        ("localhost:{port}", None, "/", True),
        ("127.0.0.1:{port}", "http://127.0.0.1:{port}", "/ws", True),
        ("localhost:{port}", "http://localhost:{port}", "/ws", True),
        ("127.0.0.1:{port}", "https://evil.example", "/ws", False),
        ("127.0.0.1:{port}", "http://127.0.0.1:1", "/ws", False),
        ("127.0.0.1:{port}", "null", "/ws", False),
        ("127.0.0.1:{port}", None, "/ws", False),
        ("evil.example:{port}", "http://evil.example:{port}", "/ws", False),
        ("evil.example:{port}", None, "/", False),
    ],
)
def test_no_other_page_may_speak_to_it(
    host: str, origin: str | None, path: str, is_welcome: bool
) -> None:
    """Any page that a browser shows can reach this machine, and pretend to be a name of it."""
    with listen("127.0.0.1", 0) as at:
        port = str(at.getsockname()[1])
        service = Service(BUNDLED, at)
        asked = host.replace("{port}", port), origin and origin.replace("{port}", port), path

        assert service.welcomes(*asked) is is_welcome


@pytest.mark.parametrize("name", ["db.json", 'it\'s $(touch pwned) `x` ; "y" \\ #c1 é', "-rf"])
def test_a_shell_runs_the_app_on_the_very_store(tmp_path: Path, name: str) -> None:
    """Whatever the path holds, it is one word."""
    line = command(tmp_path / name)
    shown = line.replace(shlex.quote(sys.executable), "printf '%s\\n'", 1).replace("exec ", "", 1)

    said = subprocess.run(["sh", "-c", shown], capture_output=True, cwd=tmp_path, text=True).stdout

    assert said.splitlines()[-3:] == ["open", "--store", str(tmp_path / name)]
    assert not list(tmp_path.iterdir())


def test_the_page_fetches_nothing_from_elsewhere() -> None:
    """All of its addresses begin here."""
    page = (PAGES / "page.html").read_text("utf-8")

    assert "http" not in page
    assert "//" not in page


def test_other_machines_need_a_word_more(opedtui: Program) -> None:
    """And without it nothing is served."""
    done = opedtui("serve", BUNDLED, "--host", "0.0.0.0", "--port", "0")

    assert (done.status, done.out) == (2, "")
    assert "0.0.0.0 is open to other machines" in done.err
    assert "there is no password; add --exposed if that is meant" in done.err


def test_a_store_that_cannot_be_read_is_not_served(opedtui: Program, tmp_path: Path) -> None:
    """Nor at a port that is taken; in a line each."""
    (tmp_path / "bad.json").write_text("{")
    assert opedtui("serve", tmp_path / "bad.json", "--port", "0").status == 2

    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        done = opedtui("serve", BUNDLED, "--port", str(port))

    assert done.status == 2
    assert f"127.0.0.1 port {port} cannot be served (address already in use)" in done.err


def test_without_textual_serve_it_is_said_how_to_get_it(opedtui: Program) -> None:
    """It is an extra."""
    code = (
        "import sys; sys.modules['textual_serve'] = None; from opedtui.cli.main import run;"
        "sys.exit(run(['serve', '--port', '0']))"
    )

    done = opedtui.run([sys.executable, "-c", code])

    assert done.status == 2
    assert "pip install 'opedtui[serve]'" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.fixture
def opedtui(tmp_path: Path) -> Program:
    return Program(tmp_path)


class OnAPage:
    """The app as textual-serve runs it: packets in pipes instead of a terminal."""

    def __init__(self, program: Program, store: Path) -> None:
        driver = {"TEXTUAL_DRIVER": "opedtui.ui.page:Page", "COLUMNS": "120", "ROWS": "36"}
        self.process = subprocess.Popen(
            [*COMMAND, "open", "--store", str(store)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=program.environment(**driver),
        )
        assert self.process.stdout
        os.set_blocking(self.process.stdout.fileno(), False)
        self.seen = b""

    def send(self, kind: bytes, payload: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(kind + struct.pack(">I", len(payload)) + payload)
        self.process.stdin.flush()

    def until(self, holds: Callable[[], Any]) -> None:
        until = time.monotonic() + 30
        while not holds():
            assert time.monotonic() < until, self.seen[-500:]
            assert self.process.stdout
            self.seen += self.process.stdout.read() or b""
            time.sleep(0.01)


@pytest.fixture
def on_a_page(tmp_path: Path, opedtui: Program) -> Iterator[OnAPage]:
    """With the reader at the second claim."""
    store = tmp_path / "db.json"
    store.write_bytes(BUNDLED.read_bytes())
    page = OnAPage(opedtui, store)
    page.until(lambda: b"claim 1 of" in page.seen)
    page.send(b"D", b"j")
    page.until(lambda: b"c2 claim" in page.seen)
    yield page
    page.process.kill()
    page.process.wait()
    for pipe in (page.process.stdin, page.process.stdout, page.process.stderr):
        assert pipe
        with suppress(OSError):
            pipe.close()


def place(program: Program) -> str:
    """Where the next start begins."""
    (session,) = (program.home / "XDG_STATE_HOME").rglob("session-*.json")
    return str(json.loads(session.read_bytes())["place"]["ref"])


def test_a_visitor_who_leaves_is_remembered(on_a_page: OnAPage, opedtui: Program) -> None:
    """The window is closed, and textual-serve says so."""
    on_a_page.send(b"M", b'{"type": "quit"}')

    assert on_a_page.process.wait(10) == 0
    assert place(opedtui) == "c2"


def test_a_server_that_ends_takes_the_app_along(on_a_page: OnAPage, opedtui: Program) -> None:
    """Killed or not: nobody is left to read what the app says, nor to end it."""
    assert on_a_page.process.stdin
    assert on_a_page.process.stdout
    on_a_page.process.stdout.close()
    on_a_page.process.stdin.close()

    on_a_page.process.wait(10)

    assert place(opedtui) == "c2"


def test_a_signal_ends_it_as_everywhere(on_a_page: OnAPage, opedtui: Program) -> None:
    """With the status of the signal."""
    on_a_page.process.send_signal(signal.SIGTERM)

    assert on_a_page.process.wait(10) == 128 + signal.SIGTERM
    assert place(opedtui) == "c2"


def test_what_is_copied_and_opened_goes_to_the_visitor(on_a_page: OnAPage) -> None:
    """Neither the clipboard nor the browser of the machine that serves."""
    on_a_page.send(b"D", b"y")
    on_a_page.until(lambda: b"\x1b]52;c;" in on_a_page.seen)
    on_a_page.until(lambda: b"Copied the citation of" in on_a_page.seen)
    on_a_page.send(b"D", b"o")
    on_a_page.until(lambda: b"Open this address" in on_a_page.seen)
    on_a_page.send(b"D", b"y")

    on_a_page.until(
        lambda: b'"type": "open_url", "url": "https://www.commonspace' in on_a_page.seen
    )
