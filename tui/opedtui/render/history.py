"""What was changed when, a row for each step, the last one first."""

from __future__ import annotations

from datetime import datetime

from rich.text import Text

from ..model.refs import Ref
from ..store.entry import Entry
from ..store.history import History
from .palette import Palette
from .visible import visible

BEGINNING = "the beginning"


class HistoryRows:
    """`12  2026-11-25 09:03  mark “…” as a claim   undone`, down to the beginning."""

    def __init__(self, history: History, palette: Palette) -> None:
        self._history = history
        self._entries = tuple(reversed([entry for entry in history.entries if entry.edits]))
        self._palette = palette

    def __len__(self) -> int:
        return len(self._entries) + 1 if self._entries else 0

    def seq(self, index: int) -> int:
        """The step of the row; 0 is the beginning."""
        return self._entries[index].seq if index < len(self._entries) else 0

    def ref(self, index: int) -> Ref:
        """A record that the step changed; for the beginning, that of the first one."""
        return self._entries[min(index, len(self._entries) - 1)].refs[0]

    def line(self, index: int, width: int) -> Text:
        if index == len(self._entries):
            return Text(f"{0:>5}  {BEGINNING}", self._palette.dim)
        return self._line(self._entries[index])

    def _line(self, entry: Entry) -> Text:
        undone = self._history.undone(entry)
        return Text.assemble(
            (f"{entry.seq:>5}  ", self._palette.strong),
            (f"{_when(entry.time)}  ", self._palette.dim),
            ("undone  " if undone else "", self._palette.event),
            (said(entry), self._palette.dim if undone else self._palette.text),
        )


def said(entry: Entry) -> str:
    """What the step did, in a line of visible text."""
    what = "undo: " if entry.undoes else "redo: " if entry.redoes else ""
    return visible(what + entry.label)


def _when(time: str) -> str:
    """To the minute, by the reader's clock."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return visible(time)
