"""A program that edits a store without pause, and says after each edit what it was told.

    python -m tests.store.editing

For each line of its input it forks a child that edits as it says there, and says `over` when
that has ended, however.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.model.refs import Kind
from opedtui.store.contents import Contents
from opedtui.store.errors import Conflict, NothingLeft
from opedtui.store.store import Store
from tests.making import a_claim
from tests.store.faults import DEATHS, faulty
from tests.store.session import Session

Records = dict[str, str]
"""The texts of the claims, by ref."""


WRITE = os.write
"""Before any fault is put in its place."""


def say(**words: object) -> None:
    """In one piece, whenever the program may be killed."""
    WRITE(1, json.dumps(words).encode() + b"\n")


def texts(contents: Contents) -> Records:
    return {str(r.ref): r.text for r in contents.records if isinstance(r, Claim)}


def told(change: Change) -> dict[str, str | None]:
    """The texts that the change leaves, None where it leaves no record."""
    return {str(e.ref): e.after.text if isinstance(e.after, Claim) else None for e in change.edits}


def after(records: Records, did: Mapping[str, str | None]) -> Records:
    """The texts after an edit."""
    return {ref: text for ref, text in ({**records, **did}).items() if text is not None}


class Editor:
    """One who adds, rewords, removes, takes back, does again, and folds, by chance."""

    def __init__(self, path: Path, seed: str, compacts: bool) -> None:
        self.compacts = compacts
        self.chance = Random(seed)
        self.store = Store(path)
        self.contents = self.store.load()
        self.claims = {c.ref: c for c in self.contents.records if isinstance(c, Claim)}
        self.seed, self.count = seed, 0

    def step(self) -> None:
        """Edit once, and say what was acknowledged."""
        news = self.store.news()
        for change in news if isinstance(news, tuple) else ():
            self.apply(change)
        if isinstance(news, Contents):
            self.claims = {c.ref: c for c in news.records if isinstance(c, Claim)}
        ways = [self.add, self.reword, self.reword, self.reword, self.remove, self.undo, self.redo]
        try:
            change = self.chance.choice(ways)()
        except (Conflict, NothingLeft):
            return
        self.apply(change)
        say(did=told(change))
        if self.chance.random() < 0.3:
            self.store.fold()
        if self.compacts and self.chance.random() < 0.01:
            self.store.compact(keep=5)

    def apply(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Claim):
                self.claims[edit.ref] = edit.after
            else:
                self.claims.pop(edit.ref, None)

    def add(self) -> Change:
        claim = a_claim(self.store.free_ref(Kind.CLAIM).number, text=self.words())
        return self.save(Edit(None, claim))

    def reword(self) -> Change:
        if not self.claims:
            return self.add()
        claims = self.chance.sample(list(self.claims.values()), min(len(self.claims), 2))
        return self.save(*(Edit(claim, replace(claim, text=self.words())) for claim in claims))

    def remove(self) -> Change:
        if len(self.claims) < 5:
            return self.add()
        return self.save(Edit(self.chance.choice(list(self.claims.values())), None))

    def undo(self) -> Change:
        return self.store.undo()

    def redo(self) -> Change:
        return self.store.redo()

    def save(self, *edits: Edit) -> Change:
        change = Change("edit", edits)
        self.store.save(change)
        return change

    def words(self) -> str:
        """Never the same twice, and as often longer as shorter."""
        self.count += 1
        return f"{self.seed}-{self.count} " + "word " * self.chance.randrange(200)


def edit_by_chance(path: str, seed: str, steps: int, compacts: bool = True) -> None:
    """Until that is done, or until somebody ends it."""
    editor = Editor(Path(path), seed, compacts)
    for _ in range(steps):
        editor.step()


def edit_and_die(path: str, death: str, at: int) -> None:
    """Work until it is time to die; say how many steps that were, when it never was."""
    with faulty(DEATHS[death], at) as steps:
        session = Session.on(Path(path), lambda change: say(did=told(change)))
        session.work()
    say(steps=len(steps.made))


WAYS: dict[str, Callable[..., None]] = {"by chance": edit_by_chance, "and die": edit_and_die}


def in_a_child(run: Callable[..., None], *arguments: object) -> None:
    """Run in a fork, which costs less than a start of Python, until it ends or is killed."""
    child = os.fork()
    if not child:
        say(pid=os.getpid())
        run(*arguments)
        os._exit(0)
    os.waitpid(child, 0)
    say(over=True)


if __name__ == "__main__":
    # What is loaded here need not be loaded by every child.
    import filelock  # noqa: F401

    for line in sys.stdin:
        way, *arguments = json.loads(line)
        in_a_child(WAYS[way], *arguments)
