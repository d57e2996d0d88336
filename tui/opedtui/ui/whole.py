"""Screens that are seen when they are whole, and not before."""

from __future__ import annotations

from textual.screen import ModalScreen, Screen, ScreenResultType


class Whole(Screen[ScreenResultType]):
    """A screen that is painted once when it opens.

    Textual (8.2.8) paints it as soon as it is there, again when it hears of its size, and again
    when its widgets have heard of theirs: with all that a reading screen holds, a hundred
    milliseconds more.
    """

    _is_whole = False

    @property
    def unsaved(self) -> str:
        """What the reader has typed, and would lose if the program ended now."""
        return ""

    def on_screen_resume(self) -> None:
        """Its size comes next, then what its widgets make of theirs."""
        if not self._is_whole:
            self.call_later(self.call_later, self._show_all)

    def _show_all(self) -> None:
        self._is_whole = True
        self.refresh(repaint=False, layout=True)

    def _compositor_refresh(self) -> None:
        if self._is_whole:
            super()._compositor_refresh()
        if self is not self.app.screen:
            # Textual (8.2.8) paints what lies under a dialog again and again, once it was painted.
            self._repaint_required = False


class WholeModal(ModalScreen[ScreenResultType], Whole[ScreenResultType]):
    """Over another screen, and the only one that hears keys."""
