"""The app on a page in a browser: textual-serve starts it, and it ends like everywhere else.

What is mended here of Textual was seen in version 8.2.8.
"""

from __future__ import annotations

import asyncio
import os
import signal
from asyncio import Task
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.drivers.web_driver import WebDriver

from .endings import SIGNALLED, OrderlyApp


class Page(WebDriver):
    """A visitor who leaves, and a server that ends, are no reason to lose anything.

    Textual's own driver ends without saying so to the app, and lives on without a server.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        assert isinstance(app, OrderlyApp), "it has to know how to leave"
        self._orderly = app
        self._write = partial(self._send)
        self._leaving: Task[None] | None = None

    def _send(self, data: bytes) -> int:
        """What nobody receives any more goes nowhere."""
        with suppress(OSError):
            return os.write(self.fileno, data)
        return len(data)

    def start_application_mode(self) -> None:
        super().start_application_mode()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._loop.add_signal_handler(number, self._leave, SIGNALLED + number)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        if packet_type == "quit":
            self._loop.call_soon_threadsafe(self._leave)
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """It ends with the app, or when the server has gone."""
        super().run_input_thread()
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._leave)

    def _leave(self, status: int = 0) -> None:
        if self._leaving is None:
            self._orderly.asked = status
            self._leaving = asyncio.ensure_future(self._orderly.leave(status))
