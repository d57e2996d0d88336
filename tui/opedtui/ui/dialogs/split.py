"""Two actors out of one."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from ...model.changes import Change
from ...reading.changes.actors import split
from .entry import Entry
from .parts import Part, Parts, PartsDialog, aliases_among, records_among
from .saying import Saying


class SplitDialog(PartsDialog):
    """What is marked goes to a new actor; Enter goes to its name, Enter there splits.

    `typed`: `name` too.
    """

    title_words = "Split"
    keys = "Space leaves or stays  ⏎ name  ^s split  Esc"
    own = ("name",)

    def body(self) -> ComposeResult:
        yield Saying(id="old")
        yield Parts()
        yield Entry(self.typed.get("name", ""), "the name of the new actor")

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    def state(self) -> Mapping[str, str]:
        return {"name": self.entry.value} | self.marks

    def make(self) -> Change:
        return split(
            self.library,
            self.refs[0],
            self.entry.value,
            self.now(),
            aliases=aliases_among(self.leaving),
            records=records_among(self.leaving),
        )

    def marked(self, part: Part) -> None:
        """The first name that leaves is likely to be its name."""
        if part.alias and not self.entry.value:
            self.entry.write(part.alias)

    @on(Input.Submitted)
    def _named(self) -> None:
        self.finish()
