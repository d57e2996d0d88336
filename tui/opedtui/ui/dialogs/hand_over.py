"""Names, mentions and records of one actor given to another that is there."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from ...model.changes import Change
from ...model.refs import Ref
from ...reading.changes.actors import hand_over
from ...reading.changes.errors import ChangeError
from ...reading.finding import Finder
from .drawing import record_row
from .entry import Entry
from .parts import Parts, PartsDialog, aliases_among, records_among
from .picker import Picker
from .saying import Saying


class HandOverDialog(PartsDialog):
    """What is marked goes to the actor chosen; Enter goes to the choice, Enter there saves.

    `typed`: `heir` too, the letters (or the ref) by which it is found.
    """

    title_words = "Hand over"
    keys = "Space leaves or stays  ⏎ to whom  ^s save  Esc"
    own = ("heir",)

    def body(self) -> ComposeResult:
        yield Saying(id="old")
        yield Parts()
        actors = (actor.ref for actor in self.library.actors if actor.ref != self.refs[0])
        find = Finder(self.library, actors).find
        yield Picker(find, self._heir, self.typed.get("heir", ""), "which actor takes them")

    @property
    def entry(self) -> Entry:
        return self.query_one(Picker).entry

    def state(self) -> Mapping[str, str]:
        heir = self.query_one(Picker).chosen
        return ({"heir": str(heir)} if heir else {}) | self.marks

    def make(self) -> Change:
        heir = self.query_one(Picker).chosen
        if heir is None:
            raise ChangeError("no actor fits what is typed; type other letters")
        return hand_over(
            self.library,
            self.refs[0],
            heir,
            self.now(),
            aliases=aliases_among(self.leaving),
            records=records_among(self.leaving),
        )

    @on(Picker.Chosen)
    def _chosen(self) -> None:
        self.finish()

    def _heir(self, ref: Ref, width: int) -> Text:
        return record_row(self.library, self.palette, ref)
