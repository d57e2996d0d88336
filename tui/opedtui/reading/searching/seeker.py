"""Searching off the screen's thread: the newest question first, the index when nobody asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread
from typing import NamedTuple

from ...model.refs import Ref
from ..library import Library
from .index import Answer, Index
from .query import Query

AGAIN = 25
"""Pieces of the index after which a question that waits for all of it is answered again."""


class Asked(NamedTuple):
    """A question, and where its reader is."""

    query: Query
    here: Ref | None = None


class Seeker:
    """Owns the index and its thread, which begins with the first question."""

    def __init__(self, library: Library, tell: Callable[[Asked, Answer], None]) -> None:
        """`tell` is called on the other thread, for the newest question only."""
        self._library = library
        self._tell = tell
        self._wake = Condition()
        self._asked: Asked | None = None
        self._has_ended = False
        self._thread: Thread | None = None

    def ask(self, query: Query, here: Ref | None = None) -> None:
        with self._wake:
            self._asked = Asked(query, here)
            self._wake.notify()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="searching", daemon=True)
            self._thread.start()

    def follow(self, library: Library) -> None:
        """Other records exist."""
        with self._wake:
            self._library = library
            self._wake.notify()

    def end(self) -> None:
        with self._wake:
            self._has_ended = True
            self._wake.notify()

    def _run(self) -> None:
        library = self._library
        index = Index(library)
        answered: Asked | None = None
        pieces = 0
        while not self._has_ended:
            asked, newest = self._asked, self._library
            if newest is not library:
                index.update(newest)
                library, answered = newest, None
            elif asked is not None and (asked is not answered or pieces >= AGAIN):
                self._tell(asked, index.find(*asked))
                answered, pieces = asked, 0
            elif index.go_on():
                pieces += 1
            elif pieces:
                pieces = AGAIN if asked else 0
            else:
                self._sleep(answered, library)
        index.close()

    def _sleep(self, answered: Asked | None, library: Library) -> None:
        """Until something is new."""
        with self._wake:
            self._wake.wait_for(
                lambda: (
                    self._has_ended or self._asked is not answered or self._library is not library
                )
            )
