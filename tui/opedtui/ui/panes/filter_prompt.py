"""The line in which a filter is typed, under the list that it narrows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input

from ...errors import OpedError
from ...reading.filtering.completing import Offers, offers
from ...reading.filtering.query import VIEW, Fault, pieces, read_query
from ...reading.filtering.views import load_views, save_view
from ...render.filtering import fault_lines, offer_lines
from ...render.palette import Palette
from ..dialogs.entry import Entry, masked
from ..widgets.line import LineWidget
from .lists import RecordList

STEP_SECONDS, STEP_BUDGET = 0.012, 0.005
"""How often, and for how long, the fields of a long list are read ahead."""
NARROW = 60
"""Columns below which the filter needs them all."""
KEYS = "⏎ keep   Esc as before   Tab ↓ ↑ complete   ^l no filter   ^s save as @name"
NAME_KEYS = "⏎ save under this name; an empty filter forgets it   Esc back"


class Count(LineWidget):
    """How many are left."""

    text: var[str] = var("")

    def watch_text(self) -> None:
        self.refresh()

    def line(self, width: int) -> Text:
        return Text(f"{self.text} ".rjust(width), self.palette.strong)


class Lead(LineWidget):
    """What is asked for."""

    text: var[str] = var("")

    def watch_text(self, text: str) -> None:
        self.styles.width = cell_len(text)
        self.refresh()

    def line(self, width: int) -> Text:
        return Text(self.text, self.palette.dim)


class Below(LineWidget):
    """The carets and the explanation, or what may follow; then the keys."""

    DEFAULT_CSS = "Below { height: 1fr; }"

    draw: var[Callable[[int, int], Sequence[Text]]] = var(lambda: lambda width, height: [])
    keys: var[str] = var(KEYS)

    def watch_draw(self) -> None:
        self.refresh()

    def watch_keys(self) -> None:
        self.refresh()

    def lines(self, width: int) -> Sequence[Text]:
        room = max(0, self.size.height - 1)
        shown = list(self.draw(width, room))[:room]
        return [*shown, *[Text()] * (room - len(shown)), Text(f" {self.keys}", self.palette.dim)]


class FilterPrompt(Vertical):
    """Narrows its list at each letter; Enter keeps what is typed, Escape takes it back."""

    DEFAULT_CSS = """
    FilterPrompt { height: 4; background: $surface; }
    FilterPrompt > Horizontal { height: 1; background: $panel; }
    FilterPrompt Entry { width: 1fr; }
    """
    BINDINGS = [
        Binding("escape", "take_back", "as before"),
        Binding("tab", "complete", "complete", priority=True),
        Binding("shift+tab,up", "turn(-1)", "offer before", priority=True),
        Binding("down", "turn(1)", "next offer"),
        Binding("ctrl+l", "clear", "no filter"),
        Binding("ctrl+s", "save", "save"),
    ]

    class Ended(Message):
        """The reader is back in the list."""

    palette: var[Palette] = var(Palette())

    def __init__(self, records: RecordList, noun: str) -> None:
        super().__init__()
        self.records = records
        self._noun = noun
        self._before = records.filter
        self._offers = Offers(0, 0)
        self._chosen = 0
        self._told = self._before
        """What the list knows of: what is typed may be further on than the messages that tell."""
        self._is_over = False
        self._insists = False
        """Whether the reader wanted to keep what cannot be understood."""
        self._kept = ""
        """The filter, while a name for it is typed."""
        self.is_naming = False
        self._preparing: Iterator[None] = iter(())
        self.is_preparing = True
        """Whether a key may have to wait for values that were not read yet."""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Lead()
            yield Entry(self._before and f"{self._before} ", "kind=… actor=… text~…")
            yield Count()
        yield Below()

    def on_mount(self) -> None:
        for line in self.query(LineWidget):
            line.palette = self.palette
        self.records.views = load_views(self.records.kind)
        every = len(self.records.records)
        self.query_one(Count).styles.width = len(f" {every} of {every} ")
        self._lead()
        self.entry.cursor_position = len(self.entry.value)
        self.screen.set_focus(self.entry)
        self._preparing = self.records.listing.preparing()
        self._timer = self.set_interval(STEP_SECONDS, self._prepare)
        self._narrow()

    def _prepare(self) -> None:
        """Read a little ahead, so that no key waits for a column of a hundred thousand values."""
        until = perf_counter() + STEP_BUDGET
        while perf_counter() < until:
            try:
                next(self._preparing)
            except StopIteration:
                self.is_preparing = False
                if self._timer:
                    self._timer.stop()
                return

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    @property
    def typed(self) -> str:
        """The filter by now."""
        return self._kept if self.is_naming else self.entry.value

    def _lead(self) -> None:
        words = f" Save as {VIEW}" if self.is_naming else f" Filter {self._noun}  "
        is_narrow = self.app.size.width < NARROW and not self.is_naming
        self.query_one(Lead).text = " f " if is_narrow else words
        self.query_one(Below).keys = NAME_KEYS if self.is_naming else KEYS

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._is_over and not self.is_naming and self.entry.value != self._told:
            self._insists = False
            self._chosen = 0
            self.query_one(Below).keys = KEYS
            self._narrow()

    def _narrow(self) -> None:
        """First the list; what may follow can wait until that is painted."""
        text = self._told = self.entry.value
        is_at_end = self.entry.cursor_position == len(text)
        self.records.narrow(text.strip() and text, len(text) if is_at_end else None)
        self.query_one(Count).text = self.records.count
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        if not self._is_over and not self.is_naming:
            cursor = min(self.entry.cursor_position, len(self.entry.value))
            listing, views = self.records.listing, self.records.views
            self._offers = offers(listing, self.entry.value, cursor, views)
            self._say()

    @property
    def _fault(self) -> Fault | None:
        """What is to be told: not what is still being typed, as long as it can become something."""
        narrowed = self.records.narrowed
        faults = narrowed.faults if narrowed else ()
        cursor = self.entry.cursor_position
        typing = [piece for piece in pieces(self.typed) if piece.start <= cursor <= piece.end]
        for fault in faults:
            is_typing = any(piece.start <= fault.start <= piece.end for piece in typing)
            if self._insists or not (is_typing and self._offers.items):
                return fault
        return None

    def _say(self) -> None:
        below, fault = self.query_one(Below), self._fault
        if fault:
            start, end = self._cell(fault.start), self._cell(fault.end)
            lines = fault_lines(fault.what, start, end - start, self.palette)
            below.draw = lambda width, height: [lines[0], *self._wrapped(lines[1], width)]
        else:
            items, chosen = self._offers.items, self._chosen
            below.draw = lambda width, height: offer_lines(
                items, chosen, width, height, self.palette
            )

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        return list(text.wrap(self.app.console, max(1, width)))

    def _cell(self, at: int) -> int:
        """Where a character of the filter is shown."""
        entry = self.entry
        left = cell_len(self.query_one(Lead).text) - round(entry.scroll_x)
        return left + cell_len(masked(entry.value[:at]))

    def refuse(self, what: str) -> None:
        """Say why it cannot be done, under what is typed."""
        lines = fault_lines(what, self._cell(0), len(self.entry.value), self.palette)
        self.query_one(Below).draw = lambda width, height: [
            lines[0],
            *self._wrapped(lines[1], width),
        ]

    # What the reader can do.

    def action_turn(self, by: int) -> None:
        if self._offers.items:
            self._chosen = (self._chosen + by) % len(self._offers.items)
            self._say()

    def action_complete(self) -> None:
        """Put in what is chosen of the offers, which are those for what is typed by now."""
        self._offer()
        if self._offers.items and not self.is_naming:
            offer = self._offers.items[min(self._chosen, len(self._offers.items) - 1)]
            text, cursor = self._offers.taken(self.entry.value, offer)
            self.entry.value = text
            self.entry.cursor_position = cursor

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_naming:
            return self._save_as(self.entry.value.strip())
        if self._is_kept(self.entry.value) or self._is_kept(self._completed()):
            return self._end()
        self._told = self.entry.value
        self.records.narrow(self._told)
        self.query_one(Count).text = self.records.count
        self._insists = True
        self._say()

    def _is_kept(self, text: str) -> bool:
        """Whether the list can stay narrowed so."""
        self.records.narrow(" ".join(piece.text for piece in pieces(text)))
        return not (self.records.narrowed and self.records.narrowed.faults)

    def _completed(self) -> str:
        """What is typed, with the end of it that it can only have."""
        self._offer()
        items, text = self._offers.items, self.entry.value
        is_value = len(items) == 1 and items[0].is_final
        return self._offers.taken(text, items[0])[0] if is_value else text

    def action_take_back(self) -> None:
        """The list as it was; from the name of a filter back to the filter."""
        if self.is_naming:
            return self._unname()
        self.records.narrow(self._before)
        self._end()

    def action_clear(self) -> None:
        self.records.narrow("")
        self._end()

    def action_save(self) -> None:
        """Ask for a name, once there is something to be saved."""
        text = self.entry.value.strip()
        faults = read_query(text, self.records.views).faults
        narrowed = self.records.narrowed
        if self.is_naming or faults or (narrowed and narrowed.faults):
            self._insists = True
            return self._say()
        if not text and not self.records.views:
            return self.refuse("there is no filter to be saved; type one")
        self.is_naming, self._kept = True, text
        self.entry.placeholder = ""
        self.entry.value = ""
        self._lead()
        saved = sorted(self.records.views.items())
        items = [text, *[f"{VIEW}{name}  {held}" for name, held in saved]]
        self.query_one(Below).draw = lambda width, height: [
            Text(f" {masked(item)}", self.palette.dim) for item in items
        ]

    def _save_as(self, name: str) -> None:
        name = name.removeprefix(VIEW)
        try:
            save_view(self.records.kind, name, self._kept)
        except OpedError as error:
            return self.refuse(str(error))
        self.records.views = load_views(self.records.kind)
        told = f"Saved as {VIEW}{name}" if self._kept else f"{VIEW}{name} is forgotten"
        self._unname()
        self.query_one(Below).keys = f"✓ {told}   {KEYS}"

    def _unname(self) -> None:
        self.is_naming = False
        self.entry.value = self._kept
        self.entry.cursor_position = len(self._kept)
        self._lead()
        self._narrow()

    def _end(self) -> None:
        self._is_over = True
        self.post_message(self.Ended())
