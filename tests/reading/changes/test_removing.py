"""Deleting a record with what hangs on it, which is told beforehand."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Ref
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.removing import delete, dependents
from tests.making import a_library, bundled_library, ref
from tests.reading.changes.soundness import NOW, dangling


@pytest.mark.parametrize(
    ("refs", "go", "lose"),
    [
        ("c3", "r1 r3 n1", ""),
        ("r1", "r3 n1", ""),
        ("c1", "", "q1"),
        ("a1", "r4 m1 m2 m3", "c1 c2 q1 e1"),
        ("a4", "", "d1 c1 c2 c3 c4 c5"),
        ("q1", "", ""),
        ("n2", "", ""),
        ("c3 c4", "r1 r2 r3 n1", ""),
        ("d1", "c1 c2 c3 c4 c5 q1 e1 e2 r1 r2 r3 n1 n2 m1 m2 m3 m4 m5", "r4"),
    ],
)
def test_what_hangs_on_a_record_is_told(refs: str, go: str, lose: str) -> None:
    """What goes with it, and what stays and names it no more."""
    found = dependents(a_library(), *map(ref, refs.split()))

    assert set(found.go) == set(map(ref, go.split()))
    assert set(found.lose) == set(map(ref, lose.split()))


@pytest.mark.parametrize("record", list(a_library()), ids=str)
def test_what_was_told_is_what_happens(record: Ref) -> None:
    """To the letter, as one change that can be taken back."""
    library = a_library()
    told = dependents(library, record)

    change = delete(library, record, NOW)

    after = library.apply(change)
    assert set(library) - set(after) == {record, *told.go}
    assert {ref for ref in after if after[ref] != library[ref]} == set(told.lose)
    assert dangling(after) == []
    assert after.apply(change.inverse()) == library


def test_deleting_a_claim_keeps_its_quotes() -> None:
    """A quotation is somebody's words, whoever claims what with them."""
    library = a_library()

    after = library.apply(delete(library, ref("c1"), NOW))

    assert after.quotes[0].claim is None


def test_a_claim_that_lost_its_voice_still_stands() -> None:
    """The reader is told that it loses something, and can say whose it is."""
    library = a_library()

    after = library.apply(delete(library, ref("a4"), NOW))

    assert [len(claim.voice) for claim in after.claims] == [1, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("refs", "label"),
    [
        ("n2", "delete n2"),
        ("r1", "delete r1 and 2 more that hang on it"),
        ("a1", "delete the mayor and 4 more that hang on it"),
        ("c3 c4", "delete 2 records and 4 more that hang on them"),
        ("n1 n2 n1", "delete 2 records"),
    ],
)
def test_a_deletion_is_named_with_its_extent(refs: str, label: str) -> None:
    """Undo shows it."""
    assert delete(a_library(), map(ref, refs.split()), NOW).label == label


def test_only_what_is_there_can_be_deleted() -> None:
    """Or nothing happens."""
    with pytest.raises(ChangeError, match="there is no c99"):
        delete(a_library(), [ref("c1"), ref("c99")], NOW)


def test_a_document_takes_all_that_stands_on_it() -> None:
    """Its actors stay: they may be in other texts."""
    library = bundled_library()

    after = library.apply(delete(library, ref("d1"), NOW))

    assert {record.ref.kind.word for record in after.values()} <= {"actor", "relation"}
    assert len(after.actors) == len(library.actors)
    assert dangling(after) == []
