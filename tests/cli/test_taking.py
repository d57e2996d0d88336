"""Citations and whole texts on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opedtui.render.visible import visible
from tests.cli.program import Program
from tests.making import BUNDLED, a_store


def test_records_are_cited_in_the_order_given(opedtui: Program, store: Path) -> None:
    """As plain text, a line for each."""
    done = opedtui("cite", f"{store}#c4", "c3")

    assert done.status == 0
    assert [line.partition(" — ")[0] for line in done.lines] == [
        "“the bridge is rusty”",
        "“the bridge is old”",
    ]


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("plain", "“the"), ("markdown", "> the"), ("bibtex", "@article{"), ("csl-json", "[\n  {")],
)
def test_the_form_is_chosen(opedtui: Program, store: Path, form: str, beginning: str) -> None:
    """By its name."""
    assert opedtui("cite", f"{store}#c3", "--form", form).out.startswith(beginning)


def test_json_is_that_of_csl(opedtui: Program) -> None:
    """So that `--json` means here what it means everywhere."""
    done = opedtui("cite", f"{BUNDLED}#c9", "q3", "--json")

    assert [item["id"] for item in done.json] == ["huseynov2023c9", "huseynov2023q3"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("c99", "there is no c99; opedtui list claims shows what there is"),
        ("a3", "a3 stands in no text, so it cannot be cited; cite a claim or a quote"),
        ("c1 --form apa", "“apa” is none of plain, markdown, bibtex, csl-json"),
    ],
)
def test_what_cannot_be_cited_is_told_in_a_line(
    opedtui: Program, store: Path, line: str, told: str
) -> None:
    """And nothing is printed."""
    done = opedtui("cite", *line.split(), "--store", store)

    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_a_text_is_read_in_one_column(opedtui: Program) -> None:
    """In a pipe each paragraph and each note is one line, however long."""
    done = opedtui("read", BUNDLED)

    assert done.lines[0] == "d1 Baku's visitor from the North had little to celebrate"
    assert done.lines[3].startswith("1. [c1 Sergei Lavrov's visit to Baku [e1 last week]")
    assert max(map(len, done.lines)) > 500


def test_plain_means_plain_on_a_terminal_too(opedtui: Program) -> None:
    """The same words, in lines of its width and without a colour."""
    piped = opedtui("read", BUNDLED, "--plain")
    shown = opedtui.on_terminal("read", BUNDLED, "--plain", columns=60)
    coloured = opedtui.on_terminal("read", BUNDLED, columns=60)

    assert "\x1b" not in shown.out
    assert max(len(line) for line in shown.lines if " " in line) <= 60
    one, *others = ("".join(said.split()) for said in (piped.out, shown.out, coloured.plain))
    assert others == [one, one]
    assert "\x1b[" in coloured.out


def test_a_record_is_read_where_it_stands(opedtui: Program, store: Path) -> None:
    """The paragraph, and what is in it; as data for other programs."""
    done = opedtui("read", f"{store}#c3", "--json")

    (text,) = done.json
    (paragraph,) = text["paragraphs"]
    assert (paragraph["number"], paragraph["is_heading"]) == (3, False)
    assert {"c3", "c4", "n2", "a2"} <= set(paragraph["records"])


def test_every_text_is_read_if_none_is_named(opedtui: Program, tmp_path: Path) -> None:
    """One after another."""
    texts = {str(n): {"title": f"Text {n}", "text": "One.\nTwo."} for n in (1, 2)}
    store = a_store(tmp_path, {"meta": {"1": {"schema": 1}}, "documents": texts})

    done = opedtui("read", store)

    assert [line for line in done.lines if line.startswith("d")] == ["d1 Text 1", "d2 Text 2"]
    assert done.lines.count("2. Two.") == 2


def test_what_is_not_there_is_not_read(opedtui: Program, store: Path, tmp_path: Path) -> None:
    """In a line: a record without a place, and a store without texts."""
    assert "a3 stands in no text" in opedtui("read", f"{store}#a3").err

    empty = a_store(tmp_path, {"meta": {"1": {"schema": 1}}, "documents": {}})
    done = opedtui("read", empty)
    assert (done.status, done.out) == (2, "")
    assert "it holds no texts" in done.err


def test_no_text_speaks_to_the_terminal(opedtui: Program, evil_store: Path) -> None:
    """Cited in any form, or read."""
    forms = ("plain", "markdown", "bibtex", "csl-json")
    said = [opedtui("cite", f"{evil_store}#c1", "d1", "--form", form) for form in forms]
    said += [opedtui("read", evil_store), opedtui("read", evil_store, "--json")]

    for done in said:
        assert done.status == 0
        assert all(visible(line) == line for line in done.out.split("\n"))
    assert json.loads(said[3].out)
