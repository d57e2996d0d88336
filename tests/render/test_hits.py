"""What was found, a line each."""

from __future__ import annotations

from opedtui.reading.searching.index import Find, scanned
from opedtui.reading.searching.query import understood
from opedtui.render.hits import FindRows, marked
from opedtui.render.palette import Palette
from tests.making import a_library


def rows(typed: str) -> FindRows:
    query = understood(typed)
    assert query
    library = a_library()
    return FindRows(library, scanned(library, query).finds, query, Palette())


def test_a_row_says_what_it_is_where_it_stands_and_what_was_found() -> None:
    """The words that were looked for are marked."""
    found = rows("rusty")

    lines = [found.line(at, 100) for at in range(len(found))]

    assert lines[0].plain == "▸ claim    c4      the bridge is rusty"
    assert [lines[0].plain[span.start : span.end] for span in lines[0].spans][-1] == "rusty"
    assert lines[-1].plain.startswith("¶ text     d1 ¶ 3  … ")


def test_words_far_into_a_text_are_shown_with_a_little_before_them() -> None:
    """A row has room for one line."""
    text = "word " * 300 + "here\nit is"
    start = text.index("here")

    shown = marked(text, [(start, start + 4)], Palette(), lead=10)

    assert shown.plain == "… word word here it is"


def test_rows_are_the_same_only_as_themselves() -> None:
    """Comparing them by what they hold would look at every record, at each letter."""
    one, other = rows("rusty"), rows("rusty")

    assert one != other
    assert isinstance(one.finds[0], Find)
