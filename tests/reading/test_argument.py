"""The argument as a tree."""

from __future__ import annotations

from opedtui.model.records import Relation
from opedtui.model.refs import Ref
from opedtui.reading.argument import Node, all_ways, below, restatements, roots, unfolded
from opedtui.reading.library import Library
from tests.making import a_claim, a_document, a_relation, bundled_library, ref, words

DOC = ref("d1")
PARTS = ("The mayor said", "She was wrong", "The engineers warned", "the bridge is old", "rusty")


def arguing(*ties: Relation, central: str = "c1") -> Library:
    """Five claims, one of them central, and ties between them."""
    claims = [a_claim(n, words(w), central=f"c{n}" == central) for n, w in enumerate(PARTS, 1)]
    return Library([a_document(), *claims, *ties])


def told(nodes: tuple[Node, ...]) -> list[str]:
    return [f"{node.glyph} {node.ref}" for node in nodes]


def test_support_comes_before_attack_and_that_before_what_is_conceded() -> None:
    """In the order in which one weighs."""
    library = arguing(
        a_relation(1, "c1", "concedes", "c2"),
        a_relation(2, "c3", "attacks", "c1"),
        a_relation(3, "c4", "supports", "c1"),
        a_relation(4, "c5", "qualifies", "c1"),
    )

    assert told(below(library, Node(ref("c1")))) == ["+ c4", "- c3", "~ c5", "c c2"]


def test_an_undercut_stands_below_the_step_that_it_undercuts() -> None:
    """And not below the claim itself, where another step leads to it."""
    library = arguing(a_relation(1, "c2", "supports", "c1"), a_relation(2, "c3", "undercuts", "r1"))
    step = below(library, Node(ref("c1")))[0]

    assert told(below(library, step)) == ["_ c3"]
    assert below(library, Node(ref("c2"))) == ()


def test_a_circle_is_shown_once() -> None:
    """The claim that comes again is named, and does not unfold."""
    library = arguing(a_relation(1, "c2", "supports", "c1"), a_relation(2, "c1", "supports", "c2"))

    nodes = unfolded(library, DOC, all_ways(library, DOC, 100))

    assert [(str(node.ref), node.is_above_itself) for node in nodes] == [
        ("c1", False),
        ("c2", False),
        ("c1", True),
    ]


def test_without_central_claims_the_tree_begins_with_those_argued_for() -> None:
    """What serves no other claim is what the text is about."""
    library = arguing(a_relation(1, "c2", "supports", "c3"), central="")

    assert [node.ref for node in roots(library, DOC)] == [ref("c3")]


def test_folded_away_nodes_are_not_seen() -> None:
    """The central claims alone, at first."""
    library = bundled_library()

    seen = unfolded(library, DOC, ())

    assert [str(node.ref) for node in seen] == ["c9", "c10", "c15", "c20", "c41", "c44"]


def test_restatements_reach_as_far_as_they_are_restated() -> None:
    """Whoever says the same as the same says the same."""
    library = arguing(a_relation(1, "c1", "restates", "c2"), a_relation(2, "c3", "restates", "c2"))

    assert restatements(library, ref("c1")) == {ref("c1"), ref("c2"), ref("c3")}


def test_an_end_that_is_missing_is_left_out() -> None:
    """A tie into nowhere argues nothing."""
    library = arguing(a_relation(1, "c99", "supports", "c1"))

    assert below(library, Node(Ref.parse("c1"))) == ()
