"""The page of an actor: everything they have to do with, and their timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var

from ...model.refs import Ref
from ...reading.following.actor_page import place_of_row
from ...reading.following.moments import moments
from ...reading.library import Library
from ...reading.places import Place, place_of
from ...reading.speakers import actors_of
from ...render.actor_page import MomentRows, PageRows, actor_title
from ...render.palette import Palette
from ..bindings import bindings
from ..commands import BY_ID
from ..messages import Go
from ..panes.bars import Card
from ..panes.source import SourceView
from ..panes.timeline import Axis
from ..whole import Whole
from ..widgets.line import LineWidget
from ..widgets.too_small import SMALLEST, TooSmall
from ..widgets.virtual_list import VirtualList
from .changing import Changing
from .jump import JumpScreen, targets_on

TWO_COLUMNS, WITH_WORDS = 100, 22
"""Columns from which the words stand beside the page; rows from which they stand below it."""
TITLES = ("Actor", "Timeline")
USED = ("back-out", "actor", "next-here", "previous-here", "jump", "help", "theme")
"""Commands that mean here what they mean elsewhere."""
KEYS = (
    ("⏎", "to its words"), ("}{", "groups"), ("t", "timeline"), ("a", "actor of the row"),
    (";", "jump"), ("Esc", "back"),
)  # fmt: skip


class PageList(VirtualList):
    """The rows of the page or of the timeline; headings are passed over."""

    DEFAULT_CSS = "PageList { height: 1fr; }"
    BINDINGS = [
        *bindings((BY_ID["next-paragraph"], BY_ID["previous-paragraph"])),
        Binding("l,right", "next_paragraph", show=False),
        Binding("h,left", "previous_paragraph", show=False),
    ]

    empty = "Nothing is known of this actor but the name."

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

    @dataclass
    class Chosen(Message):
        """The reader wants to go to the words of the row."""

    def is_heading(self, index: int) -> bool:
        return isinstance(self.rows, PageRows) and self.rows.is_heading(index)

    def put_cursor(self, index: int) -> None:
        """On this row, or the one below a heading; nothing is said."""
        index = min(max(index, 0), max(0, len(self.rows) - 1))
        self.cursor = index + (len(self.rows) > 0 and self.is_heading(index))

    def _move_to(self, index: int) -> None:
        before = self.cursor
        upward = 0 < index < before and self.is_heading(min(index, len(self.rows) - 1))
        self.put_cursor(index - 1 if upward else index)
        if self.cursor != before:
            self.post_message(self.Moved())

    def _keep_in_view(self, index: int) -> None:
        """With the heading above it."""
        if index > 0 and len(self.rows) and self.is_heading(index - 1):
            super()._keep_in_view(index - 1)
        super()._keep_in_view(index)

    def action_next_paragraph(self) -> None:
        """The next group."""
        if isinstance(self.rows, PageRows) and len(self.rows):
            self._move_to(self.rows.heading_near(self.cursor, 1) + 1)

    def action_previous_paragraph(self) -> None:
        """The beginning of the group, or the group before."""
        if isinstance(self.rows, PageRows) and len(self.rows):
            first = self.rows.heading_near(self.cursor, 0) + 1
            back = self.rows.heading_near(self.cursor, -1) + 1
            self._move_to(first if first < self.cursor else back)

    def action_go(self) -> None:
        if len(self.rows):
            self.post_message(self.Chosen())


class ActorTitle(LineWidget):
    """Who it is, and who else the record brought up."""

    DEFAULT_CSS = "ActorTitle { background: $panel; }"

    text: var[Text] = var(Text)

    def watch_text(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        return self.text.copy()


class PageKeys(LineWidget):
    """What may be done here."""

    DEFAULT_CSS = "PageKeys { background: $panel; }"

    several: var[bool] = var(False)

    def watch_several(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        line = Text(" ")
        for key, what in (*KEYS, *([(".,", "the others")] if self.several else [])):
            line.append(f"{key} ", self.palette.strong).append(f"{what}   ", self.palette.dim)
        return line


class Spot(NamedTuple):
    """Where on which page the reader is."""

    actor: Ref
    cursor: int = 0
    on_timeline: bool = False


class ActorScreen(Whole[Place | None]):
    """Looks at a library; moving shows the words, Enter leaves for them."""

    DEFAULT_CSS = """
    ActorScreen { layout: vertical; background: $background; }
    ActorScreen #page-panes { height: 1fr; layout: grid; grid-size: 1 1; }
    ActorScreen #words { display: none; }
    ActorScreen.-columns #page-panes { grid-size: 2 1; grid-columns: 11fr 9fr; }
    ActorScreen.-words #page-panes { grid-size: 1 2; grid-rows: 3fr 2fr; }
    ActorScreen.-columns.-words #page-panes { grid-size: 2 1; grid-rows: 1fr; }
    ActorScreen.-columns #words, ActorScreen.-words #words { display: block; }
    ActorScreen Axis { display: none; }
    ActorScreen.-timeline Axis { display: block; }
    ActorScreen.-cramped > *, ActorScreen.-flat > * { display: none; }
    ActorScreen.-cramped > TooSmall, ActorScreen.-flat > TooSmall { display: block; }
    """
    AUTO_FOCUS = "PageList"
    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (SMALLEST[0], "-fits"), (TWO_COLUMNS, "-columns")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-high"), (WITH_WORDS, "-words")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(BY_ID[name] for name in USED),
        Binding("q", "leave_page", "close"),
        Binding("t", "timeline", "timeline"),
    ]

    library: var[Library] = var(Library, always_update=True)
    sight: var[Place | None] = var(None)
    palette: var[Palette] = var(Palette())

    rows = query_one(PageList)

    def __init__(
        self, reader: Changing, here: Place, actors: Sequence[Ref], record: Ref | None = None
    ) -> None:
        """`here`: where the reader is meanwhile; `actors`: whom the record brought up."""
        super().__init__()
        self.set_reactive(ActorScreen.library, reader.library)
        self.set_reactive(ActorScreen.palette, reader.palette)
        self.set_reactive(ActorScreen.sight, here)
        self._reader = reader
        self._fit(*reader.app.size)
        self._actors = tuple(actors)
        self._here = here
        self._spot = Spot(actors[0])
        self._record = record
        self._spots_before: list[tuple[tuple[Ref, ...], Spot]] = []
        """The pages that led here."""

    def _fit(self, width: int, height: int) -> None:
        """Before the first painting, so that nothing is laid out twice."""
        for size, breakpoints in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(next(name for least, name in reversed(breakpoints) if size >= least))

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield ActorTitle().data_bind(ActorScreen.palette)
        with Container(id="page-panes"):
            with Vertical(id="page", classes="frame -active"):
                yield Axis().data_bind(ActorScreen.palette)
                yield PageList().data_bind(ActorScreen.palette)
            words = SourceView(id="words", classes="frame")
            words.can_focus = False
            words.border_title = "Source"
            yield words.data_bind(ActorScreen.library, ActorScreen.sight, ActorScreen.palette)
        yield Card().data_bind(ActorScreen.library, ActorScreen.sight, ActorScreen.palette)
        yield PageKeys().data_bind(ActorScreen.palette)

    def on_mount(self) -> None:
        for name in ("library", "palette"):
            self.watch(self._reader, name, partial(setattr, self, name), init=False)
        self._open(self._spot)
        self._put_on(self._record)

    def watch_palette(self) -> None:
        if self.is_mounted:
            self._open(self._present)

    def watch_library(self) -> None:
        """Others may change it meanwhile."""
        if self.is_mounted:
            self._open(self._present)

    @property
    def _present(self) -> Spot:
        return self._spot._replace(cursor=self.rows.cursor)

    def _open(self, spot: Spot) -> None:
        self._spot = spot
        self.set_class(spot.on_timeline, "-timeline")
        page = self.library.actor_pages.page(spot.actor)
        if spot.on_timeline:
            self.rows.empty = "Nothing of this actor is dated."
            rows = MomentRows(self.library, moments(self.library, page), self.palette)
            self.query_one(Axis).rows = rows
            self.rows.rows = rows
        else:
            self.rows.empty = PageList.empty
            self.rows.rows = PageRows(self.library, page, self.palette)
        self.rows.put_cursor(spot.cursor)
        self.query_one("#page").border_title = TITLES[spot.on_timeline]
        self.query_one(ActorTitle).text = Text(" ").append_text(
            actor_title(self.library, spot.actor, self.palette, self._actors)
        )
        self.query_one(PageKeys).several = len(self._actors) > 1
        self._look()

    @property
    def _place(self) -> Place:
        """The words of the row under the cursor."""
        rows, at = self.rows.rows, self.rows.cursor
        if isinstance(rows, PageRows) and len(rows):
            row = rows.row(at)
            if row is not None:
                return place_of_row(self.library, self._spot.actor, row, self._here)
        ref = rows.ref(at) if len(rows) else self._spot.actor
        return place_of(self.library, ref, self._here)

    @on(PageList.Moved)
    def _look(self) -> None:
        self.sight = self._place

    @on(PageList.Chosen)
    @on(Go)
    def _go(self) -> None:
        self.dismiss(self._place)

    def action_leave_page(self) -> None:
        self.dismiss(None)

    def action_back_out(self) -> None:
        """From the timeline to the page, from it to the page before, and then back to reading."""
        if self._spot.on_timeline:
            self.action_timeline()
        elif self._spots_before:
            self._actors, spot = self._spots_before.pop()
            self._open(spot)
        else:
            self.action_leave_page()

    def action_timeline(self) -> None:
        """Between the page and what of it is dated; the record under the cursor stays."""
        rows, at = self.rows.rows, self.rows.cursor
        ref = rows.ref(at) if len(rows) else None
        self._open(Spot(self._spot.actor, 0, not self._spot.on_timeline))
        self._put_on(ref)

    def _put_on(self, ref: Ref | None) -> None:
        """The row of this record under the cursor, if it has one."""
        rows = self.rows.rows
        at = rows.index(ref) if ref and isinstance(rows, PageRows | MomentRows) else None
        if at is not None:
            self.rows.put_cursor(at)
            self._look()

    def action_actor(self) -> None:
        """The page of another actor, whom the row brings up."""
        rows = self.rows.rows
        refs = actors_of(self.library, rows.ref(self.rows.cursor)) if len(rows) else ()
        others = tuple(ref for ref in refs if ref != self._spot.actor)
        if others:
            self._spots_before.append((self._actors, self._present))
            self._actors = others
            self._open(Spot(others[0]))

    def action_cycle_here(self, by: int) -> None:
        """The page of the next of those whom the record brought up."""
        at = self._actors.index(self._spot.actor) + by
        self._open(Spot(self._actors[at % len(self._actors)], 0, self._spot.on_timeline))

    def action_jump(self) -> None:
        targets = [t for t in targets_on(self) if t.view is self.rows]
        targets = [t for t in targets if not self.rows.is_heading(_index(t.at))]
        screen = JumpScreen(self.palette, targets)

        def arrive(_: object) -> None:
            if screen.target:
                self.rows.put_cursor(_index(screen.target.at))
                self._look()

        self.app.push_screen(screen, arrive)


def _index(at: object) -> int:
    assert isinstance(at, int), "a list knows its rows by their numbers"
    return at
