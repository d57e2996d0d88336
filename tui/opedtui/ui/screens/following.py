"""Going on from where the reader is: to an actor, along the trail, to marks, to what is in view."""

from __future__ import annotations

from asyncio import Lock, to_thread
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from ...errors import quoted
from ...model.refs import Ref
from ...reading.library import Library
from ...reading.places import Place, place_of
from ...reading.speakers import actors_of
from ..panes.lists import RecordList
from ..saving import Saver
from ..widgets.virtual_list import VirtualList
from .editing import Editing

if TYPE_CHECKING:
    from ...reading.marks import Marks
    from .marks import Choice

# Each screen is imported when it is asked for: a start need not wait for it.

LOST = "Mark {} is lost: its words are not in the text any more; ' then - deletes it"
NOT_KEPT = "The marks cannot be kept for the next start: {}"


class Following(Editing):
    """Every jump joins the trail; looking without going steals nothing."""

    store: Path | None = None
    """The file that is read, by which the marks are kept."""
    came_from: Place | None = None
    """Where the reader was before the last jump."""

    def __init__(self, library: Library, saver: Saver | None = None) -> None:
        super().__init__(library, saver)
        self._marks: Marks | None = None
        self._unkept: list[Callable[[Marks], Marks]] = []
        """Changes of the marks that are not in the file yet."""
        self._keeping = Lock()

    def _jump(self, place: Place, pane: str) -> None:
        """Go to a place, by way of the trail, and on to a pane."""
        raise NotImplementedError

    def travel_to(self, index: int) -> None:
        """Go to a step of the trail."""
        self.came_from = self.place
        self.trail = self.trail.at(index)
        if self.trail.here:
            self.arrive(self.trail.here)

    # Actors.

    @property
    def _spoken_of(self) -> Ref | None:
        """The row under the cursor, but among the ties what is at their other end."""
        if isinstance(self.focused, RecordList):
            return self.subject
        return self.sight.ref if self.sight else None

    @property
    def actors_at_hand(self) -> tuple[Ref, ...]:
        """Whom the record under the cursor brings up, the one who speaks first."""
        ref = self._spoken_of
        return actors_of(self.library, ref) if ref else ()

    def action_actor(self) -> None:
        from .actor import ActorScreen

        actors = self.actors_at_hand
        if actors and self.place:
            page = ActorScreen(self, self.place, actors, self._spoken_of)
            self.app.push_screen(page, self._go_to_words)

    def _go_to_words(self, place: Place | None) -> None:
        if place:
            self._jump(place, "source")

    # What is in view.

    def action_jump(self) -> None:
        from .jump import JumpScreen, targets_on

        screen = JumpScreen(self.palette, targets_on(self))

        def arrive(_: object) -> None:
            if screen.target and self.place:
                view, at = screen.target.view, screen.target.at
                if isinstance(view, VirtualList) and isinstance(at, int):
                    at = place_of(self.library, view.rows.ref(at), self.place)
                if isinstance(at, Place):
                    self._jump(at, view.id or "source")

        self.app.push_screen(screen, arrive)

    # The trail.

    def action_trail(self) -> None:
        from .trail import TrailScreen

        def go(index: int | None) -> None:
            if index is not None:
                self.travel_to(index)

        self.app.push_screen(TrailScreen(self.library, self.palette, self.trail), go)

    # Marks.

    @property
    def marks(self) -> Marks:
        """Those in the file, and what was set and dropped since."""
        if self._marks is None:
            from ...reading.marks import Marks
            from ..marks_file import load_marks

            self._marks = load_marks(self.store) if self.store else Marks()
        return self._marks

    def action_set_mark(self) -> None:
        from .letter import LetterScreen

        if self.place:
            letters = " ".join(mark.letter for mark in self.marks.listed(self.place.doc))
            known = f" · set: {letters}" if letters else ""
            more = f"a–z in this text, A–Z in the whole store{known}"
            self.app.push_screen(LetterScreen(self.palette, "mark as", more), self._set_mark)

    def _set_mark(self, letter: str | None) -> None:
        from ...reading.marks import is_letter, mark_at

        if not is_letter(letter) or not letter or not self.place:
            return
        place = self.place
        if self.selection:
            place = place._replace(start=self.selection.start, end=self.selection.end, ref=None)
        mark = mark_at(self.library, letter, place, self.source.cursor)
        if mark is None:
            return self.say("There are no words to mark here")
        self._change_marks(lambda marks: marks.with_mark(mark))
        self.say(f"Mark {letter}: {quoted(' '.join(mark.span.exact.split()))}")

    def action_go_mark(self) -> None:
        from .marks import MarksScreen

        if self.place:
            screen = MarksScreen(self.library, self.palette, self.marks, self.place, self.came_from)
            self.app.push_screen(screen, self._go_mark)

    def _go_mark(self, choice: Choice | None) -> None:
        if choice is None:
            return
        mark = choice.mark
        if mark and choice.is_dropped:
            self._change_marks(lambda marks: marks.without(mark))
            self.say(f"Mark {mark.letter} is deleted")
        elif choice.place:
            self._jump(choice.place, "source")
        elif mark:
            self.say(LOST.format(mark.letter))

    def _change_marks(self, change: Callable[[Marks], Marks]) -> None:
        """Known at once; kept in the file off the screen's thread."""
        self._marks = change(self.marks)
        if self.store:
            self._unkept.append(change)
            self._keep_soon()

    @work(exit_on_error=False)
    async def _keep_soon(self) -> None:
        await self._keep_marks()

    async def _keep_marks(self) -> None:
        from ..marks_file import change_marks

        async with self._keeping:
            while self._unkept and self.store:
                try:
                    await to_thread(change_marks, self.store, self._unkept[0])
                except OSError as error:
                    self.say(NOT_KEPT.format(error))
                del self._unkept[0]

    async def settle(self) -> None:
        """Marks too."""
        await self._keep_marks()
        await super().settle()
