"""From arguments to a request."""

from __future__ import annotations

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from typing import NamedTuple, NoReturn

from .. import __doc__ as about
from .. import __version__
from ..model.refs import Kind
from .request import Request, Target, UsageError
from .streams import write


class Argument(NamedTuple):
    """What follows a command."""

    name: str
    help: str
    read: Callable[[str], Target]
    is_needed: bool = False


PLACE = Argument("PLACE", "a store (STORE), a record of it (STORE#REF), or REF alone", Target.of)
REF = Argument("REF", "a record: c12, or STORE#c12", Target.of_record, is_needed=True)
STORE = Argument("STORE", "the same as --store", Target)


class Command(NamedTuple):
    """A word of the command line; the module of that name carries it out."""

    name: str
    help: str
    takes: Argument | None = STORE
    has_json: bool = True


OPEN = Command("open", "open the app, at a record if one is given", PLACE, has_json=False)
COMMANDS = (
    OPEN,
    Command("show", "show all that is known of a record", REF),
    Command("list", "list every record of a kind"),
    Command("timeline", "list the events in order of time"),
    Command("relations", "show the ties of a record, both ways", REF),
    Command("check", "find what is wrong with a store, or odd about it"),
    Command("keys", "list the keys of the app", takes=None),
    Command("where", "say which store is opened, and which folders are used"),
)
TABLES = {kind.table: kind for kind in Kind}
BY_NAME = {command.name: command for command in COMMANDS}

USAGE = "opedtui [STORE | STORE#REF]\n       opedtui COMMAND ..."
EPILOG = f"""\
commands:
{chr(10).join(f"  {command.name:10} {command.help}" for command in COMMANDS)}

STORE is the path of a db.json; without one it is $OPEDTUI_DB, ./db.json, or your own.
REF is the address of a record: a letter and a number, e.g. c12
({", ".join(f"{kind} {kind.word}" for kind in Kind)}).
KIND is one of {", ".join(tuple(TABLES)[:4])},
{", ".join(tuple(TABLES)[4:])}.
What is no command is a STORE; one that is called “list” is given as ./list.

exit status: 0 done, 1 check found faults, 2 could not be done"""


def read_arguments(arguments: list[str]) -> Request | None:
    """The request; None where help or the version was asked for, and has been given."""
    at = _first_word(arguments)
    command = BY_NAME.get(arguments[at]) if at < len(arguments) else None
    parser = _parser(command)
    try:
        given = parser.parse_args(arguments[:at] + arguments[at + 1 :] if command else arguments)
    except SystemExit:
        return None
    if not command:
        _refuse_misspelling(arguments[at : at + 1])
    return Request(
        command=(command or OPEN).name,
        store=_one(given.store, given.target.store),
        ref=given.target.ref,
        kind=TABLES.get(given.table),
        as_json=given.json,
    )


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


def _one(option: str | None, target: str | None) -> str | None:
    """The store, which may be given in two ways, but once."""
    if option is not None and target is not None:
        raise UsageError(f"two stores are given, {option} and {target}; give one")
    store = target if option is None else option
    if store == "":
        raise UsageError("the path of the store is empty; give one, or leave it out")
    return store


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
    return Parser(prog=f"opedtui {command.name}", description=sentence, allow_abbrev=False)


def _add(parser: Parser, command: Command) -> None:
    parser.set_defaults(table="", target=Target(), json=False)
    parser.add_argument("--version", action="version", version=f"opedtui {__version__}")
    parser.add_argument("--store", metavar="PATH", help="the store to use")
    if command.has_json:
        parser.add_argument("--json", action="store_true", help="print JSON")
    if command.name == "list":
        parser.add_argument("table", metavar="KIND", choices=TABLES, help=", ".join(TABLES))
    if command.takes:
        name, help, read, is_needed = command.takes
        nargs = None if is_needed else "?"
        parser.add_argument("target", metavar=name, help=help, type=read, nargs=nargs)
