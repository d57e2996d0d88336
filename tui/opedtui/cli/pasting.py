"""What is in the clipboard, by a tool of the system."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from shutil import which
from typing import NamedTuple

from ..errors import OpedError

CLIPBOARD = "what is in the clipboard"
PATIENCE = 5.0
"""Seconds that a tool may take."""


class NothingPasted(OpedError):
    """No tool could say what is in the clipboard, or there is nothing in it."""


class Tool(NamedTuple):
    """A program that writes what was copied to its standard output."""

    words: tuple[str, ...]
    needs: str = ""
    """A variable of the environment without which it could do nothing."""


TOOLS = (
    Tool(("wl-paste", "--no-newline"), "WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard", "-out"), "DISPLAY"),
    Tool(("xsel", "--clipboard", "--output"), "DISPLAY"),
    Tool(("pbpaste",)),
    Tool(("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard")),
)


def pasted(environ: Mapping[str, str] = os.environ) -> bytes:
    """By the first tool that has something; NothingPasted if none has."""
    for tool in TOOLS:
        if not tool.needs or environ.get(tool.needs):
            program = which(tool.words[0], path=environ.get("PATH"))
            content = _out_of([program, *tool.words[1:]]) if program else b""
            if content.strip():
                return content
    raise NothingPasted(
        "nothing came out of the clipboard: wl-paste, xclip, xsel or pbpaste reads it;"
        " or paste into a pipe, opedtui add -"
    )


def _out_of(command: list[str]) -> bytes:
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return b""
