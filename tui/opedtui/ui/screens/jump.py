"""A letter at everything in view; typing it goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from ...reading.following.jump_labels import jump_labels
from ...render.palette import Palette
from ..widgets.painting import Hint, Sized, Target
from .letter import LetterScreen


def targets_on(screen: Screen[Any]) -> list[Target]:
    """What is in view, that of the pane with the keys first."""
    views = [view for view in screen.query(Sized) if view.region and view.is_on_screen]
    views.sort(key=lambda view: not view.has_focus)
    return [target for view in views for target in view.targets()]


class JumpScreen(LetterScreen):
    """Labels the targets while it waits; is dismissed with the number of the chosen one."""

    def __init__(self, palette: Palette, targets: Sequence[Target]) -> None:
        super().__init__(palette, "jump to", "a letter · any other key: stay")
        self._labels = dict(zip(jump_labels(len(targets)), targets, strict=True))
        self._typed = ""
        self._label()

    @property
    def target(self) -> Target | None:
        """The chosen one."""
        return self._labels.get(self._typed)

    def take(self, letter: str) -> None:
        self._typed += letter.lower()
        left = [label for label in self._labels if label.startswith(self._typed)]
        if not letter or not left or self._typed in self._labels:
            self._unlabel()
            self.dismiss(self._typed if letter else "")
        else:
            self._label()
            self.refresh()

    def on_click(self) -> None:
        self.take("")

    def _label(self) -> None:
        """Only what is still to be typed, at what it still may mean."""
        hints: dict[Sized, list[Hint]] = {target.view: [] for target in self._labels.values()}
        for label, target in self._labels.items():
            if label.startswith(self._typed):
                rest = label[len(self._typed) :]
                hints[target.view].append(Hint(target.x, target.y, rest))
        for view, labelled in hints.items():
            view.show_hints(labelled)

    def _unlabel(self) -> None:
        for view in {target.view for target in self._labels.values()}:
            view.show_hints(())
