"""The page of an actor, drawn."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from opedtui.model.dates import Edtf
from opedtui.model.records import Role
from opedtui.reading.library import Library
from opedtui.render.actor_page import MomentRows, PageRows, actor_title
from opedtui.render.palette import MONOCHROME
from tests.making import a_claim, a_document, a_library, an_actor, bundled_library, ref, words


def drawn(library: Library, actor: str, width: int = 80) -> list[str]:
    rows = PageRows(library, library.actor_pages.page(ref(actor)), MONOCHROME)
    return [rows.line(index, width).plain.rstrip() for index in range(len(rows))]


def test_groups_stand_under_headings_with_their_counts() -> None:
    """The small library's mayor."""
    lines = drawn(a_library(), "a1")

    assert [line for line in lines if line.startswith("──")] == [
        "── is reported to say 1",
        "── is spoken of 1",
        "── is quoted 1",
        "── takes part in 1",
        "── stands to others 1",
        "── is called 3",
    ]


def test_a_claim_says_through_whom_it_comes_and_what_the_author_makes_of_it() -> None:
    """The actor's own name goes without saying; stance by sign and word."""
    library = Library(
        [
            a_document(),
            an_actor(1, "Ada"),
            an_actor(2, "Bo"),
            a_claim(1, words("rusty"), voice="a2 a1", stance="rejects", central=True),
        ]
    )

    assert drawn(library, "a1")[1].split() == ["c1", "★✗", "rejects", "Bo", "▸", "rusty"]
    assert drawn(library, "a2")[1].split() == ["c1", "★✗", "rejects", "Bo", "▸", "Ada:", "rusty"]


def test_the_same_date_is_said_once() -> None:
    """Of rows that follow one another."""
    document = a_document(published=Edtf.parse("2023-03-04"))
    claims = [a_claim(1, words("old")), a_claim(2, words("rusty"))]
    library = Library([document, an_actor(1), *claims])

    assert [line[:10].strip() for line in drawn(library, "a1")[1:3]] == ["2023-03-04", ""]


def test_an_office_says_for_how_long() -> None:
    """From its holder's side and from the other."""
    terms = [("1999", "2004"), ("2004", ""), ("", "1999")]
    roles = tuple(
        Role(
            role="mayor",
            org=ref("a2"),
            since=Edtf.parse(since) if since else None,
            until=Edtf.parse(until) if until else None,
        )
        for since, until in terms
    )
    library = Library([an_actor(1, "Ada", roles=roles), an_actor(2, "the town")])

    own = "\n".join(drawn(library, "a1"))
    for words_of_it in ("1999 – 2004", "since 2004", "until 1999", "mayor of the town"):
        assert words_of_it in own
    assert "the town" not in drawn(library, "a2")[1]
    assert "Ada: mayor" in drawn(library, "a2")[1]


@pytest.mark.parametrize("width", [1, 20, 50, 80, 200])
def test_every_row_can_be_drawn_at_every_width(width: int) -> None:
    """Whoever shows it cuts what does not fit."""
    library = bundled_library()
    for actor in library.actors:
        assert all(drawn(library, str(actor.ref), width))


def test_rows_know_what_they_are_about() -> None:
    """A heading is about the actor, and every record has its row."""
    library = bundled_library()
    rows = PageRows(library, library.actor_pages.page(ref("a4")), MONOCHROME)

    assert rows.is_heading(0) and rows.ref(0) == ref("a4")
    at = rows.index(ref("c19"))
    assert at and rows.ref(at) == ref("c19")
    assert rows.index(ref("c999")) is None


def test_steps_between_headings_stay_on_the_page() -> None:
    """The first is before the first, the last behind the last."""
    library = a_library()
    rows = PageRows(library, library.actor_pages.page(ref("a1")), MONOCHROME)
    headings = [index for index in range(len(rows)) if rows.is_heading(index)]

    assert rows.heading_near(0, -1) == 0
    assert rows.heading_near(len(rows) - 1, 1) == headings[-1]
    assert rows.heading_near(1, 1) == headings[1]


def test_a_page_of_nobody_has_no_rows() -> None:
    """And its title says who is missing."""
    assert drawn(Library(), "a1") == []
    assert actor_title(Library(), ref("a1"), MONOCHROME).plain == "a1 is missing"


def test_the_timeline_says_what_each_is() -> None:
    """By sign and ref; the dates in a column."""
    library = bundled_library()
    rows = MomentRows(library, library.events, MONOCHROME)

    assert "◷ e5 " in rows.line(rows.index(ref("e5")) or 0, 80).plain
    assert rows.index(ref("e99")) is None
    assert cell_len(rows.axis(80).plain.rstrip()) <= 80
