"""Tying records together: only by what fits both ends."""

from __future__ import annotations

from itertools import product

import pytest

from opedtui.model.records import Relation
from opedtui.model.refs import Kind, Ref
from opedtui.model.vocabulary import RELATIONS, relation_kind
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.relating import kinds_between, kinds_from, relate, targets
from tests.making import a_library, bundled_library, ref, words
from tests.reading.changes.soundness import NOW


@pytest.mark.parametrize(("source", "target"), list(product(Kind, Kind)))
def test_only_kinds_that_fit_both_ends_are_offered(source: Kind, target: Kind) -> None:
    """All of them, and none for one and the same record."""
    ends = Ref(source, 1), Ref(target, 2)

    offered = kinds_between(*ends)

    assert offered == tuple(k for k in RELATIONS.values() if k.joins(source, target))
    assert set(offered) <= set(kinds_from(ends[0]))
    assert kinds_between(ends[0], ends[0]) == ()


@pytest.mark.parametrize("kind", RELATIONS)
def test_what_is_offered_as_a_target_can_be_tied(kind: str) -> None:
    """Each of them, from any record of the small library that the kind may begin at."""
    library = a_library()
    for source in library:
        for target in targets(library, source, kind):
            try:
                change = relate(library, source, kind, target, NOW)
            except ChangeError as error:
                assert "says already that" in str(error)
                continue
            tie = change.edits[0].after
            assert isinstance(tie, Relation)
            assert relation_kind(kind).joins(tie.source.kind, tie.target.kind)


def test_a_tie_can_be_undercut() -> None:
    """The target of `undercuts` is a tie, and the label reads as one would say it."""
    change = relate(a_library(), ref("c2"), "undercuts", ref("r2"), NOW, spans=(words("wrong"),))

    tie = change.edits[0].after
    assert isinstance(tie, Relation)
    assert (tie.source, tie.target, tie.spans) == (ref("c2"), ref("r2"), (words("wrong"),))
    assert tie.ref == ref("r5")
    assert change.label == "relate: c2 undercuts the step r2"


def test_actors_are_called_by_their_names() -> None:
    """In the label, which is what undo shows."""
    change = relate(bundled_library(), ref("a4"), "aids", ref("a3"), NOW)

    assert change.label == "relate: Russia aids Azerbaijan"


@pytest.mark.parametrize(
    ("source", "kind", "target", "said"),
    [
        (
            "c1",
            "undercuts",
            "c2",
            "“undercuts” cannot tie a claim to a claim; write supports, attacks",
        ),
        ("c1", "loves", "c2", "there is no kind of tie “loves”; write supports, attacks"),
        ("c1", "supports", "c1", "c1 cannot be tied to itself; choose another record"),
        ("c1", "supports", "c99", "there is no c99"),
        ("c3", "supports", "c2", "r1 says already that c3 supports c2"),
    ],
)
def test_a_tie_that_cannot_be_is_explained(source: str, kind: str, target: str, said: str) -> None:
    """With the kinds that would fit."""
    with pytest.raises(ChangeError) as caught:
        relate(a_library(), ref(source), kind, ref(target), NOW)

    assert said in str(caught.value)


def test_a_tie_that_reads_alike_both_ways_is_there_already_the_other_way_round() -> None:
    """`contradicts` has no first end; `supports` has."""
    library = a_library()
    library = library.apply(relate(library, ref("c1"), "contradicts", ref("c2"), NOW))

    with pytest.raises(ChangeError, match="r5 says already"):
        relate(library, ref("c2"), "contradicts", ref("c1"), NOW)
    assert relate(library, ref("c2"), "supports", ref("c3"), NOW).edits


def test_a_kind_of_the_readers_own_fits_anything() -> None:
    """`x-…` is always welcome."""
    assert relate(a_library(), ref("a2"), "x-builds", ref("d1"), NOW).edits


def test_what_stands_in_the_same_text_is_offered_first() -> None:
    """In the order of the store otherwise, and never the record itself."""
    offered = targets(bundled_library(), ref("c7"), "attacks")

    assert ref("c7") not in offered
    assert len(offered) == len(bundled_library().claims) - 1
