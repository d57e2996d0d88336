"""Keys take turns: each acts on what those before it have done, however fast they are typed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from textual import events, on
from textual.app import App
from textual.message import Message

ROUNDS = 2
"""Once behind the key, once behind what it set off."""
PATIENCE = 1.0
"""Seconds after which a key that has not come round does not hold up another."""


class Round(Message):
    """Goes the way of a key, from what has the focus up to the app, behind all that is on it."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left


class Turns(App[None]):
    """Textual (8.2.8) looks at all keys that have arrived before the first of them has acted.

    So a key typed ahead acts on the pane, the dialog or the place before.
    """

    _since = 0.0
    """When the key that has its turn last gave a sign of life; 0 while none has it."""
    _holders = 0
    _is_watched = False
    """Whether somebody will look after keys that wait."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._waiting: deque[events.Key | events.Paste] = deque()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._waiting.append(event)
            await self._go_on()
        else:
            await super().on_event(event)

    async def _go_on(self) -> None:
        """Without the key that has its turn, if it has had it for long: its widget is gone."""
        if self._waiting and not self._holders and time.monotonic() - self._since > PATIENCE:
            await self._take_turn()
        elif self._waiting and not self._is_watched:
            self._is_watched = True
            self.set_timer(PATIENCE, self._look_again)

    async def _look_again(self) -> None:
        self._is_watched = False
        await self._go_on()

    async def _take_turn(self) -> None:
        self._since = time.monotonic() if self._waiting else 0.0
        if self._waiting:
            await super().on_event(self._waiting.popleft())
            self._send_round(ROUNDS)

    def _send_round(self, left: int) -> None:
        self._since = time.monotonic()
        start = self.focused or self.screen
        if not start.post_message(Round(left)):
            self.post_message(Round(left))

    @on(Round)
    async def _come_round(self, event: Round) -> None:
        event.stop()
        if self._holders:
            self._since = time.monotonic()
        elif event.left > 1:
            self._send_round(event.left - 1)
        else:
            await self._take_turn()

    @contextmanager
    def hold_keys(self) -> Iterator[None]:
        """What is typed meanwhile waits: what is done here has to be seen by it."""
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1
            if not self._holders:
                self._send_round(ROUNDS)
