"""Text from outside cannot speak to the terminal, nor to the app."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style

from opedtui.errors import OpedError
from opedtui.model.dates import Edtf
from opedtui.model.records import RECORDS, Alias, Role
from opedtui.model.refs import Ref
from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.store.store import Store
from tests.cli.program import SGR, Program
from tests.making import (
    ROOT,
    TEXT,
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    a_relation,
    a_store,
    an_actor,
    an_event,
    ref,
    tables_of,
    words,
)
from tests.render.test_visible import OBEYED

from .reader import Reader, in_every_window, reading

MARKUP = "[sic] [red]x[/] [/] [@click=app.quit]quit[/] [link=file:///]x[/link] :skull:"
HOSTILE = (
    "\x1b[7777m\x1b[7777;1H\x1b]0;7777\x07\x1b]8;;file:///7777\x1b\\\x1b]52;c;Nzc3Nw==\x07\x1bc"
    "\x9b7777m\x9d0;7777\x9c\x90q\x00\x08\x7f\r\n\t\u202e7777\u2066\u200f\u2028\U000e0041\ufeff"
    + MARKUP
    + " e"
    + "\u0301" * 60
    + " 漢字👍🏽❤\ufe0f"
)
"""All that a terminal, Rich or Textual could obey; 7777 is nothing that the app itself sends."""
LONG = "Donaudampfschiff" * 6250


def hostile_tables(string: str) -> dict[str, Any]:
    """A store in which every field that may hold any string holds this one."""
    text = f"{TEXT}{string}\n{string * 3}\n".replace("\r\n", "\n\n")
    document = a_document(
        text, authors=(ref("a1"),), outlet=ref("a1"), published=Edtf.parse("2023"),
        subtitle="x", url="x", lang="x", rights="x",
    )  # fmt: skip
    there = Span.of(document.ref, text, len(TEXT), len(TEXT) + 40)
    records = [
        document,
        an_actor(1, aliases=(Alias(text="x", kind="x"),), roles=(Role(role="x", org=ref("a1")),),
                 country="x", wikidata="x", part_of=ref("a2")),
        a_claim(1, words("The mayor"), there, about=(ref("a1"),), prop="x", polarity="x"),
        a_quote(1, there, speaker="a1", addressees=(ref("a1"),), cue=there),
        an_event(1, "2021-05", there, mod="x", state="x"),
        a_relation(1, "c1", "x", "c2", certainty="x"),
        a_relation(2, "a1", "x-x", "a2"),
        a_note(1, "c1", there),
    ]  # fmt: skip
    tables = tables_of(
        {record.ref: record for record in [*a_library().values(), *records]}.values()
    )
    for kind in RECORDS:
        tables[kind.table] = {
            number: poisoned(record | FREE, string) | {string: string}
            for number, record in tables[kind.table].items()
        }
    tables["documents"]["1"]["text"] = text
    tables["claims"]["9"] = {"text": string}
    return tables


FREE = {"status": "x", "by": "x", "created": "x", "modified": "x", "tags": ["x"]}
"""What every record may have, but for the addresses of others."""


def poisoned(value: Any, string: str) -> Any:
    """Every string replaced but refs and dates; the names of fields stay."""
    if isinstance(value, dict):
        return {key: poisoned(item, string) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, string) for item in value]
    return string if isinstance(value, str) and not is_structure(value) else value


def is_structure(value: str) -> bool:
    """Refs and dates cannot be anything else; such a record would be set aside."""
    for parse in (Ref.parse, Edtf.parse):
        try:
            parse(value)
            return True
        except OpedError:
            continue
    return False


def library_of(tables: dict[str, Any], folder: Path) -> Library:
    return Library(Store(a_store(folder, tables)).load().records)


def spoken(reader: Reader) -> Iterator[str]:
    """Whatever of the screen the terminal or the app would obey."""
    console = reader.app.console
    for strip in reader.app.screen._compositor.render_strips():
        yield from OBEYED.findall(SGR.sub("", strip.render(console)))
        for style in (segment.style or Style() for segment in strip):
            yield from (key for key in style.meta if key == "@click")
            yield from filter(None, [style.link])


async def heard_on_a_walk(reader: Reader) -> set[str]:
    """Through every pane and every row, and what comes over them; all that was obeyed."""
    heard = set(spoken(reader))
    rounds = ["1", *"jjjjj", "2", *"jjjj", "3", "j", "4", *"}}}}GgG", "5", *"jjjjjjjj", "enter",
              "6", *"jj", "enter", "enter", "a", *"jjGtj", "escape", "escape", "m", "a",
              "apostrophe", "escape", "p", "escape", "semicolon", "escape", "z", "4",
              "z", ".", ".", "comma", "]", "e", "<",
              "?", "G", "escape", "d", "j", "escape", "T"]  # fmt: skip
    for key in rounds:
        await reader.press(key)
        heard |= set(spoken(reader))
    await reader.press("ctrl+p")
    await reader.pilot.pause(0.3)
    heard |= set(spoken(reader))
    await reader.press("escape")
    return heard


@in_every_window
async def test_nothing_of_a_hostile_store_is_obeyed(tmp_path: Path, size: tuple[int, int]) -> None:
    """Neither by the terminal nor by a click, in any pane, on any row, at any size."""
    library = library_of(hostile_tables(HOSTILE), tmp_path)

    async with reading(library, size=size) as reader:
        heard = await heard_on_a_walk(reader)

        assert heard == set()
        assert reader.app.is_running
        assert "7777" in reader.screen


async def test_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    """`[sic]` does not vanish, and `[/]` ends nothing, wherever it stands."""
    library = library_of(hostile_tables(MARKUP), tmp_path)

    async with reading(library, size=(200, 60)) as reader:
        for keys in ("1", "2", "3", "4G", "5", "6", "d"):
            await reader.press(*keys)
            assert "[sic] [red]x[/] [/] [@click=app.quit]quit[/]" in reader.screen, keys


async def test_a_click_on_what_looks_like_an_action_runs_nothing(tmp_path: Path) -> None:
    """The app goes on."""
    library = library_of(hostile_tables(MARKUP), tmp_path)

    async with reading(library, size=(200, 60)) as reader:
        for row, line in enumerate(reader.lines):
            for column in (match.start() + 1 for match in re.finditer(r"quit\[", line)):
                await reader.pilot.click(offset=(column, row))

        assert reader.app.is_running
        assert reader.app.return_code is None


async def test_lines_of_a_hundred_thousand_characters_are_walked_through(tmp_path: Path) -> None:
    """Wherever they stand, the app answers, and shows them as far as the edge."""
    library = library_of(hostile_tables(LONG), tmp_path)

    async with reading(library) as reader:
        await reader.press("j", "2", "4", "G", "d", "escape", "1")

        assert re.search(r"DonaudampfschiffDonau\w*… ?┃", reader.screen)


async def test_a_notice_is_shown_as_it_is(two_texts: Library) -> None:
    """It may name a file, and a file may be called anything."""
    async with reading(two_texts, notice=f"made {MARKUP}.json") as reader:
        await reader.pilot.pause(0.3)

        assert "[sic] [red]x[/]" in reader.screen
        assert set(spoken(reader)) == set()


async def test_commands_are_shown_with_their_keys(two_texts: Library) -> None:
    """`[c` is a key, and no beginning of markup."""
    async with reading(two_texts, size=(120, 60)) as reader:
        await reader.press("ctrl+p", *"previous claim")
        await reader.pilot.pause(0.5)

        assert "previous claim  [c" in reader.screen


OWN = re.compile(r"\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b\]22;[a-z]+\x07|\n")
"""What Textual tells a terminal: styles, places and modes, the shape of the pointer, new lines."""


@pytest.mark.parametrize("columns", [80, 160])
def test_a_terminal_hears_the_app_and_nobody_else(tmp_path: Path, columns: int) -> None:
    """The bytes that a real terminal gets hold what the app says, and nothing that data says."""
    home = tmp_path / "home"
    home.mkdir()
    store = a_store(tmp_path, hostile_tables(HOSTILE))
    keys = iter("j2j34}}}5j6j?qdqqqq")

    done = Program(home).on_terminal(
        store, columns=columns, keys=lambda seen: next(keys, "").encode()
    )

    assert done.status == 0
    assert "␛[7777m" in done.out
    assert not [sequence for sequence in OWN.findall(done.out) if "7777" in sequence]
    assert OBEYED.findall(OWN.sub("", done.out)) == []


UI = ROOT / "tui" / "opedtui" / "ui"
SHOWN = {"border_title", "border_subtitle", "tooltip", "title", "sub_title", "placeholder"}
"""Attributes that Textual reads as markup when they are set."""
SHOWING = {"Static", "Label", "Button", "Toast", "update", "from_markup", "render_markup"}
"""Calls that do the same with what they are given."""
TELLING = {"label", "short_name", "speaker", "voice_chain", "facts", "card", "words", "visible"}
"""What gives the text of a record."""
OF_RECORDS = {
    field.name for record in RECORDS.values() for field in fields(record) if field.type == "str"
} | {"text", "name", "title", "label", "body", "exact", "raw", "kind"}
"""Fields of records that hold text."""


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def says_no_markup(node: ast.Call) -> bool:
    return any(w.arg == "markup" and not getattr(w.value, "value", True) for w in node.keywords)


def strings_given(tree: ast.AST) -> Iterator[tuple[int, ast.expr]]:
    """Every value that Textual might read as markup, but for words written there and then."""
    for node in ast.walk(tree):
        values: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            names = [getattr(target, "attr", "") for target in node.targets]
            values = [node.value] if SHOWN & set(names) else []
        elif isinstance(node, ast.Call) and called(node) in SHOWING:
            values = [] if says_no_markup(node) else node.args
        elif isinstance(node, ast.Call):
            values = [word.value for word in node.keywords if word.arg in SHOWN]
        yield from ((v.lineno, v) for v in values if not isinstance(v, ast.Constant))


def texts_of_records(tree: ast.AST) -> Iterator[int]:
    """The lines at which a module has the text of a record in its hands."""
    methods = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and TELLING & {name.name for name in node.names}:
            yield node.lineno
        if isinstance(node, ast.Attribute) and id(node) not in methods:
            is_own = isinstance(node.value, ast.Name) and node.value.id in ("command", "self")
            if node.attr in OF_RECORDS and isinstance(node.ctx, ast.Load) and not is_own:
                yield node.lineno


def faults(source: str) -> list[str]:
    """Where a module breaks the rule of the test below."""
    tree = ast.parse(source)
    given, told = list(strings_given(tree)), list(texts_of_records(tree))
    found = [f"{line}: a string is given, and {told} have the text of records"
             for line, _ in given if told]  # fmt: skip
    for node in ast.walk(tree):
        tells = isinstance(node, ast.Call) and called(node) in ("notify", "from_markup")
        if isinstance(node, ast.Call) and tells and not says_no_markup(node):
            found.append(f"{node.lineno}: {called(node)} without markup=False")
    return found


@pytest.mark.parametrize(
    "module", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI))
)
def test_no_module_gives_data_to_be_read_as_markup(module: Path) -> None:
    """A module of the app either has the text of records or gives strings to Textual, not both.

    Titles, tooltips and labels are markup to Textual; a module that sets them from anything
    but words written on the spot may know counts, refs and commands, and no text of a record.
    Whoever shows data makes a `Text` of it, on the line API. Notices say `markup=False`.
    """
    assert faults(module.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from x import label\npane.border_title = label(library, ref)",
        "pane.border_title = f'Claims of {actor.name}'",
        "yield Static(claim.text)",
        "widget.tooltip = record.body",
        "self.notify('made ' + path)",
        "self.notify(notice, markup=True)",
        "Text.from_markup(x)",
    ],
)
def test_the_rule_sees_what_it_forbids(source: str) -> None:
    """Each of these would let data speak."""
    assert faults(source)


def test_the_store_of_these_tests_is_hostile_through_and_through(tmp_path: Path) -> None:
    """No record is set aside but the one that must be, and every kind is there."""
    tables = hostile_tables(HOSTILE)

    assert json.dumps(tables).count("7777") > 500
    assert len(library_of(tables, tmp_path)) == sum(len(tables[k.table]) for k in RECORDS) - 1
