"""The two streams that the program speaks on, and what can go wrong with them."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO

from ..errors import OpedError, reason
from ..files import NoText
from ..render.visible import visible

PIPE = "-"
"""Stands for the standard input where a file is named."""
PIPED = "what comes in the pipe"


class OutputError(OpedError):
    """The answer could not be written."""


def write(text: str, encoding: str | None = None) -> None:
    """Put the text out now; OutputError when that cannot be done.

    BrokenPipeError when nobody reads any longer. Without an encoding it is the locale's.
    """
    if sys.stdout is None:
        raise OutputError("there is no standard output to write to; open it, e.g. with > FILE")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _abandon(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(
            f"the output cannot be written ({reason(error)}); check its disk"
        ) from error


def tell(line: str) -> None:
    """One line to whoever watches, if there is anything to say.

    That nobody can hear it is no reason to stop.
    """
    if not line or sys.stderr is None:
        return
    try:
        print(f"opedtui: {visible(line)}", file=sys.stderr, flush=True)
    except OSError:
        _abandon(sys.stderr)


def piped() -> bytes:
    """All that comes in on the standard input; NoText if it cannot be read."""
    if sys.stdin is None:
        raise NoText("there is no standard input to read from; open it, e.g. with < FILE")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise NoText(f"{PIPED} cannot be read ({reason(error)}); check the pipe") from error


def can_ask() -> bool:
    """Whether somebody sees a question and can answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def agreed(question: str) -> bool:
    """Ask whoever watches; anything but yes is no."""
    try:
        print(f"{visible(question)} [y/N] ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")
    except (OSError, UnicodeDecodeError):
        return False


def answered(question: str) -> str:
    """What whoever watches says to it; nothing, if they only press Enter or cannot be heard."""
    try:
        print(f"{visible(question)} ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _abandon(stream: TextIO) -> None:
    """Let what is still buffered go nowhere: Python writes it when it ends, and would complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at it; a stream that was closed is None."""
    return stream is not None and stream.isatty()
