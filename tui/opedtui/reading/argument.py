"""The argument as a tree: the central claims, and what speaks for and against each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model.frozen import frozen
from ..model.records import Claim, Relation
from ..model.refs import Ref
from ..model.vocabulary import RELATIONS, relation_kind
from .library import Library

BACKWARD = ("supports", "attacks", "qualifies")
"""Ties whose source bears on what they lead to."""
FORWARD = ("concedes",)
"""Ties whose target bears on what they begin at."""
RESTATES = "restates"
BOTH = ("contradicts", RESTATES)
ARGUING = ("undercuts", "supports", "attacks", "contradicts", "qualifies", "concedes", "restates")
"""The ties of the tree, in its order."""
UNDERCUTS = RELATIONS["undercuts"]

Path = tuple[Ref, ...]


@frozen
class Node:
    """A record where it stands in the argument."""

    ref: Ref
    path: Path = ()
    """The records above it, the central claim first."""
    relation: Ref | None = None
    """The tie to the one above."""
    kind: str = ""
    glyph: str = " "
    label: str = ""
    """How the one above reads towards this one: “is supported by”."""

    @property
    def is_above_itself(self) -> bool:
        """A circle is shown once."""
        return self.ref in self.path

    @property
    def way(self) -> tuple[Ref | None, ...]:
        """What tells this node from all others of the tree."""
        return (*self.path, self.relation, self.ref)


def roots(library: Library, doc: Ref) -> tuple[Node, ...]:
    """The central claims; where none is called so, those that are argued for and serve no other."""
    claims = library.standing_in(doc, Claim)
    central = [claim.ref for claim in claims if claim.central]
    return tuple(map(Node, central or [c.ref for c in claims if _is_an_end(library, c.ref)]))


def _is_an_end(library: Library, ref: Ref) -> bool:
    kinds = ("supports", "attacks")
    ties = [tie for tie in library.relations_at(ref) if tie.kind in kinds]
    return bool(ties) and all(tie.source != ref for tie in ties)


def below(library: Library, node: Node) -> tuple[Node, ...]:
    """What bears on the step to the node, then what bears on the node itself."""
    if node.is_above_itself:
        return ()
    ties = dict.fromkeys((*_of_the_step(library, node), *_of_the_record(library, node)))
    path = (*node.path, node.ref)
    nodes = [
        Node(other, path, tie, kind, relation_kind(kind).glyph, label)
        for other, tie, kind, label in ties
        if other in library
    ]
    return tuple(sorted(nodes, key=lambda node: (ARGUING.index(node.kind), _at(library, node.ref))))


_Bearing = tuple[Ref, Ref, str, str]


def _of_the_step(library: Library, node: Node) -> Iterator[_Bearing]:
    for tie in library.relations_at(node.relation) if node.relation else ():
        if tie.kind == UNDERCUTS.name and tie.target == node.relation:
            yield tie.source, tie.ref, tie.kind, UNDERCUTS.backward


def _of_the_record(library: Library, node: Node) -> Iterator[_Bearing]:
    for tie in library.relations_at(node.ref):
        kind = relation_kind(tie.kind)
        if tie.ref == node.relation or tie.kind == node.kind == RESTATES:
            continue  # What restates a restatement restates the one above as well.
        if tie.kind in (*BACKWARD, *BOTH) and tie.target == node.ref:
            yield tie.source, tie.ref, tie.kind, kind.backward
        elif tie.kind in (*FORWARD, *BOTH) and tie.source == node.ref:
            yield tie.target, tie.ref, tie.kind, kind.forward


def _at(library: Library, ref: Ref) -> tuple[Ref, int]:
    spans = library.spans(ref)
    return (spans[0].doc, spans[0].start) if spans else (ref, 0)


def unfolded(
    library: Library, doc: Ref, open_ways: Collection[tuple[Ref | None, ...]]
) -> list[Node]:
    """The nodes that are seen, each above what bears on it."""
    seen: list[Node] = []
    waiting = list(reversed(roots(library, doc)))
    while waiting:
        node = waiting.pop()
        seen.append(node)
        if node.way in open_ways:
            waiting += reversed(below(library, node))
    return seen


def all_ways(library: Library, doc: Ref, most: int) -> list[tuple[Ref | None, ...]]:
    """The nodes that have something below them, from the top, no more than so many."""
    found: list[tuple[Ref | None, ...]] = []
    level = list(roots(library, doc))
    while level and len(found) < most:
        parents = [(node, nodes) for node in level if (nodes := below(library, node))]
        found += [node.way for node, _ in parents]
        level = [node for _, nodes in parents for node in nodes]
    return found[:most]


def restatements(library: Library, ref: Ref) -> set[Ref]:
    """The claim, and all that say the same in other words."""
    alike, waiting = {ref}, [ref]
    while waiting:
        for tie in library.relations_at(waiting.pop()):
            if tie.kind == RESTATES:
                new = {tie.source, tie.target} - alike
                alike |= new
                waiting += new
    return alike


def ties_to(library: Library, ref: Ref, kinds: Collection[str]) -> Iterator[Relation]:
    """The stored ties of these kinds that lead here; those without direction lead both ways."""
    for tie in library.relations_at(ref):
        if tie.kind in kinds and (tie.target == ref or tie.kind in BOTH):
            yield tie
