"""The ties of a record as a tree."""

from __future__ import annotations

from opedtui.reading.library import Library
from opedtui.render.palette import MONOCHROME
from opedtui.render.trees import TieTree
from tests.making import a_library, a_relation, an_actor, ref
from tests.render.test_sheets import seen


def test_ties_that_read_alike_stand_under_one_label() -> None:
    """Each with the record at its other end, and that of the tie."""
    lines = seen(TieTree(a_library(), ref("c2")).drawn(MONOCHROME, 80), 80)

    assert lines[:4] == [
        "c2  She was wrong in May 2021",
        "├── + is supported by",
        "│   ├── c3  the bridge is old  r1",
        "│   └── c4  the bridge is rusty  r2",
    ]


def test_a_record_without_ties_says_so() -> None:
    """An empty tree could be mistaken for a failure; an empty pipe could not."""
    tree = TieTree(Library([an_actor(1)]), ref("a1"))

    assert seen(tree.drawn(MONOCHROME, 80), 80) == ["a1  the mayor", "└── no ties"]
    assert list(tree.lines()) == []


def test_a_tie_to_nowhere_is_shown_as_such() -> None:
    """The other end may have been set aside."""
    library = Library([an_actor(1), a_relation(1, "a1", "threatens", "a9")])

    assert list(TieTree(library, ref("a1")).lines()) == ["threatens\ta9\tr1\ta9 is missing"]
