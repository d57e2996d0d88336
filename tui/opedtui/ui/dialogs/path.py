"""Dialogs in which the path of a file is typed: what may follow is shown, Tab completes it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ...files import begun_by, common_beginning
from ...render.visible import visible
from .dialog import Dialog
from .entry import Entry
from .saying import Saying

SHOWN_OFFERS = 8


class PathDialog(Dialog):
    """`typed`: the `path`, and what else a dialog of the kind keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete")]
    DEFAULT_CSS = "PathDialog #offers { height: 1; }"

    entry_kind: ClassVar[type[Entry]] = Entry

    def path_entry(self, prompt: str) -> ComposeResult:
        """The line to type in, and what it may become."""
        yield self.entry_kind(self.typed.get("path", ""), prompt)
        yield Saying(id="offers")

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    @property
    def path(self) -> str:
        return self.entry.value.strip()

    @on(Input.Changed)
    def offer(self) -> None:
        """What may be typed, as far as that is known."""
        self.query_one("#offers", Saying).text = self.hint()
        self.say(Text())

    def hint(self) -> Text:
        """How the path may go on."""
        offers = begun_by(self.entry.value) if self.entry.value else []
        names = (Path(offer).name + "/" * offer.endswith("/") for offer in offers[:SHOWN_OFFERS])
        line = Text("⇥ " if offers else "", self.palette.strong)
        return line.append(visible("   ".join(names)), self.palette.dim)

    def action_complete(self) -> None:
        """As far as all that fits goes the same way."""
        common = common_beginning(begun_by(self.entry.value))
        if len(common) > len(self.entry.value):
            self.entry.write(common)
