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
from ...model.stretch import Stretch
from ...reading.library import Library
from ...reading.places import Place
from ...reading.progress import counted
from ...reading.trail import Trail
from ...reading.whereabouts import whereabouts
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
        paragraphs = self.library.paragraphs(place.doc)
        at = paragraphs.at(place.start)
        where = f" ¶ {at.number}/{len(paragraphs)} " if at else ""
        return f"{where}{place.ref or ''} {self._steps()}"

    def _steps(self) -> str:
        """`‹ 3 › `, with the signs of the ways that are open; nothing before the first step."""
        if not self.trail.can_go_back and not self.trail.can_go_forward:
            return ""
        back = "‹" if self.trail.can_go_back else " "
        forward = "›" if self.trail.can_go_forward else " "
        return f"{back} {self.trail.index + 1} {forward} "


CHOOSING = [c for c in in_group(CODE) if c is not BY_ID["code"] and " " not in c.keys[0]]
"""What may be done with words that are being chosen, but for marking them."""
OF_HELD = ("code-move", "code-more")
"""What is done with the record that was at hand before choosing."""
WORDS_LINES = 2
"""Of the card, at most; the lines above them are for the facts."""


APART = "   "
"""Between the keys of the bar."""


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
        below = self._wrapped(words, width, WORDS_LINES)
        return [*self._wrapped(facts, width, max(1, self.size.height - len(below))), *below]

    def _wrapped(self, text: Text, width: int, lines: int) -> list[Text]:
        """The text on so many lines; what is too much for them is left on the last, to be cut."""
        wrapped = beginning(text, lines * width).wrap(self.app.console, max(1, width))
        for line in wrapped:
            line.rstrip()
        rest = wrapped[lines - 1 :]
        return [*wrapped[: lines - 1], *([Text(" ").join(rest)] if rest else [])]


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
        return Text(" ").join(Text(text, style) for text, style in self._labels(width))

    def _labels(self, width: int) -> list[tuple[str, str]]:
        """Wide apart or close together; in the narrowest window only the active one has a name."""
        names = [f"{_key(pane)} {pane.title()}" for pane in self._panes]
        if _length(names) > width:
            names = [
                name if pane == self.active else _key(pane)
                for name, pane in zip(names, self._panes, strict=True)
            ]
        spaced = [f" {name} " for name in names]
        return [
            (name, "reverse bold" if pane == self.active else "")
            for name, pane in zip(
                spaced if _length(spaced) <= width else names, self._panes, strict=True
            )
        ]

    def on_click(self, event: events.Click) -> None:
        left = 0
        for (text, _), pane in zip(self._labels(self.size.width), self._panes, strict=True):
            right = left + len(text) + 1
            if left <= event.x < right:
                self.post_message(self.Chosen(pane))
                return
            left = right


def _key(command: str) -> str:
    return BY_ID[command].shown_keys[0]


def _length(names: Sequence[str]) -> int:
    """Of a line of them, with a blank between."""
    return sum(map(len, names)) + len(names) - 1


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
    trail: var[Trail] = var(Trail)
    """Whether it leads back and forward."""

    def watch_library(self) -> None:
        self.refresh()

    def watch_trail(self) -> None:
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
        right = Text(f" {self._far(self.place) if self.place else ''} ", self.palette.dim)
        room = max(0, width - right.cell_len)
        left = Text(" ")
        self._append_keys(left, room)
        left.truncate(room, overflow="ellipsis", pad=True)
        return Text.assemble(left, right)

    def _far(self, place: Place) -> str:
        """Where among its like the record at hand is; among claims, how many are not read."""
        claims = self.library.standing_in(place.doc, Claim)
        unread = sum(claim.ref not in self.read_claims for claim in claims)
        where = str(whereabouts(self.library, place))
        told = f"{where}, {unread} unread" if unread and "claim" in where else where
        drafts = len(self.library.drafts.get(place.doc, ()))
        return f"{told}, {_key('review')} {counted(drafts, 'draft')}" if drafts else told

    def _append_keys(self, line: Text, room: int) -> None:
        """As many of them as fit whole; “…” stands for the others."""
        if self.chord:
            line.append(f"{CHORD_MENU[self.chord]} … ", self.palette.strong)
        entries = self._following() if self.chord else self._usual()
        for entry in entries:
            needed = entry.cell_len if entry is entries[-1] else entry.cell_len + len(APART) + 1
            if line.cell_len + needed > room:
                line.append("…", self.palette.dim)
                return
            line.append_text(entry).append(APART)

    def _usual(self) -> list[Text]:
        """Help first, so that it is seen in the narrowest window."""
        shown = [command for command in COMMANDS if command.in_footer]
        if self.selection:
            shown = [BY_ID["help"], BY_ID["code"], *CHOOSING]
        shown.sort(key=lambda command: command is not BY_ID["help"])
        return [self._entry(c.shown_keys[0], c) for c in shown if self._is_available(c)]

    def _following(self) -> list[Text]:
        after = chords(self.chord).items()
        return [self._entry(key, command) for key, command in after if self._is_available(command)]

    def _entry(self, key: str, command: Command) -> Text:
        return Text.assemble(
            (f"{key} ", self.palette.strong), (self._label(command), self.palette.dim)
        )

    def _label(self, command: Command) -> str:
        """With the record that it is about, where that is not the one at hand."""
        of_held = command.id in OF_HELD and self.held
        return f"{command.label}: {self.held.ref}" if of_held and self.held else command.label

    def _is_available(self, command: Command) -> bool:
        action = command.does.partition("(")[0]
        return self.screen.check_action(action, ()) is not False
