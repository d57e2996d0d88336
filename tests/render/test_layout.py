"""A text in a column."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from opedtui.reading.paragraphs import Paragraphs
from opedtui.render.layout import Layout, Line
from opedtui.render.visible import visible

LONG_WORD = "Donaudampfschiff" * 6250
WIDTHS = st.integers(1, 30)
TEXTS = st.text(st.sampled_from("abc   \n\n\t漢字👍é“\u0301\u0301❤\ufe0f\x1b\x9b\u200d\u202e-"))


def laid_out(text: str, width: int) -> Layout:
    return Layout(text, Paragraphs(text), width)


def lines_of(layout: Layout) -> list[str]:
    """The lines as they are stored, an empty one between paragraphs."""
    return [layout.text[line.start : line.end] for line in layout.lines]


def written(layout: Layout) -> list[Line]:
    """The lines that have words."""
    return [line for line in layout.lines if line.paragraph]


def test_a_line_ends_between_words() -> None:
    """The space at which it is broken is on neither line."""
    assert lines_of(laid_out("There is little to celebrate.", 12)) == [
        "There is",
        "little to",
        "celebrate.",
    ]


def test_a_word_that_is_too_long_is_broken_where_the_line_ends() -> None:
    """Nothing of it is lost."""
    assert lines_of(laid_out("an incomprehensible word", 6)) == [
        "an", "incomp", "rehens", "ible", "word",
    ]  # fmt: skip


def test_paragraphs_are_parted_by_an_empty_line_and_numbered() -> None:
    """However many line breaks are between them; the number is on the first line only."""
    layout = laid_out("\n\none two\nthree\n\n\nfour", 4)

    assert lines_of(layout) == ["one", "two", "", "thre", "e", "", "four"]
    assert [line.paragraph and line.paragraph.number for line in layout.lines] == [
        1, 1, None, 2, 2, None, 3,
    ]  # fmt: skip
    assert [line.is_first for line in layout.lines] == [
        True,
        False,
        False,
        True,
        False,
        False,
        True,
    ]


def test_wide_characters_take_two_cells() -> None:
    """A line has as many as fit, and not half of one."""
    assert lines_of(laid_out("漢字漢字漢", 5)) == ["漢字", "漢字", "漢"]


def test_what_is_shown_counts_and_not_what_is_stored() -> None:
    """A control character is one character, and its sign is six."""
    layout = laid_out("ab\u202ecd", 8)

    assert lines_of(layout) == ["ab\u202e", "cd"]
    assert layout.cells(0, 3) == 8


def test_an_accent_stays_with_its_letter() -> None:
    """At the end of a line too, where the letter just fits."""
    text = "aaaaaaaax\u0301 bbb"

    assert lines_of(laid_out(text, 9)) == ["aaaaaaaax\u0301", "bbb"]
    assert lines_of(laid_out(text, 4)) == ["aaaa", "aaaa", "x\u0301", "bbb"]


def test_a_text_without_words_has_no_lines() -> None:
    """Blank lines are no paragraphs."""
    assert len(laid_out("", 10)) == len(laid_out("\n \n", 10)) == 0


@pytest.mark.parametrize("width", [0, -3])
def test_a_column_has_a_cell(width: int) -> None:
    """A pane that is about to vanish asks for less."""
    assert lines_of(laid_out("ab", width)) == ["a", "b"]


@given(TEXTS, WIDTHS)
def test_every_character_stands_on_one_line(text: str, width: int) -> None:
    """But for the single space at which a line is broken."""
    layout = laid_out(text, width)
    lines = written(layout)

    for line, following in pairwise([*lines, None]):
        assert line and line.paragraph
        assert line.start < line.end
        goes_on = following and not following.is_first
        after = following.start if following and goes_on else line.paragraph.end
        assert text[line.end : after] in ("", " ")
    assert [line.paragraph for line in lines if line.is_first] == list(Paragraphs(text))


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    """Unless a single character is."""
    layout = laid_out(text, width)

    for line in written(layout):
        shown = visible(text[line.start : line.end])
        assert cell_len(shown) <= width or line.end - line.start == 1


@given(TEXTS, WIDTHS)
def test_no_line_could_have_held_the_next_word(text: str, width: int) -> None:
    """Lines are as full as they can be."""
    layout = laid_out(text, width)

    for line, following in pairwise(layout.lines):
        if line.paragraph and line.paragraph == following.paragraph:
            word = text[following.start : line.paragraph.end].split(" ")[0]
            assert layout.cells(line.start, following.start + max(1, len(word))) > width


@given(TEXTS, WIDTHS)
def test_a_character_is_found_where_it_is_shown(text: str, width: int) -> None:
    """The line and the cell of a character lead back to it, or to one that shares its cell."""
    layout = laid_out(text, width)

    for index, line in enumerate(layout.lines):
        for offset in range(line.start, line.end):
            column = layout.column_at(offset)
            found = layout.offset_at(index, column)
            assert layout.line_at(offset) == index
            if layout.cells(offset, offset + 1):
                assert found == offset
            else:
                assert line.start <= found < line.end


@given(TEXTS, WIDTHS)
def test_every_cell_leads_to_a_character(text: str, width: int) -> None:
    """Beyond the end of a line to its last one, between paragraphs to the one below."""
    layout = laid_out(text, width)

    for index, line in enumerate(layout.lines):
        shown = line if line.paragraph else layout.lines[index + 1]
        for column in range(width + 2):
            offset = layout.offset_at(index, column)
            assert shown.start <= offset < shown.end
            assert layout.column_at(offset) <= column


@pytest.mark.parametrize(("index", "offset"), [(-1, 0), (0, 0), (3, 4), (9, 4)])
def test_above_and_below_the_text_are_its_ends(index: int, offset: int) -> None:
    """A pane may be longer than the text."""
    assert laid_out("ab\n\ncd", 5).offset_at(index, 0) == offset


@given(TEXTS, WIDTHS)
def test_every_offset_has_a_line_with_words(text: str, width: int) -> None:
    """A line break and a dropped space belong to the line before them."""
    layout = laid_out(text, width)

    for offset in range(len(text) + 1 if layout.lines else 0):
        line = layout.lines[layout.line_at(offset)]
        assert line.paragraph
        assert line.start <= offset or line == layout.lines[0]


@pytest.mark.parametrize(
    "text",
    [LONG_WORD, "漢" * 100_000, "e" + "\u0301" * 100_000, "\u202e" * 100_000, "a bc" * 25_000],
    ids=["word", "wide", "flood", "controls", "words"],
)
def test_a_line_of_a_hundred_thousand_characters_is_no_trouble(text: str) -> None:
    """It is laid out and walked in before anybody could wonder."""
    began = perf_counter()

    layout = laid_out(text, 72)
    last = layout.offset_at(len(layout) - 1, 71)
    column = layout.column_at(last)

    assert layout.lines[-1].end == len(text)
    assert column < 72
    assert perf_counter() - began < 5
