"""What is changed on a screen: saved, then shown, then said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on, work
from textual.reactive import var
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from ...errors import OpedError
from ...model.changes import Change
from ...reading.lasting import lasting_place, lasting_trail
from ...reading.library import Library
from ...reading.places import Place
from ...reading.trail import Trail
from ...render.clash import clash
from ...render.palette import Palette
from ...render.visible import visible
from ...store.errors import Conflict
from ..messages import Save
from ..saving import Make, Saver, Shown, Written
from ..turns import Turns
from ..whole import Whole

FOLD_SECONDS = 0.5
"""After the last change; until then it is safe in the journal."""
NEWS_SECONDS = 1.0
ERROR_SECONDS = 10.0
"""How long it stays on the screen why something could not be done."""
SAVED = "Saved: {}; u takes it back"
WENT = "Done: {}; u takes it back"
READ_ONLY = "This library is only read here; open a store to change it"

Step = Callable[[Saver, Shown], Awaitable[Written]]
"""Something that a saver does."""


class Changing(Whole[None]):
    """Holds what exists and where the reader is, and changes the one without moving the other."""

    library: var[Library] = var(Library, always_update=True)
    """What exists."""
    place: var[Place | None] = var(None)
    """Where the reader is."""
    sight: var[Place | None] = var(None)
    """Whose words are shown: the place, or a neighbour that the reader peeks at."""
    trail: var[Trail] = var(Trail)
    palette: var[Palette] = var(Palette())

    def __init__(self, library: Library, saver: Saver | None = None) -> None:
        super().__init__()
        self.set_reactive(Changing.library, library)
        self._saver = saver
        self._fold_timer: Timer | None = None
        self.reason = ""
        """Why something could not be done, the last time."""

    def on_mount(self) -> None:
        if self._saver:
            self.set_interval(NEWS_SECONDS, self._follow_others)

    @on(Save)
    def _save_asked(self, event: Save) -> None:
        self._save_in_turn(lambda _: event.change)

    @work(exit_on_error=False)
    async def _save_in_turn(self, make: Make) -> None:
        await self.save(make)

    async def save(self, make: Make, said: str = SAVED) -> Change | None:
        """Save, then show, then say it; None when it could not be, and nothing has changed."""
        return await self.take(lambda saver, shown: saver.save(shown, make), said)

    async def take(self, step: Step, said: str) -> Change | None:
        """The same for undo and the like; where nothing is to be said, that is seen."""
        if self._saver is None:
            self.say(READ_ONLY)
            return None
        assert isinstance(self.app, Turns), "keys wait for what is saved"
        with self.app.hold_keys():
            try:
                written = await step(self._saver, self._shown)
            except OpedError as error:
                self._complain(error)
                return None
            self._show(written.library)
        if said:
            self.say(said.format(written.change.label))
        self._fold_soon()
        return written.change

    def _shown(self) -> Library:
        return self.library

    def _show(self, library: Library) -> None:
        """Other records, and the reader where the reader was, as far as that still exists."""
        with self.app.batch_update():
            self.library = library
            self.trail = lasting_trail(library, self.trail)
            sight = self.sight
            self.place = lasting_place(library, self.place) if self.place else None
            if sight and sight != self.place:
                self.sight = lasting_place(library, sight)

    def say(self, line: str) -> None:
        """One line to the reader; whatever the data puts into it stays text."""
        self.app.notify(visible(line), markup=False)

    def _complain(self, error: OpedError) -> None:
        self.reason = str(error)
        is_kept = self._saver is not None and error is self._saver.failure
        lines = [f"{error}; ^s tries again" if is_kept else str(error)]
        if isinstance(error, Conflict):
            lines += clash(error.mine.after, error.theirs)
        line = "\n".join(map(visible, lines))
        self.app.notify(line, severity="error", markup=False, timeout=ERROR_SECONDS)

    # The file, and what others do to it.

    def _fold_soon(self) -> None:
        if self._fold_timer:
            self._fold_timer.stop()
        self._fold_timer = self.set_timer(FOLD_SECONDS, self._fold)

    @work(exit_on_error=False)
    async def _fold(self) -> None:
        assert self._saver, "only what was saved is folded"
        try:
            await self._saver.fold()
        except OpedError as error:
            self.say(str(error))

    @work(exit_on_error=False)
    async def _follow_others(self) -> None:
        await self.follow_others()

    async def follow_others(self) -> None:
        """Show what others changed meanwhile."""
        assert self._saver, "there is a store to follow"
        try:
            library = await self._saver.news(self._shown)
        except OpedError as error:
            return self._complain(error)
        if library is not None:
            self._show(library)
        for notice in self._saver.notices():
            self.say(notice)

    @on(Worker.StateChanged)
    def _tell_fault(self, event: Worker.StateChanged) -> None:
        """A fault of the program itself is no secret either."""
        if event.state is WorkerState.ERROR:
            self.say(f"This did not work, and should have: {event.worker.error!r}")

    async def settle(self) -> None:
        """Wait until everything asked for is saved."""
        if self._saver:
            await self._saver.settle()

    # What the reader can do.

    @property
    def can_save(self) -> bool:
        """Whether there is a store that may be changed."""
        return self._saver is not None

    @property
    def has_unsaved(self) -> bool:
        """Whether a change could not be saved, and waits for another try."""
        return self._saver is not None and self._saver.unsaved is not None

    def action_undo(self) -> None:
        self._take_in_turn(Saver.undo, "Taken back: {}; U does it again")

    def action_redo(self) -> None:
        self._take_in_turn(Saver.redo, "Done again: {}; u takes it back")

    def action_save_again(self) -> None:
        self._take_in_turn(Saver.save_again, SAVED)

    @work(exit_on_error=False)
    async def _take_in_turn(self, step: Step, said: str) -> None:
        await self.take(step, said)

    @work(exit_on_error=False)
    async def action_history(self) -> None:
        """Look at what was changed when, and perhaps go back."""
        # Seldom asked for, and a start need not wait for it.
        from .history import HistoryScreen

        if self._saver is None:
            return self.say(READ_ONLY)
        seq = await self.app.push_screen_wait(
            HistoryScreen(await self._saver.history(), self.palette)
        )
        if seq is not None:
            await self.take(lambda saver, shown: saver.go_back_to(shown, seq), WENT)
