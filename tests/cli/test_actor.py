"""`opedtui actor`: an actor's page without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.making import BUNDLED, a_store, an_actor, tables_of


def test_an_actor_is_shown_by_any_name(opedtui: Program) -> None:
    """Name, alias or ref, without case and accents; each the same page."""
    pages = {opedtui("actor", who, BUNDLED).out for who in ("Moscow", "russia", "a4")}

    assert len(pages) == 1
    assert "is called\t\ta4\tmetonym\t3\tMoscow\n" in pages.pop()


def test_every_row_is_a_line_of_its_group(opedtui: Program) -> None:
    """Group, date, ref, terms, who and what; tabs between them."""
    rows = opedtui("actor", "zelensky", BUNDLED).rows

    assert {len(row) for row in rows} == {6}
    assert ["is reported to say", "c27"] in [[row[0], row[2]] for row in rows]
    assert [row[5] for row in rows if row[0] == "offices"] == ["Ukraine"]


def test_the_page_is_there_for_programs(opedtui: Program) -> None:
    """The record as it is stored, and the groups by their names."""
    shown = opedtui("actor", "a5", BUNDLED, "--json").json

    assert (shown["ref"], shown["name"]) == ("a5", "Sergei Lavrov")
    assert {"ref", "date", "terms", "who", "label"} == set(shown["page"]["is spoken of"][0])
    assert shown["page"]["offices"] == [{"holder": "a5", "role": "Foreign Minister", "org": "a4"}]
    assert {name["text"]: name["times"] for name in shown["page"]["is called"]}["Lavrov"] == 2


def test_a_store_may_stand_before_the_ref(opedtui: Program, store: Path) -> None:
    """As in every other command."""
    assert opedtui("actor", f"{store}#a1").out == opedtui("actor", "a1", "--store", store).out


def test_on_a_terminal_the_rows_stand_under_their_headings(opedtui: Program) -> None:
    """What does not fit is wrapped, not cut."""
    shown = opedtui.on_terminal("actor", "lavrov", BUNDLED, columns=70).plain

    assert shown.startswith("Sergei Lavrov  a5 · person · RUS")
    assert "── is spoken of 5" in shown
    assert max(map(len, shown.splitlines())) <= 70
    assert "…" not in shown


def test_a_name_of_several_lists_them_with_their_refs(opedtui: Program) -> None:
    """One line each, and status 2."""
    said = opedtui("actor", "russ", BUNDLED)

    assert (said.status, said.out) == (2, "")
    assert "may be one of 7 actors; give the ref of one" in said.err
    assert "a4  Russia (state)" in said.err


@pytest.mark.parametrize("who", ["nobody", "c1", "a999", ""])
def test_a_name_of_nobody_is_refused_in_a_line(opedtui: Program, who: str) -> None:
    """Status 2."""
    said = opedtui("actor", who, BUNDLED)

    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)


def test_an_actor_of_whom_nothing_is_known_is_an_empty_answer(
    opedtui: Program, tmp_path: Path
) -> None:
    """And no error."""
    store = a_store(tmp_path, tables_of([an_actor(1)]))

    assert opedtui("actor", "a1", store) == (0, "", "")
    assert opedtui("actor", "a1", store, "--json").json["page"] == {}


def test_names_cannot_speak_to_the_terminal(opedtui: Program, tmp_path: Path) -> None:
    """Neither on the page nor in a refusal."""
    actors = [an_actor(n, f"evil\x1b[7777m{n}", kind="\x1b[7777mx") for n in (1, 2)]
    store = a_store(tmp_path, tables_of(actors))

    for who in ("evil", "a1", "\x1b[7777m"):
        for said in (
            opedtui("actor", who, store),
            opedtui("actor", who, store, "--json"),
            opedtui.on_terminal("actor", who, store),
        ):
            assert "\x1b[7777m" not in said.out + said.err
