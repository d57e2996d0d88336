"""The library: every document, in the order one likes, found by a few letters."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.progress import Progress
from ...reading.shelf import ORDERS, Shelved, arranged, shelved
from ...render.shelf import ShelfRows, shelf_head
from ..bindings import ScreenKey, keys_line, screen_bindings
from ..dialogs.dialog import Dialog
from ..dialogs.entry import Entry
from ..messages import Go
from ..saving import Saver
from ..whole import WholeModal
from ..widgets.line import LineWidget
from ..widgets.virtual_list import VirtualList
from .changing import Step
from .editing import NOT_IN_A_PAGE, Editing

KEYS = (
    ScreenKey("", "", "open", "⏎"),
    ScreenKey("escape", "back_out", "close", "Esc"),
    ScreenKey("f,slash", "find", "find", "f"),
    ScreenKey("s", "order", "order", "s"),
    ScreenKey("e", "edit", "edit", "e"),
    ScreenKey("x,delete", "remove", "remove", "x"),
    ScreenKey("u", "undo", "undo", "u"),
    ScreenKey("R", "replace", "replace text", "R"),
    ScreenKey("U,ctrl+r", "redo", "redo"),
    ScreenKey("q,d,backspace", "dismiss(None)", "close"),
    ScreenKey("down", "move(1)", "down"),
    ScreenKey("up", "move(-1)", "up"),
)
"""Enter is the list's own."""

NONE_YET = "No documents yet; opedtui add FILE brings one in"
NONE_FITS = "No document fits; Esc shows all again"


class ShelfList(VirtualList):
    """The documents that fit what is typed."""

    empty = NONE_YET

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)


class ShelfHead(LineWidget):
    """What the columns hold."""

    def line(self, width: int) -> Text:
        # The list has a cell for its scrollbar.
        return shelf_head(width - 1, self.palette)


class ShelfKeys(LineWidget):
    """What may be done."""

    DEFAULT_CSS = "ShelfKeys { background: $panel; }"

    said: var[str] = var("")

    def watch_said(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        line = Text(f" {self.said}   ", self.palette.strong)
        return line.append_text(keys_line(KEYS, self.palette))


class ShelfScreen(WholeModal[Ref | None]):
    """Changes through the reading screen, which saves; is dismissed with what is to be read."""

    DEFAULT_CSS = """
    ShelfScreen { background: $background; }
    ShelfScreen #shelf { height: 1fr; }
    ShelfScreen Entry { display: none; }
    ShelfScreen.-finding Entry { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(KEYS)

    def __init__(self, reader: Editing, progress: Progress, doc: Ref | None) -> None:
        super().__init__()
        self._reader = reader
        self._progress = progress
        self._doc = doc
        self._order = next(iter(ORDERS))
        self._every: tuple[Shelved, ...] = ()
        """All documents as they are now; what is typed or ordered does not change them."""

    def compose(self) -> ComposeResult:
        palette = self._reader.palette
        with Vertical(id="shelf", classes="frame -active") as frame:
            frame.border_title = "Library"
            yield Entry("", "words of the title, author, outlet, date or tags")
            head, rows = ShelfHead(), ShelfList()
            head.palette = rows.palette = palette
            yield head
            yield rows
        keys = ShelfKeys()
        keys.palette = palette
        yield keys

    def on_mount(self) -> None:
        self.watch(self._reader, "library", self._follow, init=False)
        self._follow(self._reader.library)
        self.query_one(ShelfList).focus()

    def _follow(self, library: Library) -> None:
        self._every = shelved(library, self._progress)
        self._fill()

    @property
    def _at_hand(self) -> Ref | None:
        rows = self.query_one(ShelfList)
        return rows.rows.ref(rows.cursor) if rows.cursor < len(rows.rows) else None

    @on(Input.Changed)
    def _fill(self) -> None:
        """As it is now; the cursor stays on its document."""
        rows, here = self.query_one(ShelfList), self._at_hand or self._doc
        words = self.query_one(Entry).value
        found = arranged(self._every, self._order, words)
        rows.empty = NONE_FITS if self._every else NONE_YET
        rows.rows = ShelfRows(found, self._reader.palette)
        refs = [one.ref for one in found]
        rows.cursor = refs.index(here) if here in refs else 0
        number = len(self._every)
        fitting = f"{len(found)} of {number}" if words.strip() else str(number)
        self.query_one(ShelfKeys).said = f"{fitting}, by {self._order}"

    @on(Go)
    def _open(self, event: Go) -> None:
        self.dismiss(event.ref)

    @on(Input.Submitted)
    def _found(self) -> None:
        """What was typed stays; keys are for the list again."""
        self.query_one(ShelfList).focus()

    def action_find(self) -> None:
        self.add_class("-finding")
        self.query_one(Entry).focus()

    def action_back_out(self) -> None:
        """Out of what is typed first."""
        if self.has_class("-finding"):
            self.query_one(Entry).write("")
            self.remove_class("-finding")
            self.query_one(ShelfList).focus()
        else:
            self.dismiss(None)

    def action_move(self, by: int) -> None:
        """While words are typed; the list has the keys else."""
        rows = self.query_one(ShelfList)
        rows.cursor = min(max(0, rows.cursor + by), max(0, len(rows.rows) - 1))

    def action_order(self) -> None:
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._fill()

    # Changes are those of the reading screen.

    def action_edit(self) -> None:
        from ..dialogs.edit import EditDialog

        self._change_in(EditDialog)

    def action_replace(self) -> None:
        if self._reader.app.is_web:
            self._reader.say(NOT_IN_A_PAGE)
            return
        from ..dialogs.replace import ReplaceDialog

        self._change_in(ReplaceDialog)

    def action_remove(self) -> None:
        from ..dialogs.remove import RemoveDialog

        self._change_in(RemoveDialog)

    @work(exit_on_error=False)
    async def _change_in(self, kind: type[Dialog]) -> None:
        await self._reader.change_in(kind, self._at_hand)

    def action_undo(self) -> None:
        self._retrace(Saver.undo, "Taken back: {}; U does it again")

    def action_redo(self) -> None:
        self._retrace(Saver.redo, "Done again: {}; u takes it back")

    @work(exit_on_error=False)
    async def _retrace(self, step: Step, said: str) -> None:
        await self._reader.take(step, said)
