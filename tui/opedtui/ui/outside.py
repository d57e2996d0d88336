"""Programs outside: a browser, and a pager or an editor that the app lends its terminal to."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App, SuspendNotSupported

from ..errors import OpedError, quoted, reason

PATIENCE = 5.0
"""Seconds in which a browser says that it could not be opened."""
OPENERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview", "gio")
PAGERS = ("less", "more")
EDITORS = {
    "vi": "-R", "vim": "-R", "nvim": "-R", "view": "-R", "nano": "-v", "emacs": "", "micro": "",
    "kak": "-ro", "ne": "--ro",
}  # fmt: skip
"""How they are told that they may only read; all of them take +LINE."""
READ_ONLY = 0o400


class NotThere(OpedError):
    """A program outside is not there, or did not do it."""


# A browser.


def browse(url: str, environ: Mapping[str, str] = os.environ) -> None:
    """Open an address of the web in the reader's browser; NotThere if that cannot be done."""
    assert url.startswith(("http://", "https://")), "so that it can be no option"
    command = browser(url, environ)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NotThere(f"the browser cannot be started ({reason(error)})") from error
    with suppress(subprocess.TimeoutExpired):
        status = process.wait(PATIENCE)
        if status:
            raise NotThere(f"the browser could not be opened: {command[0]} ended with {status}")


def browser(url: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """The command that opens the address, which is one of its words."""
    wanted = environ.get("BROWSER", "").split(os.pathsep)[0]
    if wanted:
        words = _words(wanted, "$BROWSER")
        return [w.replace("%s", url) for w in words] if "%s" in wanted else [*words, url]
    has_screen = (
        sys.platform == "darwin" or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    )
    found = next(filter(which, OPENERS), "") if has_screen else ""
    if not found:
        raise NotThere("there is no browser to open it in; set $BROWSER to one")
    return [found, *(["open"] if found == "gio" else []), url]


# A pager or an editor.


async def show(app: App[Any], name: str, text: str, line: int) -> None:
    """Lend the terminal to a program that shows the text from this line; NotThere if none can."""
    with TemporaryDirectory(prefix="opedtui-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        path.chmod(READ_ONLY)
        await lend(app, [*viewer(line), str(path)])


def viewer(line: int, environ: Mapping[str, str] = os.environ) -> list[str]:
    """`$PAGER`, else `$VISUAL` or `$EDITOR`, else a pager that is there."""
    for name in ("PAGER", "VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            return _at_line(_words(environ[name], f"${name}"), line)
    found = next(filter(which, PAGERS), "")
    if not found:
        raise NotThere("there is no pager to show it in; set $PAGER to one, e.g. less")
    return _at_line([found], line)


def _at_line(words: list[str], line: int) -> list[str]:
    """Those that are known are told where to begin, and that nothing is to be changed."""
    name = Path(words[0]).name
    if name == "less":
        return [*words, f"+{line}g"]
    if name in EDITORS:
        return [*words, *filter(None, [EDITORS[name]]), f"+{line}"]
    return [*words, f"+{line}"] if name in ("more", "most") else words


def _words(command: str, where: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise NotThere(f"{where} is {quoted(command)}, which is no command ({error})") from error
    if not words or not which(words[0]):
        raise NotThere(f"{where} is {quoted(command)}, and that is not there")
    return words


async def lend(app: App[Any], command: list[str]) -> int:
    """Run a program on the app's terminal, and take that back when it has ended; its status.

    The app goes on meanwhile: it can be told to end, and then ends the program too.
    """
    try:
        with app.suspend(), _interrupts_ignored():
            process = await asyncio.create_subprocess_exec(*command)
            return await _ended(process)
    except SuspendNotSupported as error:
        raise NotThere("there is no terminal here that could be lent to another program") from error
    except OSError as error:
        raise NotThere(f"{quoted(command[0])} cannot be started ({reason(error)})") from error


async def _ended(process: Process) -> int:
    try:
        return await process.wait()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl+C is for the program outside, which would ignore what this one ignores."""
    numbers = (signal.SIGINT, signal.SIGQUIT)
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
