"""Work that is waited for no longer than a reader would."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


NAME = "asking a model"
"""Of a thread."""


class Late(Exception):
    """The time was over first."""


class Patience:
    """How long may be waited for all that is asked."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """In seconds; 0 when it is over."""
        return max(0.0, self._end - time.monotonic())

    def within(self, work: Callable[[], T], stop: Callable[[], None] = lambda: None) -> T:
        """What the work comes to; Late if it takes too long. `stop` is called in any case.

        The work has a thread of its own: no time-out of a socket covers a name that is not found,
        or a server that sends a byte a second.
        """
        task = _Task(work)
        try:
            return task.result(self.left)
        finally:
            stop()


class _Task(Generic[T]):
    """Something being done."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._is_over = Event()
        self._results: list[T] = []
        self._errors: list[Exception] = []
        Thread(target=self._run, name=NAME, daemon=True).start()

    def _run(self) -> None:
        try:
            self._results.append(self._work())
        except Exception as error:  # raised again where the result is asked for
            self._errors.append(error)
        finally:
            self._is_over.set()

    def result(self, seconds: float) -> T:
        if not self._is_over.wait(seconds):
            raise Late
        for error in self._errors:
            raise error
        return self._results[0]
