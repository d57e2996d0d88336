"""However the program ends, the terminal is as it was found, and what was asked for is kept.

What is mended here of Textual was seen in version 8.2.8.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
from asyncio import Task
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, NamedTuple, TextIO

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

FAULT = 70
"""The status after a fault of the program itself: EX_SOFTWARE of sysexits.h."""
SIGNALLED = 128
"""To this a shell adds the number of the signal that ended a program."""
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
PATIENCE = 2.0
"""Seconds that an orderly end may take."""
AT_ONCE = 0.1
"""Seconds within which two signals are as good as sent together."""
TRIES = 20
"""To get a word in where another thread is writing."""
MODES = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
"""What else Textual switches on: mouse, focus, paste, frames that are held back, sizes."""
RESTORED = (
    "\x18"  # ends a sequence that was cut in two
    + "".join(f"\x1b[?{mode}l" for mode in MODES)
    + "\x1b[<u\x1b[0m\x1b[?1049l\x1b[?7h\x1b[?25h"
).encode()


class OrderlyApp(App[None]):
    """An app that can be told to leave, and shows nobody what it was working on when it fails.

    Textual prints the local variables, which is to say the reader's data, on 136 lines.
    """

    asked = 0
    """The status with which a signal asked it to end."""

    async def leave(self, status: int = 0) -> None:
        """Keep what is to be kept, and end."""
        self.exit(return_code=status)

    def action_suspend_process(self) -> None:
        """As a terminal does it: whoever started the program stops as well, for the shell."""
        if os.getpgrp() == os.getsid(0):
            self.notify("There is no shell here to go back to", markup=False)
        elif self._driver and self._driver.can_suspend:
            os.kill(0, signal.SIGTSTP)

    @property
    def fault(self) -> Exception | None:
        """What nobody expected, if it happened."""
        return self._exception

    def panic(self, *renderables: object) -> None:
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()


class Screen:
    """The stream that is drawn on; once its terminal has gone, what is drawn goes nowhere.

    Textual's writer stops at the first error, and whoever writes more waits for it for ever.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except OSError:
            self.abandon()

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self.abandon()

    def abandon(self) -> None:
        """Whatever is still to be written goes nowhere."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


class Terminal(LinuxDriver):
    """Gives the terminal back at every end.

    Textual does so after its own quit and SIGINT only (issues 5140, 1171, 4070, 4418).
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        assert isinstance(app, OrderlyApp), "it has to know how to leave"
        self._orderly = app
        assert sys.__stderr__, "Textual draws on it"
        self._drawn_on = Screen(sys.__stderr__)
        self._file: Any = self._drawn_on
        self._status = 0
        """Once the program is to end, with what status."""
        self._is_to_sleep = False
        self._told_to_go_on = 0.0
        """When SIGCONT came."""
        self._leaving: Task[None] | None = None
        self._found = _attributes(self.fileno)
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._obey)
        signal.signal(signal.SIGALRM, self._end_at_once)
        Thread(target=self._await_hangup, name="hangup", daemon=True).start()

    @property
    def is_in_use(self) -> bool:
        """Whether the terminal is other than it was found."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def write(self, data: str) -> None:
        if self.is_in_use:
            super().write(data)

    # Taking the terminal and giving it back.

    def start_application_mode(self) -> None:
        self._found = _attributes(self.fileno)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = None

    def stop_application_mode(self) -> None:
        """Line mode comes back last: in it, Ctrl+C would discard what is still to be sent."""
        if self.is_in_use:
            super().stop_application_mode()
            self._disable_late_modes()
            self.close()
            self._set_line_mode(termios.TCSAFLUSH)

    def _disable_late_modes(self) -> None:
        """These may be switched on until the input has ended; Textual leaves 1016 on."""
        self._disable_in_band_window_resize()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
            self._mouse_pixels = False

    def _set_line_mode(self, when: int) -> None:
        with suppress(termios.error):
            if self._found:
                termios.tcsetattr(self.fileno, when, self._found)

    def disable_input(self) -> None:
        """Where the terminal is another's by now, touching it would stop this program."""
        if self.is_in_use:
            super().disable_input()

    def close(self) -> None:
        if self.is_in_use:
            super().close()

    # Going to sleep and waking up.

    def _sigtstp_application(self, *_: object) -> None:
        """In its turn: Textual writes from the midst of whatever is going on.

        Different threads may take two signals, so that one that was sent just before SIGCONT is
        seen just after it; it is over by then.
        """
        if time.monotonic() - self._told_to_go_on > AT_ONCE:
            self._is_to_sleep = True
            self._take_turn(self._sleep)

    def _sigcont_application(self, *_: object) -> None:
        """It also calls off a sleep that has not begun."""
        self._told_to_go_on = time.monotonic()
        self._is_to_sleep = False
        self._take_turn(self._wake)

    def _sleep(self) -> None:
        if self._status:
            return
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._is_to_sleep:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _wake(self) -> None:
        """Draw all anew (Textual's pull request 6369); after SIGSTOP too, which was not told."""
        if self._status or not self._auto_restart:
            return
        if self.is_in_use:
            self.suspend_application_mode()
        self.resume_application_mode()
        self._app.refresh(layout=True)

    # The end.

    def _obey(self, number: int, _: object) -> None:
        self._end(number)

    def _end(self, number: int) -> None:
        """Leave as at the reader's wish, or without it if that takes too long."""
        if not self._status:
            self._status = self._orderly.asked = SIGNALLED + number
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
            self._take_turn(self._leave)

    def _take_turn(self, act: Callable[[], object]) -> None:
        """Without a loop the program is at its end already."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def _leave(self) -> None:
        self._leaving = self._loop.create_task(self._orderly.leave(self._status))

    def _end_at_once(self, *_: object) -> None:
        if self.is_in_use:
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            self._drawn_on.abandon()
            self._interrupt_writing()
            _send_at_once(self.fileno, RESTORED)
            self._set_line_mode(termios.TCSANOW)
        os._exit(self._status)

    def _interrupt_writing(self) -> None:
        """A terminal that takes nothing holds up the thread that writes, and all who write."""
        signal.signal(signal.SIGALRM, _go_on)
        assert self._writer_thread and self._writer_thread.ident, "it is in use"
        signal.pthread_kill(self._writer_thread.ident, signal.SIGALRM)

    # A terminal that goes away.

    def _await_hangup(self) -> None:
        """Textual reads on from a terminal that has gone, at the full speed of the machine."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        if any(event & select.POLLHUP for _, event in poll.poll()):
            self._end(signal.SIGHUP)

    def _run_input_thread(self) -> None:
        """A fault in reading keys is one like any other; Textual ends with status 0."""
        try:
            self.run_input_thread()
        except OSError:
            self._end(signal.SIGHUP)
        except Exception as error:
            self._take_turn(partial(self._app._handle_exception, error))


