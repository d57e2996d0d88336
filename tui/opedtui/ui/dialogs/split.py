"""Two actors out of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from ...model.changes import Change
from ...model.frozen import frozen
from ...model.records import Actor, Mention
from ...model.refs import Ref
from ...reading.changes.actors import split
from ...reading.changes.errors import ChangeError
from ...reading.changes.holders import Holders
from ...reading.library import Library
from ...render.visible import visible
from .choices import ChoiceRows, Choices
from .dialog import Dialog
from .drawing import record_row
from .entry import Entry
from .saying import Saying

LEAVES, STAYS = "[x]", "[ ]"


@frozen
class Part:
    """An alias of the actor with the mentions in its words, or a record that names it."""

    alias: str = ""
    times: int = 0
    ref: Ref | None = None

    @property
    def key(self) -> str:
        return str(self.ref) if self.ref else f"“{self.alias}"


class SplitDialog(Dialog):
    """Space says what leaves, Enter goes to the name, Enter there splits.

    `typed`: `name`, and `yes` for the key of each part that leaves.
    """

    title_words = "Split"
    keys = "Space leaves or stays  ⏎ name  ^s split  Esc"
    BINDINGS = [
        Binding("tab,shift+tab", "turn", "name"),
        Binding("ctrl+s", "split", "split"),
    ]

    def body(self) -> ComposeResult:
        yield Saying(id="old")
        yield Parts()
        yield Entry(self.typed.get("name", ""), "the name of the new actor")

    def begin(self) -> None:
        self._leaving = {key for key in self.typed if key != "name"}
        self._parts = tuple(parts_of(self.library, self.refs[0]))
        self.query_one("#old", Saying).text = record_row(
            self.library, self.palette, self.refs[0]
        ).append("\nWhat leaves?", self.palette.strong)
        parts = self.query_one(Parts)
        parts.rows = ChoiceRows(self._parts, self._row)
        parts.focus()

    def state(self) -> Mapping[str, str]:
        return {"name": self.query_one(Entry).value} | dict.fromkeys(self._leaving, "yes")

    def make(self) -> Change:
        leaving = [part for part in self._parts if part.key in self._leaving]
        if not leaving:
            raise ChangeError("nothing leaves; mark names or records with Space")
        return split(
            self.library,
            self.refs[0],
            self.query_one(Entry).value,
            self.now(),
            aliases=[part.alias for part in leaving if not part.ref],
            records=[part.ref for part in leaving if part.ref],
        )

    def _row(self, part: Part, width: int) -> Text:
        mark = LEAVES if part.key in self._leaving else STAYS
        row = Text(f"{mark} ", self.palette.strong)
        if part.ref:
            return row.append_text(record_row(self.library, self.palette, part.ref))
        times = f"  named so {part.times}×" if part.times else ""
        return row.append(visible(part.alias)).append(times, self.palette.dim)

    def mark(self) -> None:
        """The part under the cursor leaves, or stays after all."""
        parts = self.query_one(Parts)
        part = self._parts[parts.cursor]
        self._leaving ^= {part.key}
        entry = self.query_one(Entry)
        if part.alias and not entry.value:
            entry.write(part.alias)
        parts.refresh()

    @on(Choices.Chosen)
    def _to_name(self) -> None:
        self.query_one(Entry).focus()

    @on(Input.Submitted)
    def _named(self) -> None:
        self.finish()

    def action_turn(self) -> None:
        parts, entry = self.query_one(Parts), self.query_one(Entry)
        (entry if parts.has_focus else parts).focus()

    def action_split(self) -> None:
        self.finish()


class Parts(Choices, can_focus=True):
    """Has the keys while the reader marks."""

    BINDINGS = [
        Binding("j,down", "down"),
        Binding("k,up", "up"),
        Binding("g,home", "first"),
        Binding("G,end", "last"),
        Binding("pagedown", "page_down"),
        Binding("pageup", "page_up"),
        Binding("enter", "go"),
        Binding("space", "mark", "leaves or stays"),
    ]
    empty = "Nothing names this actor."

    def action_mark(self) -> None:
        screen = self.screen
        if isinstance(screen, SplitDialog) and len(self.rows):
            screen.mark()


def parts_of(library: Library, ref: Ref) -> Iterator[Part]:
    """Its aliases, then the mentions in other words and the records that name it."""
    actor = library[ref]
    assert isinstance(actor, Actor), "an actor is split"
    holders = list(Holders(library).of(ref))
    words = Counter(held.span.exact for held in holders if isinstance(held, Mention))
    aliases = dict.fromkeys(alias.text for alias in actor.aliases)
    yield from (Part(alias=text, times=words[text]) for text in aliases)
    for held in holders:
        if not (isinstance(held, Mention) and held.span.exact in aliases):
            yield Part(ref=held.ref)
