"""The reading screen: a function of what exists and where the reader is."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from ...model.refs import Kind, Ref
from ...reading.library import Library
from ...reading.places import (
    READ_KINDS,
    Place,
    first_place,
    next_here,
    next_record,
    next_words,
    place_of,
)
from ...reading.session import Session
from ...reading.speakers import speaker_of
from ...reading.trail import Trail
from ...render.palette import Palette
from ..bindings import bindings, chord_bindings
from ..commands import BY_ID, COMMANDS, MOVE, chords
from ..look import palette_of
from ..messages import Go, Look, Peek, Walk
from ..panes.bars import Card, KeyBar, Tabs, TitleBar
from ..panes.lists import ActorsList, ClaimsList, QuotesList
from ..panes.relations import RelationsList
from ..panes.source import SourceView
from ..panes.timeline import Timeline
from ..widgets.too_small import SMALLEST, TooSmall

LISTS = ("claims", "actors", "quotes")
PANES = (*LISTS, "source", "relations", "timeline")
LIST_OF = {Kind.CLAIM: "claims", Kind.ACTOR: "actors", Kind.QUOTE: "quotes"}
GRID, WIDE = 100, 160
"""Columns from which panes stand in two columns, in three."""
CHORD_SECONDS = 1.5
"""How long `]` waits for a letter."""


class Read(Screen[None]):
    """State goes down to the panes by `data_bind`; they say what was asked for."""

    HORIZONTAL_BREAKPOINTS = [
        (0, "-cramped"), (SMALLEST[0], "-narrow"), (GRID, "-grid"), (WIDE, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(command for command in COMMANDS if command.group != MOVE),
        *bindings((BY_ID["left"], BY_ID["right"])),
        *chord_bindings(),
    ]

    library: var[Library] = var(Library)
    """What exists."""
    place: var[Place | None] = var(None)
    """Where the reader is."""
    sight: var[Place | None] = var(None)
    """Whose words are shown: the place, or a neighbour that the reader peeks at."""
    trail: var[Trail] = var(Trail)
    palette: var[Palette] = var(Palette())
    pane: var[str] = var("claims")
    """The pane that keys reach."""
    shown_list: var[str] = var("claims")
    """The one of the three lists that is shown."""
    chord: var[str] = var("")
    """The key that waits for a letter."""
    status: var[str] = var("")

    source = query_one("#source", SourceView)

    def __init__(self, library: Library, session: Session) -> None:
        super().__init__()
        self.set_reactive(Read.library, library)
        self._session = session
        self._way: list[str] = []
        """The panes that Enter led through, for Escape to go back."""
        self._chord_from: Place | None = None
        self._chord_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleBar().data_bind(Read.library, Read.place, Read.trail, Read.palette)
        yield Tabs().data_bind(Read.palette, active=Read.pane)
        with Container(id="panes"):
            with Container(id="lists", classes="frame"):
                for name, kind in zip(LISTS, (ClaimsList, ActorsList, QuotesList), strict=True):
                    yield kind(id=name).data_bind(Read.library, Read.place, Read.palette)
            yield SourceView(id="source", classes="frame").data_bind(
                Read.library, Read.sight, Read.palette
            )
            yield RelationsList(id="relations", classes="frame").data_bind(
                Read.library, Read.place, Read.palette
            )
            yield Timeline(classes="frame").data_bind(Read.library, Read.place, Read.palette)
        yield Card().data_bind(Read.library, Read.sight, Read.palette)
        yield KeyBar().data_bind(Read.chord, Read.status, Read.palette)

    def on_mount(self) -> None:
        self.palette = palette_of(self.app)
        self.app.theme_changed_signal.subscribe(self, self._follow_theme)
        self.query_one(Tabs).panes = PANES
        self._begin(self._session)

    def _begin(self, session: Session) -> None:
        """Open at the place where the reader was, as far as it still exists."""
        place = session.place if session.place and session.place.doc in self.library else None
        self.place = place or first_place(self.library)
        if self.place is None:
            return
        self.trail = Trail().visit(self.place)
        self.shown_list = session.list if session.list in LISTS else "claims"
        self.action_pane(session.pane if session.pane in PANES else "claims")
        if place:
            self.call_after_refresh(self.source.scroll_to_offset, session.top)

    @property
    def session(self) -> Session:
        """What to remember of this visit."""
        return Session(self.place, self.source.top, self.pane, self.shown_list)

    def _follow_theme(self, _: object) -> None:
        self.palette = palette_of(self.app)

    # What the variables of the screen mean for what is shown.

    def watch_place(self, place: Place | None) -> None:
        self.sight = place
        if place:
            self.query_one("#relations").border_title = f"Relations of {place.ref or 'this place'}"
            self._title_panes(place)

    def _title_panes(self, place: Place) -> None:
        """Titles hold counts and refs only, never a string of the data."""
        library, doc = self.library, place.doc
        counts = {
            "claims": len(library.in_document(doc, library.claims)),
            "actors": len(library.in_document(doc, library.actors)),
            "quotes": len(library.in_document(doc, library.quotes)),
        }
        self.status = f"{counts['claims']} claims"
        names = (f"{name.title()} {count}" for name, count in counts.items())
        marked = (
            f"[b u]{name}[/]" if name.lower().startswith(self.shown_list) else name
            for name in names
        )
        self.query_one("#lists").border_title = " ─ ".join(marked)
        paragraphs = library.paragraphs(doc)
        at = paragraphs.at(place.start)
        self.source.border_title = f"Source ─ ¶ {at.number if at else 0} of {len(paragraphs)}"
        self.query_one(Timeline).border_title = "Timeline"

    def watch_shown_list(self, shown: str) -> None:
        for name in LISTS:
            self.query_one(f"#{name}").display = name == shown
        if self.place:
            self._title_panes(self.place)

    def watch_pane(self, old: str, new: str) -> None:
        if old == "relations":
            self.sight = self.place
        for frame in self.query(".frame"):
            frame.set_class(frame.id == new or bool(frame.query(f"#{new}")), "-active")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES:
            self.pane = event.widget.id

    # What the panes say.

    @on(Look)
    def _look(self, event: Look) -> None:
        if self.place:
            self.place = place_of(self.library, event.ref, self.place)

    @on(Peek)
    def _peek(self, event: Peek) -> None:
        if self.place and self.pane == "relations":
            self.sight = place_of(self.library, event.ref, self.place)

    @on(Walk)
    def _walk(self, event: Walk) -> None:
        self.place = event.place

    @on(Go)
    def _go(self, event: Go) -> None:
        """From a list to the words, from the words to their ties, along a tie to its end."""
        onward = {"source": "relations", "relations": "relations"}.get(self.pane, "source")
        keeps_place = self.pane == "source"
        self._jump(event.ref, onward, self.place if keeps_place else None)

    @on(Tabs.Chosen)
    def _choose_tab(self, event: Tabs.Chosen) -> None:
        self.action_pane(event.pane)

    def _jump(self, ref: Ref, pane: str, place: Place | None = None) -> None:
        """Go to a record, by way of the trail, and on to a pane."""
        if self.place is None:
            return
        place = place or place_of(self.library, ref, self.place)
        self.trail = self.trail.visit(place, self.place)
        self._arrive(place)
        if pane != self.pane:
            self._way.append(self.pane)
            self.action_pane(pane)

    def _arrive(self, place: Place) -> None:
        self.place = place
        self.sight = place
        if place.ref and place.ref.kind in LIST_OF and self.pane not in LISTS:
            self.shown_list = LIST_OF[place.ref.kind]

    # What the reader can do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The one answer to whether a command is available now."""
        match action:
            case "back":
                return self.trail.can_go_back
            case "forward":
                return self.trail.can_go_forward
            case "speaker":
                return self.place is not None and self._speaker() is not None
            case "cycle_here":
                return (
                    self.place is not None
                    and next_here(self.library, self.place, self._offset()) != self.place
                )
            case "chord_end":
                return bool(self.chord) and parameters[0] in chords(self.chord)
            case "left" | "right":
                return self.pane in LISTS
        return True

    def _speaker(self) -> Ref | None:
        ref = self.sight.ref if self.sight else None
        return speaker_of(self.library.get(ref)) if ref else None

    def _offset(self) -> int:
        """The character that the reader is at."""
        assert self.place
        cursor = self.source.cursor
        return cursor if self.place.start <= cursor < self.place.end else self.place.start

    def action_back(self) -> None:
        self._travel(-1)

    def action_forward(self) -> None:
        self._travel(1)

    def _travel(self, by: int) -> None:
        self.trail = self.trail.step(by)
        if self.trail.here:
            self._arrive(self.trail.here)

    def action_speaker(self) -> None:
        speaker = self._speaker()
        if speaker:
            self.shown_list = "actors"
            self._jump(speaker, "relations")

    def action_cycle_here(self, step: int) -> None:
        if self.place:
            self.place = next_here(self.library, self.place, self._offset(), step)

    def action_leap(self, step: int, letter: str = "") -> None:
        kinds = (Kind(letter),) if letter else READ_KINDS
        self._leap_to(self.place and next_record(self.library, self.place, step, kinds))

    def action_leap_same(self, step: int) -> None:
        self._leap_to(self.place and next_words(self.library, self.place, step))

    def _leap_to(self, place: Place | None) -> None:
        if place:
            self.place = place

    def action_chord(self, key: str) -> None:
        """Act at once, and let a letter say of which kind it should have been."""
        self._chord_from = self.place
        self.action_leap(1 if key == "]" else -1)
        self.chord = key
        if self._chord_timer:
            self._chord_timer.stop()
        self._chord_timer = self.set_timer(CHORD_SECONDS, self._end_chord)

    def _end_chord(self) -> None:
        self.chord = ""

    async def action_chord_end(self, letter: str) -> None:
        command = chords(self.chord)[letter]
        self._end_chord()
        self.place = self._chord_from
        await self.run_action(command.does)

    def action_pane(self, name: str) -> None:
        if name in LISTS:
            self.shown_list = name
        self.query_one(f"#{name}").focus()

    def action_turn_pane(self, by: int) -> None:
        panes = PANES if self.has_class("-narrow") else (self.shown_list, *PANES[len(LISTS) :])
        self.action_pane(panes[(panes.index(self.pane) + by) % len(panes)])

    def action_left(self) -> None:
        self._turn_list(-1)

    def action_right(self) -> None:
        self._turn_list(1)

    def _turn_list(self, by: int) -> None:
        self.action_pane(LISTS[(LISTS.index(self.shown_list) + by) % len(LISTS)])

    def action_zoom(self) -> None:
        self.toggle_class("-zoomed")

    def action_back_out(self) -> None:
        """Out of the zoom, else to the pane that Enter came from, else to the list."""
        if self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif self._way:
            self.action_pane(self._way.pop())
        else:
            self.action_pane(self.shown_list)

    def action_documents(self) -> None:
        from .documents import Documents

        self.app.push_screen(Documents(self.library, self.palette), self._open_document)

    def _open_document(self, ref: Ref | None) -> None:
        if ref and self.place:
            place = first_place(self.library, ref)
            if place:
                self.trail = self.trail.visit(place, self.place)
                self._arrive(place)
