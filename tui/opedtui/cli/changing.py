"""Changing a store: the change is made, saved, brought into `db.json`, and told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..model.changes import Change, Edit
from ..model.frozen import frozen
from ..model.records import Record
from ..model.refs import Ref
from ..reading.library import Library
from ..render.labels import label
from ..render.visible import visible
from ..store.errors import Conflict, StoreError
from ..store.store import Store
from .opened import Opened, open_store
from .output import give
from .request import Request
from .streams import tell

if TYPE_CHECKING:
    from rich.console import Group

    from ..render.palette import Palette

TRIES = 5

Make = Callable[[Opened], Change]
"""What is to be changed in this store, as it is now."""


@frozen
class Done:
    """A change that was made: what it is called, and what became of which record."""

    change: Change
    title: str
    """The label, and before it what was done with the change: “undo: …”."""

    @classmethod
    def of(cls, change: Change, how: str = "") -> Done:
        """`how`: what was done, if it is not the change itself."""
        return cls(change, f"{how}: {change.label}" if how else change.label)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """`c12`, what became of it, and what it is called."""
        return [(str(edit.ref), _fate(edit), _name(edit)) for edit in _by_ref(self.change.edits)]

    def lines(self) -> Iterator[str]:
        """The title, and a tab-separated line for each record."""
        yield visible(self.title if self.change.edits else f"nothing to do: {self.title}")
        for row in self.rows:
            yield "\t".join(row)

    def drawn(self, palette: Palette, width: int) -> Group:
        """The same in columns."""
        from rich.console import Group
        from rich.table import Table
        from rich.text import Text

        title, *_ = self.lines()
        table = Table.grid(padding=(0, 2))
        for ref, fate, name in self.rows:
            table.add_row(Text(ref, palette.strong), Text(fate, palette.dim), Text(name))
        return Group(Text(title), *([table] if self.rows else ()))

    def data(self) -> dict[str, Any]:
        """The refs by what became of the records."""
        fates: dict[str, list[str]] = {"added": [], "changed": [], "deleted": []}
        for ref, fate, _ in self.rows:
            fates[fate].append(ref)
        return {"label": self.title} | fates


def followed(change: Change, *later: Change) -> Change:
    """One change of several that follow each other, under the name of the first."""
    edits = (edit for one in (change, *later) for edit in one.edits)
    return Change(change.label, tuple(_by_ref(edits)))


def _by_ref(edits_in_order: Iterable[Edit]) -> list[Edit]:
    """Each record before and after the whole of it."""
    edits: dict[Ref, Edit] = {}
    for edit in edits_in_order:
        first = edits.get(edit.ref)
        edits[edit.ref] = replace(first, after=edit.after) if first else edit
    return list(edits.values())


def _fate(edit: Edit) -> str:
    if edit.after is None:
        return "deleted"
    return "changed" if edit.before else "added"


def _name(edit: Edit) -> str:
    record = edit.after or edit.before
    assert record, "an edit is of a record"
    return label(Library([record]), record.ref)


def now() -> str:
    """For the stamps of what is made or changed."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def change_and_tell(request: Request, make: Make) -> int:
    """All of it, for a command that makes one change."""
    opened = open_store(request)
    tell_done(request, Done.of(save(opened, make)))
    return 0


def tell_done(request: Request, done: Done) -> None:
    """What was done, in the form that is wanted."""
    give(request.as_json, data=done.data, shown=lambda: done)


def save(opened: Opened, make: Make) -> Change:
    """The change made, saved and in `db.json`. Conflict, with both versions, if it does not fit."""
    change = save_only(opened, make)
    settle(opened.store)
    return change


def save_only(opened: Opened, make: Make) -> Change:
    """The change made and saved; for one of many, which are brought into `db.json` together.

    A number that another program took meanwhile is no conflict: the next one is as good.
    """
    for left in reversed(range(TRIES)):
        change = make(opened)
        if not change.edits:
            break
        try:
            with told_whole():
                opened.store.save(change)
            break
        except Conflict as error:
            if error.mine.before or not left:
                raise
            opened = opened.again()
    return change


def settle(store: Store) -> None:
    """Bring `db.json` up to date, for those who read it without us; say so if that fails."""
    try:
        for _ in range(TRIES):
            if not store.pending or store.fold():
                break
    except StoreError as error:
        tell(str(error))
    for notice in store.notices:
        tell(notice)
    store.notices.clear()


@contextmanager
def told_whole() -> Iterator[None]:
    """A conflict is told with both versions behind the line that says so."""
    try:
        yield
    except Conflict as error:
        error.add_note(f"yours: {_stored(error.mine.after)}")
        error.add_note(f"theirs: {_stored(error.theirs)}")
        raise


def _stored(record: Record | None) -> str:
    return json.dumps(record.to_dict(), ensure_ascii=False) if record else "deleted"
