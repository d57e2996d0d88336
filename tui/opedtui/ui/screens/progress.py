"""How far the reader is with every document."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from ...model.refs import Ref
from ...reading.library import Library
from ...reading.progress import NONE_YET, WORDS_A_MINUTE, Progress, all_read
from ...render.palette import Palette
from ...render.weighing import ProgressRows, all_progress
from ..messages import Go
from ..whole import WholeModal
from ..widgets.virtual_list import VirtualList


class ProgressList(VirtualList):
    """A row for each document."""

    empty = "No documents."

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)


class ProgressScreen(WholeModal[Ref | None]):
    """Enter opens a document; `progress` is what is read by now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace,q,P", "dismiss(None)", "close"),
        Binding("r", "mark_read", "all read"),
        Binding("u", "mark_unread", "all unread"),
    ]
    DEFAULT_CSS = "ProgressList.dialog { width: 98%; max-width: 140; }"

    def __init__(self, library: Library, progress: Progress, palette: Palette, doc: Ref) -> None:
        super().__init__()
        self._library = library
        self.given = self.progress = progress
        self._palette = palette
        self._doc = doc

    def compose(self) -> ComposeResult:
        rows = ProgressList(classes="dialog")
        rows.set_reactive(VirtualList.palette, self._palette)
        rows.border_subtitle = f"⏎ opens · r all read · u all unread · Esc · {WORDS_A_MINUTE} wpm"
        yield rows

    def on_mount(self) -> None:
        rows = self.query_one(ProgressList)
        self._fill()
        docs = [document.ref for document in self._library.documents]
        rows.cursor = docs.index(self._doc) if self._doc in docs else 0
        rows.focus()

    def _fill(self) -> None:
        rows = self.query_one(ProgressList)
        rows.rows = ProgressRows(self._library, self.progress, self._palette)
        rows.border_title = f"Progress: {all_progress(self._library, self.progress)}"

    @property
    def _under_cursor(self) -> Ref | None:
        rows = self.query_one(ProgressList)
        return rows.rows.ref(rows.cursor) if len(rows.rows) else None

    def action_mark_read(self) -> None:
        doc = self._under_cursor
        if doc:
            read = all_read(self._library, doc, self.progress.of(doc))
            self.progress = self.progress.with_document(doc, read)
            self._fill()

    def action_mark_unread(self) -> None:
        doc = self._under_cursor
        if doc:
            self.progress = self.progress.with_document(doc, NONE_YET)
            self._fill()

    @on(Go)
    def _open(self, event: Go) -> None:
        self.dismiss(event.ref)
