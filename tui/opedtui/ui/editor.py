"""A text in the reader's own editor, while the app lends it the terminal."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from textual.app import App, SuspendNotSupported

from ..errors import OpedError, quoted, reason
from ..files import read_text

VARIABLES = ("VISUAL", "EDITOR")
"""In the order in which they are asked."""
HOW = "set $EDITOR to the name of one, e.g. nano"


class NoEditor(OpedError):
    """There is no editor, or nothing came of it."""


def edited(app: App[None], text: str) -> str:
    """The text as the reader's editor left it; NoEditor when it could not be edited there."""
    command = editor()
    with TemporaryDirectory(prefix="opedtui-") as folder:
        path = Path(folder) / "text.txt"
        try:
            path.write_bytes(text.encode())
        except (OSError, ValueError) as error:
            raise NoEditor(f"the text cannot be given to an editor ({error})") from error
        _edit(app, [*command, str(path)])
        new = read_text(path, "what the editor left")
    return new if text.endswith("\n") else new.removesuffix("\n")


def editor() -> list[str]:
    """The command that starts it."""
    wanted = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    try:
        words = shlex.split(wanted)
    except ValueError:
        words = [wanted]
    if not words:
        raise NoEditor(f"there is no editor; {HOW}")
    if not which(words[0]):
        raise NoEditor(f"the editor {quoted(words[0])} is not there; {HOW}")
    return words


def _edit(app: App[None], command: list[str]) -> None:
    try:
        with app.suspend(), _of_no_concern():
            status = subprocess.run(command).returncode
    except SuspendNotSupported as error:
        raise NoEditor("this terminal cannot be lent to an editor; give a file") from error
    except OSError as error:
        raise NoEditor(f"the editor cannot be started ({reason(error)}); {HOW}") from error
    if status:
        raise NoEditor(f"the editor ended with status {status}, so nothing was taken from it")


@contextmanager
def _of_no_concern() -> Iterator[None]:
    """Ctrl+C is for the editor; Ctrl+Z stops both.

    A handler that does nothing: what is ignored would be ignored by the editor too.
    """
    ways = dict.fromkeys((signal.SIGINT, signal.SIGQUIT), lambda *_: None)
    before = {number: signal.signal(number, way) for number, way in ways.items()}
    for number in (signal.SIGTSTP, signal.SIGCONT):
        before[number] = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, way in before.items():
            signal.signal(number, way)
