"""What all dialogs have: records, a time for the stamps, what was typed, and why it came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Self

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from ...errors import OpedError
from ...model.changes import Change
from ...model.refs import Ref
from ...reading.library import Library
from ...render.palette import Palette
from ..whole import WholeModal
from ..widgets.line import LineWidget
from ..widgets.virtual_list import VirtualList
from .saying import Saying

SHORT = 18
"""Rows of a window in which a dialog needs them all."""


class Dialog(WholeModal[Change | None]):
    """Is dismissed with the change, or with None; saves nothing."""

    DEFAULT_CSS = """
    Dialog.-short .dialog { width: 100%; height: 100%; }
    Dialog.-short Saying { height: 1; }
    """
    BINDINGS = [Binding("escape", "leave", "leave")]

    title_words = ""
    """Above the frame; the program's own words, because titles are markup."""
    keys = "⏎ choose   Esc leave"
    """Below the frame."""
    onward: Ref | None = None
    """The record at hand after the change, if it is not to be the one before."""

    def __init__(
        self,
        library: Library,
        palette: Palette,
        now: Callable[[], str],
        *refs: Ref,
        typed: Mapping[str, str] | None = None,
        reason: str = "",
    ) -> None:
        """`typed`: as another dialog of the class had it; `reason`: why that was not saved."""
        super().__init__()
        self.library = library
        self.palette = replace(palette, resting=palette.cursor)
        self.now = now
        self.refs = refs
        self.typed: Mapping[str, str] = dict(typed or {})
        """As it was at the beginning, and as it is when the dialog is left with a change."""
        self.reason = reason

    def again(self, reason: str, library: Library | None = None) -> Self:
        """The same dialog with what was typed, and why it could not be saved."""
        return type(self)(
            library or self.library,
            self.palette,
            self.now,
            *self.refs,
            typed=self.typed,
            reason=reason,
        )

    def body(self) -> ComposeResult:
        """What stands in the frame, above the line that says what is wrong."""
        raise NotImplementedError

    def state(self) -> Mapping[str, str]:
        """What is typed by now."""
        return {}

    def make(self) -> Change:
        """The change; OpedError if it cannot be."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = self.title_words
            frame.border_subtitle = self.keys
            yield from self.body()
            yield Saying(id="said")

    def on_mount(self) -> None:
        for line in self.query(LineWidget):
            line.palette = self.palette
        for rows in self.query(VirtualList):
            rows.palette = self.palette
        self.begin()
        if self.reason:
            self.refuse(self.reason)

    def begin(self) -> None:
        """Everything is there."""

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < SHORT, "-short")

    def say(self, text: Text) -> None:
        """In the line at the bottom."""
        self.query_one("#said", Saying).text = text

    def refuse(self, reason: str) -> None:
        """What is wrong, and what to do."""
        self.query_one("#said", Saying).refuse(reason)

    def finish(self) -> None:
        """Leave with the change, or stay and say why not. Nothing changed is nothing to save."""
        try:
            change = self.make()
        except OpedError as error:
            self.refuse(str(error))
        else:
            self.typed = dict(self.state())
            self.dismiss(change if change.edits else None)

    def action_leave(self) -> None:
        self.dismiss(None)
