"""Faulty records are set aside, odd ones are found, and none is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from opedtui.model.records import Record
from opedtui.store.check import Finding, check
from opedtui.store.contents import Contents, Fault
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    a_relation,
    a_voice,
    an_actor,
    bundled_tables,
    ref,
    tables_of,
    words,
)

AUTHOR = an_actor(1)


def findings(*records: Record) -> list[tuple[str, str, bool]]:
    """What is found in a store of these records, a document and an author."""
    found = check(Contents((a_document(), AUTHOR, *records)))
    return [(str(f.ref), f.message, f.is_fault) for f in found]


# Setting aside.


def test_the_records_come_in_the_order_of_the_file() -> None:
    """Kind by kind, and within each as TinyDB wrote them."""
    tables: dict[str, Any] = tables_of(a_library().values())
    tables["actors"] = dict(reversed(tables["actors"].items()))

    records = Contents.of(tables).records

    assert [str(r.ref) for r in records][:5] == ["d1", "a4", "a3", "a2", "a1"]
    assert len(records) == len(a_library())


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        ({}, "text: is missing"),
        ([], "[] is no object"),
        (None, "None is no object"),
        ({"text": 5}, "text: 5 is no text"),
    ],
)
def test_a_faulty_record_is_set_aside_and_the_rest_is_kept(faulty: object, message: str) -> None:
    """One bad record does not close the book."""
    tables: dict[str, Any] = tables_of(a_library().values())
    tables["claims"]["7"] = faulty

    contents = Contents.of(tables)

    assert contents.faults == (Fault(ref("c7"), message),)
    assert contents.records == tuple(a_library().values())


def test_every_record_is_either_read_or_set_aside() -> None:
    """None is lost without a word, whichever kind it is of."""
    tables: dict[str, Any] = tables_of(a_library().values())
    for number, table in enumerate(list(tables), start=90):
        tables[table][str(number)] = {"x": table}

    contents = Contents.of(tables)

    assert len(contents.records) == len(a_library())
    assert len(contents.faults) == len(tables) - 1, "all but meta"


def test_a_table_that_nobody_knows_holds_no_records_of_ours() -> None:
    """It is neither read nor a fault."""
    assert Contents.of({"weather": {"1": {"x": 1}}, "meta": {"1": {"schema": 1}}}) == Contents()


# Findings.


def test_nothing_is_found_in_a_sound_store() -> None:
    """The small library of these tests is one."""
    assert findings() == []
    assert check(Contents(tuple(a_library().values()))) == ()


def test_records_set_aside_are_found_first() -> None:
    """With the fault that kept them out."""
    contents = Contents((a_claim(1, voice="a9"),), (Fault(ref("c7"), "text: is missing"),))

    assert check(contents) == (
        Finding(ref("c7"), "set aside: text: is missing"),
        Finding(ref("c1"), "voice[0].actor: there is no a9"),
    )


def test_a_ref_to_nothing_is_found() -> None:
    """Each one with its path."""
    claim = a_claim(1, voice="a1 a8", about=(ref("a1"), ref("a9")))

    assert findings(claim) == [
        ("c1", "voice[1].actor: there is no a8", True),
        ("c1", "about[1]: there is no a9", True),
    ]


def test_a_place_in_no_document_is_found() -> None:
    """A span of a document that is not there, or of what is none."""
    span = words("the bridge")
    gone, person = (replace(span, doc=ref(doc)) for doc in ("d2", "a1"))

    assert findings(a_claim(1, gone)) == [("c1", "spans[0].doc: there is no d2", True)]
    assert findings(a_claim(1, person)) == [("c1", "the place a1 21–31 is in no document", True)]


def test_words_that_are_not_in_their_place_are_found() -> None:
    """Wherever the span stands: a claim's own, a cue, a quote's, a note's."""
    lost = replace(words("the bridge"), exact="the tunnel")
    message = "the text at d1 21–31 is not “the tunnel”"

    assert findings(a_claim(1, words("She"), lost)) == [("c1", message, True)]
    assert findings(a_claim(1, voice=a_voice("a1", cue=lost))) == [("c1", message, True)]
    assert findings(a_quote(1, words("She"), cue=lost)) == [("q1", message, True)]
    assert findings(a_note(1, lost)) == [("n1", message, True)]


def test_a_place_outside_the_text_is_found() -> None:
    """However its words read."""
    outside = replace(words("bridge"), start=9000, end=9006)

    assert findings(a_claim(1, outside)) == [
        ("c1", "the text at d1 9000–9006 is not “bridge”", True)
    ]


def test_a_finding_stays_short() -> None:
    """Words as long as a page are quoted by their beginning."""
    lost = replace(words("bridge"), exact="x" * 100_000)

    [(_, message, _)] = findings(a_claim(1, lost))

    assert len(message) < 120


def test_a_word_outside_its_vocabulary_is_odd() -> None:
    """The reader is told the words there are; `x-…` is never odd."""
    found = findings(a_claim(1, kind="joke", stance="x-mocks"))

    assert found == [
        (
            "c1",
            "kind: “joke” is no kind of claim "
            "(fact, value, policy, cause, prediction, definition, or x-…)",
            False,
        )
    ]


def test_a_text_that_was_changed_is_found() -> None:
    """Its fingerprint is not the stated one; a document need not state one."""
    changed = a_document(number=2, text_sha256="0" * 64)

    assert findings(changed) == [
        ("d2", "text_sha256: the text is not the one it was made from", True)
    ]
    assert findings(a_document(number=2)) == []


def test_a_tie_between_ends_that_it_does_not_fit_is_odd() -> None:
    """One that nobody described fits everywhere."""
    assert findings(a_relation(1, "a1", "supports", "d1")) == [
        ("r1", "supports cannot tie a1 to d1", False)
    ]
    assert findings(a_relation(1, "a1", "x-reads", "d1")) == []


def test_a_tie_that_nobody_described_is_odd_by_its_name_alone() -> None:
    """It is kept and shown, and it is asked to be marked as one's own."""
    [(address, message, is_fault)] = findings(a_relation(1, "a1", "reads", "d1"))

    assert (address, is_fault) == ("r1", False)
    assert message.startswith("kind: “reads” is no kind of relation (supports, attacks, ")


def test_nothing_is_found_in_the_bundled_store() -> None:
    """The op-ed that comes with the program is an example to follow."""
    contents = Contents.of(bundled_tables())

    assert check(contents) == ()
    assert contents.faults == ()
