"""The panes side by side: which are shown, what their titles say, which one keys reach."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.widget import Widget

from ...reading.library import Library
from ...reading.places import Place
from ...render.palette import Palette
from ..commands import BY_ID
from .lists import ActorsList, ClaimsList, QuotesList
from .relations import RelationsList
from .source import SourceView
from .timeline import Timeline

LISTS = {"claims": ClaimsList, "actors": ActorsList, "quotes": QuotesList}
"""They share a frame, one of them shown."""
PANES = (*LISTS, "source", "relations", "timeline")
"""The ids of the widgets that keys reach, in the order of Tab."""


class Panes(Container):
    """Four frames: the lists, the text, the ties, the timeline."""

    library: var[Library] = var(Library)
    place: var[Place | None] = var(None)
    sight: var[Place | None] = var(None)
    palette: var[Palette] = var(Palette())
    pane: var[str] = var("claims")
    """The one that keys reach."""
    shown_list: var[str] = var("claims")
    single: var[bool] = var(False)
    """Whether there is room, or wish, for one at a time."""

    def compose(self) -> ComposeResult:
        with Container(id="lists", classes="frame"):
            for name, kind in LISTS.items():
                yield kind(id=name).data_bind(Panes.library, Panes.place, Panes.palette)
        yield SourceView(id="source", classes="frame").data_bind(
            Panes.library, Panes.sight, Panes.palette
        )
        yield RelationsList(id="relations", classes="frame").data_bind(
            Panes.library, Panes.place, Panes.palette
        )
        yield Timeline(id="time", classes="frame").data_bind(
            Panes.library, Panes.place, Panes.palette
        )

    def on_mount(self) -> None:
        self._arrange()

    def watch_pane(self) -> None:
        self._arrange()

    def watch_shown_list(self) -> None:
        self._arrange()

    def watch_single(self) -> None:
        self._arrange()

    def watch_library(self) -> None:
        self._title()

    def watch_place(self) -> None:
        self._title()

    def _arrange(self) -> None:
        """Set at once what is shown, because what is not shown cannot take the focus."""
        for name in LISTS:
            self.query_one(f"#{name}").display = name == self.shown_list
        self.set_class(self.single, "-single")
        active = self.query_one(f"#{self.pane}")
        for frame in self.query(".frame"):
            is_active = frame in active.ancestors_with_self
            frame.set_class(is_active, "-active")
            frame.display = is_active or not self.single
        self._title()

    def _title(self) -> None:
        """Titles are markup, and hold the program's words, counts and refs only."""
        if self.place is None or not self.is_mounted:
            return
        paragraphs = self.library.paragraphs(self.place.doc)
        at = paragraphs.at(self.place.start)
        titles = {
            "lists": " ─ ".join(self._list_titles(self.place)),
            "source": f"{_key('source')} Source ─ ¶ {at.number if at else 0} of {len(paragraphs)}",
            "relations": f"{_key('relations')} Relations of {self.place.ref or 'these words'}",
            "time": f"{_key('timeline')} Timeline",
        }
        for frame, title in titles.items():
            self.query_one(f"#{frame}", Widget).border_title = title

    def _list_titles(self, place: Place) -> list[str]:
        library = self.library
        records = (library.claims, library.actors, library.quotes)
        titles = []
        for name, every in zip(LISTS, records, strict=True):
            title = f"{_key(name)} {name.title()} {len(library.in_document(place.doc, every))}"
            titles.append(f"[b u]{title}[/]" if name == self.shown_list else title)
        return titles


def _key(pane: str) -> str:
    return BY_ID[pane].shown_keys[0]
