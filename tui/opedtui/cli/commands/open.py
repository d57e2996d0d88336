"""`opedtui open db.json#c12`, or without a word more, `opedtui`"""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from ...errors import OpedError
from ..request import Request
from ..streams import is_terminal, tell

if TYPE_CHECKING:
    from ...ui.app import Reading

# The store and what reads it are loaded when the first screen has been painted.


class NoScreen(OpedError):
    """There is nowhere to draw."""


def run(request: Request) -> int:
    """Open the app where the reader left it, or at a record."""
    if not has_screen():
        raise _no_screen(request)
    # There is no garbage in what is imported, and looking for it delays the first screen;
    # the app turns collection on again once that is up.
    gc.disable()
    from ...ui.app import OpedApp
    from ...ui.endings import run_to_the_end

    app = OpedApp(partial(_reading, request))
    status, said = run_to_the_end(app)
    if app.refusal:
        raise app.refusal
    tell(said)
    return status


def has_screen() -> bool:
    """Whether keys can be read and a screen be drawn; Textual draws on stderr.

    Another driver, as that of a web page, needs no terminal.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    streams = sys.stdin, sys.stdout, sys.stderr
    return all(map(is_terminal, streams)) and os.environ.get("TERM", "dumb") not in ("", "dumb")


def _no_screen(request: Request) -> OpedError:
    """A store that cannot be read is the greater trouble, and told first; none is made."""
    from ...store.locate import locate_store
    from ...store.store import Store

    found = locate_store(request.store)
    if not found.is_to_be_made:
        Store(found.path).load()
    return NoScreen("the reading screen needs a terminal; opedtui list claims prints to a pipe")


def _reading(request: Request) -> Reading:
    """What the app is to show; OpedError when there is no such store or record."""
    from ...render.visible import visible
    from ...ui.app import Reading
    from ...ui.progress_file import load_progress
    from ...ui.session_file import load_session
    from ..opened import Opened

    opened = Opened.of(request)
    path, library = opened.found.path, opened.library
    session = load_session(path)
    if request.ref:
        opened.record(request.ref)
        session = session.at(library, request.ref)
    told = (opened.origin, *opened.notices, opened.omission)
    notice = "\n".join(visible(line) for line in told if line)
    return Reading(library, session, path, notice, opened.store, load_progress(path))
