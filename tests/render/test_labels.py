"""What a record is called in one line."""

from __future__ import annotations

import pytest

from opedtui.model.records import Record
from opedtui.reading.library import Library
from opedtui.render.labels import label, short_name, speaker, voice_chain, words
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    a_relation,
    a_voice,
    an_actor,
    ref,
)
from tests.making import words as words_of


@pytest.mark.parametrize(
    ("address", "called"),
    [
        ("d1", "An op-ed"),
        ("a1", "the mayor"),
        ("c2", "She was wrong in May 2021"),
        ("q1", "“the bridge is safe”"),
        ("e1", "What happened 2021-05"),
        ("r1", "c3 supports c2"),
        ("r3", "c5 undercuts the step r1"),
        ("r4", "a2 warns a1"),
        ("n1", "See *the report*."),
        ("m2", "She"),
        ("c99", "c99 is missing"),
    ],
)
def test_every_kind_of_record_has_a_label(address: str, called: str) -> None:
    """A tie is told in words; one to nowhere says so."""
    assert label(a_library(), ref(address)) == called


def test_a_label_is_one_line_and_visible() -> None:
    """Whatever the record holds."""
    claim = a_claim(1, text="one\ntwo\x1b[31m")

    assert label(Library([claim]), claim.ref) == "one␊two␛[31m"


def test_of_a_note_the_first_line_is_shown() -> None:
    """As of a letter."""
    note = a_note(1, "c1", body="See the report.\n\nIt is long.")

    assert label(Library([note]), note.ref) == "See the report."


def test_the_parts_of_a_broken_quotation_are_joined() -> None:
    """By the sign for what was left out."""
    quote = a_quote(1, words_of("is safe"), words_of("is old"))

    assert words(quote) == "is safe … is old"


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Vasif Huseynov", "person", "Huseynov"),
        ("the mayor", "person", "the mayor"),
        ("Zelensky", "person", "Zelensky"),
        ("European Union", "igo", "European Union"),
        ("", "person", ""),
    ],
)
def test_a_person_is_called_by_the_last_name(name: str, kind: str, short: str) -> None:
    """One who has a name, and not anybody else."""
    assert short_name(Library([an_actor(1, name, kind=kind)]), ref("a1")) == short


def test_an_actor_that_is_not_there_is_called_missing() -> None:
    """By the ref, which is all that is known."""
    assert short_name(Library([a_document()]), ref("a7")) == "a7 is missing"


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (a_claim(1, voice="a1 a2"), "Zelensky"),
        (a_claim(1, voice=""), "–"),
        (a_quote(1, speaker="a1 a2"), "Huseynov, Zelensky"),
        (a_quote(1), "–"),
        (a_relation(1, "a1", "aids", "a2"), "–"),
    ],
)
def test_the_speaker_is_who_says_it_in_the_end(record: Record, name: str) -> None:
    """The innermost voice of a claim, every speaker of a quote, nobody for other records."""
    people = an_actor(1, "Vasif Huseynov"), an_actor(2, "Volodymyr Zelensky")

    assert speaker(Library([*people, record]), record) == name


def test_a_chain_of_voices_is_told_outermost_first() -> None:
    """With the mode of the last one: how near these are to its words."""
    people = an_actor(1, "Vasif Huseynov"), an_actor(2, "Volodymyr Zelensky")
    claim = a_claim(1, voice="a1")
    reported = a_claim(2, voice=a_voice("a2", "mixed"))

    library = Library([*people, claim, reported])

    assert voice_chain(library, a_claim(3, voice="a1 a2")) == "Huseynov ▸ Zelensky, own"
    assert voice_chain(library, reported) == "Zelensky, mixed"
    assert voice_chain(library, a_claim(4, voice="")) == ""
