"""The reading screen: a function of what exists and where the reader is."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.widget import Widget

from ...model.refs import Ref
from ...reading.lasting import lasting_trail
from ...reading.library import Library
from ...reading.places import Place, first_place, place_of
from ...reading.session import LISTED_KINDS, Session
from ...reading.trail import Trail
from ..bindings import bindings, chord_bindings
from ..commands import BY_ID, COMMANDS, MOVE, chords
from ..look import palette_of
from ..messages import Go, Look, Peek, Walk
from ..panes.bars import Card, KeyBar, Tabs, TitleBar
from ..panes.panes import LISTS, PANES, Panes, frame_of
from ..saving import Saver
from ..widgets.sparing import SparingCompositor
from ..widgets.too_small import SMALLEST, TooSmall
from .arranging import Arranging
from .bringing import Bringing
from .filtering import Filtering
from .following import Following
from .taking import Taking
from .walking import Walking
from .weighing import Weighing

ONWARD = {"source": "relations", "relations": "relations"}
"""Where Enter leads from a pane; from the others, to the text."""
GRID, WIDE = 100, 160
"""Columns from which panes stand in two columns, in three."""


class Read(Filtering, Following, Walking, Weighing, Taking, Bringing, Arranging):
    """State goes down to the panes by `data_bind`; they say what was asked for."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [
        (0, "-cramped"), (SMALLEST[0], "-narrow"), (GRID, "-grid"), (WIDE, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(command for command in COMMANDS if command.group != MOVE),
        *bindings((BY_ID["left"], BY_ID["right"])),
        *chord_bindings(),
    ]

    focused: var[Widget | None] = var(None)
    """Textual (8.2.8) paints the whole screen anew when another widget takes the keys."""
    shown_list: var[str] = var("claims")
    """The one of the three lists that is shown."""
    zoomed: var[bool] = var(False)

    def __init__(self, library: Library, session: Session, saver: Saver | None = None) -> None:
        super().__init__(library, saver)
        self._compositor = SparingCompositor()
        self._session = session
        self.set_reactive(Read.shown_list, session.list if session.list in LISTS else "claims")
        self.set_reactive(Read.pane, session.pane if session.pane in PANES else self.shown_list)
        self._way: list[str] = []
        """The panes that Enter led through, for Escape to go back."""

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleBar().data_bind(Read.library, Read.place, Read.trail, Read.palette)
        yield Tabs(PANES).data_bind(Read.palette, active=Read.pane)
        self._fit()
        yield Panes(self.pane, self.shown_list, self.single).data_bind(
            Read.library, Read.place, Read.sight, Read.selection, Read.palette,
            Read.pane, Read.shown_list, Read.single, Read.is_wide, Read.shares, Read.hidden,
            Read.read_claims,
        )  # fmt: skip
        yield Card().data_bind(Read.library, Read.sight, Read.palette)
        yield KeyBar().data_bind(
            Read.library,
            Read.place,
            Read.trail,
            Read.chord,
            Read.selection,
            Read.held,
            Read.palette,
            Read.read_claims,
        )

    def on_mount(self) -> None:
        self.palette = palette_of(self.app)
        self.app.theme_changed_signal.subscribe(self, self._follow_theme)
        self.arrange_as(self._session)
        self._begin(self._session)
        self.action_pane(self.pane)

    def _begin(self, session: Session) -> None:
        """Open at the place where the reader was, as far as it still exists."""
        known = session.place is not None and session.place.doc in self.library
        self.place = session.place if known else first_place(self.library)
        self.trail = lasting_trail(self.library, session.trail)
        if self.place and not self.trail.here:
            self.trail = Trail().visit(self.place)
        if known:
            self.call_after_refresh(self.source.scroll_to_offset, session.top)

    @property
    def session(self) -> Session:
        """What to remember of this visit."""
        here = self.place, self.source.top, self.pane, self.shown_list
        return Session(*here, *self.shares, self.hidden, self.trail)

    def _follow_theme(self, _: object) -> None:
        self.palette = palette_of(self.app)

    def watch_place(self, place: Place | None) -> None:
        self.sight = place
        self.end_chord()

    def watch_pane(self, old: str, new: str) -> None:
        """A neighbour is peeked at from among the ties only."""
        if new != "relations":
            self.sight = self.place

    def watch_zoomed(self) -> None:
        self._fit()

    def watch_is_searching(self) -> None:
        self.set_class(self.is_searching, "-searching")
        self._fit()

    def on_resize(self) -> None:
        self._fit()
        self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        """A window in which nothing fitted has left the keys without a pane."""
        if self.focused is None and not self.is_searching:
            self.action_pane(self.pane)

    def _fit(self) -> None:
        self.single = self.zoomed or self.is_searching or self.app.size.width < GRID
        self.is_wide = self.app.size.width >= WIDE

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
        self.follow_cursor()

    @on(Go)
    def _go(self, event: Go) -> None:
        """From a list to the words, from the words to their ties, along a tie to its end."""
        if self.place:
            from_words = self.pane == "source"
            place = self.place if from_words else place_of(self.library, event.ref, self.place)
            self._jump(place, ONWARD.get(self.pane, "source"))

    @on(Tabs.Chosen)
    def _choose_tab(self, event: Tabs.Chosen) -> None:
        self.action_pane(event.pane)

    def _jump(self, place: Place, pane: str) -> None:
        self.came_from = self.place
        self.trail = self.trail.visit(place, self.place)
        self.arrive(place)
        if pane != self.pane:
            self._way.append(self.pane)
            self.action_pane(pane)

    def jump(self, place: Place) -> None:
        self._jump(place, "source")

    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.ref and place.ref.kind in LISTED_KINDS and self.pane not in LISTS:
            self.shown_list = place.ref.kind.table

    # What the reader can do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The one answer to whether a command is available now."""
        if self.is_prompting:
            return False
        found = self.may_find(action)
        if found is not None:
            return found
        match action:
            case "back":
                return self.trail.can_go_back
            case "forward":
                return self.trail.can_go_forward
            case "actor":
                return bool(self.actors_at_hand)
            case "know":
                return bool(self.sight and self.sight.ref)
            case "cycle_here":
                return self.is_shared
            case "chord_end":
                return bool(self.chord) and parameters[0] in chords(self.chord)
            case "left" | "right":
                return self.pane in LISTS
            case "code_chord":
                return self.pane == "source" and not self.chord
            case "select" | "code":
                return self.pane == "source"
            case "stretch" | "widen":
                return self.selection is not None
            case "edit" | "remove" | "leave_words":
                return self.subject is not None
            case "relate":
                return self.end is not None
            case "merge" | "split" | "hand_over":
                return self.actor is not None
            case "change_all" | "tick" | "tick_all":
                return bool(self.listed)
            case "move_here" | "stand_here_too":
                return self.selection is not None and self.held is not None
            case "replace" | "orphans":
                return self.place is not None
            case "save_again":
                return self.has_unsaved
            case "grow" | "reset_layout":
                return not self.single
            case "hide":
                return self.can_hide
        return True

    def action_back(self) -> None:
        self.travel_to(self.trail.index - 1)

    def action_forward(self) -> None:
        self.travel_to(self.trail.index + 1)

    def action_know(self) -> None:
        # Seldom asked for, and a start need not wait for it.
        from ...render.details import Details
        from .page import Page

        if self.sight and self.sight.ref:
            page = Details.of(self.library, self.sight.ref)
            drawn = page.drawn(self.palette, self.size.width)
            self.app.push_screen(Page(str(self.sight.ref), drawn, BY_ID["know"].keys))

    def action_pane(self, name: str) -> None:
        if name in LISTS:
            self.shown_list = name
        self.unhide(name)
        self.pane = name
        # At once: `focus()` waits for its turn, and the next key would act on the pane before.
        self.set_focus(self.query_one(f"#{name}"))

    def action_turn_pane(self, by: int) -> None:
        self.turn_pane(by)

    def turn_pane(self, by: int) -> None:
        """Along the tabs where there are any, else along the frames that are shown."""
        has_tabs = self.app.size.width < GRID
        panes = [pane for pane in PANES if has_tabs or self._is_shown(pane) or pane == self.pane]
        self.action_pane(panes[(panes.index(self.pane) + by) % len(panes)])

    def _is_shown(self, pane: str) -> bool:
        """Of the lists one is shown, in their frame."""
        return frame_of(pane) not in self.hidden and (pane not in LISTS or pane == self.shown_list)

    def action_left(self) -> None:
        self._turn_list(-1)

    def action_right(self) -> None:
        self._turn_list(1)

    def _turn_list(self, by: int) -> None:
        lists = list(LISTS)
        self.action_pane(lists[(lists.index(self.shown_list) + by) % len(lists)])

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed

    def action_back_out(self) -> None:
        """Out of a chord, a choice, the hits, the zoom, the ticks; to the pane that Enter came
        from, or to the list."""
        if self.chord:
            self.end_chord()
        elif self.selection:
            self.end_selection()
        elif self.is_marked:
            self.end_hits()
        elif self.zoomed:
            self.zoomed = False
        elif self.ticked:
            self.untick()
        elif self._way:
            self.action_pane(self._way.pop())
        else:
            self.action_pane(self.shown_list)

    def action_documents(self) -> None:
        # Seldom asked for, and a start need not wait for it.
        from .shelf import ShelfScreen

        doc = self.place.doc if self.place else None
        self.attention.settle(self.clock())
        shelf = ShelfScreen(self, self.attention.progress, doc)
        self.app.push_screen(shelf, self._open_document)

    def _open_document(self, ref: Ref | None) -> None:
        place = first_place(self.library, ref) if ref else None
        if place:
            self._jump(place, self.pane)
