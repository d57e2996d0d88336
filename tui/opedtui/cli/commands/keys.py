"""`opedtui keys`"""

from __future__ import annotations

from typing import Any

from ...render.sheets import Sheet
from ...ui.commands import COMMANDS, Command
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """The keys of the app, by group."""
    give(request.as_json, data=lambda: [_command(c) for c in COMMANDS], shown=_table)
    return 0


def _table() -> Sheet:
    rows = (
        (" ".join(command.shown_keys), command.group, command.label, command.help)
        for command in COMMANDS
    )
    return Sheet(
        ("keys", "group", "command", "what it does"), tuple(rows), roomy=("group", "command")
    )


def _command(command: Command) -> dict[str, Any]:
    return {
        "id": command.id,
        "keys": list(command.keys),
        "shown_keys": list(command.shown_keys),
        "label": command.label,
        "help": command.help,
        "group": command.group,
    }
