"""What panes say to the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from ..model.changes import Change
from ..model.refs import Ref
from ..model.stretch import Stretch
from ..reading.places import Place


@dataclass
class Look(Message):
    """The reader moved to a record of a list."""

    ref: Ref


@dataclass
class Peek(Message):
    """The reader moved to a neighbour: show its words, and stay with the record at hand."""

    ref: Ref


@dataclass
class Walk(Message):
    """The reader moved in the text."""

    place: Place


@dataclass
class Go(Message):
    """The reader chose a record: go there, and remember the way."""

    ref: Ref


@dataclass
class Save(Message):
    """The reader changed something: save it, and show it."""

    change: Change


@dataclass
class Choose(Message):
    """The reader drew over words of the text."""

    words: Stretch
