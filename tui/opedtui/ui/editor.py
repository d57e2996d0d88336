"""A text in the reader's own editor, while the app lends it the terminal."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App

from ..errors import OpedError, quoted
from ..files import read_text
from .outside import lend

VARIABLES = ("VISUAL", "EDITOR")
"""In the order in which they are asked."""
HOW = "set $EDITOR to the name of one, e.g. nano"


class NoEditor(OpedError):
    """There is no editor, or nothing came of it."""


async def edited(app: App[Any], text: str) -> str:
    """The text as the reader's editor left it; NoEditor or NotThere if it was not edited there."""
    command = editor()
    with TemporaryDirectory(prefix="opedtui-") as folder:
        path = Path(folder) / "text.txt"
        try:
            path.write_bytes(text.encode())
        except (OSError, ValueError) as error:
            raise NoEditor(f"the text cannot be given to an editor ({error})") from error
        status = await lend(app, [*command, str(path)])
        if status:
            raise NoEditor(f"the editor ended with status {status}, so nothing was taken from it")
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
