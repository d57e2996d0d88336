"""Text from outside cannot speak to the terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from opedtui.model.refs import Kind
from tests.cli.program import Program, asking

QUESTIONS = [
    *(f"list {kind.table}" for kind in Kind),
    *(f"show {kind}1" for kind in Kind),
    *(
        "show c98",
        "relations c2",
        "relations a1",
        "timeline",
        "check",
        "where",
        "read d1",
        "cite c1",
    ),
]


def spoken_to_the_terminal(output: str) -> set[str]:
    """The characters that a terminal could obey; only the tab and the line break may be there."""
    categories = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {char for char in output if unicodedata.category(char) in categories} - {"\n", "\t"}


def test_nothing_hostile_leaves_by_a_pipe(opedtui: Program, evil_store: Path) -> None:
    """Neither on stdout nor on stderr; what it was can still be seen."""
    done = opedtui.run(asking(*QUESTIONS, store=evil_store))

    assert spoken_to_the_terminal(done.out) == set()
    assert spoken_to_the_terminal(done.err) == set()
    assert "␛[31mred␛]0;title␇ ‹009B›32m ␀␈␡ ‹202E›right to left" in done.out
    assert "Traceback" not in done.err


def test_markup_is_text_in_a_pipe(opedtui: Program, evil_store: Path) -> None:
    """`[sic]` stays, `[/]` ends nothing, and no word in colons becomes a picture."""
    done = opedtui("show", "c1", "--store", evil_store)

    assert "[red]red[/red] [/] [link=https://x.test]here[/link] :skull:" in done.out


def test_a_hostile_record_is_one_line_of_a_list(opedtui: Program, evil_store: Path) -> None:
    """A cell holds no line break and no tab of its own."""
    done = opedtui("list", "actors", "--store", evil_store)

    assert {len(row) for row in done.rows} == {5}
    assert [row[0] for row in done.rows] == ["a1", "a2", "a3", "a4"]


def test_nothing_hostile_leaves_as_json(opedtui: Program, evil_store: Path) -> None:
    """Escapes stand for the same characters, and a terminal does not obey them."""
    done = opedtui("show", "a1", "--json", "--store", evil_store)

    assert spoken_to_the_terminal(done.out) == set()
    assert done.json["name"].startswith("\x1b[31mred\x1b]0;title\x07 \x9b32m \x00\x08\x7f \u202e")


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"COLUMNS": "30"}])
def test_nothing_hostile_reaches_a_terminal(
    opedtui: Program, evil_store: Path, variables: dict[str, str]
) -> None:
    """The program's own colours are all that a terminal is told."""
    command = asking(*QUESTIONS, store=evil_store)

    done = opedtui.on_terminal(command=command, variables=variables)

    assert spoken_to_the_terminal(done.plain) == set()
    assert "␛[31mred␛]0;title␇" in done.plain.replace("\n", "")
    assert "[/]" in done.plain
    assert "Traceback" not in done.plain


def test_nothing_hostile_is_quoted_from_the_arguments(opedtui: Program) -> None:
    """A path is data too; bytes that are no text are shown as such."""
    done = opedtui.in_shell(r"""$opedtui show $'\e[31mc1'; $opedtui check $'\e[31m\xff\n.json'""")

    assert spoken_to_the_terminal(done.err) == set()
    assert len(done.err.splitlines()) == 2
