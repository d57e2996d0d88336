"""One actor out of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from ...model.changes import Change
from ...model.refs import Kind, Ref
from ...reading.changes.actors import merge
from ...reading.changes.errors import ChangeError
from ...reading.changes.holders import Holders
from ...reading.changes.named import counted
from ...reading.finding import Finder
from ...reading.library import Library
from ...render.labels import label
from .dialog import Dialog
from .drawing import record_row
from .picker import Picker
from .saying import Saying


class MergeDialog(Dialog):
    """The actor given goes; the one chosen stays, and takes over all that named it.

    `typed`: `kept`, the letters (or the ref) by which it is found.
    """

    title_words = "Merge"
    keys = "⏎ merge   Esc leave"

    def body(self) -> ComposeResult:
        yield Saying(id="gone")
        actors = (actor.ref for actor in self.library.actors if actor.ref != self.refs[0])
        find = Finder(self.library, actors).find
        yield Picker(find, self._row, self.typed.get("kept", ""), "which actor stays")

    def begin(self) -> None:
        gone = self.refs[0]
        self._moving = moving(self.library, gone)
        self.query_one("#gone", Saying).text = Text.assemble(
            (f"{gone} ", self.palette.of(gone.kind)),
            label(self.library, gone),
            (" is merged into …", self.palette.strong),
        )
        self._tell()

    def state(self) -> Mapping[str, str]:
        kept = self.query_one(Picker).chosen
        return {"kept": str(kept)} if kept else {}

    def make(self) -> Change:
        kept = self.query_one(Picker).chosen
        if kept is None:
            raise ChangeError("no actor fits what is typed; type other letters")
        self.onward = kept
        return merge(self.library, self.refs[0], kept, self.now())

    @on(Picker.Moved)
    @on(Picker.Typed)
    def _tell(self) -> None:
        """What becomes of it, before it is done."""
        kept = self.query_one(Picker).chosen
        told = f"{self._moving} → {label(self.library, kept)}" if kept else ""
        self.say(Text(told, self.palette.dim))

    @on(Picker.Chosen)
    def _merge(self) -> None:
        self.finish()

    def _row(self, ref: Ref, width: int) -> Text:
        return record_row(self.library, self.palette, ref)


def moving(library: Library, actor: Ref) -> str:
    """What names an actor, counted: `3 mentions, 1 claim`."""
    kinds = Counter(record.ref.kind for record in Holders(library).of(actor))
    told = [counted(kinds[kind], kind.word) for kind in Kind if kinds[kind]]
    return ", ".join(told) or "nothing but its names"
