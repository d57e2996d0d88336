"""What an actor is called and what names it, to be marked for leaving it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.message import Message

from ...model.frozen import frozen
from ...model.records import Actor, Mention
from ...model.refs import Ref
from ...reading.changes.errors import ChangeError
from ...reading.changes.holders import Holders
from ...reading.library import Library
from ...render.visible import visible
from .choices import ChoiceRows, Choices
from .dialog import Dialog
from .drawing import record_line, record_row
from .saying import Saying

if TYPE_CHECKING:
    from .entry import Entry

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

    class Marked(Message):
        """The part under the cursor leaves, or stays after all."""

    def action_mark(self) -> None:
        if len(self.rows):
            self.post_message(self.Marked())


class PartsDialog(Dialog):
    """Space says what leaves; Enter goes on, with the row under the cursor if none was marked.

    `typed`: `yes` for the key of each part that leaves, and what the dialog itself adds.
    """

    BINDINGS = [
        Binding("tab,shift+tab", "turn", "there and back"),
        Binding("ctrl+s", "finish", "save"),
    ]
    own: tuple[str, ...] = ()
    """The keys in `typed` that are no parts."""

    @property
    def entry(self) -> Entry:
        """Where it is typed who takes them."""
        raise NotImplementedError

    def begin(self) -> None:
        self._leaving = {key for key in self.typed if key not in self.own}
        self._parts = tuple(parts_of(self.library, self.refs[0]))
        old = record_line(self.library, self.palette, self.refs[0])
        self.query_one("#old", Saying).text = old.append("\nWhat leaves?", self.palette.strong)
        parts = self.query_one(Parts)
        parts.rows = ChoiceRows(self._parts, self._row)
        self.set_focus(parts)

    @property
    def leaving(self) -> Sequence[Part]:
        """Those that are marked; ChangeError if none is."""
        leaving = [part for part in self._parts if part.key in self._leaving]
        if not leaving:
            raise ChangeError("nothing leaves; mark names or records with Space")
        return leaving

    @property
    def marks(self) -> dict[str, str]:
        """As `typed` has them."""
        return dict.fromkeys(sorted(self._leaving), "yes")

    def marked(self, part: Part) -> None:
        """The part leaves, or stays after all."""

    def _row(self, part: Part, width: int) -> Text:
        mark = LEAVES if part.key in self._leaving else STAYS
        row = Text(f"{mark} ", self.palette.strong)
        if part.ref:
            return row.append_text(record_row(self.library, self.palette, part.ref))
        times = f"  named so {part.times}×" if part.times else ""
        return row.append(visible(part.alias)).append(times, self.palette.dim)

    @on(Parts.Marked)
    def _mark(self) -> None:
        parts = self.query_one(Parts)
        part = self._parts[parts.cursor]
        self._leaving ^= {part.key}
        self.marked(part)
        parts.refresh()

    @on(Choices.Chosen)
    def _go_on(self) -> None:
        if not self._leaving:
            self._mark()
        self.set_focus(self.entry)

    def action_turn(self) -> None:
        parts = self.query_one(Parts)
        self.set_focus(self.entry if parts.has_focus else parts)

    def action_finish(self) -> None:
        self.finish()


def aliases_among(parts: Sequence[Part]) -> list[str]:
    return [part.alias for part in parts if not part.ref]


def records_among(parts: Sequence[Part]) -> list[Ref]:
    return [part.ref for part in parts if part.ref]


def parts_of(library: Library, ref: Ref) -> Iterator[Part]:
    """Its aliases, then the mentions in other words and the records that name it."""
    actor = library[ref]
    assert isinstance(actor, Actor), "an actor is called something"
    holders = list(Holders(library).of(ref))
    words = Counter(held.span.exact for held in holders if isinstance(held, Mention))
    aliases = dict.fromkeys(alias.text for alias in actor.aliases)
    yield from (Part(alias=text, times=words[text]) for text in aliases)
    for held in holders:
        if not (isinstance(held, Mention) and held.span.exact in aliases):
            yield Part(ref=held.ref)
