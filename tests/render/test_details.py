"""All that is known of a record, as a page."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.library import Library
from opedtui.render.details import Details
from opedtui.render.listings import listing
from opedtui.render.palette import MONOCHROME
from opedtui.render.passages import Passage, passages
from tests.making import a_claim, a_document, a_library, bundled_library, ref, words
from tests.render.test_sheets import seen


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_record_has_a_page_and_a_list(kind: Kind) -> None:
    """What a pipe gets is on the terminal too."""
    library = a_library()
    refs = [held for held in library if held.kind is kind]
    page = Details.of(library, refs[0])

    drawn = " ".join(seen(page.drawn(MONOCHROME, 200), 200))

    assert page.heading.startswith(f"{refs[0]} {kind.word}")
    assert all(cell.strip() in drawn for line in page.lines() for cell in line.split("\t"))
    assert [row[0] for row in listing(library, kind, map(library.__getitem__, refs)).rows] == [
        str(held) for held in refs
    ]


def test_a_central_claim_says_so_in_its_heading() -> None:
    """By a sign and by a word."""
    library = Library([a_document(), a_claim(1, central=True)])

    assert Details.of(library, ref("c1")).heading == "c1 claim ★ central"


def test_words_stand_in_their_context() -> None:
    """Enclosed as in the text of the app."""
    library = a_library()

    (passage,) = passages(library, library[ref("q1")])

    assert passage.where == "d1 ¶ 1"
    assert passage.drawn(MONOCHROME).plain.startswith("The mayor said that “▐the bridge is safe▌”")


def test_words_of_a_text_that_is_not_there_are_shown_without_a_paragraph() -> None:
    """The record still holds them."""
    library = Library([a_claim(1, words("the bridge is old"))])

    (passage,) = passages(library, library[ref("c1")])

    assert (passage.where, passage.words) == ("d1 ¶ ?", "the bridge is old")


def test_words_without_context_are_not_enclosed() -> None:
    """There is nothing to tell them from."""
    assert Passage("¶ 1", "All of it.").drawn(MONOCHROME).plain == "All of it."


def test_a_page_of_every_bundled_record_can_be_drawn() -> None:
    """Whatever the reading of the op-ed holds."""
    library = bundled_library()

    for held in library:
        assert list(Details.of(library, held).lines())
