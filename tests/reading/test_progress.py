"""What counts as read."""

from __future__ import annotations

from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.reading.progress import (
    LONGEST_STAY,
    LONGEST_STEP,
    MOMENT,
    NONE_YET,
    Attention,
    Headway,
    Progress,
    all_read,
    left_of,
    next_unread,
    since_last_time,
)
from tests.making import a_document, a_library, ref

DOC = ref("d1")


def at(library: Library, claim: str) -> Place:
    span = library.spans(ref(claim))[0]
    return Place(span.doc, span.start, span.end, ref(claim))


def attending() -> tuple[Library, Attention]:
    library = a_library()
    attention = Attention(Progress({}))
    attention.arrive(library, at(library, "c1"), 0.0)
    return library, attention


def test_a_claim_is_read_when_it_was_at_hand_for_a_moment() -> None:
    """Who runs past a claim has not read it."""
    library, attention = attending()

    attention.arrive(library, at(library, "c2"), MOMENT / 2)
    attention.arrive(library, at(library, "c3"), MOMENT / 2 + MOMENT)

    assert attention.progress.of(DOC).claims == {ref("c2")}


def test_claims_that_the_cursor_walks_over_are_read() -> None:
    """However briefly: walking is step by step."""
    library, attention = attending()
    start, end = at(library, "c3").start, at(library, "c4").start

    attention.walk(library, DOC, end, start)

    assert attention.progress.of(DOC).claims == {ref("c3"), ref("c4")}


def test_a_leap_reads_nothing_on_its_way() -> None:
    """From the first page to the last is no reading."""
    library, attention = attending()

    attention.walk(library, DOC, 0, LONGEST_STEP + 1)

    assert not attention.progress.of(DOC).claims


def test_a_paragraph_is_read_after_a_third_of_its_time_in_several_stays() -> None:
    """The first paragraph has 16 words: 4 seconds at 238 words a minute."""
    library, attention = attending()

    attention.arrive(library, at(library, "c5"), 0.7)
    before = left_of(library, DOC, attention.progress.of(DOC))
    attention.arrive(library, at(library, "c1"), 0.7)
    attention.settle(1.4)

    after = left_of(library, DOC, attention.progress.of(DOC))
    assert (before.unread_paragraphs, after.unread_paragraphs) == (3, 2)
    assert after.minutes < before.minutes


def test_a_reader_who_went_away_spends_no_time() -> None:
    """A stay without a key counts for a minute."""
    _, attention = attending()

    attention.settle(10.0)
    attention.settle(10_000.0)

    assert attention.progress.of(DOC).seconds == LONGEST_STAY


def test_nothing_is_waited_for_when_all_here_is_read() -> None:
    """So that a reader who rests costs nothing."""
    _, attention = attending()
    waits = attention.due(0.0)

    attention.settle(60.0)

    assert waits == MOMENT
    assert attention.due(60.0) is None


def test_the_next_unread_claim_comes_after_the_last_one_too() -> None:
    """Round and round, until none is left."""
    library, _ = attending()
    headway = Headway(frozenset({ref("c2"), ref("c5")}))

    places = [next_unread(library, at(library, "c1"), headway, step) for step in (1, -1)]

    assert [place and place.ref for place in places] == [ref("c3"), ref("c4")]
    assert next_unread(library, at(library, "c1"), all_read(library, DOC, NONE_YET)) is None


def test_a_text_that_is_replaced_keeps_the_paragraphs_that_stay() -> None:
    """A paragraph is known by its words and not by its number."""
    library, _ = attending()
    headway = all_read(library, DOC, NONE_YET)
    document = library.document(DOC)
    assert document

    longer = Library([a_document("A new beginning.\n" + document.text)])

    assert left_of(longer, DOC, headway).unread_paragraphs == 1


def test_progress_comes_back_as_it_was_kept() -> None:
    """And what cannot be read is a new beginning."""
    library, _ = attending()
    progress = Progress({DOC: all_read(library, DOC, Headway(seconds=7.5))}, newest=4)

    assert Progress.from_dict(progress.to_dict()) == progress
    unreadable: list[object] = [None, [], {"documents": 3}, {"documents": {"x": 1}, "newest": 0}]
    for broken in unreadable:
        assert Progress.from_dict(broken) == Progress({})


def test_a_reader_who_comes_back_is_told_what_is_new() -> None:
    """One who comes for the first time is not."""
    library, _ = attending()

    told = since_last_time(library, DOC, Progress({}, newest=4))

    assert told == "Since last time: 5 claims unread here / 1 new"
    assert since_last_time(library, DOC, Progress({})) == ""
