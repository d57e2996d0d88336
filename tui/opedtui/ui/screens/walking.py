"""From record to record in the text, and keys that wait for the letter of a kind."""

from __future__ import annotations

from textual.reactive import var
from textual.timer import Timer

from ...model.refs import Kind
from ...reading.places import READ_KINDS, Place, next_here, next_record, next_words
from ..commands import chords
from .editing import Editing

CHORD_SECONDS = 1.5
"""How long `]` waits for a letter."""


class Walking(Editing):
    """Moves the place; where there is nothing to move to, it stays."""

    chord: var[str] = var("")
    """The key that waits for a letter."""
    _chord_from: Place | None = None
    _chord_timer: Timer | None = None

    @property
    def is_shared(self) -> bool:
        """Whether other records share the words at hand."""
        return self.place is not None and self._cycled(1) != self.place

    def _cycled(self, step: int) -> Place:
        """The next of the records at the character that the reader is at."""
        assert self.place, "there is a place"
        start, end = self.place.start, self.place.end
        offset = self.source.cursor if start <= self.source.cursor < end else start
        return next_here(self.library, self.place, offset, step)

    def action_cycle_here(self, step: int) -> None:
        self._move(self._cycled(step) if self.place else None)

    def action_leap(self, step: int, letter: str = "") -> None:
        kinds = (Kind(letter),) if letter else READ_KINDS
        self._move(self.place and next_record(self.library, self.place, step, kinds))

    def action_leap_same(self, step: int) -> None:
        self._move(self.place and next_words(self.library, self.place, step))

    def _move(self, place: Place | None) -> None:
        if place:
            self.place = place

    def action_chord(self, key: str) -> None:
        """Act at once, and let a letter say of which kind it should have been."""
        before = self.place
        self.action_leap(1 if key == "]" else -1)
        self.wait_for_letter(key)
        self._chord_from = before

    def wait_for_letter(self, key: str) -> None:
        self.end_chord()
        self._chord_from = self.place
        self.chord = key
        self._chord_timer = self.set_timer(CHORD_SECONDS, self.end_chord)

    def action_code_chord(self) -> None:
        """Nothing happens until a letter says what the words are."""
        self.end_chord()
        self._chord_from = self.place
        self.chord = "c"

    def end_chord(self) -> None:
        self.chord = ""
        if self._chord_timer:
            self._chord_timer.stop()

    async def action_chord_end(self, letter: str) -> None:
        command = chords(self.chord)[letter]
        self.end_chord()
        self.place = self._chord_from
        await self.run_action(command.does)
