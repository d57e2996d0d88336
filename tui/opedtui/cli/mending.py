"""Mending a store: the spans whose words have moved, and what documents say of their texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..model.changes import Change
from ..model.frozen import frozen
from ..reading.changes.texts import orphans, reanchor
from ..reading.library import Library
from ..store.repair import repair, restate
from .changing import Done, followed, now, settle, told_whole
from .opened import Opened


@frozen
class Mended:
    """What was mended, in one change, and the copy of what was before."""

    done: Done
    copy: Path

    def data(self) -> dict[str, Any]:
        """For other programs."""
        return self.done.data() | {"copy": str(self.copy)}


def mend(opened: Opened) -> Mended | None:
    """Mend what needs no reader to decide; None when there is nothing of that kind."""
    with told_whole():
        repaired = repair(opened.store, followed(*_mending(opened.library)))
    settle(opened.store)
    return Mended(Done.of(repaired.change), repaired.copy) if repaired else None


def _mending(library: Library) -> Iterator[Change]:
    """Document by document, each in view of what was mended before."""
    change = restate(library.documents, now())
    yield change
    for document in library.documents:
        library = library.apply(change)
        lost = orphans(library, document.ref)
        change = reanchor(library, document.ref, now()).change if lost else Change("", ())
        yield change
