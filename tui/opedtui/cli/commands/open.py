"""`opedtui open db.json#c12`, or without a word more, `opedtui`"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace

from ...errors import OpedError
from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import first_place, place_of
from ...reading.session import LISTED_KINDS, Session
from ...render.visible import visible
from ...store.locate import locate_store
from ...store.store import Store
from ..opened import Opened
from ..request import Request
from ..streams import is_terminal, tell


class NoScreen(OpedError):
    """There is nowhere to draw."""


def run(request: Request) -> int:
    """Open the app where the reader left it, or at a record."""
    if not has_screen():
        raise _no_screen(request)
    opened = Opened.of(request)
    if request.ref:
        opened.record(request.ref)
    return _run_app(opened, request.ref)


def has_screen() -> bool:
    """Whether keys can be read and a screen be drawn; Textual draws on stderr."""
    streams = sys.stdin, sys.stdout, sys.stderr
    return all(map(is_terminal, streams)) and os.environ.get("TERM", "dumb") not in ("", "dumb")


def _no_screen(request: Request) -> OpedError:
    """A store that cannot be read is the greater trouble, and told first; none is made."""
    found = locate_store(request.store)
    if not found.is_to_be_made:
        Store(found.path).load()
    return NoScreen("the reading screen needs a terminal; opedtui list claims prints to a pipe")


def _run_app(opened: Opened, ref: Ref | None) -> int:
    # There is no garbage in what is imported, and looking for it delays the first screen;
    # the app turns collection on again once that is up.
    gc.disable()
    from ...ui.app import OpedApp
    from ...ui.endings import run_to_the_end
    from ...ui.session_file import load_session

    path = opened.found.path
    session = load_session(path)
    if ref:
        session = session_at(opened.library, ref, session)
    notice = "\n".join(visible(told) for told in _told(opened) if told)
    app = OpedApp(opened.library, session, path, notice, opened.store)
    status, said = run_to_the_end(app)
    tell(said)
    return status


def _told(opened: Opened) -> tuple[str, ...]:
    return (opened.origin, *opened.notices, opened.omission)


def session_at(library: Library, ref: Ref, session: Session) -> Session:
    """The session, with the reader at this record and the record in its list."""
    first = first_place(library)
    if first is None:
        return session
    place = place_of(library, ref, first)
    session = replace(session, place=place, top=place.start)
    if ref.kind in LISTED_KINDS:
        return replace(session, list=ref.kind.table, pane=ref.kind.table)
    return session
