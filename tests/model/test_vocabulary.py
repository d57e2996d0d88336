"""The words that fields may hold, and the kinds of tie."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from opedtui.model import vocabulary
from opedtui.model.refs import Kind
from opedtui.model.vocabulary import (
    CLAIM_KINDS,
    RELATION_KINDS,
    RELATIONS,
    RelationKind,
    Vocabulary,
    relation_kind,
)
from tests.making import bundled_tables

KINDS = tuple(RELATIONS.values())
VOCABULARIES = [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.name)
def test_a_vocabulary_is_open_to_words_of_ones_own(words: Vocabulary) -> None:
    """Its words and `x-…` are in it; an unknown one, a part of one and none at all are not."""
    assert all(word in words for word in words.words)
    assert "x-mine" in words
    assert not any(word in words for word in ("mine", "", words.words[0][:-1], "X-mine"))


def test_vocabularies_have_names_of_their_own() -> None:
    """The name is how a finding tells the reader which words are meant."""
    assert CLAIM_KINDS in VOCABULARIES
    assert len({words.name for words in VOCABULARIES}) == len(VOCABULARIES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_tie_is_drawn_in_one_cell(kind: RelationKind) -> None:
    """Its glyph is one printable character, one cell wide."""
    assert len(kind.glyph) == 1
    assert kind.glyph.isprintable()
    assert cell_len(kind.glyph) == 1


def test_ties_are_told_apart_by_their_glyph() -> None:
    """No two kinds share one, nor one with a tie that nobody described."""
    glyphs = [kind.glyph for kind in (*KINDS, relation_kind("x-mine"))]

    assert len(set(glyphs)) == len(glyphs)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_tie_reads_from_both_ends(kind: RelationKind) -> None:
    """It has a label forward and one backward, and no other kind has the same."""
    others = [other for other in KINDS if other != kind]

    assert kind.forward and kind.backward
    assert kind.forward not in {label for k in others for label in (k.forward, k.backward)}
    assert kind.backward not in {label for k in others for label in (k.forward, k.backward)}


@pytest.mark.parametrize(
    ("name", "source", "target", "fits"),
    [
        ("supports", "c", "c", True),
        ("supports", "q", "c", True),
        ("attacks", "e", "c", True),
        ("supports", "c", "e", False),
        ("supports", "a", "c", False),
        ("undercuts", "c", "r", True),
        ("undercuts", "c", "c", False),
        ("restates", "c", "c", True),
        ("restates", "q", "c", False),
        ("causes", "e", "c", True),
        ("causes", "c", "e", True),
        ("causes", "a", "e", False),
        ("aids", "a", "a", True),
        ("aids", "a", "c", False),
        ("at-war-with", "c", "a", False),
        ("x-leads", "a", "d", True),
    ],
)
def test_a_tie_fits_certain_ends(name: str, source: str, target: str, fits: bool) -> None:
    """The design's table says which; one that nobody described fits everywhere."""
    assert relation_kind(name).joins(Kind(source), Kind(target)) is fits


def test_each_kind_of_tie_fits_somewhere() -> None:
    """And its ends are letters of kinds."""
    letters = set(Kind)

    assert all(kind.sources and set(kind.sources) <= letters for kind in KINDS)
    assert all(kind.targets and set(kind.targets) <= letters for kind in KINDS)


def test_a_tie_that_nobody_described_reads_as_it_is_written() -> None:
    """`x-` and the hyphens are for the file."""
    kind = relation_kind("x-plays-game-with")

    assert kind.forward == "plays game with"
    assert kind.backward != kind.forward


def test_the_vocabulary_of_ties_is_their_table() -> None:
    """Which ties are known is said once."""
    assert RELATION_KINDS.words == tuple(RELATIONS)
    assert all(name == kind.name for name, kind in RELATIONS.items())


def test_the_bundled_ties_are_known_or_marked_as_ones_own() -> None:
    """The op-ed that comes with the program keeps to the vocabulary."""
    names = {data["kind"] for data in bundled_tables()["relations"].values()}

    assert all(name in RELATION_KINDS for name in names)
