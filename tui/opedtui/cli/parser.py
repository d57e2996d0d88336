"""From arguments to a request."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NoReturn

from .. import __doc__ as about
from .. import __version__
from ..model.refs import Kind
from .request import Choice, Request, Target, UsageError, Value
from .streams import write
from .table import (
    BY_NAME,
    CHANGING,
    FILTER,
    MADE,
    ONE_DOCUMENT,
    OPEN,
    READING,
    TABLES,
    Argument,
    Command,
)

USAGE = "opedtui [STORE | STORE#REF]\n       opedtui COMMAND ..."


def _lines(commands: tuple[Command, ...]) -> str:
    return "\n".join(f"  {command.name:10} {command.help}" for command in commands)


EPILOG = f"""\
commands:
{_lines(READING)}

commands that change a store:
{_lines(CHANGING)}

STORE is the path of a db.json; without one it is $OPEDTUI_DB, ./db.json, or your own.
REF is the address of a record: a letter and a number, e.g. c12
({", ".join(f"{kind} {kind.word}" for kind in Kind)}).
KIND is one of {", ".join(tuple(TABLES)[:4])},
{", ".join(tuple(TABLES)[4:])}.
What is no command is a STORE; one that is called “list” is given as ./list.

exit status: 0 done, 1 check found faults, replace left orphans, or search found nothing,
2 could not be done"""

UNSAID = {
    "table": "",
    "target": Target(),
    "second": None,
    "items": (),
    "name": "",
    "file": "",
    "json": False,
    "flags": None,
    "words": "",
    "nth": None,
    "doc": None,
    "alias": None,
    "back_to": None,
    "kind": None,
    "limit": None,
    "filter": "",
    "form": None,
    "host": None,
    "port": None,
    "published": None,
    "title": "",
    "author": None,
    "outlet": "",
    "with": "",
}


def read_arguments(arguments: list[str]) -> Request | None:
    """The request; None where help or the version was asked for, and has been given."""
    at = _first_word(arguments)
    command = BY_NAME.get(arguments[at]) if at < len(arguments) else None
    parser = _parser(command)
    given = arguments[:at] + arguments[at + 1 :] if command else arguments
    if command and command.name == "search":
        given = [_as_word(argument) for argument in given]
    try:
        read = parser.parse_intermixed_args if _has_many(command) else parser.parse_args
        namespace = read(list(_with_filter(given)))
    except SystemExit:
        return None
    if not command:
        _refuse_misspelling(arguments[at : at + 1])
    return _request(command or OPEN, namespace)


def _with_filter(arguments: list[str]) -> Iterator[str]:
    """A filter may begin with a minus, which argparse takes for an option of its own."""
    rest = iter(arguments)
    for argument in rest:
        is_apart = argument == FILTER.name
        query = next(rest, None) if is_apart else None
        yield argument if query is None else f"{argument}={query}"


def _request(command: Command, given: Namespace) -> Request:
    items = (given.target, *([given.second] if given.second else ()), *given.items)
    targets = [item for item in items if isinstance(item, Target)]
    refs = tuple(target.ref for target in targets[1:] if target.ref)
    return Request(
        command=command.name,
        store=_one((given.store, *(target.store for target in targets))),
        ref=given.target.ref,
        kind=TABLES.get(given.table) or MADE.get(given.table),
        as_json=given.json,
        refs=refs,
        values=_each_once([item for item in items if isinstance(item, Value)]),
        doc=given.doc,
        choice=_choice(command, given, [item for item in items if isinstance(item, Choice)]),
        name=given.name,
        aliases=tuple(given.alias or ()),
        file=given.file,
        back_to=given.back_to,
        words=tuple(item for item in items if isinstance(item, str)),
        only=frozenset(given.kind or ()),
        limit=given.limit,
        filter=given.filter,
        form=given.form or "",
        host=given.host or "",
        port=given.port,
        published=given.published,
        title=given.title or "",
        authors=tuple(given.author or ()),
        outlet=given.outlet or "",
        model=getattr(given, "with") or "",
        flags=frozenset(given.flags or ()),
    )


def _as_word(argument: str) -> str:
    """`-without` is no option; with a minus it says the same to a query."""
    is_word = argument[:1] == "-" and argument[1:2] not in ("", "-") and argument != "-h"
    return f"\N{MINUS SIGN}{argument[1:]}" if is_word else argument


def _first_word(arguments: list[str]) -> int:
    """Where the options end that stand in front."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-") and arguments[at] != "--":
        at += 2 if arguments[at] == "--store" else 1
    return at


def _refuse_misspelling(words: list[str]) -> None:
    """A store that is missing and whose name is a bare word was meant as a command."""
    for word in words:
        if word.isalpha() and not os.access(word, os.F_OK):
            raise UsageError(f"“{word}” is neither a command nor a file; try opedtui --help")


def _one(stores: Iterable[str | None]) -> str | None:
    """The store, which may be given in several ways, but once."""
    given = list(dict.fromkeys(store for store in stores if store is not None))
    if len(given) > 1:
        raise UsageError(f"two stores are given, {given[0]} and {given[1]}; give one")
    if given == [""]:
        raise UsageError("the path of the store is empty; give one, or leave it out")
    return given[0] if given else None


def _each_once(values: list[Value]) -> tuple[Value, ...]:
    """A field that is given twice was a slip."""
    for path, times in Counter(value.path for value in values).items():
        if times > 1:
            raise UsageError(f"{path} is given {times} times; give it once")
    return tuple(values)


def _choice(command: Command, given: Namespace, places: list[Choice]) -> Choice:
    """The one place, however it is told."""
    if len(places) + bool(given.words) > 1:
        raise UsageError("more than one place is given; give one")
    if command.options == ONE_DOCUMENT:
        return Choice()
    if (given.doc or given.nth is not None) and not given.words:
        raise UsageError("--doc and --nth say where the --words are; give those too")
    return places[0] if places else Choice(given.doc, words=given.words, nth=given.nth)


class Parser(ArgumentParser):
    """Says what is wrong in one line, and speaks through our stream."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; try {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        # argparse would hide that a help text could not be written.
        write(message)


def _parser(command: Command | None) -> Parser:
    """The arguments of a command; without one, those of opening the app."""
    parser = _parser_of(command) if command else _parser_of_the_program()
    _add(parser, command or OPEN)
    return parser


def _parser_of_the_program() -> Parser:
    return Parser(
        prog="opedtui",
        usage=USAGE,
        description=about,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _parser_of(command: Command) -> Parser:
    sentence = f"{command.help[0].upper()}{command.help[1:]}."
    return Parser(
        prog=f"opedtui {command.name}",
        description=sentence,
        epilog=command.more or None,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add(parser: Parser, command: Command) -> None:
    parser.set_defaults(**UNSAID)
    parser.add_argument("--version", action="version", version=f"opedtui {__version__}")
    parser.add_argument("--store", metavar="PATH", help="the store to use")
    if command.has_json:
        parser.add_argument("--json", action="store_true", help="print JSON")
    for option in command.options:
        parser.add_argument(option.name, help=option.help, **option.as_argparse_has_it)
    for argument in command.takes:
        _add_argument(parser, argument)


def _add_argument(parser: Parser, argument: Argument) -> None:
    parser.add_argument(
        argument.fills,
        metavar=argument.name,
        help=argument.help,
        type=argument.read,
        nargs=argument.many,
        default=UNSAID[argument.fills],
        choices=argument.choices,
    )


def _has_many(command: Command | None) -> bool:
    """Only then may options stand among them, which argparse does not take otherwise."""
    return command is not None and any(argument.many == "*" for argument in command.takes)
