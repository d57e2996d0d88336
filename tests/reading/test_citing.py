"""What a citation is of."""

from __future__ import annotations

import pytest

from opedtui.reading.citing import NotCitable, citation, citation_of_words
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from tests.making import (
    a_document,
    a_library,
    a_quote,
    an_actor,
    bundled_library,
    ref,
    words,
)


def test_a_claim_is_cited_by_its_words_and_paragraph() -> None:
    """With the author of the text, its outlet and its address."""
    cited = citation(bundled_library(), ref("c9"))

    assert cited.words[0].startswith("in fact there has been little to nothing to celebrate")
    assert cited.paragraphs == (4,)
    assert [author.name for author in cited.authors] == ["Vasif Huseynov"]
    assert cited.outlet == "commonspace.eu"


def test_a_document_is_cited_as_a_whole() -> None:
    """Without words or paragraph."""
    cited = citation(a_library(), ref("d1"))

    assert (cited.ref, cited.words, cited.paragraphs) == (ref("d1"), (), ())


def test_an_actor_is_cited_where_the_reader_is() -> None:
    """Actors stand at many places; without a place it is the first."""
    library = a_library()
    second = library.spans(ref("a1"))[1]

    here = citation(library, ref("a1"), Place(second.doc, second.start, second.end, ref("a1")))

    assert here.words == ("She",)
    assert citation(library, ref("a1")).words == ("The mayor",)


def test_a_tie_without_words_is_cited_by_what_it_begins_at() -> None:
    """A note on it as well."""
    library = a_library()

    assert citation(library, ref("r1")).words == ("the bridge is old",)
    assert citation(library, ref("n1")).words == ("the bridge is old",)


def test_who_is_quoted_is_told_unless_it_is_the_author() -> None:
    """The words of an indirect quotation are the author's own."""
    quotes = {
        kind: Library(
            [
                a_document(authors=(ref("a2"),)),
                an_actor(1, "the mayor"),
                an_actor(2, "the writer"),
                a_quote(1, words("the bridge is safe"), speaker="a1 a2", kind=kind),
            ]
        )
        for kind in ("direct", "indirect")
    }

    direct, indirect = (citation(library, ref("q1")) for library in quotes.values())

    assert [actor.name for actor in direct.speakers] == ["the mayor"]
    assert indirect.speakers == ()


def test_words_without_a_record_are_cited_too() -> None:
    """A place without words is cited as its document."""
    library = a_library()
    start = words("old").start

    assert citation_of_words(library, Place(ref("d1"), start, start + 3)).words == ("old",)
    assert citation_of_words(library, Place(ref("d1"), start, start)).words == ()


def test_what_stands_in_no_text_is_not_cited() -> None:
    """In a line that says what to do."""
    with pytest.raises(NotCitable, match=r"a3 stands in no text.*cite a claim"):
        citation(a_library(), ref("a3"))
