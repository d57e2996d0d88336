"""What may follow on a command line that is being typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from ..errors import OpedError
from ..model.refs import Kind
from ..render.visible import visible
from .request import Target, item, split_ref
from .table import BY_NAME, COMMANDS, Argument, Command, Option

MOST = 500
"""Nobody looks through more."""
SHOWN = 70
"""Characters of a description."""
EVERYWHERE = (
    Option("--help", "show what may be said"),
    Option("--store", "the store to use", "PATH"),
    Option("--version", "show the version"),
)
JSON = Option("--json", "print JSON")

Tables = Mapping[str, Any]
Open = Callable[[str | None], Tables]
"""The tables of a store, raw; OpedError if it cannot be read."""


class Candidate(NamedTuple):
    """What may stand at the cursor, and what it means."""

    value: str
    help: str = ""


def candidates(words: list[str], open_tables: Open) -> list[Candidate]:
    """For the last of the words, in view of those before it; with none, files may fit."""
    words = [word for word in words if word != "="] or [""]
    line = _Line(words[:-1], words[-1], open_tables)
    try:
        found = (one for one in line.offers() if _is_plain(one.value))
        return [Candidate(one.value, _short(one.help)) for one in islice(found, MOST)]
    except OpedError:
        return []


class _Line(NamedTuple):
    before: list[str]
    current: str
    open_tables: Open

    def offers(self) -> Iterator[Candidate]:
        """Values of an option, options, or what the command takes at this place."""
        option = self._option_that_waits()
        if option:
            return self._values(option)
        if self.current.startswith("-"):
            return self._fitting(Candidate(o.name, o.help) for o in self._options())
        if self.command is None:
            return self._commands()
        argument = self._argument(self.command)
        return self._arguments(argument) if argument else iter(())

    @property
    def command(self) -> Command | None:
        positional = self._positional()
        return BY_NAME.get(positional[0]) if positional else None

    def _options(self) -> tuple[Option, ...]:
        command = self.command
        if command is None:
            return EVERYWHERE
        return (*command.options, *((JSON,) if command.has_json else ()), *EVERYWHERE)

    def _option_that_waits(self) -> Option | None:
        last = self.before[-1] if self.before else ""
        return next((o for o in self._options() if o.name == last and o.metavar), None)

    def _positional(self) -> list[str]:
        """What is neither an option nor its value."""
        every = (*EVERYWHERE, *(option for command in COMMANDS for option in command.options))
        taking = {option.name for option in every if option.metavar}
        pairs = zip(["", *self.before], self.before, strict=False)
        return [word for last, word in pairs if not word.startswith("-") and last not in taking]

    def _argument(self, command: Command) -> Argument | None:
        at = len(self._positional()) - 1
        if at < len(command.takes):
            return command.takes[at]
        return command.takes[-1] if command.takes and command.takes[-1].many == "*" else None

    def _values(self, option: Option) -> Iterator[Candidate]:
        if option.words:
            return self._fitting(map(Candidate, option.words))
        return self._refs(Kind.DOCUMENT) if option.metavar == "REF" else iter(())

    def _commands(self) -> Iterator[Candidate]:
        """Or a record to open the app at, once it is clear that one is meant."""
        if self.before and self._positional():
            return
        yield from self._fitting(Candidate(c.name, c.help) for c in COMMANDS)
        if re.search(r"[0-9#]", self.current):
            yield from self._refs()

    def _arguments(self, argument: Argument) -> Iterator[Candidate]:
        if argument.choices:
            return self._fitting(map(Candidate, argument.choices))
        if argument.offers == "ties":
            return self._ties()
        if argument.offers == "names":
            return self._names()
        if argument.read in (Target.of, Target.of_record, item):
            return self._refs(argument.offers)
        return iter(())

    def _fitting(self, offers: Iterable[Candidate]) -> Iterator[Candidate]:
        wanted = self.current.casefold()
        return (offer for offer in offers if offer.value.casefold().startswith(wanted))

    def _ties(self) -> Iterator[Candidate]:
        from ..model.vocabulary import RELATIONS

        return self._fitting(Candidate(kind.name, kind.forward) for kind in RELATIONS.values())

    def _names(self) -> Iterator[Candidate]:
        actors = self._tables().get(Kind.ACTOR.table, {}).items()
        named = (Candidate(_text(actor, "name"), f"a{number}") for number, actor in actors)
        return self._fitting(offer for offer in named if offer.value)

    def _refs(self, letters: str = "") -> Iterator[Candidate]:
        """`c12`, or `db.json#c12` where a store is named."""
        store, begun = split_ref(self.current)
        in_front = "" if begun is None else f"{store}#"
        begun = self.current if begun is None else begun
        kinds = [kind for kind in Kind if kind in (letters or begun[:1] or "".join(Kind))]
        tables = self._tables(store if in_front else None)
        for kind in kinds:
            for number, record in tables.get(kind.table, {}).items():
                if f"{kind}{number}".startswith(begun):
                    yield Candidate(f"{in_front}{kind}{number}", _label(kind, record))

    def _tables(self, store: str | None = None) -> Tables:
        """Of the store that the line names, or of the one that is at hand."""
        words = self.before
        named = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--store"]
        targets = (split_ref(word) for word in words)
        named += [path for path, ref in targets if ref and path]
        return self.open_tables(store or (named[0] if named else None))


def _label(kind: Kind, record: Any) -> str:
    """What tells the record from others, out of the raw data."""
    match kind:
        case Kind.DOCUMENT:
            return _text(record, "title")
        case Kind.ACTOR:
            return _text(record, "name")
        case Kind.CLAIM:
            return _text(record, "text")
        case Kind.QUOTE:
            return _exact(record, "spans", 0)
        case Kind.EVENT:
            return _text(record, "label")
        case Kind.RELATION:
            return " ".join(_text(record, name) for name in ("source", "kind", "target"))
        case Kind.NOTE:
            return _text(record, "body")
        case Kind.MENTION:
            return _exact(record, "span")


def _exact(record: Any, *path: str | int) -> str:
    for step in path:
        try:
            record = record[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return _text(record, "exact")


def _text(record: Any, name: str) -> str:
    value = record.get(name) if isinstance(record, dict) else None
    return value if isinstance(value, str) else ""


def _short(text: str) -> str:
    """One line that no terminal obeys."""
    text = visible(" ".join(text[: 4 * SHOWN].split()))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _is_plain(value: str) -> bool:
    """Whether it can be typed; a shell should not be made to."""
    return value == visible(value) and value.isprintable()
