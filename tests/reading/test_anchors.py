"""Which records stand where in a text."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.refs import Kind, Ref
from opedtui.reading.anchors import Anchor, Anchors
from tests.making import ref

KINDS = (Kind.CLAIM, Kind.QUOTE, Kind.ACTOR)
REFS = st.builds(Ref, st.sampled_from(KINDS), st.integers(1, 4))
OFFSETS = st.integers(0, 30)
ANCHORS = st.lists(
    st.builds(
        lambda start, length, held: Anchor(start, start + length, held),
        OFFSETS,
        st.integers(1, 12),
        REFS,
    ),
    max_size=12,
)
SOME_KINDS = st.sets(st.sampled_from(KINDS), min_size=1)


def chars(anchor: Anchor) -> set[int]:
    return set(range(anchor.start, anchor.end))


def in_text_order(anchors: Collection[Anchor]) -> list[Anchor]:
    """By where they begin; of those that begin together the widest first."""
    return sorted(set(anchors), key=lambda a: (a.start, -a.length, a.ref))


@given(ANCHORS, OFFSETS, OFFSETS)
def test_between_are_those_that_share_a_character(
    anchors: list[Anchor], start: int, end: int
) -> None:
    """In text order; a stretch without characters shares none."""
    found = Anchors(anchors).between(start, end)

    assert found == [a for a in in_text_order(anchors) if chars(a) & set(range(start, end))]


def test_between_two_equal_offsets_is_nothing() -> None:
    """Not even the record around them."""
    assert Anchors([Anchor(3, 7, ref("c1"))]).between(5, 5) == []


@given(ANCHORS, OFFSETS)
def test_at_are_those_that_hold_the_character(anchors: list[Anchor], offset: int) -> None:
    """The narrowest first: it is the one that a reader points at."""
    found = Anchors(anchors).at(offset)

    assert set(found) == {a for a in anchors if offset in chars(a)}
    assert found == sorted(found, key=lambda a: (a.length, a.ref))


@given(ANCHORS.filter(bool), st.data(), SOME_KINDS)
def test_after_and_before_are_the_neighbours_of_these_kinds(
    anchors: list[Anchor], data: st.DataObject, kinds: set[Kind]
) -> None:
    """One step in text order, over those of other kinds."""
    ordered = in_text_order(anchors)
    at = data.draw(st.integers(0, len(ordered) - 1))
    ahead = [a for a in ordered[at + 1 :] if a.ref.kind in kinds]
    behind = [a for a in ordered[:at] if a.ref.kind in kinds]

    assert Anchors(anchors).after(ordered[at], kinds) == (ahead[0] if ahead else None)
    assert Anchors(anchors).before(ordered[at], kinds) == (behind[-1] if behind else None)


@given(ANCHORS, OFFSETS, SOME_KINDS)
def test_a_bare_offset_comes_before_all_that_begin_there(
    anchors: list[Anchor], offset: int, kinds: set[Kind]
) -> None:
    """From the beginning of a text the first record is the next one, not the second."""
    here = Anchor(offset, offset, ref("d1"))
    fitting = [a for a in in_text_order(anchors) if a.ref.kind in kinds]
    ahead = [a for a in fitting if a.start >= offset]
    behind = [a for a in fitting if a.start < offset]

    assert Anchors(anchors).after(here, kinds) == (ahead[0] if ahead else None)
    assert Anchors(anchors).before(here, kinds) == (behind[-1] if behind else None)


def test_a_record_twice_at_the_same_words_stands_there_once() -> None:
    """Stepping from one to the next would otherwise never leave them."""
    twice = Anchor(3, 7, ref("a1"))

    assert list(Anchors([twice, twice])) == [twice]


def test_a_text_without_records_has_none_anywhere() -> None:
    """And asking is no error."""
    nothing = Anchors([])

    assert list(nothing) == nothing.between(0, 100) == nothing.at(5) == []
    assert nothing.after(Anchor(0, 0, ref("d1")), KINDS) is None
    assert nothing.before(Anchor(9, 9, ref("d1")), KINDS) is None
