"""Frozen dataclasses, as the records are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace
from functools import cached_property

import pytest

from opedtui.model.frozen import frozen, frozen_keyed


@frozen
class Point:
    """Given by position or by name."""

    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def doubled(self) -> Point:
        """Kept after the first time."""
        return Point(2 * self.x, 2 * self.y)


@frozen_keyed
class Base:
    """Fields with a default stand before fields without one in what is made of it."""

    note: str = ""
    unhashed: Mapping[str, int] = field(default_factory=dict, hash=False)


@frozen_keyed
class Derived(Base):
    """Has the fields of its base, too."""

    name: str


def test_fields_are_given_by_position_or_by_name_and_have_defaults() -> None:
    """As `@dataclass` has it."""
    assert (Point(1, 2).y, Point(1, y=2).y, Point(1).y, Derived(name="a").note) == (2, 2, 0, "")


def test_each_value_has_a_default_of_its_own() -> None:
    """What a factory makes is not shared."""
    Point(1).seen.append("here")

    assert Point(1).seen == []


def test_a_value_is_what_it_is_made_of() -> None:
    """Equal fields, equal values, of one class; what is not to be compared is not."""
    assert Point(1, 2, ["a"]) == Point(1, 2)
    assert hash(Point(1, 2, ["a"])) == hash(Point(1, 2))
    assert Point(1, 2) != Point(1, 3)
    assert Base(note="a") != Derived(note="a", name="b")
    assert hash(Derived(name="a", unhashed={"a": 1})) == hash(Derived(name="a"))


def test_a_value_cannot_be_changed() -> None:
    """Whoever holds it may rely on it."""
    point = Point(1)

    with pytest.raises(FrozenInstanceError, match="x"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="x"):
        del point.x
    assert point.x == 1


def test_what_was_worked_out_is_kept_and_is_no_part_of_the_value() -> None:
    """A cached property needs no field."""
    point = Point(1, 2)

    assert point.doubled is point.doubled
    assert point == Point(1, 2)


@pytest.mark.parametrize(
    ("cls", "args", "given", "said"),
    [
        (Point, (), {}, "needs field 'x'"),
        (Point, (1, 2, [], 4), {}, "takes 3 fields, not 4"),
        (Point, (1,), {"x": 1}, "field 'x' twice"),
        (Point, (1,), {"z": 1}, "no field 'z'"),
        (Derived, ("a",), {}, "takes 0 fields, not 1"),
    ],
)
def test_a_value_is_made_of_its_fields_and_nothing_else(
    cls: type, args: tuple[object, ...], given: dict[str, object], said: str
) -> None:
    """A mistake is told at once."""
    with pytest.raises(TypeError, match=said):
        cls(*args, **given)


def test_the_tools_for_dataclasses_work() -> None:
    """They are dataclasses."""
    assert replace(Point(1, 2), x=3) == Point(3, 2)
    assert [spec.name for spec in fields(Derived)] == ["note", "unhashed", "name"]


def test_a_value_shows_what_it_is_made_of() -> None:
    """As a dataclass does; what is not to be shown is not."""
    assert repr(Point(1, 2, ["a"])) == "Point(x=1, y=2)"
    assert repr(Derived(name="a")) == "Derived(note='', unhashed={}, name='a')"
