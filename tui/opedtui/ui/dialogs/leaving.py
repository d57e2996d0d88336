"""Whether to open an address: it is shown in full, as the browser will be given it."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from ...reading.addresses import Address
from ...render.palette import Palette
from ..whole import WholeModal
from .question import Question

QUESTION = "Open this address in the browser?"


class Leaving(WholeModal[bool]):
    """The host stands out, since that is who will be asked for the page."""

    DEFAULT_CSS = """
    Leaving Static { height: auto; }
    """

    BINDINGS = Question.BINDINGS

    def __init__(self, palette: Palette, address: Address) -> None:
        super().__init__()
        self._palette = palette
        self._address = address

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog -small") as frame:
            frame.border_subtitle = "y yes   n no"
            yield Static(self._text(), markup=False)

    def _text(self) -> Text:
        url, host = self._address
        text = Text.assemble((QUESTION, self._palette.strong), "\n\n", url)
        at = text.plain.index(host)
        text.stylize(self._palette.strong, at, at + len(host))
        if self._address.is_disguised:
            known = host.encode().decode("idna")
            text.append(f"\n\nThe host is {known} in other letters.", self._palette.dim)
        return text
