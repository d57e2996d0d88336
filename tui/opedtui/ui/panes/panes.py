"""The panes side by side: which are shown, what their titles say, which one keys reach."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.widget import Widget

from ...model.refs import Ref
from ...model.stretch import Stretch
from ...reading.library import Library
from ...reading.places import Place
from ...reading.session import LISTED_KINDS
from ...render.palette import Palette
from ...settings.choices import FRAMES
from ..commands import BY_ID
from ..widgets.edge import write_below
from .arrangement import Arrangement, Shares, arranged
from .lists import ActorsList, ClaimsList, QuotesList, RecordList
from .relations import RelationsList
from .source import SourceView
from .timeline import Timeline

LISTS = {
    kind.table: pane
    for kind, pane in zip(LISTED_KINDS, (ClaimsList, ActorsList, QuotesList), strict=True)
}
"""They share a frame, one of them shown."""
PANES = (*LISTS, "source", "relations", "timeline")
"""The ids of the widgets that keys reach, in the order of Tab."""


FRAME_IDS = {"timeline": "time"}
"""The frames whose widgets have another id, because the list in them has that."""


def frame_of(pane: str) -> str:
    """The name of the frame that a pane stands in."""
    return "lists" if pane in LISTS else pane


class Panes(Container):
    """Four frames: the lists, the text, the ties, the timeline."""

    library: var[Library] = var(Library, always_update=True)
    place: var[Place | None] = var(None)
    sight: var[Place | None] = var(None)
    selection: var[Stretch | None] = var(None)
    palette: var[Palette] = var(Palette())
    pane: var[str] = var("claims")
    """The one that keys reach."""
    shown_list: var[str] = var("claims")
    single: var[bool] = var(False)
    """Whether there is room, or wish, for one at a time."""
    shares: var[Shares] = var(Shares(0, 0))
    hidden: var[tuple[str, ...]] = var(())
    read_claims: var[frozenset[Ref]] = var(frozenset)
    is_wide: var[bool] = var(False)
    """Whether there is room for three columns."""
    _arrangement: Arrangement | None = None

    def __init__(self, pane: str, shown_list: str, single: bool) -> None:
        """Arranged from the first moment, so that the pane can take the first key."""
        super().__init__()
        self.set_reactive(Panes.pane, pane)
        self.set_reactive(Panes.shown_list, shown_list)
        self.set_reactive(Panes.single, single)

    def compose(self) -> ComposeResult:
        with Container(id="lists", classes="frame"):
            for name, kind in LISTS.items():
                pane = kind(id=name).data_bind(Panes.library, Panes.place, Panes.palette)
                yield pane.data_bind(Panes.read_claims) if kind is ClaimsList else pane
        yield SourceView(id="source", classes="frame").data_bind(
            Panes.library, Panes.sight, Panes.selection, Panes.palette
        )
        yield RelationsList(id="relations", classes="frame").data_bind(
            Panes.library, Panes.place, Panes.palette
        )
        yield Timeline(id="time", classes="frame").data_bind(
            Panes.library, Panes.place, Panes.palette
        )

    def on_mount(self) -> None:
        self.query_one("#source").border_title = f"{_key('source')} Source"
        for name in LISTS:
            self.watch(self._list(name), "rows", self._title_lists)
            self.watch(self._list(name), "filter", self._title_lists)
        self.watch(self._list("timeline"), "rows", self._title_timeline)
        self.watch(self._list("timeline"), "filter", self._title_timeline)
        self._arrange()

    def watch_pane(self) -> None:
        self._arrange()

    def watch_shown_list(self) -> None:
        self._arrange()

    def watch_single(self) -> None:
        self._arrange()

    def watch_shares(self) -> None:
        self._arrange()

    def watch_hidden(self) -> None:
        self._arrange()

    def watch_is_wide(self) -> None:
        self._arrange()

    def watch_place(self, old: Place | None, new: Place | None) -> None:
        self.query_one("#relations").border_title = f"{_key('relations')} {_relations(new)}"

    def _arrange(self) -> None:
        """Set at once what is shown, because what is not shown cannot take the focus."""
        for name in LISTS:
            self.query_one(f"#{name}").display = name == self.shown_list
        self.set_class(self.single, "-single")
        active = frame_of(self.pane)
        for name, frame in self._frames.items():
            frame.set_class(name == active, "-active")
            frame.display = name == active if self.single else name not in self.hidden
        if not self.single:
            self._place_frames(arranged(self.is_wide, self.hidden, self.shares))
        self._title_lists()

    @property
    def _frames(self) -> dict[str, Widget]:
        """By the names that the settings know."""
        return {name: self.query_one(f"#{FRAME_IDS.get(name, name)}") for name in FRAMES}

    def _place_frames(self, arrangement: Arrangement) -> None:
        """Only when it is another: it lays out the whole screen anew."""
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        order, heights, columns, rows = arrangement
        self.styles.grid_size_columns, self.styles.grid_size_rows = len(columns), len(rows)
        self.styles.grid_columns = " ".join(f"{width}fr" for width in columns)
        self.styles.grid_rows = " ".join(f"{height}fr" for height in rows)
        for name, frame in self._frames.items():
            frame.styles.row_span = heights.get(name, 1)
        places = {FRAME_IDS.get(name, name): at for at, name in enumerate(order)}
        self.sort_children(key=lambda frame: places.get(frame.id or "", len(order)))

    def _title_lists(self) -> None:
        """Titles are markup, and hold the program's words, counts and refs only."""
        if self.place is None:
            return
        titles = []
        for name in LISTS:
            title = f"{_key(name)} {name.title()} {self._list(name).count}"
            titles.append(f"[b u]{title}[/]" if name == self.shown_list else title)
        self.query_one("#lists").border_title = " ─ ".join(titles)
        self._tell_filter("#lists", self._list(self.shown_list))

    def _title_timeline(self) -> None:
        events = self._list("timeline")
        count = f" {events.count}" if events.filter else ""
        self.query_one("#time").border_title = f"{_key('timeline')} Timeline{count}"
        self._tell_filter("#time", events)

    def _tell_filter(self, frame: str, records: RecordList) -> None:
        told = f"{_key('filter')} {records.shown_filter}" if records.filter else ""
        write_below(self.query_one(frame), told)

    def _list(self, name: str) -> RecordList:
        return self.query_one(f"#{name}", RecordList)


def _relations(place: Place | None) -> str:
    return f"Relations of {place.ref}" if place and place.ref else "Relations"


def _key(pane: str) -> str:
    return BY_ID[pane].shown_keys[0]
