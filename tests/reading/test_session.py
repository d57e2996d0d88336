"""Where the reader was, at the next start."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.refs import Kind, Ref
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.reading.session import STEPS_KEPT, Session
from opedtui.reading.trail import Trail
from tests.making import a_library, ref

REFS = st.builds(Ref, st.sampled_from(Kind), st.integers(1, 999))
NUMBERS = st.integers(0, 10**6)
PLACES = st.builds(Place, REFS, NUMBERS, NUMBERS, st.none() | REFS)
TRAILS = st.lists(PLACES, min_size=1, max_size=8).flatmap(
    lambda places: st.builds(Trail, st.just(tuple(places)), st.integers(0, len(places) - 1))
)
SESSIONS = st.builds(
    Session,
    place=st.none() | PLACES,
    top=NUMBERS,
    pane=st.text(),
    list=st.text(),
    left=NUMBERS,
    upper=NUMBERS,
    hidden=st.none() | st.lists(st.text()).map(tuple),
    trail=st.just(Trail()) | TRAILS,
)
HERE = Place(ref("d1"), 3, 9, ref("c2"))
KEPT = Session(HERE, 120, "source", "quotes", trail=Trail((HERE,), 0)).to_dict()


@given(SESSIONS)
def test_a_session_comes_back_as_it_was_left(session: Session) -> None:
    """After a turn through JSON."""
    assert Session.from_dict(json.loads(json.dumps(session.to_dict()))) == session


def test_a_session_is_kept_in_words() -> None:
    """Refs are written as everywhere else."""
    assert KEPT["place"] == {"doc": "d1", "start": 3, "end": 9, "ref": "c2"}


def test_a_session_without_a_place_says_so_by_silence() -> None:
    """An empty store was open."""
    assert "place" not in Session().to_dict()


@pytest.mark.parametrize("data", [None, [], "x", 5, True, {}, {"place": {}}])
def test_what_is_no_session_is_a_new_one(data: Any) -> None:
    """A convenience is no reason to stop."""
    assert Session.from_dict(data) == Session()


@pytest.mark.parametrize(
    "change",
    [
        {"place": "c1"},
        {"place": ["d1", 3, 9, "c2"]},
        {"place": {"doc": "d1", "start": 3, "end": 9}},
        {"place": {"doc": "d1", "start": 3, "end": 9, "ref": "x9"}},
        {"place": {"doc": "", "start": 3, "end": 9, "ref": ""}},
        {"place": {"doc": None, "start": 3, "end": 9, "ref": ""}},
        {"place": {"doc": "d1", "start": "a", "end": 9, "ref": ""}},
        {"place": {"doc": "d1", "start": float("inf"), "end": 9, "ref": ""}},
        {"top": "a"},
        {"top": None},
        {"top": float("inf")},
        {"top": float("nan")},
        {"top": "9" * 5000},
        {"trail": None},
        {"trail": {}},
        {"trail": {"places": []}},
        {"trail": {"places": [{"doc": "d1"}], "index": 0}},
        {"trail": {"places": 5, "index": 0}},
        {"trail": {"places": [], "index": "a"}},
    ],
)
def test_a_session_that_cannot_be_read_is_a_new_one(change: dict[str, Any]) -> None:
    """Even in part: half a memory misleads."""
    assert Session.from_dict(KEPT) != Session()
    assert Session.from_dict(KEPT | change) == Session()


@pytest.mark.parametrize("name", ["top", "pane", "list", "trail"])
def test_a_session_that_lacks_a_part_keeps_the_rest(name: str) -> None:
    """A version that remembers more does not cost every reader the place."""
    rest = {key: value for key, value in KEPT.items() if key != name}

    session = Session.from_dict(rest)
    assert session.place == Session.from_dict(KEPT).place
    assert getattr(session, name) == getattr(Session(), name)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEPT, "doc", "start", "end", "ref"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from([*KEPT]))
def test_no_content_breaks_the_start(value: Any, name: str) -> None:
    """Whatever is in the file, there is a session."""
    assert isinstance(Session.from_dict(value), Session)
    assert isinstance(Session.from_dict(KEPT | {name: value}), Session)


def test_opening_at_a_record_replaces_the_place() -> None:
    """The text begins there, and the record is pointed at in its list."""
    before = Session(Place(ref("d1"), 100, 104, ref("c3")), top=70, pane="timeline")

    after = before.at(a_library(), ref("q1"))

    quote = Place(ref("d1"), 21, 39, ref("q1"))
    trail = Trail((Place(ref("d1"), 100, 104, ref("c3")), quote), 1)
    assert after == Session(quote, top=21, pane="quotes", list="quotes", trail=trail)


@pytest.mark.parametrize("index", [-5, 99])
def test_a_step_beyond_the_trail_is_its_end(index: int) -> None:
    """Back and forward go on from somewhere."""
    kept = KEPT | {"trail": KEPT["trail"] | {"index": index}}

    assert Session.from_dict(kept).trail == Trail((HERE,), 0)


def test_of_a_long_trail_the_steps_around_the_reader_are_kept() -> None:
    """The file does not grow for ever, and back leads on."""
    places = tuple(Place(ref("d1"), n, n + 1) for n in range(1000))

    kept = Session.from_dict(Session(trail=Trail(places, 500)).to_dict()).trail

    assert len(kept.places) == STEPS_KEPT
    assert kept.here == places[500]
    assert kept.can_go_back and kept.can_go_forward


def test_a_record_without_a_list_leaves_the_pane_alone() -> None:
    """Events stand on the timeline, which is always there."""
    after = Session(pane="source").at(a_library(), ref("e2"))

    assert after.place
    assert (after.place.ref, after.pane, after.list) == (ref("e2"), "source", "claims")


def test_a_store_without_documents_has_no_places() -> None:
    """The app opens, and says that there is nothing to read."""
    library = Library(a_library().actors)

    assert Session().at(library, ref("a1")) == Session()
