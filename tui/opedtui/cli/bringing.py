"""Bringing many sources in: what they are, on every core, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..drafting.bringing import Brought, Source, Wish, bring
from .request import UsageError
from .streams import PIPE, PIPED, is_terminal, piped

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = 8
"""Sources from which a second process is worth the 150 ms that it takes to start."""
SOME_FAILED = 1
NONE_CAME = 2


def sources(words: Sequence[str], *, pastes: bool = False) -> list[Source]:
    """Files and addresses as they are given; of a folder every file that can be read.

    `pastes`: what is in the clipboard too. UsageError if there is nothing.
    """
    found = [source for word in words for source in _sources(word)]
    if pastes:
        from .pasting import CLIPBOARD, pasted

        found.append(Source(CLIPBOARD, pasted()))
    if not found:
        raise UsageError("nothing is given to read; name a file, a folder, an address, or -")
    return found


def brought_all(
    found: Sequence[Source], wish: Wish, known: Container[str] = frozenset()
) -> Iterator[Brought]:
    """What comes of each source, in their order; `known`: sums of texts that need no draft."""
    work = partial(bring, wish=wish, known=known)
    is_alone = len(found) < MANY or bool(wish.model)
    with _progress(len(found)) as step:
        for brought in map(work, found) if is_alone else _in_processes(work, found):
            step()
            yield brought


def status_of(faults: Iterable[str]) -> int:
    """0 when all came in, 1 when some did, 2 when none did; `faults`: of each source, or empty."""
    failed = [bool(fault) for fault in faults]
    return (NONE_CAME if all(failed) else SOME_FAILED) if any(failed) else 0


def _sources(word: str) -> Iterator[Source]:
    if word == PIPE:
        yield Source(PIPED, piped())
    elif "://" not in word and Path(word).expanduser().is_dir():
        yield from _files_in(word)
    else:
        yield Source(word)


def _files_in(folder: str) -> Iterator[Source]:
    from ..drafting.documents import sources_in

    found = sources_in(Path(folder).expanduser())
    if not found:
        raise UsageError(f"{folder} holds no text, page or document; name another folder")
    return (Source(str(path)) for path in found)


def _in_processes(work: Callable[[Source], Brought], found: Sequence[Source]) -> Iterator[Brought]:
    """On every core; whoever stops listening stops them all."""
    # 30 ms that a single text need not wait for.
    from multiprocessing import get_context

    with get_context("spawn").Pool(initializer=_let_the_parent_hear) as pool:
        yield from pool.imap(work, found)


def _let_the_parent_hear() -> None:
    """^C goes to all processes of a terminal; one line about it is enough."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar with the time that is left, where somebody watches and there is something to see."""
    if total < MANY or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    columns = (MofNCompleteColumn(), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
