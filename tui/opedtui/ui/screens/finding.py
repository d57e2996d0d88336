"""Searching beside the text, and walking from hit to hit in it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.reactive import var

from ...model.refs import Ref
from ...reading.places import Place, words_at
from .editing import Editing

if TYPE_CHECKING:
    from ...reading.searching.entries import Entry
    from ...reading.searching.query import Mark, Query
    from .search import SearchPanel

# What searches is imported when the reader searches: a start need not wait for it.


class _Before(NamedTuple):
    """Where the reader was when the search began."""

    pane: str
    top: int
    cursor: int


class Finding(Editing):
    """The reader stays where the reader is until a find is chosen."""

    pane: var[str] = var("claims")
    """The pane that keys reach."""
    is_searching: var[bool] = var(False)
    """Whether the prompt is open; then keys are letters."""
    hits: var[tuple[Mark, ...]] = var(())
    """Where in the text the words stand that were looked for."""

    _panel: SearchPanel | None = None
    _before: _Before | None = None
    _sought: Query | None = None
    """What is marked in the text, until Escape."""
    _hits_of: tuple[object, ...] = ()
    """What the hits were found for."""

    def watch_sight(self) -> None:
        self._find_hits()

    def watch_hits(self) -> None:
        self.source.hits = self.hits
        if not self.hits:
            self.source.border_subtitle = ""

    @property
    def is_marked(self) -> bool:
        """Whether something was looked for, and is marked until Escape."""
        return self._sought is not None

    def watch_library(self) -> None:
        self.follow_search()

    def may_find(self, action: str) -> bool | None:
        """Whether a command may be used, as far as searching has a say in it; else None."""
        if self.is_searching:
            return action in ("app.quit", "app.help")
        if action == "hit":
            return self._sought is not None
        if action == "note" and self._sought is not None:
            return False
        return None

    async def action_search(self) -> None:
        """The text on one side, the prompt on the other."""
        from .search import SearchPanel

        self._before = _Before(self.pane, self.source.top, self.source.cursor)
        if self._panel is None:
            self._panel = SearchPanel(self.library, self.palette)
            await self.mount(self._panel)
        self._panel.show_in(self.library, self.palette)
        self.is_searching = True
        self.pane = "source"
        self._panel.open(self.place.doc if self.place else None)

    def follow_search(self) -> None:
        """Other records are found, and stand elsewhere."""
        if self._panel:
            self._panel.show_in(self.library, self.palette)
        self._find_hits()

    def on_search_panel_looked(self, event: SearchPanel.Looked) -> None:
        if self.is_searching:
            self._look_at(event.entry, event.query)

    def _look_at(self, entry: Entry | None, query: Query | None) -> None:
        """The words of a find in the text; those of the place where nothing is found."""
        from ...reading.searching.hits import place_of_find

        self._sought = query
        found = place_of_find(self.library, entry, query, self.place) if entry and query else None
        self.sight = found or self.place
        self._find_hits()

    def on_search_panel_chosen(self, event: SearchPanel.Chosen) -> None:
        """Go there by the trail, and keep the words marked."""
        self._look_at(event.entry, event.query)
        place, before = self.sight, self._before
        self._close()
        self._sought = event.query
        if place and before:
            self.pane = before.pane
            self._jump(place, "source")
        self._find_hits()

    def on_search_panel_left(self) -> None:
        """Everything is as it was."""
        before = self._before
        self._sought = None
        self._close()
        self.sight = self.place
        self._find_hits()
        if before:
            self.action_pane(before.pane)
            self.source.cursor = before.cursor
            self.call_after_refresh(self.source.scroll_to_offset, before.top)

    def _close(self) -> None:
        self.is_searching = False
        if self._panel:
            self._panel.display = False

    def end_hits(self) -> None:
        """Nothing is marked any more."""
        self._sought = None
        self._find_hits()

    def _find_hits(self) -> None:
        """In the text in sight; kept while that and the words are the same."""
        sight, query = self.sight, self._sought
        asked = (sight and self.library.get(sight.doc), query)
        if asked == self._hits_of:
            return
        self._hits_of = asked
        self.hits = self._hits_in(sight.doc, query) if sight and query else ()

    def _hits_in(self, doc: Ref, query: Query) -> tuple[Mark, ...]:
        from ...reading.searching.hits import hits_in

        return hits_in(self.library, doc, query)

    def action_hit(self, step: int) -> None:
        """To the next hit in the text, round and round, and say which it is."""
        from ...reading.searching.hits import next_hit

        at = next_hit(self.hits, self.source.cursor, step)
        if at is None or not self.place:
            return self.say("The words do not stand in this text; Esc ends the search")
        self.place = words_at(self.library, self.place.doc, *self.hits[at])
        self.source.border_subtitle = f"hit {at + 1} of {len(self.hits)}"

    def action_pane(self, name: str) -> None:
        raise NotImplementedError

    def _jump(self, place: Place, pane: str) -> None:
        """Go to a place, by way of the trail, and on to a pane."""
        raise NotImplementedError
