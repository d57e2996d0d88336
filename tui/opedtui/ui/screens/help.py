"""Every key, and what the signs mean."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from ...render.legend import legend
from ...render.palette import Palette
from ..bindings import bindings
from ..commands import BY_ID, groups, in_group

KEY_WIDTH = 18


def help_text(palette: Palette) -> Text:
    """The page: commands by group, then the signs."""
    page = Text()
    for group in groups():
        page.append(f"{group}\n", palette.strong)
        for command in in_group(group):
            keys = " ".join(command.shown_keys)
            page.append(f"  {keys:<{KEY_WIDTH}}", palette.actor)
            page.append(f"{command.help}\n")
        page.append("\n")
    page.append("Signs\n", palette.strong)
    return page.append_text(legend(palette))


class HelpPage(VerticalScroll):
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


class Help(ModalScreen[None]):
    """The page over the screen."""

    BINDINGS = [Binding("escape,backspace,q,question_mark,f1", "dismiss", "close")]

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette

    def compose(self) -> ComposeResult:
        with HelpPage(classes="dialog") as page:
            page.border_title = "Keys"
            page.border_subtitle = "Esc closes"
            yield Static(help_text(self._palette))
