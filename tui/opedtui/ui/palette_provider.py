"""The commands in the command palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from .commands import COMMANDS, MOVE, Command


class ReadCommands(Provider):
    """The same commands as the keys, available when the keys are."""

    async def discover(self) -> Hits:
        for command in self._available():
            yield DiscoveryHit(self._name(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._available():
            score = matcher.match(command.label)
            if score > 0:
                name = matcher.highlight(self._name(command))
                yield Hit(score, name, self._run(command), help=command.help)

    def _available(self) -> list[Command]:
        return [
            command
            for command in COMMANDS
            if command.group != MOVE
            and command.id != "palette"
            and self.screen.check_action(command.does.partition("(")[0], ()) is not False
        ]

    def _name(self, command: Command) -> str:
        return f"{command.label}  {' '.join(command.shown_keys)}"

    def _run(self, command: Command) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, command.does)
