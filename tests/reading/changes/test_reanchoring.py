"""Spans found again in corrected texts, measured as the best of the kind measure it."""

from __future__ import annotations

import random
import re

import pytest

from opedtui.model.sentences import sentences
from opedtui.model.spans import Span
from opedtui.reading.changes.reanchoring import Finder, candidates, reanchored
from opedtui.reading.changes.texts import Ground
from tests.reading.changes.correcting import CORRECTIONS, DOC, corrected, some_spans, texts

SPANS = 40
LEAST = {
    "none": 1.0,
    "a note in front": 1.0,
    "quotes and dashes": 0.995,
    "lines wrapped": 0.995,
    "letters lost": 0.99,
    "all of these": 0.99,
}
"""Of 200 spans. Offsets alone hold none behind a note; the first `find` a third of the last."""


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_span_is_found_by_its_words_their_context_and_position(correction: str) -> None:
    """Exactly where its characters went, and without the text that it was made from."""
    chance = random.Random(7)
    right = []
    for text in texts():
        spans = list(some_spans(text, SPANS, chance))
        after = corrected(text, correction, chance)
        finder = Finder(after.text)
        for span in spans:
            found = finder.place(span)
            place = after.place(span.start, span.end)
            right.append(found is not None and (found.start, found.end) == place)

    assert sum(right) / len(right) >= LEAST[correction]


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_span_is_found_by_what_the_two_texts_share(correction: str) -> None:
    """What `replace_text` does, which has both texts."""
    chance = random.Random(11)
    right = []
    for text in texts():
        spans = list(some_spans(text, SPANS, chance))
        after = corrected(text, correction, chance)
        ground = Ground(text, after.text)
        for span in spans:
            found = ground.place(span)
            place = after.place(span.start, span.end)
            right.append(found is not None and (found.start, found.end) == place)

    assert sum(right) / len(right) >= LEAST[correction]


def test_what_was_left_out_is_not_found_elsewhere() -> None:
    """Few words stand in a text once only: 67 % of single words are found in another place."""
    chance = random.Random(3)
    silently_wrong = []
    for text in texts():
        for sentence in chance.sample([s for s in sentences(text) if s.end - s.start > 20], 8):
            after = corrected(text, "none", chance)
            after.leave_out(sentence.start, sentence.end)
            ground = Ground(text, after.text)
            for span in _spans_in(text, sentence.start, sentence.end, chance):
                silently_wrong.append(ground.place(span) is not None)

    assert len(silently_wrong) > 100
    assert sum(silently_wrong) / len(silently_wrong) <= 0.01


def _spans_in(text: str, start: int, end: int, chance: random.Random) -> list[Span]:
    words = [match.span() for match in re.compile(r"\w+").finditer(text, start, end)]
    spans = []
    for length in (1, 1, 2, 5):
        first = chance.randrange(len(words))
        last = min(len(words), first + length) - 1
        spans.append(Span.of(DOC, text, words[first][0], words[last][1]))
    return spans


def test_a_paragraph_that_moved_takes_its_spans_along() -> None:
    """Its words and their context are the same, far from where they were."""
    first, second, rest = (
        "The mayor was wrong, and she knew it.",
        "The bridge is old.",
        "x y z. " * 90,
    )
    old, new = f"{first}\n{second}\n{rest}", f"{second}\n{rest}\n{first}\n"
    span = Span.of(DOC, old, old.index("she knew"), old.index("she knew") + 8)

    found = Ground(old, new).place(span)

    assert found == Span.of(DOC, new, new.index("she knew"), new.index("she knew") + 8)


def test_the_words_alone_are_not_enough_where_there_are_few() -> None:
    """Another place has the word; it is a candidate, for the reader to choose."""
    old = "The engineers said in March that the bridge would hold for years to come."
    new = "It was a bridge too far for all of them, and nobody crossed it again."
    span = Span.of(DOC, old, old.index("bridge"), old.index("bridge") + 6)

    assert reanchored(span, new) is None
    best, *_ = candidates(span, new)
    assert best.span.exact == "bridge"
    assert not best.is_sure


def test_candidates_are_few_and_the_likeliest_is_first() -> None:
    """Where the words stand with more of their context they score higher."""
    old = "We saw the old bridge over the river fall."
    new = "A bridge. The old bridge over the river fell. One bridge more: the bridge."
    span = Span.of(DOC, old, old.index("bridge"), old.index("bridge") + 6)

    found = candidates(span, new)

    assert len(found) == 3
    assert found[0].span.start == new.index("bridge over")
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert all(0 <= c.score <= 1 for c in found)


def test_a_span_without_a_counterpart_has_no_place() -> None:
    """Nothing is made up, not even in an empty text."""
    span = Span.of(DOC, "Quite other words.", 6, 17)

    assert reanchored(span, "") is None
    assert reanchored(span, "12345 67890") is None
    assert candidates(span, "") == ()


def test_a_long_span_is_found_by_its_words() -> None:
    """Thousands of characters are compared as words: difflib would take seconds otherwise."""
    old = " ".join(f"word{n} and{n * 7}" for n in range(600))
    new = NOTE_AND + old.replace("word300", "something else")
    span = Span.of(DOC, old, 200, 6200)

    found = reanchored(span, new)

    assert found is not None
    assert found.exact == span.exact.replace("word300", "something else")


NOTE_AND = "A note from the editor. "


def test_words_of_another_place_that_is_still_there_are_not_taken() -> None:
    """The sentence is gone; its neighbour ends alike, and was there before."""
    gone = "It is sure to lose strength as it moves over land. "
    rest = "Storms and all: it is sure to lose strength as it moves over land. Storms are so."
    span = Span.of(DOC, gone + rest, gone.index("strength"), gone.index("strength") + 8)

    assert Finder(rest).place(span) is not None
    assert Ground(gone + rest, rest).place(span) is None


def test_no_word_is_cut_through_where_none_was() -> None:
    """`Iran` is not found in `Iranian`, nor `old` in `bold`."""
    old, new = "They were told to fear Iran alone.", "They were told to fear Iranians alone."
    span = Span.of(DOC, old, old.index("Iran"), old.index("Iran") + 4)
    inner = Span.of(DOC, "An old one.", 3, 6)

    assert {found.span.exact for found in candidates(span, new)} == {"Iranians"}
    assert {found.span.exact for found in candidates(inner, "A bold one.")} == {"bold"}
