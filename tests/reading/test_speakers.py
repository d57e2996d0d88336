"""Who says this, and of whom."""

from __future__ import annotations

import pytest

from opedtui.model.records import Record
from opedtui.reading.library import Library
from opedtui.reading.speakers import actors_of
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    ref,
    words,
)


@pytest.mark.parametrize(
    ("record", "actors"),
    [
        (a_claim(9, voice="a4"), "a4"),
        (a_claim(9, voice="a4 a2 a1"), "a1 a2 a4"),
        (a_claim(9, voice="a4 a2", about=(ref("a1"), ref("a4"))), "a2 a4 a1"),
        (a_quote(9, words("old"), speaker="a2 a3", addressees=(ref("a1"),)), "a2 a3 a1"),
        (a_quote(9, words("old"), claim=ref("c3")), "a2 a4"),
        (an_event(9, "2021", actors=(ref("a3"), ref("a1"))), "a3 a1"),
        (a_document(number=9, authors=(ref("a4"),), outlet=ref("a3")), "a4 a3"),
        (a_mention(9, "a1", words("her")), "a1"),
        (an_actor(9), "a9"),
        (a_relation(9, "a2", "x-warns", "a1"), "a2 a1"),
        (a_relation(9, "c3", "supports", "c2"), "a2 a4 a1"),
        (a_note(9, words("old"), "c3"), "a2 a4"),
    ],
)
def test_a_record_brings_up_actors(record: Record, actors: str) -> None:
    """First whoever speaks, the innermost voice before those who report it; each once."""
    library = Library([*a_library().values(), record])

    assert actors_of(library, record.ref) == tuple(map(ref, actors.split()))


@pytest.mark.parametrize(
    "record",
    [
        a_claim(9, voice=""),
        a_quote(9, words("old")),
        an_event(9, "2021"),
        a_document(number=9),
        a_claim(9, voice="a99"),
        a_relation(9, "r9", "supports", "r9"),
        a_note(9, "n9"),
    ],
)
def test_nobody_says_it(record: Record) -> None:
    """Nobody is named, nobody who is there, or only itself."""
    assert actors_of(Library([*a_library().values(), record]), record.ref) == ()


def test_a_record_that_is_not_there_brings_up_nobody() -> None:
    """It was deleted meanwhile."""
    assert actors_of(a_library(), ref("c99")) == ()
