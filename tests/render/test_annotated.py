"""A text in one column, with its records."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from opedtui.model.dates import Edtf
from opedtui.reading.library import Library
from opedtui.render.annotated import Annotated, of_record, wrapped
from opedtui.render.palette import TERMINAL
from opedtui.render.visible import visible
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    an_actor,
    bundled_library,
    ref,
    words,
)

HOSTILE = "[/] [sic]\x1b[31m\u202e\x07 [@click=app.quit]x[/]"


def lines_of(library: Library, width: int = 0) -> list[str]:
    """The first document."""
    return list(Annotated(library, library.documents[0]).lines(width))


def test_records_are_enclosed_where_they_stand() -> None:
    """The ref after the bracket says which; paragraphs are numbered."""
    told: dict[str, Any] = {"outlet": ref("a3"), "published": Edtf.parse("2021")}
    document = a_document(authors=(ref("a4"),), **told)
    lines = lines_of(
        Library([document, *(r for r in a_library().values() if r.ref != document.ref)])
    )

    assert lines[:3] == ["d1 An op-ed", "by the writer; in the works office; 2021", ""]
    assert (
        "1. [c1 The mayor said that “[q1 the bridge is safe]” [e1 last week]]."
        " [c2 She was wrong in [e2 May 2021]]." in lines
    )
    assert (
        "3. The engineers warned her: [c3 the bridge is old], and [c4 the bridge is [n2 rusty]]."
        in lines
    )


def test_each_record_is_told_after_its_paragraph() -> None:
    """Who says it, on what terms, and what it is tied to."""
    lines = lines_of(a_library())
    at = next(number for number, line in enumerate(lines) if line.startswith("1. "))
    told = lines[at + 1 : lines.index("", at)]

    assert [line.split()[0] for line in told[:5]] == ["c1", "q1", "e1", "c2", "e2"]
    claim = next(line for line in told if line.startswith("    c2 claim:"))
    assert "said by the writer, own" in claim
    assert "certainty" in claim
    assert "is supported by c3, c4" in claim


def test_whom_a_word_means_is_told() -> None:
    """A pronoun above all; a name says it by itself."""
    lines = lines_of(a_library())

    assert "    a1 “She” is the mayor" in lines
    assert not any("“The mayor” is" in line for line in lines)


def test_ends_that_cross_say_whose_they_are() -> None:
    """Within one another they need not."""
    document = a_document("One two three four.")
    claims = [
        a_claim(n, words(text, document))
        for n, text in ((1, "One two three"), (2, "two three four"))
    ]
    library = Library([document, an_actor(4, "the writer"), *claims])

    assert "1. [c1 One [c2 two three c1] four]." in lines_of(library)


def test_a_record_across_paragraphs_is_enclosed_in_each() -> None:
    """And told once, where it begins."""
    document = a_document("One two.\nThree four.")
    library = Library([document, a_claim(1, words("two.\nThree", document))])

    lines = lines_of(library)

    assert "1. One [c1 two.]" in lines
    assert "2. [c1 Three] four." in lines
    assert sum("c1 claim" in line for line in lines) == 1


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit_the_terminal(width: int) -> None:
    """No line is wider, but for a word that is; no word is lost."""
    whole, broken = lines_of(bundled_library()), lines_of(bundled_library(), width)

    assert all(cell_len(line) <= width for line in broken if " " in line.strip())
    assert " ".join(" ".join(broken).split()) == " ".join(" ".join(whole).split())


def test_lines_of_wide_signs_fit_too() -> None:
    """Those of Chinese are two cells wide."""
    assert [*wrapped("漢字 漢字 漢字", 9)] == ["漢字 漢字", "漢字"]


def test_nothing_in_it_speaks_to_the_terminal() -> None:
    """Nor is anything lost as markup, drawn or plain."""
    document = a_document(f"{HOSTILE} end.\nmore", title=HOSTILE, subtitle=HOSTILE)
    library = Library(
        [
            document,
            an_actor(4, HOSTILE),
            a_claim(1, words("end", document), text=HOSTILE),
            a_quote(1, words("more", document), speaker="a4"),
            a_note(1, "c1", body=f"{HOSTILE}\n\n{HOSTILE}"),
            a_note(2, words("more", document), body=HOSTILE),
        ]
    )
    console = Console(width=60, markup=False, emoji=False, highlight=False, color_system=None)
    page = Annotated(library, document)

    with console.capture() as capture:
        console.print(page.drawn(TERMINAL, 60))

    shown = [*page.lines(), *capture.get().split("\n")]
    assert all(visible(line) == line for line in shown)
    assert "[@click=app.quit]x[/]" in "".join(page.lines())


def test_a_record_is_read_in_its_paragraphs() -> None:
    """An actor in all that name it; a document whole; what stands nowhere is not read."""
    library = a_library()

    def numbers(text: str) -> list[int]:
        return [b.paragraph.number for page in of_record(library, ref(text)) for b in page.blocks()]

    assert numbers("c3") == [3]
    assert numbers("a1") == [1, 3]
    assert numbers("d1") == [1, 2, 3]
    assert numbers("a3") == []


def test_a_paragraph_is_found_by_its_line() -> None:
    """Also when its number begins another line."""
    library = Library([a_document("First.\n2. is not the second.\nThird.", title="A title")])
    page = Annotated(library, library.documents[0], has_notes=False)

    lines = list(page.lines(12))

    found = [lines[page.line_of(number, 12) - 1] for number in (1, 2, 3)]
    assert [line[:4] for line in found] == ["1. F", "2. 2", "3. T"]


def test_without_notes_it_is_the_text() -> None:
    """For a pager."""
    library = a_library()

    lines = [*Annotated(library, library.documents[0], has_notes=False).lines()]

    assert "3. The engineers warned her: the bridge is old, and the bridge is rusty." in lines
    assert not any(first == second == "" for first, second in pairwise(lines))


def test_an_empty_text_is_its_title() -> None:
    """And no fault."""
    library = Library([a_document("")])

    assert lines_of(library) == ["d1 An op-ed"]
