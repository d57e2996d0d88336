"""The numbered paragraphs of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.reading.paragraphs import Paragraphs
from tests.making import TEXT, bundled_library

PAGES = st.lists(st.sampled_from(["", "  ", "Heading", "It is so.", "…"]), max_size=8).map(
    "\n".join
)


def test_paragraphs_are_numbered_over_blank_lines() -> None:
    """A blank line parts paragraphs and is none."""
    paragraphs = Paragraphs(TEXT)

    assert [(p.number, TEXT[p.start : p.end][:8]) for p in paragraphs] == [
        (1, "The mayo"),
        (2, "What the"),
        (3, "The engi"),
    ]


@given(PAGES)
def test_paragraphs_are_the_lines_with_words(text: str) -> None:
    """All of them, whole, in order, counted from 1."""
    paragraphs = Paragraphs(text)

    assert [text[p.start : p.end] for p in paragraphs] == [
        line for line in text.split("\n") if line.strip()
    ]
    assert [p.number for p in paragraphs] == list(range(1, len(paragraphs) + 1))


@given(PAGES, st.integers(0, 60))
def test_every_offset_belongs_to_a_paragraph(text: str, offset: int) -> None:
    """The one that holds it, else the one before, else the first; no text has none."""
    paragraphs = Paragraphs(text)
    begun = [p for p in paragraphs if p.start <= offset]

    found = paragraphs.at(offset)

    if len(paragraphs) == 0:
        assert found is None
    else:
        assert found == (begun[-1] if begun else paragraphs[0])
        assert found == paragraphs[paragraphs.index_at(offset)]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("What the engineers found", True),
        ("Growing relations with Türkiye", True),
        ("  Part 2  ", True),
        ("The bridge is old.", False),
        ("“The bridge is old”", False),
        ("Is the bridge old?", False),
        ("The engineers wrote:", False),
        ("https://example.org/opinion/the-bridge", False),
        ("x" * 120, True),
        ("x" * 121, False),
    ],
)
def test_a_short_line_that_ends_in_a_word_is_a_heading(line: str, is_heading: bool) -> None:
    """A sentence ends in a stop, and the last line of an op-ed is often its address."""
    [paragraph] = Paragraphs(line)

    assert paragraph.is_heading is is_heading


def test_the_bundled_texts_have_headings_and_paragraphs() -> None:
    """Far more of these than of those, and neither the first nor the last is one."""
    library = bundled_library()
    for document in library.documents:
        paragraphs = list(library.paragraphs(document.ref))
        headings = [p for p in paragraphs if p.is_heading]

        assert 0 < len(headings) < len(paragraphs) / 3
        assert not paragraphs[0].is_heading and not paragraphs[-1].is_heading
