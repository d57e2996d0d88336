"""The marks, and going to one by its letter."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from ...reading.library import Library
from ...reading.marks import Mark, Marks, found, is_letter
from ...reading.places import Place
from ...render.palette import Palette
from ...render.steps import last_row, mark_row
from ..dialogs.choices import ChoiceRows
from ..whole import WholeModal
from ..widgets.virtual_list import VirtualList


class Choice(NamedTuple):
    """A mark, or the place before the last jump; what becomes of it, and where it is."""

    mark: Mark | None
    place: Place | None
    is_dropped: bool = False


class MarksList(VirtualList):
    """Letters choose, so that only the arrows move."""

    BINDINGS = [
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "go", show=False),
    ]

    empty = "No marks yet: m and a letter set one."

    class Chosen(Message):
        """The row under the cursor is the one."""

    def _move_to(self, index: int) -> None:
        self.cursor = min(max(index, 0), max(0, len(self.rows) - 1))

    def action_go(self) -> None:
        if len(self.rows):
            self.post_message(self.Chosen())


class MarksScreen(WholeModal[Choice | None]):
    """Those of the document and of the store; is dismissed with what to go to, or to drop."""

    DEFAULT_CSS = "MarksScreen .dialog { height: auto; max-height: 80%; min-height: 5; }"
    AUTO_FOCUS = "MarksList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "dismiss(None)", "close"),
        Binding("delete,hyphen,minus", "drop", "delete the mark"),
    ]

    def __init__(
        self, library: Library, palette: Palette, marks: Marks, here: Place, last: Place | None
    ) -> None:
        super().__init__()
        self._library = library
        self._palette = palette
        last_choice = [Choice(None, last)] if last else []
        listed = (Choice(mark, found(library, mark)) for mark in marks.listed(here.doc))
        self._choices = [*last_choice, *listed]

    def compose(self) -> ComposeResult:
        rows = MarksList(classes="dialog")
        rows.border_title = "Marks"
        rows.border_subtitle = "letter or ⏎ goes there · ' the last place · - deletes · Esc"
        yield rows

    def on_mount(self) -> None:
        rows = self.query_one(MarksList)
        rows.palette = self._palette
        rows.rows = ChoiceRows(self._choices, self._draw)
        rows.styles.height = max(1, len(self._choices)) + 2

    def _draw(self, choice: Choice, width: int) -> Text:
        if choice.mark:
            return mark_row(self._library, self._palette, choice.mark, choice.place)
        assert choice.place, "the last place is one"
        return last_row(self._library, self._palette, choice.place)

    def on_key(self, event: events.Key) -> None:
        """A letter goes to its mark; one that none has is told by who opened this."""
        if is_letter(event.character) or event.character == "'":
            event.stop()
            event.prevent_default()
            self.dismiss(self._called(event.character or ""))

    def _called(self, letter: str) -> Choice | None:
        for choice in self._choices:
            if (choice.mark.letter if choice.mark else "'") == letter:
                return choice
        self.app.notify(f"No mark {letter} here; m {letter} sets one", markup=False)
        return None

    @on(MarksList.Chosen)
    def _choose(self) -> None:
        self.dismiss(self._choices[self.query_one(MarksList).cursor])

    def action_drop(self) -> None:
        """The mark under the cursor is set no more."""
        if self._choices:
            choice = self._choices[self.query_one(MarksList).cursor]
            if choice.mark:
                self.dismiss(choice._replace(is_dropped=True))
