"""A disk that fails at one step, or from one step on; or a program that ends right there."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

STEPS = ("open", "pread", "write", "fsync", "ftruncate", "fchmod", "replace", "unlink")
"""The calls by which a store is read and written."""

Call = Callable[..., Any]
Fault = Callable[[Call, tuple[Any, ...]], Any]


def refusing(errno: int) -> Fault:
    """The step is not made."""

    def refuse(call: Call, arguments: tuple[Any, ...]) -> Any:
        raise OSError(errno, os.strerror(errno))

    return refuse


def half_writing(errno: int) -> Fault:
    """Half of what is to be written is, and then no more."""

    def write_half(call: Call, arguments: tuple[Any, ...]) -> Any:
        if call.__name__ == "write":
            call(arguments[0], arguments[1][: len(arguments[1]) // 2])
        raise OSError(errno, os.strerror(errno))

    return write_half


def dying_before(call: Call, arguments: tuple[Any, ...]) -> Any:
    """The step is never made."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying_after(call: Call, arguments: tuple[Any, ...]) -> Any:
    """The step is the last one."""
    try:
        call(*arguments)
    finally:
        os.kill(os.getpid(), signal.SIGKILL)


def dying_within(call: Call, arguments: tuple[Any, ...]) -> Any:
    """Half of what is to be written is the last thing that happens."""
    if call.__name__ == "write":
        call(arguments[0], arguments[1][: len(arguments[1]) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


DEATHS = {"before": dying_before, "after": dying_after, "within": dying_within}


@dataclass
class Steps:
    """The steps that were made, and the one at which something happens."""

    fault: Fault
    at: int
    for_good: bool = False
    """Whether what has failed once goes on failing."""
    made: list[str] = field(default_factory=list)

    def make(self, name: str, call: Call, *arguments: Any, **more: Any) -> Any:
        self.made.append(name)
        step = len(self.made) - 1
        if step == self.at or (self.for_good and step > self.at):
            return self.fault(call, arguments)
        return call(*arguments, **more)


@contextmanager
def faulty(fault: Fault, at: int, for_good: bool = False) -> Iterator[Steps]:
    """Let the step with this number go wrong; no step has the number -1."""
    steps = Steps(fault, at, for_good)
    with ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch.object(os, name, _watched(steps, name)))
        yield steps


def _watched(steps: Steps, name: str) -> Call:
    call = getattr(os, name)
    return lambda *arguments, **more: steps.make(name, call, *arguments, **more)
