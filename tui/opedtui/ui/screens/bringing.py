"""Bringing texts in while reading, and going through what was drafted of them."""

from __future__ import annotations

from textual import work

from ...reading.places import Place, first_place
from ..saving import now
from .changing import READ_ONLY
from .editing import Editing

NOT_IN_A_PAGE = "A text is not brought in from a web page; use opedtui add where the store is"


class Bringing(Editing):
    """Asks for a text, and goes to it once it is there; reviews its drafts."""

    @work(exit_on_error=False)
    async def action_bring_in(self) -> None:
        """Not from a page of the web: the files of this machine are not for its visitors."""
        if self._saver is None or self.app.is_web:
            self.say(NOT_IN_A_PAGE if self._saver else READ_ONLY)
            return
        # All of drafting hangs on it, and a start need not wait for that.
        from ..dialogs.add import AddDialog

        change = await self.ask(AddDialog(self.library, self.palette, now))
        place = change and first_place(self.library, change.edits[0].ref)
        if place:
            self.jump(place)

    def action_review(self) -> None:
        from .reviewing import ReviewScreen

        def go(place: Place | None) -> None:
            if place:
                self.jump(place)

        if self.place:
            self.app.push_screen(ReviewScreen(self, self.place), go)
