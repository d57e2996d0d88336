"""Deleting records, with what hangs on them told beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding

from ...model.changes import Change
from ...model.refs import Ref
from ...reading.changes.removing import delete, dependents
from .choices import ChoiceRows, Choices
from .dialog import Dialog
from .drawing import record_line, record_row
from .saying import Saying

GOES_TOO, IS_CHANGED = "goes too", "loses it"
Row = tuple[str, Ref]
"""What becomes of a record."""


class RemoveDialog(Dialog):
    """`y` or Enter deletes the records, which are there; `n` or Escape does not."""

    title_words = "Delete"
    keys = "y delete   n keep"
    BINDINGS = [
        Binding("y,enter", "finish", "delete"),
        Binding("n,q", "leave", "keep"),
        Binding("j,down", "move('down')", show=False),
        Binding("k,up", "move('up')", show=False),
        Binding("pagedown,space", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def body(self) -> ComposeResult:
        yield Saying(id="question")
        yield Choices()

    def begin(self) -> None:
        rows = list(self._rows())
        self.query_one("#question", Saying).text = self._question(rows)
        self.query_one(Choices).rows = ChoiceRows(rows, self._row)

    def make(self) -> Change:
        return delete(self.library, self.refs, self.now())

    def _rows(self) -> Iterator[Row]:
        """The records themselves if there are several, then what they take along."""
        if len(self.refs) > 1:
            yield from (("", ref) for ref in self.refs)
        hanging = dependents(self.library, *self.refs)
        yield from ((GOES_TOO, ref) for ref in hanging.go)
        yield from ((IS_CHANGED, ref) for ref in hanging.lose)

    def _question(self, rows: list[Row]) -> Text:
        go = sum(what == GOES_TOO for what, _ in rows)
        lose = sum(what == IS_CHANGED for what, _ in rows)
        told = [f"{go} more that hang on it"] * bool(go) + [f"{lose} that name it"] * bool(lose)
        many = len(self.refs) > 1
        head = Text(f"Delete {len(self.refs)} records?") if many else self._only()
        if told:
            head.append(f"\nTouches {' and '.join(told)}. One undo brings all back.")
        else:
            head.append("\nNothing hangs on it. Undo brings it back.")
        return head

    def _only(self) -> Text:
        row = record_line(self.library, self.palette, self.refs[0])
        row.truncate(max(10, self.app.size.width - 24), overflow="ellipsis")
        return Text("Delete ").append_text(row).append("?")

    def _row(self, row: Row, width: int) -> Text:
        what, ref = row
        return Text.assemble(
            (f"{what:<9}" if what else "", self.palette.dim),
            record_row(self.library, self.palette, ref),
        )

    def action_finish(self) -> None:
        self.finish()

    def action_move(self, how: str) -> None:
        getattr(self.query_one(Choices), f"action_{how}")()
