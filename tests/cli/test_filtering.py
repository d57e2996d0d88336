"""Lists on the command line, narrowed by the filter of the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.making import BUNDLED


def test_a_list_has_what_fits(opedtui: Program) -> None:
    """In the order of the store, on a pipe and as JSON."""
    asked = ("list", "claims", "--filter", "kind=prediction", "--store", BUNDLED)

    piped, as_json = opedtui(*asked), opedtui(*asked, "--json")

    assert [row[0] for row in piped.rows] == ["c19", "c39"]
    assert [record["ref"] for record in as_json.json] == ["c19", "c39"]
    assert (piped.status, piped.err) == (0, "")


def test_the_timeline_is_filtered_by_days(opedtui: Program) -> None:
    """As the list of events is."""
    said = opedtui("timeline", "--filter", "date:2022-07", "--store", BUNDLED)

    assert said.lines
    assert len(said.lines) < len(opedtui("timeline", "--store", BUNDLED).lines)


def test_nothing_that_fits_is_no_fault(opedtui: Program) -> None:
    """There is nothing to say, and nothing is wrong."""
    said = opedtui("list", "claims", "--filter", "tag=nowhere", "--store", BUNDLED)

    assert (said.status, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize("form", [["--filter", "-kind=fact"], ["--filter=-kind=fact"]])
def test_a_filter_may_begin_with_a_minus(opedtui: Program, form: list[str]) -> None:
    """It is no option."""
    said = opedtui("list", "claims", *form, "--store", BUNDLED)

    assert said.status == 0
    assert said.lines
    assert all(row[3] != "fact" for row in said.rows)


@pytest.mark.parametrize(
    ("query", "what", "carets"),
    [
        ("kind=predicton", "write prediction", "     ^^^^^^^^^"),
        ("kind=fact knd=x", "perhaps kind", "          ^^^"),
        ("tag=\x1b[31m knd=x", "perhaps kind", "          ^^^"),
        ("date:x", "write e.g. 2023-02", "     ^"),
        ('text~"x', "the quotation mark is not closed", "     ^^"),
        ("@nowhere", "no filter is saved as “nowhere”", "^^^^^^^^"),
    ],
)
def test_a_fault_has_a_caret_under_it(opedtui: Program, query: str, what: str, carets: str) -> None:
    """What is wrong, where, and what was expected; the status is that of what cannot be done."""
    said = opedtui("list", "claims", "--filter", query, "--store", BUNDLED)

    assert (said.status, said.out) == (2, "")
    first, shown, below = said.err.splitlines()
    assert what in first
    assert shown.startswith("opedtui: ")
    assert below == f"opedtui: {carets}"


def test_a_saved_filter_is_known_here_too(opedtui: Program) -> None:
    """By the name it was given in the app."""
    folder = Path(opedtui.home) / "XDG_STATE_HOME" / "opedtui"
    folder.mkdir(parents=True)
    (folder / "views.json").write_text('{"claims": {"due": "kind=prediction"}}')

    said = opedtui("list", "claims", "--filter", "@due who=Huseynov", "--store", BUNDLED)

    assert [row[0] for row in said.rows] == ["c39"]
