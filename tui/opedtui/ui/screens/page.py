"""A page over the screen, to be read and closed again."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from ..bindings import bindings
from ..commands import BY_ID
from ..whole import WholeModal


class Scroll(VerticalScroll):
    """Scrolls by the same keys as everything else, at once."""

    BINDINGS = bindings(
        BY_ID[name] for name in ("down", "up", "page-down", "page-up", "first", "last")
    )

    def action_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self.scroll_relative(y=self.size.height - 1, animate=False)

    def action_page_up(self) -> None:
        self.scroll_relative(y=1 - self.size.height, animate=False)

    def action_first(self) -> None:
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        self.scroll_end(animate=False)


class Drawn:
    """What is drawn once for each width; Textual (8.2.8) asks for it three times."""

    def __init__(self, page: RenderableType) -> None:
        self._page = page
        self._by_width: dict[int, list[Segment]] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        if width not in self._by_width:
            self._by_width[width] = list(console.render(self._page, options))
        return self._by_width[width]


class Page(WholeModal[None]):
    """Closes by Escape, by q, and by the keys that opened it."""

    def __init__(self, title: str, page: RenderableType, opened_by: Iterable[str]) -> None:
        super().__init__()
        self._title = title
        self._page = page
        keys = ",".join(("escape", "backspace", "q", *opened_by))
        self._bindings.bind(keys, "dismiss", "close", show=False)

    def compose(self) -> ComposeResult:
        with Scroll(classes="dialog") as scroll:
            scroll.border_title = self._title
            scroll.border_subtitle = "Esc closes"
            yield Static(Drawn(self._page))
