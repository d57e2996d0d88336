"""Draws what the documents show of the program: its picture, its keys, its records.

`python -m docs.draw` draws all of it again. With `--check` it writes nothing, says what is
stale, and exits 1 if anything is.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints
from unittest.mock import patch

from textual.pilot import Pilot

# Whoever draws may have keys of their own.
os.environ["OPEDTUI_CONFIG"] = os.devnull

from docs.tasks import TASKS, TYPED

from opedtui.cli.commands.timeline import iso
from opedtui.model.date_words import spoken
from opedtui.model.dates import Edtf
from opedtui.model.fields import Fields
from opedtui.model.records import RECORDS, Alias, Dating, Record, Role, Voice
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.model.vocabulary import RELATION_KINDS, RELATIONS, Vocabulary
from opedtui.reading.filtering import fields as filtering
from opedtui.reading.filtering.fields import FIELDS
from opedtui.reading.filtering.query import OPERATORS
from opedtui.reading.library import Library
from opedtui.reading.session import Session
from opedtui.reading.ties import FIELD_TIES
from opedtui.render.legend import legend
from opedtui.render.palette import MONOCHROME
from opedtui.settings.choices import SETTINGS, Setting
from opedtui.store.locate import bundled_store
from opedtui.store.store import Store
from opedtui.ui.app import OpedApp, Reading
from opedtui.ui.commands import BY_ID, Command, groups, in_group, shown_key
from opedtui.ui.screens.weighing import Weighing

ROOT = Path(__file__).parent.parent
PICTURE = "docs/picture.svg"
SIZE = (120, 36)

# The picture.


def picture() -> str:
    """The app at the first central claim, followed to its words."""
    with _nothing_of_this_machine():
        return self_contained(asyncio.run(_screenshot()))


async def _screenshot() -> str:
    library = Library(Store(bundled_store()).load().records)
    down = [claim.central for claim in library.claims].index(True)
    app = OpedApp(lambda: Reading(library, Session()))
    # No claim comes to be read while the picture is taken.
    with patch.object(Weighing, "clock", lambda _: 0.0):
        return await _at_the_first_central_claim(app, down)


async def _at_the_first_central_claim(app: OpedApp, down: int) -> str:
    async with app.run_test(size=SIZE) as pilot:
        await _settled(app, pilot)
        await pilot.press(*["j"] * down, "enter")
        return await _settled(app, pilot)


async def _settled(app: OpedApp, pilot: Pilot[None]) -> str:
    """What the app shows when it is ready for keys and has come to rest."""
    before, now = "", app.export_screenshot()
    while now != before or not app.focused:
        await pilot.pause(0.1)
        before, now = now, app.export_screenshot()
    return now


def self_contained(svg: str) -> str:
    """The picture fetches no fonts, and keeps its spaces in every viewer."""
    without_fonts = re.sub(r"\s*@font-face \{[^}]*\}", "", svg)
    return without_fonts.replace("<svg ", '<svg xml:space="preserve" ', 1)


@contextmanager
def _nothing_of_this_machine() -> Iterator[None]:
    """No home, and no wish of the environment: the picture is the same for everyone."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    with TemporaryDirectory() as home:
        folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
        with patch.dict(os.environ, kept | folders, clear=True):
            yield


# The keys.

MOST_USED = (
    "down", "up", "go", "back-out", "back", "forward", "actor", "next-record", "next-claim",
    "search", "filter", "voices", "argument", "code", "code-claim", "edit", "relate", "note",
    "undo", "history", "cite", "next-pane", "zoom", "palette", "help", "quit",
)  # fmt: skip
"""The commands that the README shows."""


def most_used_keys() -> str:
    return key_table(BY_ID[name] for name in MOST_USED)


def all_keys() -> str:
    """A table for each group of commands."""
    return "\n\n".join(f"## {group}\n\n{key_table(in_group(group))}" for group in groups())


def key_table(commands: Iterable[Command]) -> str:
    rows = ((_codes(command.shown_keys), command.help) for command in commands)
    return table(("keys", "what they do"), rows)


def signs() -> str:
    """The legend of the app's own page of help."""
    return table(
        ("where", "signs"),
        (
            (where, " · ".join(meaning.plain for meaning in meanings))
            for where, meanings in legend(MONOCHROME)
        ),
    )


