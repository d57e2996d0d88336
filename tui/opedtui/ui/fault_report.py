"""What is said about a fault of the program: a line for the reader, a file for whoever mends it."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from traceback import StackSummary, walk_tb

import textual

from .. import __version__
from ..files import write_atomically
from ..folders import state_folder


def report(fault: BaseException) -> str:
    """The line; the file is in the folder for state, if it can be, and its owner's alone."""
    path = state_folder() / "fault.txt"
    told = f"a fault in the program ended it ({type(fault).__name__}); what was saved is safe"
    try:
        path.unlink(missing_ok=True)
        write_atomically(path, "\n".join(_lines(fault)).encode())
    except OSError:
        return told
    return f"{told}; please report it with {path}"


def _lines(fault: BaseException) -> Iterator[str]:
    """Where in the program it happened; no values and no messages, which may quote the data."""
    yield f"opedtui {__version__}, textual {textual.__version__}"
    yield f"Python {platform.python_version()}, {platform.platform()}"
    for error in _chain(fault):
        stack = StackSummary.extract(walk_tb(error.__traceback__))
        yield from ("", type(error).__name__, *(line.rstrip() for line in stack.format()))
    yield ""


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """The fault and what led to it; Textual keeps the fault of a worker in a field."""
    seen: set[int] = set()
    while fault and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        within = getattr(fault, "error", None)
        fault = (
            within if isinstance(within, BaseException) else fault.__cause__ or fault.__context__
        )
