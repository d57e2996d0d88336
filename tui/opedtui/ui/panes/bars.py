"""The lines around the panes: title, tabs, the record at hand, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import var

from ...model.date_words import spoken
from ...model.records import Claim
from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place, nearest
from ...reading.stretch import Stretch
from ...reading.trail import Trail
from ...render.facts import card
from ...render.labels import label
from ..commands import BY_ID, CHORD_MENU, CODE, COMMANDS, Command, chords, in_group
from ..widgets.line import LineWidget
from ..widgets.painting import beginning


class TitleBar(LineWidget):
    """What is read, and where on the trail the reader is."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)
    trail: var[Trail] = var(Trail)

    def watch_library(self) -> None:
        self.refresh()

    def watch_place(self) -> None:
        self.refresh()

    def watch_trail(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        if self.place is None:
            return Text(" opedtui")
        right = Text(self._where(self.place), self.palette.strong)
        left = Text(" ").append_text(self._document(self.place))
        left.truncate(max(0, width - right.cell_len - 1), overflow="ellipsis", pad=True)
        return Text.assemble(left, right)

    def _document(self, place: Place) -> Text:
        document = self.library.document(place.doc)
        if document is None:
            return Text(f"{place.doc} is missing")
        names = [label(self.library, ref) for ref in document.authors]
        outlet = [label(self.library, document.outlet)] if document.outlet else []
        date = [spoken(document.published)] if document.published else []
        title = Text(label(self.library, document.ref), self.palette.strong)
        return title.append("  " + " · ".join(names + outlet + date), self.palette.dim)

    def _where(self, place: Place) -> str:
        back = "‹" if self.trail.can_go_back else " "
        forward = "›" if self.trail.can_go_forward else " "
        paragraphs = self.library.paragraphs(place.doc)
        at = paragraphs.at(place.start)
        where = f" ¶ {at.number}/{len(paragraphs)} " if at else ""
        return f"{where}{place.ref or ''} {back} {self.trail.index + 1} {forward} "


CHOOSING = [c for c in in_group(CODE) if c is not BY_ID["code"] and " " not in c.keys[0]]
"""What may be done with words that are being chosen, but for marking them."""
OF_HELD = ("code-move", "code-more")
"""What is done with the record that was at hand before choosing."""
WORDS_LINES = 2
"""Of the card; the lines above them are for the facts."""


class Card(LineWidget):
    """The record in sight: who says it, on what terms, about whom, about when."""

    DEFAULT_CSS = "Card { height: 3; }"

    library: var[Library] = var(Library, always_update=True)
    sight: var[Place | None] = var(None)

    def watch_library(self) -> None:
        self.refresh()

    def watch_sight(self) -> None:
        self.refresh()

    def lines(self, width: int) -> Sequence[Text]:
        if self.sight is None:
            return [Text("No document.", self.palette.dim)]
        if self.sight.ref is None:
            return [Text("No record at these words.", self.palette.dim)]
        facts, words = card(self.library, self.sight.ref, self.palette)
        room = self.size.height - WORDS_LINES
        return [*self._wrapped(facts, width, room), *self._wrapped(words, width, WORDS_LINES)]

    def _wrapped(self, text: Text, width: int, lines: int) -> list[Text]:
        """The text on so many lines; what is too much for them is left on the last, to be cut."""
        wrapped = beginning(text, lines * width).wrap(self.app.console, max(1, width))
        for line in wrapped:
            line.rstrip()
        return [*wrapped[: lines - 1], Text(" ").join(wrapped[lines - 1 :])]


class Tabs(LineWidget):
    """The panes, when there is room for one at a time."""

    class Chosen(Message):
        """The reader clicked on the name of a pane."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    active: var[str] = var("")

    def __init__(self, panes: tuple[str, ...]) -> None:
        super().__init__()
        self._panes = panes

    def watch_active(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        return Text(" ").join(Text(f" {text} ", style) for text, style in self._labels())

    def _labels(self) -> list[tuple[str, str]]:
        return [
            (
                f"{BY_ID[pane].shown_keys[0]} {pane.title()}",
                "reverse bold" if pane == self.active else "",
            )
            for pane in self._panes
        ]

    def on_click(self, event: events.Click) -> None:
        left = 0
        for (text, _), pane in zip(self._labels(), self._panes, strict=True):
            right = left + len(text) + 3
            if left <= event.x < right:
                self.post_message(self.Chosen(pane))
                return
            left = right


class KeyBar(LineWidget):
    """The keys that are most used; after `]` or `[`, what may follow."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)
    chord: var[str] = var("")
    """The key that waits for a letter."""
    selection: var[Stretch | None] = var(None)
    """The words that the reader is choosing."""
    read_claims: var[frozenset[Ref]] = var(frozenset)
    """Those of the document that the reader has read."""
    held: var[Place | None] = var(None)
    """Where the record is that may stand on them."""

    def watch_library(self) -> None:
        self.refresh()

    def watch_place(self) -> None:
        """Other keys may be of use at another place."""
        self.refresh()

    def watch_read_claims(self) -> None:
        self.refresh()

    def watch_selection(self) -> None:
        self.refresh()

    def watch_chord(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        right = Text(f" {self._position()} ", self.palette.dim)
        left = Text(" ").append_text(self._menu() if self.chord else self._usual())
        left.truncate(max(0, width - right.cell_len), overflow="ellipsis", pad=True)
        return Text.assemble(left, right)

    def _position(self) -> str:
        """How far the reader is: the claim at hand, of how many."""
        if self.place is None:
            return ""
        refs = [c.ref for c in self.library.standing_in(self.place.doc, Claim)]
        at = nearest(self.library, self.place, refs)
        unread = sum(ref not in self.read_claims for ref in refs)
        where = f"{len(refs)} claims" if at is None else f"claim {at + 1} of {len(refs)}"
        return f"{where}, {unread} unread" if unread else where

    def _usual(self) -> Text:
        """Help first, so that it is seen in the narrowest window."""
        shown = [command for command in COMMANDS if command.in_footer]
        if self.selection:
            shown = [BY_ID["help"], BY_ID["code"], *CHOOSING]
        shown.sort(key=lambda command: command is not BY_ID["help"])
        return self._keys([(c.shown_keys[0], c) for c in shown if self._is_available(c)])

    def _menu(self) -> Text:
        menu = Text(f"{CHORD_MENU[self.chord]} … ", self.palette.strong)
        following = [(k, c) for k, c in chords(self.chord).items() if self._is_available(c)]
        return menu.append_text(self._keys(following))

    def _keys(self, keys: list[tuple[str, Command]]) -> Text:
        line = Text()
        for key, command in keys:
            line.append(f"{key} ", self.palette.strong)
            line.append(f"{self._label(command)}   ", self.palette.dim)
        return line

    def _label(self, command: Command) -> str:
        """With the record that it is about, where that is not the one at hand."""
        of_held = command.id in OF_HELD and self.held
        return f"{command.label}: {self.held.ref}" if of_held and self.held else command.label

    def _is_available(self, command: Command) -> bool:
        action = command.does.partition("(")[0]
        return self.screen.check_action(action, ()) is not False