def task_table() -> str:
    """What takes how many keys, beside the tool that takes the least elsewhere."""
    rows = ((task.need, " ".join(map(_typed, task.keys)), task.cost, task.best) for task in TASKS)
    return table(("task", "keys", "here", "elsewhere, at the least"), rows)


def _typed(key: str) -> str:
    return key if key == TYPED else f"`{shown_key(key)}`"


# The settings.


def settings_sections() -> str:
    """What each may be, and how it is written."""
    return "\n\n".join(map(_setting, SETTINGS))


def _setting(setting: Setting) -> str:
    by_variable = f" Variable: `{setting.variable}`." if setting.read_text else ""
    comes_as = f" Without it: `{setting.default}`." if isinstance(setting.default, int) else ""
    text = f"{setting.help}{comes_as}{by_variable}"
    return f"## {setting.name}\n\n{text}\n\n```toml\n{setting.example}\n```"


# The records.


def kinds_table() -> str:
    """What each table of a store holds."""
    rows = (
        (f"[`{kind.table}`](#{kind.table})", f"`{kind}1`", _first_line(RECORDS[kind]))
        for kind in Kind
    )
    return table(("table", "first ref", "what one record is"), rows)


def field_table(cls: type[Fields]) -> str:
    """The fields that a class adds to those of its parents."""
    hints, notes = get_type_hints(cls, include_extras=True), field_notes(cls)
    rows = (
        (
            f"`{field.metadata.get('key', field.name)}`",
            holds(hints[field.name]),
            _need(field),
            notes.get(field.name, ""),
        )
        for field in fields(cls)
        if field.name in cls.__annotations__ and field.name != "ref"
    )
    return table(("field", "holds", "needed", "note"), rows)


def _need(field: Field[Any]) -> str:
    """Whether it has to be there, and what stands for it where it is not."""
    if field.default is MISSING:
        return "yes"
    stands_for_it = isinstance(field.default, str) and field.default
    return f"no, then `{field.default}`" if stands_for_it else "no"


def field_notes(cls: type) -> dict[str, str]:
    """The strings that stand beneath fields in the source, by the field's name."""
    tree = ast.parse(dedent(inspect.getsource(cls))).body[0]
    assert isinstance(tree, ast.ClassDef), "the source of a class is a class"
    return {
        field.target.id: note.value.value
        for field, note in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant)
        if isinstance(note.value.value, str)
    }


class Words(NamedTuple):
    """What a type is called; those of ours are explained under a heading of the second name."""

    one: str
    many: str
    is_explained: bool = True

    def __str__(self) -> str:
        return f"[{self.one}](#{self.many})" if self.is_explained else self.one

    @property
    def listed(self) -> str:
        many = f"[{self.many}](#{self.many})" if self.is_explained else self.many
        return f"list of {many}"


TYPES: dict[type, Words] = {
    str: Words("text", "texts", is_explained=False),
    int: Words("whole number", "whole numbers", is_explained=False),
    bool: Words("true or false", "", is_explained=False),
    Ref: Words("ref", "refs"),
    Edtf: Words("date", "dates"),
    Span: Words("span", "spans"),
    Voice: Words("voice", "voices"),
    Alias: Words("alias", "aliases"),
    Role: Words("role", "roles"),
    Dating: Words("dating", "datings"),
}


