"""What a text leaves open."""

from __future__ import annotations

from datetime import date
from typing import Any

from opedtui.model.dates import Edtf
from opedtui.model.records import Record, Role
from opedtui.reading.gaps import gaps
from opedtui.reading.library import Library
from tests.making import (
    a_claim,
    a_document,
    a_quote,
    a_relation,
    a_voice,
    an_actor,
    an_event,
    bundled_library,
    ref,
    words,
)

DOC = ref("d1")
TODAY = date(2026, 11, 25)


def missing(kind: str, *records: Record, **fields: Any) -> list[str]:
    """The refs of the gaps of this kind in a text with these records."""
    library = Library([a_document(authors=(ref("a4"),), **fields), *records])
    return [str(gap.ref) for gap in gaps(library, DOC, TODAY) if gap.kind == kind]


def test_support_of_a_restatement_is_support() -> None:
    """c1 has its ground where it is said again; c3 and c4 have none."""
    claims = [a_claim(n, words(w)) for n, w in enumerate(("mayor", "She", "old", "rusty"), 1)]
    ties = a_relation(1, "c2", "restates", "c1"), a_relation(2, "c3", "supports", "c2")

    assert missing("unsupported", *claims, *ties) == ["c3", "c4"]


def test_central_claims_come_first_and_facts_last() -> None:
    """The gravest first."""
    claims = (
        a_claim(1, words("mayor")),
        a_claim(2, words("She"), kind="value"),
        a_claim(3, words("old"), central=True),
    )

    assert missing("unsupported", *claims) == ["c3", "c2", "c1"]


def test_nobody_asks_the_writer_to_support_what_the_writer_only_reports() -> None:
    """Nor what is rejected."""
    claims = (
        a_claim(1, words("mayor"), stance="reports"),
        a_claim(2, words("She"), stance="rejects"),
    )

    assert missing("unsupported", *claims) == []


def test_an_attack_is_answered_by_an_undercut_a_reply_or_its_rejection() -> None:
    """The fourth attack is left as it stands."""
    parts = enumerate(("mayor", "She", "old", "rusty", "wrong", "safe"), 1)
    claims = [a_claim(n, words(w), stance="rejects" if n == 4 else "endorses") for n, w in parts]
    ties = (
        a_relation(1, "c2", "attacks", "c1"),
        a_relation(2, "c6", "undercuts", "r1"),
        a_relation(3, "c3", "attacks", "c1"),
        a_relation(4, "c1", "qualifies", "c3"),
        a_relation(5, "c4", "attacks", "c1"),
        a_relation(6, "c5", "attacks", "c1"),
    )

    assert missing("unanswered", *claims, *ties) == ["c5"]


def test_a_prediction_has_come_due_when_its_last_day_is_past() -> None:
    """By what it holds for; one without a date never comes due."""
    claims = [
        a_claim(n, words(w), kind="prediction", holds=Edtf.parse(when) if when else None)
        for n, w, when in (
            (1, "mayor", "2025"),
            (2, "She", "2026"),
            (3, "old", "2020/.."),
            (4, "rusty", ""),
        )
    ]

    assert missing("due", *claims) == ["c1"]
    assert missing("undated", *claims) == ["c3", "c4"]


def test_a_date_in_its_words_counts_when_it_lies_after_publication() -> None:
    """“Last week he said that …” does not say when it should come true."""
    claim = a_claim(1, words("She was wrong in May 2021"), kind="prediction")
    event = an_event(1, "2021-05", words("May 2021"))

    early, late = Edtf.parse("2021-01"), Edtf.parse("2022-01")

    assert missing("due", claim, event, published=early) == ["c1"]
    assert missing("due", claim, event, published=late) == []


def test_actors_spoken_about_are_silent_unless_they_a_part_or_an_office_speaks() -> None:
    """Places have no voice to miss."""
    about = tuple(ref(f"a{n}") for n in (1, 2, 3, 5, 7))
    records = (
        an_actor(1),
        an_actor(2, kind="government"),
        an_actor(3, kind="place"),
        an_actor(4),
        an_actor(5),
        an_actor(6, part_of=ref("a2"), roles=(Role(role="head", org=ref("a7")),)),
        an_actor(7, kind="state"),
        a_claim(1, words("mayor"), voice="a4", about=about),
        a_quote(1, words("safe"), speaker="a6"),
    )

    assert missing("silent", *records) == ["a1", "a5"]


def test_speakers_are_quoted_directly_when_any_of_their_own_words_stand_there() -> None:
    """Scare quotes are no say."""
    told = a_claim(1, words("mayor"), voice=a_voice("a4"))
    records = (
        *(an_actor(n) for n in (1, 2, 3, 4)),
        told,
        a_quote(1, words("safe"), speaker="a1", kind="scare"),
        a_quote(2, words("old"), speaker="a2", kind="mixed"),
        a_quote(3, words("rusty"), speaker="a3", kind="indirect"),
    )

    assert missing("unquoted", *records) == ["a1", "a3"]


def test_the_bundled_op_ed_leaves_open_what_a_careful_reader_would_say() -> None:
    """No step is shown for the central “Baku has not taken any steps”, and Lavrov never speaks."""
    found = gaps(bundled_library(), DOC, TODAY)
    refs = {kind: [str(g.ref) for g in found if g.kind == kind] for kind in {g.kind for g in found}}

    assert refs["unsupported"][0] == "c20"
    assert refs["unanswered"] == ["c20"]
    assert refs["undated"] == ["c19", "c39"]
    assert refs["silent"][:2] == ["a5", "a15"]
    assert refs["unquoted"] == ["a3", "a4", "a13"]
