"""Replacing the text of a document: what moves along, and what is told to be lost."""

from __future__ import annotations

from hashlib import sha256

import pytest

from opedtui.model.spans import Span
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.rewriting import spans_in
from opedtui.reading.changes.texts import attach, orphans, reanchor, replace_text
from opedtui.reading.library import Library
from tests.making import TEXT, a_claim, a_document, a_library, bundled_library, ref, words
from tests.reading.changes.soundness import NOW, dangling, misplaced

DOC = ref("d1")


def test_what_stands_on_a_text_moves_along_with_it() -> None:
    """A note in front, other quotation marks, another line end: every span is where it was."""
    library = bundled_library()
    text = library.documents[0].text
    new = "Corrected on Monday.\n" + text.replace("“", '"').replace("”", '"').replace("’", "'")

    done = replace_text(library, DOC, new.replace("\n", "\r\n"), NOW)

    after = library.apply(done.change)
    assert done.orphans == ()
    assert done.moved == sum(len(spans_in(record)) for record in library.values())
    assert after.documents[0].text == new
    assert after.documents[0].text_sha256 == sha256(new.encode()).hexdigest()
    assert misplaced(after) == []
    assert dangling(after) == []
    assert [c.spans[0].exact for c in after.claims] == [
        c.spans[0].exact.replace("’", "'").replace("“", '"').replace("”", '"')
        for c in library.claims
    ]


def test_what_finds_no_place_is_told_and_stands_nowhere() -> None:
    """It keeps its words, is shown at no other place, and comes with the best candidates."""
    library = a_library()
    new = TEXT.replace("the bridge is rusty", "everybody knew it")

    done = replace_text(library, DOC, new, NOW)

    after = library.apply(done.change)
    assert {str(orphan.ref) for orphan in done.orphans} == {"c4", "n2"}
    assert all(orphan.span.start == orphan.span.end for orphan in done.orphans)
    assert {orphan.span.exact for orphan in done.orphans} == {"the bridge is rusty", "rusty"}
    assert after.spans(ref("c4")) == ()
    assert [(o.ref, o.span) for o in orphans(after)] == [(o.ref, o.span) for o in done.orphans]
    (lost,) = [o for o in done.orphans if o.ref == ref("c4")]
    assert lost.candidates[0].span.exact == "everybody knew it"
    assert dangling(after) == []


def test_an_orphan_is_attached_where_the_reader_says() -> None:
    """To a candidate, or to any other words."""
    library = a_library()
    new = TEXT.replace("the bridge is rusty", "the bridge has rust")
    done = replace_text(library, DOC, new, NOW)
    after = library.apply(done.change)
    document = after.documents[0]
    there = words("the bridge has rust", document)

    for orphan in orphans(after):
        after = after.apply(attach(after, orphan, there, NOW))

    assert orphans(after) == ()
    assert misplaced(after) == []


def test_an_orphan_finds_its_place_when_the_words_come_back() -> None:
    """The text is corrected twice, and the second time rightly."""
    library = a_library()
    torn = library.apply(replace_text(library, DOC, TEXT.replace("rusty", "r"), NOW).change)

    done = replace_text(torn, DOC, TEXT, NOW)

    after = torn.apply(done.change)
    assert done.orphans == ()
    assert misplaced(after) == []
    assert after[ref("c4")].places == library[ref("c4")].places


def test_replacing_a_text_is_one_change() -> None:
    """Named as the reader would say it, and taken back as one."""
    library = a_library()

    change = replace_text(library, DOC, "Something else entirely.", NOW).change

    assert change.label == "replace the text of An op-ed"
    assert library.apply(change).apply(change.inverse()) == library


def test_a_text_that_cannot_be_is_refused() -> None:
    """A blank one, half a character, of nothing that is a document."""
    with pytest.raises(ChangeError, match="the new text is blank; to be rid of d1, delete it"):
        replace_text(a_library(), DOC, " \n", NOW)
    with pytest.raises(ChangeError, match="half a character"):
        replace_text(a_library(), DOC, "half \ud83d", NOW)
    with pytest.raises(ChangeError, match="a1 is no document"):
        replace_text(a_library(), ref("a1"), "New.", NOW)


def test_spans_that_slipped_are_found_again() -> None:
    """As `check --repair` does after somebody put a line in front of the text in an editor."""
    note = "Somebody's note.\n"
    library = a_library()
    moved = Library([*library.values(), a_document(note + TEXT, text_sha256="00")])

    done = reanchor(moved, DOC, NOW)

    after = moved.apply(done.change)
    assert len(misplaced(moved)) == 15
    assert misplaced(after) == []
    assert done.orphans == ()
    assert after.documents[0].text_sha256 == sha256((note + TEXT).encode()).hexdigest()
    assert reanchor(after, DOC, NOW).change.edits == ()


def test_a_place_outside_the_text_is_an_orphan() -> None:
    """However wrong its offsets are."""
    lost = Span(doc=DOC, start=-5, end=10**9, exact="no such words")
    library = Library([a_document(), a_claim(1, lost)])

    done = reanchor(library, DOC, NOW)

    after = library.apply(done.change)
    assert [orphan.span.exact for orphan in done.orphans] == ["no such words"]
    assert orphans(after)[0].span.start == orphans(after)[0].span.end
    assert reanchor(after, DOC, NOW).change.edits == ()
