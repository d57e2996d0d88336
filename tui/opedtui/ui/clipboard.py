"""The clipboard: through the terminal (OSC 52), and by a tool of the system."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Mapping
from shutil import which
from typing import Any, NamedTuple

from textual.app import App

PATIENCE = 2.0
"""Seconds that a tool may take."""
TERMINAL_TAKES = 74_994
"""Bytes that any terminal takes by OSC 52: 100,000 once they are written in base64."""
NOWHERE = (
    "nothing was copied: there is no wl-copy, xclip, xsel or pbcopy that could do it, and"
    f" a terminal takes {TERMINAL_TAKES:,} bytes at most"
)


class Tool(NamedTuple):
    """A program that takes what is to be copied on its standard input."""

    words: tuple[str, ...]
    needs: str = ""
    """A variable of the environment without which it could do nothing."""


TOOLS = (
    Tool(("wl-copy",), "WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard", "-in"), "DISPLAY"),
    Tool(("xsel", "--clipboard", "--input"), "DISPLAY"),
    Tool(("pbcopy",)),
)


async def copy(app: App[Any], text: str) -> str:
    """Copy in every way that there is, and say by which; nothing, if there is none."""
    data = text.encode()
    ways = []
    if not app.is_web and (name := await asyncio.to_thread(copy_by_a_tool, data)):
        ways.append(f"by {name}")
    if len(data) <= TERMINAL_TAKES:
        app.copy_to_clipboard(text)
        through = "browser" if app.is_web else "terminal"
        ways.append(
            f"through the {through}" if ways else f"through the {through}, if it allows that"
        )
    return " and ".join(ways)


def copy_by_a_tool(data: bytes, environ: Mapping[str, str] = os.environ) -> str:
    """The name of the first tool that has taken it."""
    for tool in TOOLS:
        if not tool.needs or environ.get(tool.needs):
            program = which(tool.words[0], path=environ.get("PATH"))
            if program and _took([program, *tool.words[1:]], data):
                return tool.words[0]
    return ""


def _took(command: list[str], data: bytes) -> bool:
    """Such tools stay behind to serve the clipboard, so that nobody waits for their output."""
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
