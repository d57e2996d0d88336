"""The index answers as looking at everything would, only sooner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from threading import Event

import pytest
from bench.stores import Piece

from opedtui.model.changes import Change, Edit
from opedtui.reading.library import Library
from opedtui.reading.paragraphs import Paragraphs
from opedtui.reading.searching.entries import Shelf, passages
from opedtui.reading.searching.hits import hits_in, next_hit
from opedtui.reading.searching.index import Answer, Find, Index, scanned
from opedtui.reading.searching.query import Query, understood
from opedtui.reading.searching.seeker import Asked, Seeker
from tests.making import a_claim, a_document, a_library, an_actor, bundled_library, ref, words


def query(typed: str) -> Query:
    found = understood(typed)
    assert found
    return found


OPEN: list[Index] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """No index outlives its test."""
    yield
    while OPEN:
        OPEN.pop().close()


def begun(library: Library) -> Index:
    OPEN.append(Index(library))
    return OPEN[-1]


def whole(library: Library) -> Index:
    index = begun(library)
    index.finish()
    return index


def answered(library: Library, typed: str, most: int = 40) -> Answer:
    """By a whole index, with case where the query has it."""
    index = whole(library)
    index.find(query(typed))
    index.finish()
    return index.find(query(typed), most=most)


def found(answer: Answer) -> list[tuple[str, str]]:
    return [(find.entry.shelf.word, str(find.entry.ref)) for find in answer.finds]


QUERIES = [
    "a", "the", "bridge", "rusty bridge", "the bridge", '"the bridge"', "rust", "bridge -old",
    "zebra", "The", "Bridge", "RUSTY", "safe", "“safe”", "the -th*", "act* 1", "mayor said",
]  # fmt: skip


@pytest.mark.parametrize("typed", QUERIES)
def test_the_index_finds_what_a_reader_of_everything_finds(typed: str) -> None:
    """The same records on the same rungs, in the same order."""
    chance = Random(7)
    pieces = [record for n in (1, 2) for record in Piece(n, chance).records()]
    library = Library(pieces)

    indexed = answered(library, typed, most=1000)

    assert indexed.finds == scanned(library, query(typed), limit=10_000).finds


@pytest.mark.parametrize("typed", ["russia", "gas", "türkiye", "Lavrov's visit", "s", "in the"])
def test_the_bundled_library_too(typed: str) -> None:
    """With its accents and quotation marks."""
    library = bundled_library()

    indexed = answered(library, typed, most=1000)

    assert indexed.finds == scanned(library, query(typed), limit=10_000).finds
    assert indexed.finds


def test_every_kind_is_found_by_its_words() -> None:
    """Names, titles, claims, quotations, dated words, notes and texts."""
    library = a_library()
    typed = {
        "actor": "works office", "document": "an op-ed", "claim": "wrong", "quote": "safe",
        "event": '"May 2021"', "note": "see the report", "text": "the engineers warned",
    }  # fmt: skip

    shelves = {word: found(answered(library, asked)) for word, asked in typed.items()}

    for word, finds in shelves.items():
        assert word in [shelf for shelf, _ in finds]


def test_an_actor_is_found_once_by_any_of_its_names() -> None:
    """And goes before what only speaks of it."""
    from opedtui.model.records import Alias

    aliases = (Alias(text="Lavrov"), Alias(text="Sergei Lavrov, the minister"))
    library = Library(
        [a_document("Lavrov came."), an_actor(1, "Sergei Lavrov", aliases=aliases),
         a_claim(1, text="Lavrov came.")]
    )  # fmt: skip

    assert found(whole(library).find(query("lavrov"))) == [
        ("actor", "a1"), ("claim", "c1"), ("text", "d1")
    ]  # fmt: skip


def test_the_better_finds_come_first() -> None:
    """In a row before apart, whole words before beginnings, even where there are many."""
    texts = ["gas is in the pipe"] * 90 + ["gasoline pipework"] + ["a long text on a gas pipe"]
    library = Library(a_claim(n, text=text) for n, text in enumerate(texts, 1))

    answer = whole(library).find(query("gas pipe"), most=10)

    assert found(answer)[0] == ("claim", "c92")
    assert answer.has_more
    assert len(answer.finds) == 10


def test_the_text_at_hand_goes_before_other_texts() -> None:
    """A reader looks here first."""
    library = Library(a_document("The gas.", number) for number in range(1, 200))

    answer = whole(library).find(query("gas"), here=ref("d150"))

    assert found(answer)[0] == ("text", "d150")


@pytest.mark.parametrize("typed", ["zebra", "Zebra", "old", "bridge"])
def test_a_changed_library_is_answered_from_as_it_is(typed: str) -> None:
    """A record that came, one that is another now, and one that went."""
    library = a_library()
    index = whole(library)
    for asked in ("zebra", "Zebra"):
        index.find(query(asked))
        index.finish()
    claim, gone = library.claims[0], library[ref("c3")]
    edits = (
        Edit(claim, replace(claim, text="A Zebra crosses")),
        Edit(gone, None),
        Edit(None, an_actor(9, "the zebra")),
    )
    changed = library.apply(Change("change", edits))

    index.update(changed)

    index.find(query(typed))
    index.finish()
    assert index.find(query(typed), most=1000).finds == scanned(changed, query(typed)).finds


def test_an_unfinished_index_says_so() -> None:
    """What it has by then is right."""
    library = bundled_library()
    index = begun(library)
    complete = scanned(library, query("russia"), limit=1000).finds
    seen: list[tuple[Find, ...]] = []

    while index.go_on():
        answer = index.find(query("russia"))
        assert not answer.is_whole
        seen.append(answer.finds)

    assert all(set(finds) <= set(complete) for finds in seen)
    assert index.find(query("russia")).is_whole


def test_the_seeker_answers_the_newest_question_and_follows_changes() -> None:
    """On a thread of its own."""
    heard: list[tuple[Asked, Answer]] = []
    is_whole = Event()

    def tell(asked: Asked, answer: Answer) -> None:
        heard.append((asked, answer))
        if answer.is_whole:
            is_whole.set()

    library = a_library()
    seeker = Seeker(library, tell)
    seeker.ask(query("rusty"))
    assert is_whole.wait(20)
    is_whole.clear()
    seeker.follow(Library([*library.values(), an_actor(9, "Rusty")]))
    assert is_whole.wait(20)
    seeker.end()

    assert ("actor", "a9") in found(heard[-1][1])
    assert ("actor", "a9") not in found(heard[0][1])


def test_lines_broken_by_hand_are_one_passage() -> None:
    """A blank line parts two; a long line stands alone unless the next goes on in it."""
    text = "One line\nand the next.\n\n" + "Long " * 30 + "\nand on.\nAnother."

    parts = [text[start:end] for start, end in passages(text, Paragraphs(text))]

    assert parts == ["One line\nand the next.", "Long " * 30 + "\nand on.", "Another."]


def test_hits_are_walked_round_and_round() -> None:
    """From where the reader is."""
    library = a_library()

    hits = hits_in(library, ref("d1"), query("the bridge"))

    assert [next_hit(hits, at, 1) for at in (-1, hits[0][0], hits[-1][0])] == [0, 1, 0]
    assert next_hit(hits, hits[0][0], -1) == len(hits) - 1
    assert next_hit((), 0, 1) is None
    assert words("the bridge").start == hits[0][0]


def test_an_empty_library_has_nothing() -> None:
    """And that is no fault."""
    assert whole(Library()).find(query("x")) == Answer()
    assert scanned(Library(), query("x")) == Answer()
    assert Shelf.TEXT.word == "text"
