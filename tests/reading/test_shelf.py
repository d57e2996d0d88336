"""The documents of a library, ordered and found."""

from __future__ import annotations

import pytest

from opedtui.model.dates import Edtf
from opedtui.reading.library import Library
from opedtui.reading.progress import Headway, Progress, all_read, left_of
from opedtui.reading.shelf import shelf
from tests.making import a_claim, a_document, an_actor, ref, words

FIRST = a_document(
    number=1, title="Éloge of the bridge", authors=(ref("a1"),), published=Edtf.parse("2021-05")
)
SECOND = a_document(
    number=2, title="A bridge too far", authors=(ref("a2"),), outlet=ref("a3"),
    published=Edtf.parse("2023"), tags=("war",),
)  # fmt: skip
THIRD = a_document(number=3, title="Trams", text="Trams are late.\n")
NOTHING = Progress({})
LIBRARY = Library(
    [
        FIRST, SECOND, THIRD,
        an_actor(1, "Zoë Young"), an_actor(2, "Ann Lee"), an_actor(3, "The Post", kind="media"),
        a_claim(1, words("the bridge is old", SECOND)),
        a_claim(2, words("the bridge is rusty", SECOND), status="draft"),
        a_claim(3, words("the bridge is rusty", SECOND), status="rejected"),
    ]
)  # fmt: skip


def docs(order: str = "added", typed: str = "") -> str:
    """`d1 d2`"""
    return " ".join(str(one.ref) for one in shelf(LIBRARY, NOTHING, order, typed))


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("added", "d1 d2 d3"),
        ("title", "d2 d1 d3"),
        ("author", "d2 d1 d3"),
        ("newest", "d2 d1 d3"),
        ("drafts", "d2 d1 d3"),
    ],
)
def test_documents_are_ordered(order: str, found: str) -> None:
    """By name without regard to accents, by surname, by date; what has none comes last."""
    assert docs(order) == found


def test_what_is_read_least_comes_first() -> None:
    """By the share of claims and paragraphs."""
    doc = ref("d1")
    progress = NOTHING.with_document(doc, all_read(LIBRARY, doc, NOTHING.of(doc)))

    found = shelf(LIBRARY, progress, "least read")

    assert (found[-1].ref, found[-1].read) == (doc, 1.0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bridge", "d1 d2"), ("eloge", "d1"), ("bridge lee", "d2"), ("2023 post", "d2"),
     ("WAR", "d2"), ("tram bridge", ""), ("", "d1 d2 d3")],
)  # fmt: skip
def test_a_few_words_find_a_document(typed: str, found: str) -> None:
    """Of its title, author, outlet, date or tags; all of them, in any order and case."""
    assert docs(typed=typed) == found


def test_drafts_are_counted_apart() -> None:
    """What is known, and what waits; what was rejected counts nowhere."""
    (one,) = shelf(LIBRARY, NOTHING, words="far")

    assert (one.counts[0], one.drafts) == (1, 1)
    assert (one.authors, one.outlet) == ("Ann Lee", "The Post")


def test_the_share_that_was_read_is_what_is_not_left() -> None:
    """Of claims and paragraphs together; what was read and is gone does not count."""
    doc = ref("d2")
    paragraphs = all_read(LIBRARY, doc, NOTHING.of(doc)).paragraphs
    headway = Headway(frozenset({ref("c99")}), frozenset(sorted(paragraphs)[1:]))
    left = left_of(LIBRARY, doc, headway)

    (one,) = shelf(LIBRARY, NOTHING.with_document(doc, headway), words="far")

    whole, unread = left.claims + left.paragraphs, left.unread_claims + left.unread_paragraphs
    assert one.read == pytest.approx(1 - unread / whole) == pytest.approx(0.5)
