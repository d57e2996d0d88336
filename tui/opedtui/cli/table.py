"""The words of the command line, and what may follow each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from ..errors import quoted
from ..model.dates import Edtf
from ..model.refs import Kind, Ref
from ..render.citations import BY_NAME as FORMS
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
    choices: Mapping[str, Any] | None = None
    offers: str = ""
    """What a shell completes it with, where `read` does not say: `names`, `ties`, or letters of
    the kinds whose refs fit."""


class Option(NamedTuple):
    """What may be said besides, told by its name."""

    name: str
    help: str
    metavar: str = ""
    """Nothing for a flag."""
    read: Callable[[str], object] = str
    is_repeatable: bool = False
    words: tuple[str, ...] = ()
    """What may be given, where that can be listed."""

    @property
    def fills(self) -> str:
        return self.name.removeprefix("--").replace("-", "_")

    @property
    def as_argparse_has_it(self) -> dict[str, Any]:
        if not self.metavar:
            return {"action": "append_const", "dest": "flags", "const": self.fills}
        action = "append" if self.is_repeatable else "store"
        read = one_of(self.words) if self.words else self.read
        return {"action": action, "metavar": self.metavar, "type": read}


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


SHELVES = ("actor", "document", "claim", "quote", "event", "note", "text")
"""What is found; a document by its title, a text by its words."""


def a_shelf(text: str) -> str:
    """One of what is found; `claims` is as good as `claim`."""
    if text.removesuffix("s") not in SHELVES:
        raise UsageError(f"{quoted(text)} is not found; --kind is one of {', '.join(SHELVES)}")
    return text.removesuffix("s")


def one_of(words: Iterable[str]) -> Callable[[str], str]:
    """One of these words."""

    def read(text: str) -> str:
        if text not in words:
            raise UsageError(f"{quoted(text)} is none of {', '.join(words)}")
        return text

    return read


def port(text: str) -> int:
    """0 is any that is free."""
    number = whole_number(text)
    if number > 65535:
        raise UsageError(f"{quoted(text)} is no port; they end at 65535")
    return number


TABLES = {kind.table: kind for kind in Kind}
SHELLS = ("bash", "zsh", "fish")
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
TIE = Argument(
    "KIND", "the kind of tie: supports, attacks, …", fills="name", many=None, offers="ties"
)
CONFIG = Argument(
    "WHAT",
    "show (what holds, and who says so), path (the file) or check (what is ignored in it)",
    fills="name",
)
TARGET = Argument("REF", "what it is tied to", Target.of_record, "second", None)
WHO = Argument(
    "WHO",
    "an actor: a name or alias, a few letters of it, or REF",
    fills="name",
    many=None,
    offers="names",
)
KEPT = Argument("INTO", "the actor that stays", Target.of_record, "second", None, offers="a")
ACTOR = REF._replace(offers="a")
NAME = Argument("NAME", "what the new actor is called", fills="name", many=None)
FILE = Argument("FILE", "a copy that opedtui backup made, or any store", fills="file", many=None)
TEXT = Argument("FILE", "the new text in UTF-8; - is what comes in a pipe", fills="file", many=None)

WORDS = (
    Option("--words", "the place that has these words", "TEXT"),
    Option("--nth", "which of the places that have them", "N", whole_number),
    Option("--doc", "the document that they are in", "REF", Ref.parse),
)

ONE_DOCUMENT = (Option("--doc", "of this document only", "REF", Ref.parse),)
FILTER = Option(
    "--filter", "only those that fit, e.g. 'kind=prediction actor=Russia date:2022'", "QUERY"
)
FILTERING = """\
QUERY is what f takes in the app: FIELD=VALUE, side by side. != < <= > >= compare, : is within or
overlaps (dates), ~ contains, - in front means not, commas mean or, @NAME is a saved filter.
A wrong field is answered with the right ones."""
ALL = Argument("PLACE", "a store, a document or a record of it; all texts for none", Target.of)
SHELL = Argument(
    "SHELL", "bash, zsh or fish", fills="name", many=None, choices=dict.fromkeys(SHELLS)
)

EDITING = """\
A field is named as --json shows it: kind, date.edtf, voice[0].actor, tags[+] (one more).
A list is written “a3, a4”; true and false are yes and no. With a place the record moves there."""

SEARCHING = """\
'"an exact phrase"', -without, beginning*; the last word is a beginning in any case. A capital
makes capitals count. The exit status is 1 when nothing is found."""
READ_MORE = """\
Each record is enclosed where it stands: [c7 these words]. Under the paragraph it is told who
says it, how, and what it is tied to. On a terminal lines are broken, in a pipe they are not."""
COMPLETION_MORE = """\
bash:  put  source <(opedtui completion bash)  into ~/.bashrc
zsh:   put  source <(opedtui completion zsh)  into ~/.zshrc, below compinit
fish:  opedtui completion fish > ~/.config/fish/completions/opedtui.fish"""
SERVE_MORE = """\
Whoever reaches the address can read the store and change it, as you can; there is no password.
It needs textual-serve: pip install 'opedtui[serve]'. The page fetches nothing from elsewhere."""

SOURCES = Argument(
    "FILE",
    "a file, a folder, an http(s) address, or - for what comes in a pipe",
    fills="items",
    many="*",
)
PUBLISHED = Option(
    "--published", "when the texts were published, e.g. 2023-03-06", "DATE", Edtf.parse
)
PRIVATE = Option("--private", "addresses on this machine and in its network may be fetched too")
CLIPBOARD = Option("--clipboard", "the text in the clipboard")
MODEL = Option("--with", "a language model that drafts: docs/models.md", "MODEL")
ABOUT = (
    Option("--title", "what the text is called", "TEXT"),
    Option("--author", "who wrote it; may be given again for each", "NAME", is_repeatable=True),
    Option("--outlet", "where it appeared", "NAME"),
    PUBLISHED,
)
ADDING = """\
Plain text, Markdown, HTML, PDF, DOCX and EPUB. Each becomes a document; what the rules find in it
are drafts, which D in the app goes through. What is there already is not added again."""
DRAFT_MORE = """\
With --json one object a line: sentences, actors, mentions, quotes, claims, events, each with its
words and their place. Without a date of publication “last week” stays without a date."""

OPEN = Command("open", "open the app, at a record if one is given", (PLACE,), has_json=False)
READING = (
    OPEN,
    Command("show", "show all that is known of a record", (REF, OF_STORE)),
    Command("list", "list every record of a kind", (KIND, STORE), (FILTER,), more=FILTERING),
    Command(
        "search",
        "find words in texts, claims, quotes, names, events and notes",
        (Argument("WORDS", "what to find", fills="items", many="*"),),
        (
            Option("--kind", "only such finds: " + ", ".join(SHELVES), "KIND", a_shelf, True),
            Option("--limit", "how many finds are shown, the best first", "N", whole_number),
        ),
        more=SEARCHING,
    ),
    Command("timeline", "list the events in order of time", (STORE,), (FILTER,), more=FILTERING),
    Command(
        "read",
        "print a text, its records explained after each paragraph",
        (ALL,),
        (Option("--plain", "no colours, as in a pipe: for screen readers"),),
        more=READ_MORE,
    ),
    Command(
        "cite",
        "print the citation of records, to paste it",
        (REF, MORE_REFS),
        (Option("--form", ", ".join(FORMS), "FORM", words=tuple(FORMS)),),
        more="With --json it is CSL-JSON.",
    ),
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
    Command(
        "voices",
        "count whose view is given: each actor's claims, and what is made of them",
        (STORE,),
        ONE_DOCUMENT,
    ),
    Command(
        "gaps",
        "list what the texts leave open: no support, no answer, no voice",
        (STORE,),
        ONE_DOCUMENT,
    ),
    Command(
        "draft",
        "print what the rules find in texts, without storing it",
        (SOURCES,),
        (PUBLISHED, MODEL, CLIPBOARD, PRIVATE),
        more=DRAFT_MORE,
    ),
    Command(
        "review",
        "count the drafts that wait in each text, or how often each rule was right",
        (STORE,),
        (Option("--stats", "how often each rule was right for you"),),
        more="D in the app goes through them.",
    ),
    Command("keys", "list the keys of the app", ()),
    Command(
        "completion",
        "print what makes a shell complete commands, refs and names",
        (SHELL,),
        has_json=False,
        more=COMPLETION_MORE,
    ),
    Command(
        "serve",
        "open the app in web browsers, on this machine unless told otherwise",
        (STORE,),
        (
            Option("--host", "the address to listen at; 127.0.0.1 unless given", "ADDRESS"),
            Option("--port", "the port to listen at; 8000 unless given, 0 for any", "N", port),
            Option("--exposed", "other machines may come, needed for such a --host"),
        ),
        has_json=False,
        more=SERVE_MORE,
    ),
    Command("config", "show the settings, where they come from, and what is wrong", (CONFIG,)),
    Command("where", "say which store is opened, and which folders are used", (STORE,)),
)
CHANGING = (
    Command(
        "add",
        "bring texts in, with drafts of who says what and when",
        (SOURCES,),
        (
            *ABOUT,
            MODEL,
            CLIPBOARD,
            Option("--update", "another version of a text that is there becomes its text"),
            Option("--anyway", "another version of a text that is there is added beside it"),
            PRIVATE,
        ),
        more=ADDING,
    ),
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
    Command("join", "merge an actor into another", (ACTOR, KEPT)),
    Command(
        "split",
        "make two actors of one",
        (ACTOR, NAME, Argument("REF", "records that name the new one", item, "items", "*")),
        (Option("--alias", "a name that goes along", "TEXT", is_repeatable=True),),
    ),
    Command("replace", "give a document another text", (REF._replace(offers="d"), TEXT)),
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
