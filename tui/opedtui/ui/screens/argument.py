"""The argument as a tree, and what is missing in it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from ...model.refs import Ref
from ...reading.argument import all_ways, below, roots, unfolded
from ...reading.gaps import gaps
from ...reading.library import Library
from ...reading.places import Place
from ...render.palette import Palette
from ...render.weighing import ArgumentRows, GapRows
from ..messages import Go, Look
from ..widgets.virtual_list import VirtualList
from .beside_words import BesideWords

Ways = set[tuple[Ref | None, ...]]
MOST_UNFOLDED = 2_000
"""Nodes that one key opens; a tree of restatements could be endless for a reader."""


class WeighedList(VirtualList):
    """Moving shows words, choosing goes to them."""

    def message_when_moved(self, ref: Ref) -> Message | None:
        return Look(ref)

    def message_when_chosen(self, ref: Ref) -> Message | None:
        return Go(ref)


class ArgumentTree(WeighedList):
    """Unfolds in place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "unfold", "unfold"),
        Binding("h,left", "fold", "fold"),
        Binding("space", "turn", "unfold or fold"),
        Binding("asterisk", "unfold_all", "unfold all"),
    ]
    empty = "No claim is central here, and none is argued for."

    def __init__(self, library: Library, palette: Palette, doc: Ref, open_ways: Ways) -> None:
        super().__init__(classes="frame")
        self.set_reactive(VirtualList.palette, palette)
        self._library = library
        self._doc = doc
        self.open_ways = open_ways
        self.border_title = "Argument"
        self.border_subtitle = "l h unfold, fold · * all · ⏎ goes · Tab gaps · Esc"

    def fill(self) -> None:
        nodes = unfolded(self._library, self._doc, self.open_ways)
        self.rows = ArgumentRows(self._library, nodes, self.open_ways, self.palette)

    @property
    def nodes(self) -> ArgumentRows:
        return cast(ArgumentRows, self.rows)

    def action_unfold(self) -> None:
        """What is open leads on to the first below it."""
        if not len(self.rows):
            return
        node = self.nodes.nodes[self.cursor]
        if node.way in self.open_ways:
            self._move_to(self.cursor + 1)
        elif below(self._library, node):
            self.open_ways.add(node.way)
            self.fill()

    def action_fold(self) -> None:
        """What is folded leads back to the one above it."""
        if not len(self.rows):
            return
        node = self.nodes.nodes[self.cursor]
        if node.way in self.open_ways:
            self.open_ways.discard(node.way)
            self.fill()
        else:
            above = range(self.cursor, -1, -1)
            depth = len(node.path)
            at = next((i for i in above if len(self.nodes.nodes[i].path) < depth), self.cursor)
            self._move_to(at)

    def action_turn(self) -> None:
        if len(self.rows) and self.nodes.nodes[self.cursor].way in self.open_ways:
            self.action_fold()
        else:
            self.action_unfold()

    def action_unfold_all(self) -> None:
        """Everything, or the central claims alone again."""
        everything = set(all_ways(self._library, self._doc, MOST_UNFOLDED))
        if everything <= self.open_ways:
            self.open_ways.clear()
        else:
            self.open_ways |= everything
        self.fill()


class GapsList(WeighedList):
    """A heading for each question, and the answers under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "heading(1)", "next kind"),
        Binding("h,left", "heading(-1)", "kind before"),
    ]
    empty = "Nothing is missing here."

    def action_heading(self, by: int) -> None:
        headings = [
            i for i, row in enumerate(cast(GapRows, self.rows).rows) if isinstance(row, str)
        ]
        ahead = [i for i in headings if (i > self.cursor if by > 0 else i < self.cursor)]
        if ahead:
            self._move_to(ahead[0 if by > 0 else -1])


class ArgumentScreen(BesideWords):
    """Two lists that take turns: the tree, and the gaps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("E", "dismiss(None)", "close"),
        Binding("tab,shift+tab", "turn_list", "tree or gaps"),
    ]
    DEFAULT_CSS = "ArgumentScreen VirtualList { height: 1fr; }"

    def __init__(
        self,
        library: Library,
        palette: Palette,
        place: Place,
        at: tuple[bool, int, Ways] | None = None,
    ) -> None:
        super().__init__(library, palette, place)
        first = {node.way for node in roots(library, place.doc)}
        self._in_gaps, self._cursor, self._open = at or (False, 0, first)

    @property
    def at(self) -> tuple[bool, int, Ways]:
        """What is to be opened the next time."""
        return self._in_gaps, self._cursor, self._open

    @property
    def _list(self) -> WeighedList:
        return self.query_one(GapsList if self._in_gaps else ArgumentTree)

    def compose_rows(self) -> list[Widget]:
        missing = GapsList(classes="frame")
        missing.set_reactive(VirtualList.palette, self.palette)
        return [ArgumentTree(self.library, self.palette, self.place.doc, self._open), missing]

    def on_mount(self) -> None:
        found = gaps(self.library, self.place.doc, date.today())
        missing = self.query_one(GapsList)
        missing.rows = GapRows(self.library, found, self.palette)
        missing.border_title = f"Gaps {len(found)}"
        missing.border_subtitle = "l h next kind · ⏎ goes · Tab argument · Esc"
        self.query_one(ArgumentTree).fill()
        self._show_list()
        self._list.cursor = min(self._cursor, max(0, len(self._list.rows) - 1))
        self._show_here()

    def _show_list(self) -> None:
        self.query_one(ArgumentTree).display = not self._in_gaps
        self.query_one(GapsList).display = self._in_gaps
        self.set_focus(self._list)

    def _show_here(self) -> None:
        rows = self._list.rows
        self._cursor = self._list.cursor
        self.show_words(rows.ref(self._list.cursor) if len(rows) else None)

    def action_turn_list(self) -> None:
        self._in_gaps = not self._in_gaps
        self._show_list()
        self._show_here()

    @on(Look)
    def _look(self) -> None:
        self._show_here()

    @on(Go)
    def _go(self, event: Go) -> None:
        self.go_to(event.ref)
