"""Whom a typed name means."""

from __future__ import annotations

import pytest

from opedtui.model.records import Alias
from opedtui.reading.following.actors import UnknownActor, actor_called
from opedtui.reading.library import Library
from tests.making import an_actor, ref

LIBRARY = Library(
    [
        an_actor(1, "Türkiye", aliases=(Alias(text="Ankara"), Alias(text="Turkey"))),
        an_actor(2, "Türkiye’s army", kind="military"),
        an_actor(3, "Vladimir Putin", aliases=(Alias(text="Putin"),)),
        an_actor(4, "Ada", aliases=(Alias(text="the writer"),)),
        an_actor(5, "Bo", aliases=(Alias(text="the writer"),)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a3", "a3"), ("Türkiye", "a1"), ("turkiye", "a1"), ("ANKARA", "a1"), ("putin", "a3"),
        ("vlad", "a3"), ("army", "a2"), ("putin vladimir", "a3"), ("  ada ", "a4"),
    ],
)  # fmt: skip
def test_a_name_is_found_by_what_is_typed(typed: str, meant: str) -> None:
    """Ref, name or alias, without case and accents; else a few letters, if they fit one only."""
    assert actor_called(LIBRARY, typed) == ref(meant)


@pytest.mark.parametrize(("typed", "meant"), [("the writer", "a4 a5"), ("türk", "a1 a2")])
def test_a_name_of_several_lists_them(typed: str, meant: str) -> None:
    """With the ref of each, which settles it."""
    with pytest.raises(UnknownActor, match="may be one of 2") as refused:
        actor_called(LIBRARY, typed)

    assert [note.split()[0] for note in refused.value.__notes__] == meant.split()


@pytest.mark.parametrize("typed", ["nobody", "", "  ", "c1", "a99"])
def test_a_name_of_nobody_is_refused(typed: str) -> None:
    """In one line, which says what was given."""
    with pytest.raises(UnknownActor) as refused:
        actor_called(LIBRARY, typed)

    assert "\n" not in str(refused.value)


def test_of_many_actors_the_best_are_listed() -> None:
    """And how many more there are."""
    library = Library(an_actor(number, f"group {number}") for number in range(1, 31))

    with pytest.raises(UnknownActor) as refused:
        actor_called(library, "group")

    assert refused.value.__notes__[-1] == "and 20 more"
