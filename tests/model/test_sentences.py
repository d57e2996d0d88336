"""Sentences and clauses, well enough to preselect the one under a cursor."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.sentences import clause_at, clauses, sentence_at, sentences
from opedtui.model.stretch import Stretch
from tests.making import bundled_library

TEXTS = st.text("ab A.?!,;:“”\"' \n–1", max_size=60)


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lavrov came. | Mrs. Khan did not.",
        "Gen. J. K. Smith spoke. | Nobody heard.",
        "George H. W. Bush won. | He lost later.",
        "It grew by 3.5 per cent. | Prices fell by 0.2.",
        "The U.S. Senate voted. | It was close.",
        "He moved to the U.S. | The others stayed.",
        "They met at 5 p.m. in Baku. | It rained.",
        "They met at 5 p.m. | The rain stopped.",
        "Many paid, e.g. Iran, i.e. Tehran. | None complained.",
        "On Feb. 22 they signed. | It held.",
        "See No. 5 and pp. 7–9. | Then judge.",
        "“We won.” | “You lost!” | She left.",
        "He asked: “Why now?” and left. | Nobody knew.",
        "“It is over” (he said). | It was not.",
        "Is it? | Yes! | No… | Perhaps.",
        "He waited … and waited. | Then he left.",
        "It cost a lot. | $5 million went to Baku.",
        "Prof. Dr. Öztürk agreed. | Ümit did not.",
        "1. The first point. | 2. The second.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str) -> None:
    """Not at titles, initials, abbreviations, decimals or within quotation marks."""
    assert said(text.replace(" | ", " ")) == text.split(" | ")


def test_no_sentence_crosses_the_end_of_a_line() -> None:
    """A heading has no full stop."""
    assert said("What they found\n\nIt is old.\n  Very old  ") == [
        "What they found",
        "It is old.",
        "Very old",
    ]


@given(TEXTS)
def test_sentences_hold_every_character_that_is_no_blank(text: str) -> None:
    """In order, none twice, and no blank at an edge."""
    found = sentences(text)

    assert [s for s in found if s != Stretch(s.start, s.end) or s.start >= s.end] == []
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(text[slice(*s)].split()) for s in found) == "".join(text.split())
    assert all(text[slice(*s)] == text[slice(*s)].strip() for s in found)


@given(TEXTS, st.integers(0, 60))
def test_the_sentence_at_an_offset_is_one_of_them(text: str, offset: int) -> None:
    """The one that holds it, if one does; none only in a blank line."""
    offset = min(offset, len(text))

    found = sentence_at(text, offset)

    holding = [s for s in sentences(text) if s.holds(offset)]
    assert found in holding if holding else found is None or found in sentences(text)


@given(TEXTS)
def test_clauses_lie_within_their_sentence(text: str) -> None:
    """In order, and the first begins where it does."""
    for sentence in sentences(text):
        found = clauses(text, sentence)

        assert found[0].start == sentence.start
        assert found[-1].end <= sentence.end
        assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_clause_stands_between_the_inner_marks_of_a_sentence() -> None:
    """Numbers and short asides do not break it."""
    text = (
        "On February 22, 2022, they signed the document; it vowed respect for all, but in fact"
        " there has been little to nothing to celebrate, she said."
    )

    found = [text[slice(*clause)] for clause in clauses(text, sentences(text)[0])]

    assert found == [
        "On February 22, 2022",
        "they signed the document",
        "it vowed respect for all",
        "but in fact there has been little to nothing to celebrate, she said.",
    ]


def test_the_clause_under_the_cursor_of_the_bundled_op_ed() -> None:
    """The words that the claim about the visit stands on."""
    text = bundled_library().documents[0].text
    offset = text.index("little to nothing")

    clause = clause_at(text, offset)

    assert clause
    assert text[slice(*clause)] == "but in fact there has been little to nothing to celebrate"
    assert clause_at("\n\n", 1) is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Bridge shut Tuesday, March 7, 2023", ["Bridge shut", "Tuesday, March 7, 2023"]),
        ("It was closed on Tuesday, March 7, 2023", ["It was closed on Tuesday, March 7, 2023"]),
        ("The bridge at night Photo: Ann Lee", ["The bridge at night", "Photo: Ann Lee"]),
        ("He has one. iPhones are loud.", ["He has one.", "iPhones are loud."]),
        ("See the map. (https://example.org)", ["See the map.", "(https://example.org)"]),
        ("He came at 5 p.m. and left.", ["He came at 5 p.m. and left."]),
    ],
)  # fmt: skip
def test_headlines_and_captions_end_without_a_stop(line: str, parts: list[str]) -> None:
    """Before the date and before the credit; names that begin small begin a sentence too."""
    assert [line[slice(*sentence)] for sentence in sentences(line)] == parts
