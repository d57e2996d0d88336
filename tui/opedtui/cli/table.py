"""The words of the command line, and what may follow each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..errors import quoted
from ..model.refs import Kind, Ref
from .request import Target, UsageError, Value, item


class Argument(NamedTuple):
    """What follows a command, told by where it stands."""

    name: str
    help: str
    read: Callable[[str], object] = str
    fills: str = "target"
    """What the parser calls it; there it is among the defaults."""
    many: str | None = "?"
    """As argparse has it: None for one that is needed, `?` or `*`."""
    choices: Mapping[str, Kind] | None = None


class Option(NamedTuple):
    """What may be said besides, told by its name."""

    name: str
    help: str
    metavar: str = ""
    """Nothing for a flag."""
    read: Callable[[str], object] = str
    is_repeatable: bool = False

    @property
    def fills(self) -> str:
        return self.name.removeprefix("--").replace("-", "_")

    @property
    def as_argparse_has_it(self) -> dict[str, Any]:
        if not self.metavar:
            return {"action": "append_const", "dest": "flags", "const": self.fills}
        action = "append" if self.is_repeatable else "store"
        return {"action": action, "metavar": self.metavar, "type": self.read}


class Command(NamedTuple):
    """A word of the command line; the module of that name carries it out."""

    name: str
    help: str
    takes: tuple[Argument, ...]
    options: tuple[Option, ...] = ()
    has_json: bool = True
    more: str = ""
    """What its own help says beyond the line in that of the program."""


def whole_number(text: str) -> int:
    """0 or above."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise UsageError(f"{quoted(text)} is no whole number")
    return int(text)


TABLES = {kind.table: kind for kind in Kind}
MADE = {kind.word: kind for kind in map(Kind, "cqenma")}
"""The kinds of record that `new` makes; ties are made by `relate`."""

PLACE = Argument("PLACE", "a store (STORE), a record of it (STORE#REF), or REF alone", Target.of)
STORE = Argument("STORE", "the same as --store", Target)
OF_STORE = STORE._replace(read=Target.of_its_store, fills="second")
KIND = Argument("KIND", ", ".join(TABLES), fills="table", many=None, choices=TABLES)
REF = Argument("REF", "a record: c12, or STORE#c12", Target.of_record, many=None)
MORE_REFS = Argument("REF", "more of them", Target.of_record, "items", "*")
VALUES = Argument("FIELD=VALUE", "fields of it, e.g. certainty=probable", Value.of, "items", "*")
WHAT = Argument(
    "WHAT",
    "records; d1:START-END, a place; FIELD=VALUE, or FIELD= to clear it",
    item,
    "items",
    "*",
)
NEW_KIND = Argument("KIND", ", ".join(MADE), fills="table", many=None, choices=MADE)
NEW_WHAT = Argument(
    "WHAT",
    "d1:START-END, a place; FIELD=VALUE; for a note also REF, what it is on",
    item,
    "items",
    "*",
)
CONFIG = Argument(
    "WHAT",
    "show (what holds, and who says so), path (the file) or check (what is ignored in it)",
    fills="name",
)
TIE = Argument("KIND", "the kind of tie: supports, attacks, …", fills="name", many=None)
TARGET = Argument("REF", "what it is tied to", Target.of_record, "second", None)
WHO = Argument(
    "WHO", "an actor: a name or alias, a few letters of it, or REF", fills="name", many=None
)
KEPT = Argument("INTO", "the actor that stays", Target.of_record, "second", None)
NAME = Argument("NAME", "what the new actor is called", fills="name", many=None)
FILE = Argument("FILE", "a copy that opedtui backup made, or any store", fills="file", many=None)
TEXT = Argument("FILE", "the new text in UTF-8; - is what comes in a pipe", fills="file", many=None)

WORDS = (
    Option("--words", "the place that has these words", "TEXT"),
    Option("--nth", "which of the places that have them", "N", whole_number),
    Option("--doc", "the document that they are in", "REF", Ref.parse),
)

FILTER = Option(
    "--filter", "only those that fit, e.g. 'kind=prediction actor=Russia date:2022'", "QUERY"
)
FILTERING = """\
QUERY is what f takes in the app: FIELD=VALUE, side by side. != < <= > >= compare, : is within or
overlaps (dates), ~ contains, - in front means not, commas mean or, @NAME is a saved filter.
A wrong field is answered with the right ones."""

EDITING = """\
A field is named as --json shows it: kind, date.edtf, voice[0].actor, tags[+] (one more).
A list is written “a3, a4”; true and false are yes and no. With a place the record moves there."""

OPEN = Command("open", "open the app, at a record if one is given", (PLACE,), has_json=False)
READING = (
    OPEN,
    Command("show", "show all that is known of a record", (REF, OF_STORE)),
    Command("list", "list every record of a kind", (KIND, STORE), (FILTER,), more=FILTERING),
    Command("timeline", "list the events in order of time", (STORE,), (FILTER,), more=FILTERING),
    Command("relations", "show the ties of a record, both ways", (REF, OF_STORE)),
    Command(
        "actor",
        "show what an actor says, what is said of them, and when",
        (WHO, STORE),
        more="A name that may mean several lists them, with their refs.",
    ),
    Command(
        "check",
        "find what is wrong with a store, or odd about it",
        (STORE,),
        (Option("--repair", "mend what can be mended, and keep a copy of what was"),),
    ),
    Command("keys", "list the keys of the app", ()),
    Command("config", "show the settings, where they come from, and what is wrong", (CONFIG,)),
    Command("where", "say which store is opened, and which folders are used", (STORE,)),
)
CHANGING = (
    Command(
        "new",
        "make a claim, quote, event, mention, note or actor",
        (NEW_KIND, NEW_WHAT),
        WORDS,
        more="What is not said is told from the words, as in the app.",
    ),
    Command("edit", "change fields of records, or their place", (REF, WHAT), WORDS, more=EDITING),
    Command("relate", "tie a record to another", (REF, TIE, TARGET, VALUES)),
    Command(
        "rm",
        "delete records, with what hangs on them",
        (REF, MORE_REFS),
        (Option("--yes", "do not ask; needed where nobody can answer"),),
    ),
    Command("join", "merge an actor into another", (REF, KEPT)),
    Command(
        "split",
        "make two actors of one",
        (REF, NAME, Argument("REF", "records that name the new one", item, "items", "*")),
        (Option("--alias", "a name that goes along", "TEXT", is_repeatable=True),),
    ),
    Command("replace", "give a document another text", (REF, TEXT)),
    Command("undo", "take back the last change", (STORE,)),
    Command("redo", "do again what was taken back", (STORE,)),
    Command(
        "history",
        "list what was changed when",
        (STORE,),
        (
            Option("--back-to", "bring back the state after this step", "STEP", whole_number),
            Option("--compact", "throw the history away; the records stay as they are"),
        ),
    ),
    Command("backup", "keep a copy of a store beside it", (STORE,)),
    Command("restore", "put a copy in the place of a store", (FILE,)),
)
COMMANDS = READING + CHANGING
BY_NAME = {command.name: command for command in COMMANDS}
