"""From arguments to an exit status: the one place where an error becomes a line."""

from __future__ import annotations

from importlib import import_module

from ..errors import OpedError
from .request import Request
from .streams import tell

COMPLETE = "__complete"
"""What shells ask, by the script of `opedtui completion`; people are not told of it."""
COULD_NOT = 2
INTERRUPTED = 130
"""As a shell reports a program that SIGINT ended."""
CLOSED_PIPE = 141
"""As a shell reports a program that SIGPIPE ended."""


def run(arguments: list[str]) -> int:
    """Do what the arguments ask for, and return the exit status."""
    if arguments[:1] == [COMPLETE]:
        # Asked by shells at every Tab, which wait for it.
        from .commands.complete import complete

        return complete(arguments[1:])
    try:
        request = read(arguments)
        return answer(request) if request else 0
    except OpedError as error:
        for line in (str(error), *getattr(error, "__notes__", ())):
            tell(line)
        return COULD_NOT
    except BrokenPipeError:
        return CLOSED_PIPE
    except OSError as error:
        # The folder that we are in was removed, or the machine is out of something.
        tell(str(error))
        return COULD_NOT
    except KeyboardInterrupt:
        return INTERRUPTED


def read(arguments: list[str]) -> Request | None:
    """What is asked for; None where help or the version was the answer."""
    if not arguments:
        return Request("open")
    # argparse is 7 ms that the plain start of the app need not wait for.
    from .parser import read_arguments

    return read_arguments(arguments)


def answer(request: Request) -> int:
    """Run the command; each is a module of its own name, so that only that one is loaded."""
    command = import_module(f"{__package__}.commands.{request.command}")
    return int(command.run(request))
