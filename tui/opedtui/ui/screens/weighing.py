"""What has been read, who holds what, and how it is argued."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.reactive import var
from textual.timer import Timer

from ...model.refs import Ref
from ...reading.places import Place, first_place
from ...reading.progress import Attention, Progress, next_unread, since_last_time
from ..messages import Walk
from ..progress_file import ProgressKeeper
from .editing import Editing

if TYPE_CHECKING:
    from .argument import Ways

# The screens are loaded when they are asked for: a start need not wait for them.

ALL_READ = "Every claim of this document is read"


class Weighing(Editing):
    """Attends to where the reader is; one timer waits while something is about to be read."""

    read_claims: var[frozenset[Ref]] = var(frozenset)
    """Those of the document at hand."""

    def clock(self) -> float:
        """Seconds; pictures and tests have one that stands still."""
        return monotonic()

    _attention: Attention | None = None
    _keeper: ProgressKeeper | None = None
    _walked_to: tuple[Ref, int] | None = None
    """Where the cursor was in the text."""
    _moves = 0
    """How often the place has changed since; a step in the text changes it once."""
    _until_read: Timer | None = None
    _voices_at: tuple[int, str] | None = None
    _argument_at: tuple[Ref, tuple[bool, int, Ways]] | None = None

    @property
    def attention(self) -> Attention:
        if self._attention is None:
            self._attention = Attention(Progress({}))
        return self._attention

    def begin_with(self, progress: Progress) -> None:
        """What was read at earlier visits."""
        self._attention = Attention(progress)

    def on_mount(self) -> None:
        self.watch(self, "place", self._attend)
        if self.place:
            told = since_last_time(self.library, self.place.doc, self.attention.progress)
            if told:
                self.say(told)

    def _attend(self, place: Place | None) -> None:
        self._moves += 1
        self.attention.arrive(self.library, place, self.clock())
        self._show_read()
        if self._until_read is None:
            self._wait()

    @on(Walk)
    def _walk_over(self, event: Walk) -> None:
        """What lies on the way is read, unless the reader was elsewhere in between."""
        here = event.place.doc, self.source.cursor
        before, self._walked_to = self._walked_to, here
        doc, start = before if before and self._moves <= 1 else here
        self._moves = 0
        if doc == here[0]:
            self.attention.walk(self.library, *here, start)
            self._show_read()

    def _wait(self) -> None:
        """For the next thing that will have been read, if the reader stays."""
        due = self.attention.due(self.clock())
        self._until_read = None if due is None else self.set_timer(due + 0.01, self._look_again)

    def _look_again(self) -> None:
        self._until_read = None
        self.attention.settle(self.clock())
        self._show_read()
        self._wait()

    def _show_read(self) -> None:
        if self.place:
            self.read_claims = self.attention.progress.of(self.place.doc).claims

    def keep_progress(self, store: Path) -> None:
        """Written in a thread of its own."""
        self.attention.settle(self.clock())
        self._keeper = self._keeper or ProgressKeeper()
        self._keeper.keep(store, self.attention.progress, self.library)

    def action_leap_unread(self, step: int) -> None:
        place = self.place and next_unread(
            self.library, self.place, self.attention.progress.of(self.place.doc), step
        )
        if place:
            self.arrive(place)
        else:
            self.say(ALL_READ)

    @work(exit_on_error=False)
    async def action_progress(self) -> None:
        from .progress import ProgressScreen

        if not self.place:
            return
        self.attention.settle(self.clock())
        screen = ProgressScreen(self.library, self.attention.progress, self.palette, self.place.doc)
        doc = await self.app.push_screen_wait(screen)
        if screen.progress is not screen.given:
            self.attention.progress = screen.progress
        self._attend(self.place)
        place = first_place(self.library, doc) if doc else None
        if place:
            self.jump(place)

    @work(exit_on_error=False)
    async def action_voices(self) -> None:
        from .voices import VoicesScreen

        if self.place:
            at = (self._voices_at,) if self._voices_at else ()
            screen = VoicesScreen(self.library, self.palette, self.place, *at)
            place = await self.app.push_screen_wait(screen)
            self._voices_at = screen.at
            if place:
                self.jump(place)

    @work(exit_on_error=False)
    async def action_argument(self) -> None:
        from .argument import ArgumentScreen

        if self.place:
            doc, kept = self._argument_at or (None, None)
            at = kept if doc == self.place.doc else None
            screen = ArgumentScreen(self.library, self.palette, self.place, at)
            place = await self.app.push_screen_wait(screen)
            self._argument_at = screen.place.doc, screen.at
            if place:
                self.jump(place)