def holds(hint: Any) -> str:
    """What a field of this type holds, in words."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return choice(args[1])
    if origin is tuple:
        return _either(TYPES[item].listed for item in get_args(args[0]) or args[:1])
    if origin in (Union, UnionType):
        return _either(holds(arg) for arg in args if arg is not NoneType)
    return str(TYPES[hint])


def _either(words: Iterable[str]) -> str:
    return " or ".join(words)


def choice(vocabulary: Vocabulary) -> str:
    """The words that a field may hold; those of relations have a table of their own."""
    if vocabulary is RELATION_KINDS:
        return "one of the [kinds of relation](#kinds-of-relation)"
    return " · ".join(f"`{word}`" for word in vocabulary.words)


def relation_table() -> str:
    """Every kind of tie, what it may join, and how it reads from either end."""
    rows = (
        (
            f"`{kind.name}`",
            f"`{kind.glyph}`",
            f"{_kinds(kind.sources)} → {_kinds(kind.targets)}",
            kind.forward,
            kind.backward,
        )
        for kind in RELATIONS.values()
    )
    return table(("kind", "sign", "from → to", "source to target", "target to source"), rows)


def field_tie_table() -> str:
    """The ties that a field or a place already says."""
    rows = ((f"`{tie.glyph}`", tie.forward, tie.backward) for tie in FIELD_TIES)
    return table(("sign", "one way", "the other way"), rows)


DATES = (
    "2023-02-28", "2023-02", "2023", "202X", "2023-22", "2023~", "2023-02?",
    "2023-02-27/2023-02-28", "2020/..", "../2020", "2020/", "-0043",
)  # fmt: skip
"""One for each thing that a text may leave open."""


def date_table() -> str:
    """How dates are written, said, and which days they cover."""
    dates = map(Edtf.parse, DATES)
    rows = (
        (f"`{date}`", spoken(date), iso(date.lower) or "–", iso(date.upper) or "–")
        for date in dates
    )
    return table(("EDTF", "says", "first day", "last day"), rows)


# The filter.


def operator_table() -> str:
    """How values are compared."""
    return table(("sign", "means"), ((f"`{sign}`", means) for sign, means in OPERATORS.items()))


def filter_tables() -> str:
    """The fields of each list, with the signs they take."""
    return "\n\n".join(
        f"## {kind.table.title()}\n\n{_filter_table(found)}" for kind, found in FIELDS.items()
    )


def _filter_table(found: Iterable[filtering.Field]) -> str:
    rows = ((f"`{field.name}`", _codes(field.operators), field.help) for field in found)
    return table(("field", "signs", "what it is"), rows)


# The pages.

PAGES: dict[str, dict[str, Callable[[], str]]] = {
    "README.md": {"most used keys": most_used_keys},
    "docs/config.md": {"settings": settings_sections},
    "docs/filter.md": {"operators": operator_table, "filter fields": filter_tables},
    "docs/keys.md": {"keys": all_keys, "signs": signs, "tasks": task_table},
    "docs/data.md": {
        "kinds": kinds_table,
        "dates": date_table,
        "relations": relation_table,
        "field ties": field_tie_table,
        **{
            f"fields of {cls.__name__}": partial(field_table, cls)
            for cls in (Record, Span, Voice, Alias, Role, Dating, *RECORDS.values())
        },
    },
}
"""Of each page, the parts that are drawn; in the page each stands between its markers."""


def page(name: str) -> str:
    """The page with every drawn part as it should be."""
    text = (ROOT / name).read_text("utf-8")
    for part, draw in PAGES[name].items():
        text = filled(text, part, draw())
    return text


def filled(text: str, part: str, content: str) -> str:
    """The text with this between `<!-- part -->` and `<!-- end of part -->`."""
    start, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    head, found, rest = text.partition(start)
    _, closed, tail = rest.partition(end)
    assert found and closed, f"the page has the markers {start} and {end}"
    return f"{head}{start}\n\n{content}\n\n{end}{tail}"


def drawn() -> dict[str, str]:
    """Every file that is drawn, by its path in the repository, as it should be."""
    return {PICTURE: picture()} | {name: page(name) for name in PAGES}


def stale() -> dict[str, str]:
    """Those of them that are not as they should be."""
    return {name: text for name, text in drawn().items() if text != _present(ROOT / name)}


def _present(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


# Markdown.


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = tuple(head)
    return "\n".join(map(_row, (head, ["---"] * len(head), *rows)))


def _row(cells: Iterable[str]) -> str:
    return " ".join(["|", *(f"{cell.replace('|', chr(92) + '|')} |" for cell in cells)])


def _codes(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def _kinds(letters: str) -> str:
    return ", ".join(Kind(letter).word for letter in letters)


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]


def main(arguments: list[str]) -> int:
    """Draw, or with `--check` say what should be drawn; the exit status."""
    found = stale()
    if arguments == ["--check"]:
        for name in found:
            print(f"{name} is stale; make docs draws it again", file=sys.stderr)
        return 1 if found else 0
    for name, text in found.items():
        (ROOT / name).write_text(text, "utf-8")
        print(f"{name} is drawn again")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
