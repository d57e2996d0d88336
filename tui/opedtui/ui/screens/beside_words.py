"""A list over the whole screen with the words beside it; going to them is the caller's work."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from ...model.refs import Kind, Ref
from ...reading.library import Library
from ...reading.places import Place, place_of
from ...render.palette import Palette
from ..panes.source import SourceView
from ..whole import WholeModal

SIDE_BY_SIDE = 100
"""Columns from which the words stand beside the list; else they stand under it."""
TALL = 18
"""Lines from which there is room for them there."""


class Words(SourceView, can_focus=False):
    """The text, for looking at it only."""


class BesideWords(WholeModal[Place | None]):
    """Moving shows the words, choosing goes to them; the reader's own place waits meanwhile."""

    DEFAULT_CSS = """
    BesideWords { background: $background; }
    BesideWords #weighed { layout: vertical; width: 100%; height: 100%; }
    BesideWords #weighed.-wide { layout: horizontal; }
    BesideWords #rows { width: 1fr; height: 3fr; }
    BesideWords #words { width: 1fr; height: 2fr; }
    BesideWords .-wide #rows, BesideWords .-wide #words { height: 100%; }
    BesideWords .-flat #words { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,backspace,q", "back_out", "back")]

    def __init__(self, library: Library, palette: Palette, place: Place) -> None:
        super().__init__()
        self.library = library
        self.palette = palette
        self.place = place

    def compose(self) -> ComposeResult:
        with Container(id="weighed"):
            with Vertical(id="rows"):
                yield from self.compose_rows()
            words = Words(id="words", classes="frame")
            words.set_reactive(SourceView.library, self.library)
            words.set_reactive(SourceView.palette, self.palette)
            words.set_reactive(SourceView.sight, self.place)
            words.border_title = "Words"
            yield words

    def compose_rows(self) -> list[Widget]:
        """What stands beside the words."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        wide = event.size.width >= SIDE_BY_SIDE
        weighed = self.query_one("#weighed")
        weighed.set_class(wide, "-wide")
        weighed.set_class(not wide and event.size.height < TALL, "-flat")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The frame that keys reach is told from the others."""
        for frame in self.query(".frame"):
            frame.set_class(frame is event.widget, "-active")

    def show_words(self, ref: Ref | None) -> None:
        if ref and ref in self.library:
            self.query_one(Words).sight = self.place_of(ref)

    def place_of(self, ref: Ref) -> Place:
        return place_of(self.library, ref, self.place)

    def go_to(self, ref: Ref) -> None:
        """Close, and go to the words; a record of nowhere stays in its list."""
        place = self.place_of(ref)
        if self.library.spans(ref) or ref.kind is Kind.DOCUMENT:
            self.dismiss(place)

    def action_back_out(self) -> None:
        self.dismiss(None)
