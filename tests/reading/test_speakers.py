"""Who says this."""

from __future__ import annotations

import pytest

from opedtui.model.records import Record
from opedtui.reading.speakers import speaker_of
from tests.making import (
    a_claim,
    a_document,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    ref,
    words,
)


@pytest.mark.parametrize(
    ("record", "speaker"),
    [
        (a_claim(1, voice="a4"), "a4"),
        (a_claim(1, voice="a4 a2 a1"), "a1"),
        (a_quote(1, words("old"), speaker="a2 a3"), "a2"),
        (an_event(1, "2021", actors=(ref("a3"), ref("a1"))), "a3"),
        (a_document(authors=(ref("a4"),)), "a4"),
    ],
)
def test_somebody_says_it(record: Record, speaker: str) -> None:
    """The innermost voice of a claim; of several speakers the first."""
    assert speaker_of(record) == ref(speaker)


@pytest.mark.parametrize(
    "record",
    [
        None,
        a_claim(1, voice=""),
        a_quote(1, words("old")),
        an_event(1, "2021"),
        a_document(),
        an_actor(1),
        a_relation(1, "c1", "supports", "c2"),
        a_note(1, "c1"),
    ],
)
def test_nobody_says_it(record: Record | None) -> None:
    """Nobody is named, or it is nothing that is said."""
    assert speaker_of(record) is None
