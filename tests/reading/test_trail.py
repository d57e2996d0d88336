"""Where the reader has been."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from opedtui.reading.places import Place
from opedtui.reading.trail import Trail
from tests.making import ref

A, B, C, D = (Place(ref("d1"), start, start + 5, ref(f"c{start + 1}")) for start in range(4))


def test_a_new_trail_leads_nowhere() -> None:
    """There is nothing behind and nothing ahead."""
    trail = Trail()

    assert trail.here is None
    assert not trail.can_go_back and not trail.can_go_forward
    assert trail.step(-1) == trail.step(1) == trail


def test_back_returns_to_the_place_before() -> None:
    """And forward to the one that was left."""
    trail = Trail().visit(A).visit(B).visit(C)

    assert trail.step(-1).here == B
    assert trail.step(-1).step(-1).here == A
    assert trail.step(-1).step(1).here == C


def test_the_trail_ends_at_both_ends() -> None:
    """Going further stays."""
    trail = Trail().visit(A).visit(B)

    assert trail.step(-5).here == A
    assert trail.step(-5).step(9).here == B
    assert trail.can_go_back and not trail.can_go_forward
    assert trail.step(-1).can_go_forward and not trail.step(-1).can_go_back


def test_a_jump_forgets_what_lay_ahead() -> None:
    """Who goes back and then elsewhere has left the old way."""
    trail = Trail().visit(A).visit(B).visit(C).step(-2).visit(D)

    assert trail.here == D
    assert not trail.can_go_forward
    assert trail.step(-1).here == A


def test_back_returns_to_where_the_jump_began() -> None:
    """Small movements leave no trace, but the place that they led to joins with the jump."""
    trail = Trail().visit(A).visit(C, origin=B)

    assert trail.places == (A, B, C)
    assert trail.step(-1).here == B


def test_a_jump_from_the_last_place_adds_it_once() -> None:
    """Nobody goes back to where they are."""
    trail = Trail().visit(A).visit(B, origin=A)

    assert trail.places == (A, B)


def test_a_jump_to_the_same_place_is_none() -> None:
    """As is one from a place to itself."""
    trail = Trail().visit(A)

    assert trail.visit(A) == trail
    assert trail.visit(A, origin=A) == trail


def test_a_place_is_told_apart_by_its_record_too() -> None:
    """The same words may be looked at for the claim and for the quote."""
    quote = A._replace(ref=ref("q1"))

    assert Trail().visit(A).visit(quote).step(-1).here == A


@dataclass
class Browser:
    """Two stacks, as a browser's are described: the trail has to do the same."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def visit(self, place: Place) -> None:
        if self.behind[-1:] != [place]:
            self.behind.append(place)
        self.ahead.clear()

    def step(self, by: int) -> None:
        if by < 0 and len(self.behind) > 1:
            self.ahead.append(self.behind.pop())
        if by > 0 and self.ahead:
            self.behind.append(self.ahead.pop())


PLACES = st.sampled_from([A, B, C, D])
MOVES = st.one_of(
    st.tuples(PLACES, st.none() | PLACES),
    st.sampled_from([-1, 1]),
)


@given(st.lists(MOVES, max_size=30))
def test_the_trail_does_as_a_browser_does(moves: list[tuple[Place, Place | None] | int]) -> None:
    """Whatever jumps and steps are made, and in whatever order."""
    trail, browser = Trail(), Browser()
    for move in moves:
        if isinstance(move, int):
            trail = trail.step(move)
            browser.step(move)
        else:
            place, origin = move
            trail = trail.visit(place, origin)
            for joined in filter(None, (origin, place)):
                browser.visit(joined)

        assert trail.here == (browser.behind[-1] if browser.behind else None)
        assert trail.can_go_back == (len(browser.behind) > 1)
        assert trail.can_go_forward == bool(browser.ahead)
