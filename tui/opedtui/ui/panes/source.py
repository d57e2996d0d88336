"""The text, line by line, with a cursor to walk in it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import events
from textual.reactive import var
from textual.strip import Strip

from ...model.records import Document
from ...model.refs import Kind
from ...model.stretch import Stretch
from ...reading.library import Library
from ...reading.places import Place, place_at
from ...reading.words import next_word, previous_word
from ...render.layout import Layout
from ...render.palette import Palette
from ...render.source import GUTTER, Page, column_width
from ...settings.file import chosen
from ..bindings import bindings
from ..commands import BY_ID, MOVE, in_group
from ..messages import Choose, Go, Walk
from ..widgets.painting import Sized, Target, paint, set_length


class SourceView(Sized, can_focus=True, inherit_bindings=False):
    """Shows the words in sight; says where the reader walks."""

    ALLOW_SELECT = False
    """Drawing over words chooses them."""
    BINDINGS = bindings([*in_group(MOVE), BY_ID["go"]])

    library: var[Library] = var(Library, always_update=True)
    sight: var[Place | None] = var(None)
    """The place whose words are shown."""
    selection: var[Stretch | None] = var(None)
    """The words that the reader is choosing."""
    hits: var[tuple[tuple[int, int], ...]] = var(())
    """Words that the reader looked for: code points, end-exclusive."""
    palette: var[Palette] = var(Palette())
    cursor: var[int] = var(0)
    """The code point of the text that keys start from."""

    page: Page | None = None
    _laid: tuple[tuple[str, int], Layout] | None = None
    """The lines, and the text and width that they are of."""
    _column = 0
    """The cell that moving up and down tries to keep."""
    _drawn_from: int | None = None
    """Where the button of the mouse was pressed."""
    _kept = 0
    """The code point that stays on the first line while the window changes."""

    @property
    def top(self) -> int:
        """The first code point shown."""
        if not self.page or not self.page.layout.lines:
            return 0
        lines = self.page.layout.lines
        return lines[min(round(self.scroll_y), len(lines) - 1)].start

    def scroll_to_offset(self, offset: int) -> None:
        """Make the line of this code point the first one shown."""
        if self.page:
            self.scroll_to(y=self.page.layout.line_at(offset), animate=False)

    def watch_library(self) -> None:
        self._lay_out()

    def watch_palette(self) -> None:
        self._lay_out()

    def watch_sight(self, old: Place | None, new: Place | None) -> None:
        if new is None or self.page is None or new.doc != self.page.doc:
            self._lay_out()
        else:
            self._redraw(self.page.lines_of(old) | self.page.lines_of(new))
        if new is None:
            return
        if not new.start <= self.cursor < max(new.end, new.start + 1):
            self._put_cursor(new.start)
        self._bring_into_view(new)

    def watch_hits(self) -> None:
        self.refresh()

    def watch_selection(self, old: Stretch | None, new: Stretch | None) -> None:
        if self.page:
            here = self.page.lines_of(self.sight)
            self._redraw(here | self.page.lines_of(None, old) | self.page.lines_of(None, new))
            if new:
                self._bring_into_view(Place(self.page.doc, *new))

    def watch_cursor(self, old: int, new: int) -> None:
        if self.page:
            self._redraw({self.page.layout.line_at(old), self.page.layout.line_at(new)})

    def on_focus(self) -> None:
        self.watch_cursor(self.cursor, self.cursor)

    def on_blur(self) -> None:
        self.watch_cursor(self.cursor, self.cursor)

    def fit(self) -> None:
        """The lines change, the words at the top stay; while it is hidden nothing changes."""
        if not self.size.width:
            return
        if not self.page or self.page.layout.line_at(self._kept) != round(self.scroll_y):
            self._kept = self.top
        self._lay_out()
        self.scroll_to_offset(self._kept)
        if self.sight:
            self._bring_into_view(self.sight)

    def _lay_out(self) -> None:
        document = self.library.document(self.sight.doc) if self.sight else None
        if document is None or not self.size.width:
            self.page = None
            set_length(self, 0)
        else:
            layout = self._layout_of(document)
            self.page = Page(self.library, document.ref, layout, self.palette)
            set_length(self, len(layout))

    def _layout_of(self, document: Document) -> Layout:
        """Other records on the same text leave its lines as they are."""
        key = document.text, self._column_width
        if self._laid is None or self._laid[0] != key:
            paragraphs = self.library.paragraphs(document.ref)
            self._laid = key, Layout(document.text, paragraphs, self._column_width)
        return self._laid[1]

    def _redraw(self, lines: set[int]) -> None:
        for line in lines:
            self.refresh_line(line)

    def _bring_into_view(self, place: Place) -> None:
        """Leave the text where it is if the words are shown; else set them in the upper third."""
        height = self.scrollable_content_region.height
        if not self.page or not height:
            return
        first = self.page.layout.line_at(place.start)
        last = self.page.layout.line_at(max(place.start, place.end - 1))
        top = round(self.scroll_y)
        if first < top or min(last, first + height - 1) >= top + height:
            self.scroll_to(y=max(0, first - height // 3), animate=False)

    def draw_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + round(self.scroll_y)
        if not self.page or index >= len(self.page.layout):
            return paint(self, Text(), width)
        cursor = self.cursor if self.has_focus else None
        line = self.page.line(index, self.sight, cursor, self.selection, self.hits)
        return paint(self, Text.assemble(" " * self._indent, line), width)

    def targets(self) -> Iterator[Target]:
        """Every record that begins in a line that is shown."""
        if not self.page:
            return
        layout, top = self.page.layout, round(self.scroll_y)
        shown = layout.lines[top : top + self.scrollable_content_region.height]
        anchors = self.library.anchors(self.page.doc)
        for y, line in enumerate(shown):
            for anchor in anchors.between(line.start, line.end):
                if line.start <= anchor.start:
                    x = self._indent + GUTTER + layout.cells(line.start, anchor.start)
                    place = Place(self.page.doc, anchor.start, anchor.end, anchor.ref)
                    yield Target(self, x, y, place)

    @property
    def _column_width(self) -> int:
        return column_width(self.scrollable_content_region.width, chosen().settings.column)

    @property
    def _indent(self) -> int:
        """A column narrower than the pane stands in its middle."""
        width = self.scrollable_content_region.width
        return max(0, (width - GUTTER - 1 - self._column_width) // 2)

    def _put_cursor(self, offset: int) -> None:
        self.cursor = offset
        if self.page:
            self._column = self.page.layout.column_at(offset)

    def _walk(self, offset: int, *, keep_column: bool = False) -> None:
        """Move the cursor, and say what stands there."""
        if not self.page or offset == self.cursor:
            return
        column = self._column
        self._put_cursor(offset)
        if keep_column:
            self._column = column
        self._bring_into_view(Place(self.page.doc, offset, offset + 1))
        self.post_message(Walk(place_at(self.library, self.page.doc, offset)))

    def _walk_lines(self, by: int) -> None:
        if not self.page or not self.page.layout.lines:
            return
        lines = self.page.layout.lines
        index = self.page.layout.line_at(self.cursor) + by
        index = min(max(index, 0), len(lines) - 1)
        if lines[index].paragraph is None:
            index += 1 if by > 0 else -1
        self._walk(self.page.layout.offset_at(index, self._column), keep_column=True)

    def action_down(self) -> None:
        self._walk_lines(1)

    def action_up(self) -> None:
        self._walk_lines(-1)

    def action_page_down(self) -> None:
        self._walk_lines(max(1, self.scrollable_content_region.height - 2))

    def action_page_up(self) -> None:
        self._walk_lines(-max(1, self.scrollable_content_region.height - 2))

    def action_first(self) -> None:
        self._walk_lines(-len(self.page.layout) if self.page else 0)

    def action_last(self) -> None:
        self._walk_lines(len(self.page.layout) if self.page else 0)

    def action_right(self) -> None:
        if self.page:
            self._walk(next_word(self.page.layout.text, self.cursor))

    def action_left(self) -> None:
        if self.page:
            self._walk(previous_word(self.page.layout.text, self.cursor))

    def action_next_paragraph(self) -> None:
        self._walk_paragraphs(1)

    def action_previous_paragraph(self) -> None:
        self._walk_paragraphs(-1)

    def _walk_paragraphs(self, by: int) -> None:
        if self.page and self.page.layout.lines:
            paragraphs = self.library.paragraphs(self.page.doc)
            index = paragraphs.index_at(self.cursor)
            if by < 0 and self.cursor > paragraphs[index].start:
                index += 1
            self._walk(paragraphs[min(max(index + by, 0), len(paragraphs) - 1)].start)

    def action_go(self) -> None:
        if self.sight and self.sight.ref and self.sight.ref.kind is not Kind.DOCUMENT:
            self.post_message(Go(self.sight.ref))

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, the second goes."""
        offset = self._offset_under(event)
        if offset is not None:
            self._walk(offset)
            if event.chain == 2:
                self.action_go()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._drawn_from = self._offset_under(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drawing over words chooses them."""
        start, end = self._drawn_from, self._offset_under(event)
        if event.button and start is not None and end is not None and start != end:
            self.post_message(Choose(Stretch(min(start, end), max(start, end) + 1)))

    def on_mouse_up(self) -> None:
        self._drawn_from = None

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        """The character of the text under the mouse."""
        spot = event.get_content_offset(self)
        if not spot or not self.page or not self.page.layout.lines:
            return None
        column = max(0, spot.x - self._indent - GUTTER)
        return self.page.layout.offset_at(spot.y + round(self.scroll_y), column)
