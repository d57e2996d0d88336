"""A list under a line to type in: the keys go to the line, the cursor of the list follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rich.text import Text
from textual.message import Message

from ...model.refs import Ref
from ..widgets.virtual_list import VirtualList

T = TypeVar("T")
Draw = Callable[[T, int], Text]
"""A row at a width."""


class ChoiceRows(Generic[T]):
    """A row for each of the choices, whatever they are."""

    def __init__(self, choices: Sequence[T], draw: Draw[T]) -> None:
        self.choices = choices
        self._draw = draw

    def __len__(self) -> int:
        return len(self.choices)

    def ref(self, index: int) -> Ref:
        """A choice need not be a record: the list says that one was chosen, not which."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Text:
        return self._draw(self.choices[index], width)


class Choices(VirtualList, can_focus=False):
    """Tells its parent that the cursor moved, or that the row under it was chosen."""

    DEFAULT_CSS = "Choices { height: 1fr; }"

    empty = "Nothing fits."

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """The row under the cursor is the one."""

    def _move_to(self, index: int) -> None:
        index = min(max(index, 0), len(self.rows) - 1)
        if index >= 0 and index != self.cursor:
            self.cursor = index
            self.post_message(self.Moved())

    def action_go(self) -> None:
        if len(self.rows):
            self.post_message(self.Chosen())
