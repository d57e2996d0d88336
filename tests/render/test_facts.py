"""What is known of a record."""

from __future__ import annotations

from typing import Any

import pytest

from opedtui.model.dates import Edtf
from opedtui.model.records import Alias, Record, Role
from opedtui.reading.library import Library
from opedtui.render.facts import Fact, card, facts, where
from opedtui.render.palette import MONOCHROME
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    ref,
    words,
)

PEOPLE = (an_actor(1, "Ada Mayor"), an_actor(2, "Works Office", kind="government"))


def facts_of(record: Record) -> list[Fact]:
    """The facts of a record of a small store."""
    others = [one for one in (a_document(), *PEOPLE) if one.ref != record.ref]
    return facts(Library([*others, record]), record.ref)


def card_of(record: Record) -> list[str]:
    """The two lines of its card."""
    others = [one for one in (a_document(), *PEOPLE) if one.ref != record.ref]
    return [line.plain for line in card(Library([*others, record]), record.ref, MONOCHROME)]


def test_a_document_tells_where_it_came_from() -> None:
    """By whom, in what, when, at what address, and who has the rights."""
    document = a_document(
        authors=(ref("a1"),), outlet=ref("a2"), published=Edtf.parse("2023-03"),
        url="https://example.test", rights="theirs", tags=("war",),
    )  # fmt: skip

    assert facts_of(document) == [
        ("by", "Mayor"),
        ("in", "Works Office"),
        ("published", "March 2023"),
        ("address", "https://example.test"),
        ("rights", "theirs"),
        ("tags", "war"),
    ]


def test_an_actor_tells_who_it_is() -> None:
    """Its names, its offices, and what it belongs to."""
    actor = an_actor(
        1, "Ada Mayor", aliases=(Alias(text="her"), Alias(text="the mayor")), country="AZE",
        roles=(Role(role="head", org=ref("a2")), Role(role="engineer")), part_of=ref("a2"),
    )  # fmt: skip

    assert facts_of(actor) == [
        ("kind", "person"),
        ("also called", "her, the mayor"),
        ("roles", "head of Works Office; engineer"),
        ("part of", "Works Office"),
        ("country", "AZE"),
    ]


def test_a_claim_tells_who_says_it_and_on_what_terms() -> None:
    """The chain of voices first, since that is asked most; then where it stands."""
    claim = a_claim(
        1, words("She was wrong"), voice="a2 a1", kind="value", stance="reports", central=True,
        certainty="possible", polarity="neg", holds=Edtf.parse("2021-05"), about=(ref("a1"),),
    )  # fmt: skip

    assert facts_of(claim) == [
        ("said by", "Works Office ▸ Mayor, own"),
        ("kind", "value"),
        ("stance", "reports"),
        ("certainty", "possible"),
        ("polarity", "denied"),
        ("central", "★"),
        ("holds", "May 2021"),
        ("about", "Mayor"),
        ("where", "d1 ¶ 1"),
    ]


def test_a_quote_tells_who_spoke_to_whom() -> None:
    """And by which words one knows."""
    quote = a_quote(
        1, words("the bridge is safe"), speaker="a1", addressees=(ref("a2"),),
        cue=words("said"), said=Edtf.parse("2021"),
    )  # fmt: skip

    assert facts_of(quote) == [
        ("said by", "Mayor"),
        ("to", "Works Office"),
        ("kind", "direct"),
        ("cue", "“said”"),
        ("attribution", "explicit"),
        ("said", "2021"),
        ("where", "d1 ¶ 1"),
    ]


def test_an_event_tells_its_date_and_the_words_it_came_from() -> None:
    """As one would say it, and as the text has it."""
    event = an_event(
        1, "2021-05", words("May 2021"), mod="end", actors=(ref("a1"),), state="past"
    )  # fmt: skip

    assert facts_of(event) == [
        ("date", "late May 2021"),
        ("in the words", "“May 2021”"),
        ("dated from", "explicit"),
        ("actors", "Mayor"),
        ("state", "past"),
        ("where", "d1 ¶ 1"),
    ]


