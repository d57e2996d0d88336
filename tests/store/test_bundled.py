"""The op-ed that comes with the program: every record stands on its words."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest

from opedtui.model.records import Actor, Claim, Document, Mention, Record
from opedtui.model.refs import Kind
from opedtui.model.spans import CONTEXT, Span
from tests.making import BUNDLED, bundled_library, bundled_tables

LIBRARY = bundled_library()
RECORDS = list(LIBRARY.values())


def spans_in(data: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every span of a record as it is stored, cues too, found by its shape alone."""
    if isinstance(data, dict):
        if {"start", "end"} <= set(data):
            yield path, data
        for key, value in data.items():
            yield from spans_in(value, f"{path}.{key}")
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from spans_in(value, f"{path}[{at}]")


def stored_spans() -> dict[str, Any]:
    return {
        path: span
        for table, records in bundled_tables().items()
        for number, data in records.items()
        for path, span in spans_in(data, f"{table}[{number}]")
    }


SPANS = stored_spans()


@pytest.mark.parametrize("path", SPANS)
def test_the_words_of_a_span_are_the_text_at_its_offsets(path: str) -> None:
    """Exact words and context alike, so that each finds the other again."""
    span = SPANS[path]
    number = span["doc"].removeprefix("d")
    text = bundled_tables()["documents"][number]["text"]
    start, end = span["start"], span["end"]

    assert 0 <= start < end <= len(text)
    assert span["exact"] == text[start:end]
    assert span.get("prefix", "") == text[max(0, start - CONTEXT) : start]
    assert span.get("suffix", "") == text[end : end + CONTEXT]


def test_the_spans_are_those_of_the_records() -> None:
    """None escaped the test above: the records hold as many as their JSON does."""

    def held(value: object) -> Iterator[Span]:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from held(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from held(getattr(value, name))

    assert sum(1 for record in RECORDS for _ in held(record)) == len(SPANS) > len(LIBRARY.claims)


def test_a_span_begins_and_ends_with_words() -> None:
    """It cuts no word in two and takes no blank at its ends."""
    for path, span in SPANS.items():
        exact, around = span["exact"], (span.get("prefix", "")[-1:], span.get("suffix", "")[:1])
        assert exact == exact.strip(), path
        assert not (around[0].isalnum() and exact[0].isalnum()), path
        assert not (around[1].isalnum() and exact[-1].isalnum()), path


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.ref))
def test_a_reader_stands_behind_every_record(record: Record) -> None:
    """Nothing was left as a draft, and nothing was put in by a rule or a model."""
    assert (record.status, record.by) == ("confirmed", "reader")


def test_every_ref_leads_to_a_record() -> None:
    """And a place leads to a document, a voice to an actor."""
    for record in RECORDS:
        for path, held in record.references():
            assert held in LIBRARY, f"{record.ref} {path}"
            if path.endswith(("doc", "actor")):
                kind = Kind.DOCUMENT if path.endswith("doc") else Kind.ACTOR
                assert held.kind is kind, f"{record.ref} {path}"


@pytest.mark.parametrize("claim", LIBRARY.claims, ids=lambda claim: str(claim.ref))
def test_the_outermost_voice_is_the_authors_or_the_outlets(claim: Claim) -> None:
    """Whoever else speaks is let speak by them."""
    document = LIBRARY.document(claim.spans[0].doc)

    assert document
    assert claim.voice[0].actor in (*document.authors, document.outlet)


def test_every_record_of_the_text_stands_in_it() -> None:
    """Claims, quotes, events and actors can be read where they come from."""
    for record in (*LIBRARY.claims, *LIBRARY.quotes, *LIBRARY.events, *LIBRARY.actors):
        assert LIBRARY.spans(record.ref), record.ref


def test_an_event_is_dated_by_words_of_the_text() -> None:
    """The raw words are among those that it stands on."""
    for event in LIBRARY.events:
        assert event.date.raw in [span.exact for span in event.spans], event.ref


def test_a_name_by_which_the_text_calls_an_actor_is_one_of_its_aliases() -> None:
    """What is mentioned by name is known by that name."""
    for mention in RECORDS:
        if isinstance(mention, Mention) and mention.form == "name":
            actor = next(actor for actor in LIBRARY.actors if actor.ref == mention.actor)
            names = {actor.name, *(alias.text for alias in actor.aliases)}
            assert mention.span.exact in names, mention.ref


def test_a_name_that_owns_something_is_an_alias_as_it_is_spelt() -> None:
    """“Lavrov’s” and “Sergei Lavrov's” alike, whichever sign the text has."""
    for mention in (record for record in RECORDS if isinstance(record, Mention)):
        span, text = mention.span, bundled_tables()["documents"]["1"]["text"]
        genitive = text[span.end : span.end + 2]
        if mention.form == "name" and genitive in ("’s", "'s"):
            actor = LIBRARY[mention.actor]
            assert isinstance(actor, Actor)
            assert span.exact + genitive in {alias.text for alias in actor.aliases}


@pytest.mark.parametrize("document", LIBRARY.documents, ids=lambda document: str(document.ref))
def test_the_text_is_the_one_that_was_published(document: Document) -> None:
    """Unchanged to the letter, as its fingerprint shows; composed, with plain line ends."""
    assert sha256(document.text.encode()).hexdigest() == document.text_sha256
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    assert document.text == document.text.strip()


@pytest.mark.parametrize("document", LIBRARY.documents, ids=lambda document: str(document.ref))
def test_the_document_says_where_it_came_from(document: Document) -> None:
    """Who wrote it and published it, when, where, and whose it is."""
    assert document.title and document.authors and document.outlet
    assert document.published and document.lang and document.rights
    assert document.url in document.text


def test_the_file_is_written_as_the_program_writes() -> None:
    """Indented, so that an edit of a word is one line of a diff; in letters, not in escapes."""
    content = BUNDLED.read_text("utf-8")

    assert content == json.dumps(bundled_tables(), ensure_ascii=False, indent=2) + "\n"


def test_ids_are_counted_from_one() -> None:
    """Every table numbers its records in the order in which they stand."""
    for name, table in bundled_tables().items():
        assert list(table) == [str(number) for number in range(1, len(table) + 1)], name
