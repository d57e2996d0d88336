"""The lists of the reading screen, row by row."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from opedtui.reading.library import Library
from opedtui.render.palette import MONOCHROME
from opedtui.render.rows import (
    ROOMY,
    Rows,
    TieRows,
    actor_rows,
    claim_rows,
    quote_rows,
)
from opedtui.render.timeline import TimelineRows
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_quote,
    a_relation,
    an_actor,
    bundled_library,
    ref,
    words,
)

NARROW, WIDE = ROOMY - 1, ROOMY


def every_list(library: Library) -> dict[str, Rows]:
    """Each of the lists on everything there is."""
    return {
        "claims": claim_rows(library, library.claims, MONOCHROME),
        "actors": actor_rows(library, library.actors, MONOCHROME),
        "quotes": quote_rows(library, library.quotes, MONOCHROME),
        "events": TimelineRows(library, library.events, MONOCHROME),
        "ties of c2": TieRows(library, ref("c2"), MONOCHROME),
        "ties of a1": TieRows(library, ref("a1"), MONOCHROME),
    }


def drawn(rows: Rows, width: int = NARROW) -> list[str]:
    return [rows.line(index, width).plain for index in range(len(rows))]


def test_a_claim_tells_who_says_what_kind_of_thing() -> None:
    """Central or not, and what the author makes of it, each by a sign."""
    people = an_actor(1, "Vasif Huseynov"), an_actor(2, "Volodymyr Zelensky")
    claims = [
        a_claim(1, voice="a1", text="One.", central=True, kind="prediction"),
        a_claim(12, voice="a1 a2", text="Two.", stance="distances"),
        a_claim(3, voice="a1", text="Three.", stance="x-doubts"),
    ]
    library = Library([*people, *claims])

    rows = claim_rows(library, claims, MONOCHROME)

    assert drawn(rows, NARROW) == [
        "  c1★  Huseynov  pred.  One.",
        " c12 ≁ Zelensky  fact   Two.",
        "  c3 ? Huseynov  fact   Three.",
    ]
    assert drawn(rows, WIDE)[0] == "  c1★  Huseynov  prediction One."


def test_a_name_in_a_narrow_column_begins_with_what_tells_most() -> None:
    """The article would take the place of half a name."""
    leaders = an_actor(6, "the leaders of both", kind="group")
    claim = a_claim(6, voice="a6", text="One.")

    rows = claim_rows(Library([leaders, claim]), [claim], MONOCHROME)

    assert drawn(rows, NARROW) == ["  c6   leaders … fact   One."]


def test_an_actor_tells_how_often_it_is_named_and_heard() -> None:
    """One that says nothing has nothing there."""
    library = a_library()

    rows = drawn(actor_rows(library, library.actors, MONOCHROME))

    assert rows[0] == "  a1 the mayor             person       3×  says 1"
    assert rows[2] == "  a3 the works office      government   0×"


def test_a_quote_tells_who_says_it() -> None:
    """And how near it is to the words."""
    quote = a_quote(1, words("the bridge is safe"), speaker="a1", kind="mixed")
    library = Library([an_actor(1, "Vasif Huseynov"), quote])

    rows = quote_rows(library, [quote], MONOCHROME)

    assert drawn(rows, NARROW) == ["  q1 Huseynov  mixed    “the bridge is safe”"]
    assert drawn(rows, WIDE) == ["  q1 Huseynov      mixed    “the bridge is safe”"]


def test_ties_that_read_alike_have_one_label() -> None:
    """It stands at the first of them; the glyph stands at each."""
    rows = drawn(TieRows(a_library(), ref("c2"), MONOCHROME))

    assert rows[:3] == [
        "+ is supported by           c3  the bridge is old",
        "+                           c4  the bridge is rusty",
        "_ has a step undercut by    c5  What the engineers found",
    ]


def test_a_place_without_a_record_has_no_ties() -> None:
    """The list says so itself."""
    assert len(TieRows(a_library(), None, MONOCHROME)) == 0


def test_a_tie_to_a_missing_record_has_a_row() -> None:
    """So that it is seen that something is missing."""
    library = Library([an_actor(1), a_relation(1, "a1", "threatens", "a9")])

    assert drawn(TieRows(library, ref("a1"), MONOCHROME)) == ["! threatens    a9  a9 is missing"]


def test_wide_names_keep_the_columns() -> None:
    """A character that takes two cells is counted as two, and not cut in half."""
    library = Library(
        [
            an_actor(1, "漢字漢字漢字漢字漢字漢字漢字", kind="state"),
            an_actor(2, "Short", kind="state"),
            a_document(),
            a_mention(1, "a1", words("She")),
        ]
    )

    one, other = drawn(actor_rows(library, library.actors, MONOCHROME))

    assert cell_len(one[: one.index("state")]) == cell_len(other[: other.index("state")])
    assert "…" in one


@pytest.mark.parametrize("name", every_list(a_library()))
def test_every_row_leads_to_a_record_and_names_it(name: str) -> None:
    """On every list; events are told by their dates instead."""
    rows = every_list(a_library())[name]

    for index in range(len(rows)):
        assert name == "events" or str(rows.ref(index)) in rows.line(index, NARROW).plain


@pytest.mark.parametrize("width", [1, 10, NARROW, WIDE, 300])
def test_every_row_of_the_bundled_op_ed_is_one_line(width: int) -> None:
    """At every width; whoever shows it cuts it."""
    for rows in every_list(bundled_library()).values():
        for line in drawn(rows, width):
            assert line.isprintable()