def test_a_relation_tells_both_of_its_ends() -> None:
    """By ref and by label, because either alone says too little."""
    relation = a_relation(1, "a1", "aids", "a2", certainty="probable", holds=Edtf.parse("2021"))

    assert facts_of(relation) == [
        ("from", "a1 Ada Mayor"),
        ("to", "a2 Works Office"),
        ("certainty", "probable"),
        ("holds", "2021"),
    ]


def test_a_note_tells_what_it_is_on() -> None:
    """Records by ref, words by their place."""
    note = a_note(1, "a1", words("rusty"))

    assert facts_of(note) == [("on", "a1"), ("where", "d1 ¶ 3")]


def test_a_mention_tells_of_whom_and_how() -> None:
    """A pronoun names nobody by itself."""
    assert facts(a_library(), ref("m2")) == [
        ("of", "the mayor"), ("form", "pronoun"), ("where", "d1 ¶ 1"),
    ]  # fmt: skip


def test_a_draft_says_so_and_by_whom() -> None:
    """Nobody has confirmed it yet."""
    actor = an_actor(1, status="draft", by="rule:names", confidence=80)

    assert ("status", "draft, by rule:names, 80 % sure") in facts_of(actor)


def test_a_record_that_is_not_there_has_no_facts() -> None:
    """A tie may lead to one that was set aside."""
    assert facts(Library(), ref("c1")) == []


def test_where_names_each_paragraph_once() -> None:
    """By document; a text that is not there has no paragraphs."""
    there = words("rusty", a_document(number=2))
    claim = a_claim(1, words("The mayor"), words("She"), words("the bridge is old"), there)

    assert where(Library([a_document(), claim]), claim) == "d1 ¶ 1, ¶ 3; d2 ?"


@pytest.mark.parametrize(
    ("record", "line", "statement"),
    [
        (
            a_claim(1, words("She was wrong"), central=True),
            "c1 claim ★ central · Mayor, own · fact · certain",
            "She was wrong",
        ),
        (
            a_claim(1, words("She was wrong"), stance="rejects"),
            "c1 claim · Mayor, own · fact · stance rejects · certain",
            "She was wrong",
        ),
        (
            a_quote(1, words("is safe"), speaker="a1"),
            "q1 quote · Mayor · direct · explicit",
            "“is safe”",
        ),
        (
            an_event(1, "2021-05", words("last week")),
            "e1 event · May 2021 · “last week” · dated from explicit",
            "What happened 2021-05",
        ),
        (
            an_actor(3, "Baku", kind="place", country="AZE"),
            "a3 actor · place · AZE",
            "Baku",
        ),
        (
            a_document(authors=(ref("a1"),), url="https://example.test"),
            "d1 document · Mayor",
            "An op-ed",
        ),
        (a_note(1, "a1"), "n1 note · a1", "See *the report*."),
        (
            a_relation(1, "a1", "aids", "a2"),
            "r1 relation · a1 Ada Mayor · to a2 Works Office",
            "a1 aids a2",
        ),
    ],
    ids=lambda value: str(value.ref) if isinstance(value, Record) else "",
)
def test_a_card_has_the_facts_in_a_line_and_the_statement(
    record: Record, line: str, statement: str
) -> None:
    """What goes without saying is not said; a value that could be anything has its name."""
    assert card_of(record) == [line, statement]


def test_the_card_of_a_missing_record_says_so() -> None:
    """Below its ref."""
    line, statement = card(Library(), ref("c9"), MONOCHROME)

    assert line.plain.startswith("c9 claim")
    assert statement.plain == "c9 is missing"


@pytest.mark.parametrize("field", ["kind", "country"])
def test_facts_are_visible(field: str) -> None:
    """No value can speak to the terminal."""
    hostile: dict[str, Any] = {field: "\x1b[31mx"}

    assert "␛[31mx" in dict(facts_of(an_actor(1, **hostile))).values()
