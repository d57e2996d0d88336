"""The prompt beside the text: what is found as one types, and the words of each at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.searching.entries import Entry
from ...reading.searching.index import Answer
from ...reading.searching.query import Query, QueryError, understood
from ...reading.searching.seeker import Asked, Seeker
from ...render.hits import FindRows
from ...render.palette import Palette
from ...render.visible import visible
from ..dialogs.choices import Choices
from ..dialogs.entry import Entry as Prompt
from ..widgets.line import LineWidget
from ..widgets.virtual_list import NO_ROWS

HINT = '"exact phrase"   -without   beginning*   Capitals count'


class Finds(Choices):
    """The rows; the line to type in keeps the keys."""

    empty = ""


class Tell(LineWidget):
    """How many there are, or what cannot be understood."""

    text: Text = Text()

    def say(self, text: Text) -> None:
        self.text = text
        self.refresh()

    def line(self, width: int) -> Text:
        return self.text.copy()


class SearchPanel(Vertical):
    """Says what the reader looks at, chooses, or leaves; moves nothing itself."""

    BINDINGS = [
        Binding("up,ctrl+k", "move('up')", show=False),
        Binding("down,ctrl+j", "move('down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("escape", "leave", show=False, priority=True),
    ]

    @dataclass
    class Looked(Message):
        """Another find is under the cursor; None where nothing is found."""

        entry: Entry | None
        query: Query | None

    @dataclass
    class Chosen(Message):
        """The find under the cursor is the one."""

        entry: Entry
        query: Query

    class Left(Message):
        """Back to where the reader was."""

    @dataclass
    class Answered(Message):
        """From the thread that searches."""

        asked: Asked
        answer: Answer

    def __init__(self, library: Library, palette: Palette) -> None:
        super().__init__(classes="frame -active", id="search")
        self._library = library
        self._palette = palette
        self._here: Ref | None = None
        self._seeker = Seeker(library, self._tell)
        self._query: Query | None = None
        """What was asked for last."""
        self._shown: Query | None = None
        """What the rows answer."""
        self._answer = Answer()
        self._goes_when_answered = False
        self.border_title = "Search"
        self.border_subtitle = "⏎ go · ↑ ↓ look · Esc back"

    def compose(self) -> ComposeResult:
        yield Prompt(prompt=HINT)
        yield Tell()
        yield Finds()

    def on_mount(self) -> None:
        self.show_in(self._library, self._palette)

    def on_unmount(self) -> None:
        self._seeker.end()

    @property
    def prompt(self) -> Prompt:
        return self.query_one(Prompt)

    @property
    def _finds(self) -> Finds:
        return self.query_one(Finds)

    def open(self, here: Ref | None) -> None:
        """Ready to be typed in; what was typed the last time is there, to be typed over."""
        self._here = here
        self.display = True
        self.prompt.focus()
        self.prompt.select_all()
        self._ask()

    def show_in(self, library: Library, palette: Palette) -> None:
        """Other records, or other colours."""
        if library is not self._library:
            self._library = library
            self._seeker.follow(library)
        self._palette = palette
        self._finds.palette = replace(palette, resting=palette.cursor)
        self.query_one(Tell).palette = palette
        self._show_rows()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self._ask()

    def _ask(self) -> None:
        """Of the other thread; what cannot be understood is said at once."""
        self._goes_when_answered = False
        try:
            self._query = understood(self.prompt.value)
        except QueryError as error:
            self._query = None
            self._show(Answer(), None, f"✗ {error}")
            return
        if self._query is None:
            self._show(Answer(), None, "")
        else:
            self._seeker.ask(self._query, self._here)

    def _tell(self, asked: Asked, answer: Answer) -> None:
        """On the other thread."""
        self.post_message(self.Answered(asked, answer))

    @on(Answered)
    def _hear(self, event: Answered) -> None:
        event.stop()
        if event.asked.query is not self._query or not self.display:
            return
        again = self._shown is self._query
        self._show(event.answer, self._query, _counted(event.answer), again)
        if self._goes_when_answered and (event.answer.finds or event.answer.is_whole):
            self._go()

    def _show(self, answer: Answer, query: Query | None, said: str, again: bool = False) -> None:
        """The cursor stays on its find while more come in."""
        kept = self._under_cursor if again else None
        self._answer, self._shown = answer, query
        self.query_one(Tell).say(Text(visible(said), self._palette.dim))
        self._show_rows()
        entries = [find.entry for find in answer.finds]
        self._finds.cursor = entries.index(kept) if kept in entries else 0
        if kept is None or kept not in entries:
            self.post_message(self.Looked(self._under_cursor, query))

    def _show_rows(self) -> None:
        rows = (
            FindRows(self._library, self._answer.finds, self._shown, self._palette)
            if self._shown
            else NO_ROWS
        )
        self._finds.rows = rows

    @property
    def _under_cursor(self) -> Entry | None:
        finds = self._answer.finds
        return finds[self._finds.cursor].entry if self._finds.cursor < len(finds) else None

    def action_move(self, how: str) -> None:
        getattr(self._finds, f"action_{how}")()

    def action_leave(self) -> None:
        self.post_message(self.Left())

    @on(Choices.Moved)
    def _moved(self, event: Choices.Moved) -> None:
        event.stop()
        self.post_message(self.Looked(self._under_cursor, self._shown))

    @on(Choices.Chosen)
    def _clicked(self, event: Choices.Chosen) -> None:
        event.stop()
        self._go()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        """What is typed may be further on than the answers."""
        event.stop()
        if self._query is not None and self._query is not self._shown:
            self._goes_when_answered = True
        else:
            self._go()

    def _go(self) -> None:
        self._goes_when_answered = False
        entry = self._under_cursor
        if entry and self._shown:
            self.post_message(self.Chosen(entry, self._shown))


def _counted(answer: Answer) -> str:
    count = f"{len(answer.finds)}{' and more' if answer.has_more else ''} found"
    if not answer.is_whole:
        return f"{count} so far; still reading …"
    return count if answer.finds else "nothing is found; try fewer letters, or another word"