def _go_on(*_: object) -> None:
    """To be interrupted is all."""


def _attributes(handle: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(handle)
    except termios.error:
        return None


def _send_at_once(terminal: int, sequences: bytes) -> None:
    """Instead of all that still waits to be sent."""
    with suppress(OSError, termios.error):
        handle = os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        for _ in range(TRIES):
            termios.tcflush(handle, termios.TCOFLUSH)
            try:
                os.write(handle, sequences)
                return
            except BlockingIOError:
                time.sleep(0.01)


class Ended(NamedTuple):
    """How the app ended, and what is to be said about it."""

    status: int
    said: str = ""


def run_to_the_end(app: OrderlyApp) -> Ended:
    """Run the app; a fault of its own is reported to a file, and told in a line."""
    fault: Exception | None = None
    try:
        app.run()
    except Exception as error:
        fault = error
    signal.setitimer(signal.ITIMER_REAL, 0)
    if app.asked:
        # A screen that is ended before it is whole misses its parts; that is no fault.
        return Ended(app.asked)
    fault = fault or app.fault
    return Ended(FAULT, _reported(fault)) if fault else Ended(app.return_code or 0)


def _reported(fault: Exception) -> str:
    # Seldom needed, and a start need not wait for it.
    from .fault_report import report

    return report(fault)
