"""How the frames stand: hidden, wider, narrower, and as at first."""

from __future__ import annotations

from textual.reactive import var

from ...reading.session import Session
from ...settings.choices import FRAMES
from ...settings.file import chosen
from ..panes.arrangement import STEP, Shares
from ..panes.panes import frame_of
from .finding import Finding


class Arranging(Finding):
    """The arrangement is remembered with the place; the settings say where it starts."""

    single: var[bool] = var(False)
    """Whether one pane fills the screen."""
    is_wide: var[bool] = var(False)
    """Whether there is room for three columns."""
    shares: var[Shares] = var(Shares(0, 0))
    hidden: var[tuple[str, ...]] = var(())
    """The frames that are not shown while there is room for several."""

    @property
    def can_hide(self) -> bool:
        """Whether several frames are seen."""
        return not self.single and len(self.hidden) < len(FRAMES) - 1

    def arrange_as(self, session: Session) -> None:
        """As at the last visit, or as the settings have it."""
        settings = chosen().settings
        hidden = settings.hidden if session.hidden is None else session.hidden
        self.shares = Shares(session.left or settings.left, session.upper or settings.top)
        self.hidden = tuple(name for name in FRAMES if name in hidden)

    def action_grow(self, by: int) -> None:
        """More room for the pane that keys reach, or less."""
        self.shares = self.shares.grown(frame_of(self.pane), by * STEP, self.is_wide)

    def action_hide(self) -> None:
        """Keys go on to the next pane that is shown."""
        frame = frame_of(self.pane)
        self.hidden = tuple(name for name in FRAMES if name in (*self.hidden, frame))
        self.turn_pane(1)

    def action_reset_layout(self) -> None:
        self.arrange_as(Session())

    def turn_pane(self, by: int) -> None:
        """Go on to the next of the panes that are shown."""
        raise NotImplementedError

    def unhide(self, pane: str) -> None:
        """A pane that is asked for is shown again."""
        self.hidden = tuple(name for name in self.hidden if name != frame_of(pane))
