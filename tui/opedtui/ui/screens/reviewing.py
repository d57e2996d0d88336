"""One draft after another: its words in the text, what the rule saw, and one key to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.reactive import var

from ...model.changes import Change
from ...model.refs import Kind, Ref
from ...reading.changes.reviewing import accepted, fixed, rejected
from ...reading.library import Library
from ...reading.places import Place
from ...reading.reviewing import Waiting, alike, drafts_in, is_sure
from ...render.palette import Palette
from ...render.reviewing import draft_card, draft_row, progress_line
from ...render.visible import visible
from ..bindings import ScreenKey, keys_line, screen_bindings
from ..dialogs.choices import ChoiceRows, Choices
from ..dialogs.dialog import Dialog
from ..saving import Saver, now
from ..whole import WholeModal
from ..widgets.line import LineWidget
from ..widgets.painting import beginning
from .beside_words import SIDE_BY_SIDE, TALL, Words
from .changing import READ_ONLY, Changing, Step

KINDS: tuple[tuple[str, str], ...] = (
    ("", "all"), ("a", "actors"), ("q", "quotes"), ("e", "events"), ("c", "claims"), ("r", "ties"),
)  # fmt: skip
"""What `f` goes through: (the letter of the kind, what it is called)."""
KEYS = (
    ScreenKey("a,enter", "accept", "accept", "a"),
    ScreenKey("x,delete", "reject", "reject", "x"),
    ScreenKey("e", "fix", "fix", "e"),
    ScreenKey("s", "skip", "skip", "s"),
    ScreenKey("u", "undo", "undo", "u"),
    ScreenKey("escape,q,backspace", "leave", "leave", "Esc"),
    ScreenKey("A", "accept_sure", "accept all sure", "A"),
    ScreenKey("f", "kinds", "kinds", "f"),
    ScreenKey("K", "decide_alike(True)", "accept alike", "K"),
    ScreenKey("X", "decide_alike(False)", "reject alike", "X"),
    ScreenKey("U,ctrl+r", "redo", "redo"),
)
Decide = Callable[[Library, Iterable[Ref], str], Change]


class Drafts(Choices, can_focus=True):
    """Those of the document that waited when the review began; what is decided stays in sight."""

    empty = "No draft waits here. opedtui draft, or I in the app, makes some."


class DraftCard(LineWidget):
    """The draft at hand."""

    DEFAULT_CSS = "DraftCard { height: 5; padding: 0 1; }"

    parts: var[Sequence[Text]] = var(())

    def watch_parts(self) -> None:
        self.refresh()

    def lines(self, width: int) -> list[Text]:
        """What it is in one line, what it says in as many as there are, the rule last."""
        if not self.parts:
            return []
        head, words, seen = self.parts
        room = max(1, self.size.height - 2)
        wrapped = beginning(words, room * width).wrap(self.app.console, max(1, width))
        return [head, *list(wrapped)[:room], *[Text()] * (room - len(wrapped)), seen]


class ReviewKeys(LineWidget):
    """How far it is, and what may be done."""

    DEFAULT_CSS = "ReviewKeys { background: $panel; height: 2; }"

    said: var[Text] = var(Text)

    def watch_said(self) -> None:
        self.refresh()

    def lines(self, width: int) -> list[Text]:
        keys = Text(" ").append_text(keys_line(KEYS, self.palette))
        return [Text(" ").append_text(self.said), keys]


class ReviewScreen(WholeModal[Place | None]):
    """Decides through the reading screen, which saves; is dismissed with where the reader was."""

    DEFAULT_CSS = """
    ReviewScreen { background: $background; }
    ReviewScreen #review { layout: vertical; height: 1fr; }
    ReviewScreen #review.-wide { layout: horizontal; }
    ReviewScreen Drafts { width: 1fr; height: 2fr; }
    ReviewScreen #words { width: 1fr; height: 3fr; }
    ReviewScreen .-wide Drafts { width: 2fr; height: 100%; }
    ReviewScreen .-wide #words { width: 3fr; height: 100%; }
    ReviewScreen .-flat #words { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(KEYS)

    library: var[Library] = var(Library, always_update=True)
    palette: var[Palette] = var(Palette())

    def __init__(self, reader: Changing, place: Place) -> None:
        super().__init__()
        self._reader = reader
        self._place = place
        self.set_reactive(ReviewScreen.library, reader.library)
        self.set_reactive(ReviewScreen.palette, reader.palette)
        self._all = drafts_in(reader.library, place.doc)
        self._kind = 0

    def compose(self) -> ComposeResult:
        with Container(id="review"):
            drafts = Drafts(classes="frame -active")
            drafts.border_title = "Drafts"
            drafts.palette = self.palette
            yield drafts
            words = Words(id="words", classes="frame")
            words.border_title = "Source"
            words.set_reactive(Words.library, self.library)
            words.set_reactive(Words.palette, self.palette)
            words.set_reactive(Words.sight, self._place)
            yield words
        yield DraftCard().data_bind(ReviewScreen.palette)
        yield ReviewKeys().data_bind(ReviewScreen.palette)

    def on_mount(self) -> None:
        self.watch(self._reader, "library", self._follow, init=False)
        self._fill()
        self._begin_at(self._place)
        self.query_one(Drafts).focus()

    def on_resize(self, event: events.Resize) -> None:
        wide = event.size.width >= SIDE_BY_SIDE
        review = self.query_one("#review")
        review.set_class(wide, "-wide")
        review.set_class(not wide and event.size.height < TALL, "-flat")

    # What is shown.

    @property
    def _shown(self) -> list[Waiting]:
        letter = KINDS[self._kind][0]
        return [w for w in self._all if w.ref in self.library and w.ref.kind.startswith(letter)]

    @property
    def _waiting(self) -> tuple[Waiting, ...]:
        """Of those, and of what came since, the ones that wait still."""
        return drafts_in(self.library, self._place.doc)

    @property
    def _at_hand(self) -> Waiting | None:
        shown, at = self._shown, self.query_one(Drafts).cursor
        return shown[at] if at < len(shown) else None

    def _follow(self, library: Library) -> None:
        """Other programs may decide as well."""
        self.library = library
        self._fill()

    def _fill(self) -> None:
        drafts = self.query_one(Drafts)
        drafts.rows = ChoiceRows(self._shown, self._row)
        self._look()

    def _row(self, waiting: Waiting, width: int) -> Text:
        return draft_row(self.library, self.palette, waiting.ref, width)

    @on(Drafts.Moved)
    def _look(self) -> None:
        """The words at hand, what the rule saw, and how far it is."""
        waiting = self._at_hand
        self.query_one(DraftCard).parts = (
            draft_card(self.library, self.palette, waiting.ref) if waiting else ()
        )
        if waiting:
            span = waiting.span
            self.query_one(Words).sight = Place(span.doc, span.start, span.end)
        self._tell()

    def _tell(self, what: str = "") -> None:
        """How far it is, and what was done to many at once."""
        left = len(self._waiting)
        line = progress_line(max(0, len(self._all) - left), left, self.palette)
        if self._kind:
            line.append(f" · {KINDS[self._kind][1]} only", self.palette.dim)
        self.query_one(ReviewKeys).said = line.append(f"   {visible(what)}", self.palette.text)

    def _begin_at(self, place: Place) -> None:
        """At the first draft from where the reader is."""
        behind = (at for at, w in enumerate(self._shown) if w.span.start >= place.start)
        self._move_to(next(behind, 0))

    def _move_to(self, at: int) -> None:
        self.query_one(Drafts).cursor = at
        self._look()

    def _go_on(self) -> None:
        """To the next draft that waits; after the last comes the first."""
        shown, here = self._shown, self.query_one(Drafts).cursor
        waiting = {w.ref for w in self._waiting}
        order = [*range(here + 1, len(shown)), *range(here)]
        self._move_to(next((at for at in order if shown[at].ref in waiting), here))

    # What the reader decides.

    def action_accept(self) -> None:
        if self._at_hand:
            self._decide(accepted, [self._at_hand.ref])

    def action_reject(self) -> None:
        if self._at_hand:
            self._decide(rejected, [self._at_hand.ref])

    def action_skip(self) -> None:
        self._go_on()

    def action_accept_sure(self) -> None:
        """Of those that are shown and wait."""
        self._decide(accepted, [ref for ref in self._waiting_refs() if is_sure(self.library[ref])])

    def action_decide_alike(self, accepts: bool) -> None:
        if self._at_hand:
            refs = list(alike(self.library, self._waiting, self._at_hand.ref))
            self._decide(accepted if accepts else rejected, refs)

    def _waiting_refs(self) -> list[Ref]:
        letter = KINDS[self._kind][0]
        return [w.ref for w in self._waiting if w.ref.kind.startswith(letter)]

    @work(exit_on_error=False)
    async def _decide(self, how: Decide, refs: list[Ref]) -> None:
        """Many at once are told, since they are not all seen; one is seen to be decided."""
        waiting = {w.ref for w in self._waiting}
        refs = [ref for ref in refs if ref in waiting]
        change = refs and await self._reader.save(lambda library: how(library, refs, now()), "")
        if change or not refs:
            self._go_on()
        if change and len(refs) > 1:
            self._tell(f"Done: {change.label}; u takes it back")

    @work(exit_on_error=False)
    async def action_fix(self) -> None:
        """The dialog comes back, with what was typed, if it cannot be saved."""
        if not self._at_hand or not self._reader.can_save:
            self._reader.say(READ_ONLY)
            return
        # As for the dialogs of the reading screen.
        from ..dialogs.edit import EditDialog

        ref = self._at_hand.ref
        dialog: Dialog | None = EditDialog(self.library, self.palette, now, ref)
        while dialog and (change := await self.app.push_screen_wait(dialog)):
            if await self._reader.save(partial(_fixed, ref, change), ""):
                self._go_on()
                return
            dialog = dialog.again(self._reader.reason, self.library)

    @work(exit_on_error=False)
    async def action_undo(self) -> None:
        """Whatever was decided last, and back to it."""
        await self._retrace(Saver.undo, "Taken back: {}; U does it again")

    @work(exit_on_error=False)
    async def action_redo(self) -> None:
        await self._retrace(Saver.redo, "Done again: {}; u takes it back")

    async def _retrace(self, step: Step, said: str) -> None:
        if change := await self._reader.take(step, ""):
            refs = {edit.ref for edit in change.edits}
            back = (at for at, waiting in enumerate(self._shown) if waiting.ref in refs)
            self._move_to(next(back, self.query_one(Drafts).cursor))
            self._tell(said.format(change.label))

    def action_kinds(self) -> None:
        """The next kind of which there is any."""
        here = self._at_hand
        there = {"", *(w.ref.kind for w in self._all)}
        kinds = [(self._kind + n) % len(KINDS) for n in range(1, len(KINDS) + 1)]
        self._kind = next(at for at in kinds if KINDS[at][0] in there)
        self._fill()
        if here:
            self._begin_at(Place(here.span.doc, here.span.start, here.span.end))

    def action_leave(self) -> None:
        waiting = self._at_hand
        if waiting is None:
            self.dismiss(None)
        else:
            span, known = waiting.span, waiting.ref in self.library.known
            ref = waiting.ref if known and waiting.ref.kind is not Kind.RELATION else None
            self.dismiss(Place(span.doc, span.start, span.end, ref))


def _fixed(ref: Ref, change: Change, library: Library) -> Change:
    return fixed(library, ref, change, now())
