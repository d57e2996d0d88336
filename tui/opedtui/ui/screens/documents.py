"""Choosing a document."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message

from ...model.refs import Ref
from ...reading.library import Library
from ...render.palette import Palette
from ...render.rows import document_rows
from ..messages import Go
from ..whole import WholeModal
from ..widgets.virtual_list import VirtualList


class DocumentsList(VirtualList):
    """Every document with its author, its date and how much was read out of it."""

    empty = "No documents."

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)


class Documents(WholeModal[Ref | None]):
    """A list of documents over the screen; Enter opens one."""

    BINDINGS = [Binding("escape,backspace,q,d", "dismiss(None)", "close")]

    def __init__(self, library: Library, palette: Palette) -> None:
        super().__init__()
        self._library = library
        self._palette = palette

    def compose(self) -> ComposeResult:
        documents = DocumentsList(classes="dialog")
        documents.border_title = "Documents"
        yield documents

    def on_mount(self) -> None:
        documents = self.query_one(DocumentsList)
        documents.palette = self._palette
        documents.rows = document_rows(self._library, self._library.documents, self._palette)
        documents.focus()

    @on(Go)
    def _open(self, event: Go) -> None:
        self.dismiss(event.ref)
