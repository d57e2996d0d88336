"""Which actor of the library a drafted one is."""

from __future__ import annotations

import pytest

from opedtui.drafting.found import FoundActor
from opedtui.drafting.linking import Known
from opedtui.model.records import Alias
from tests.making import an_actor

KNOWN = Known(
    [
        an_actor(1, "Sergey Lavrov"),
        an_actor(2, "Russia", kind="state", aliases=(Alias(text="the Russian Federation"),
                                                     Alias(text="Moscow", kind="metonym"))),
        an_actor(3, "Boris Johnson"),
        an_actor(4, "Lyndon Johnson"),
        an_actor(5, "European Union", kind="igo", aliases=(Alias(text="EU", kind="abbrev"),)),
    ]
)  # fmt: skip


def found(name: str, kind: str = "person", *aliases: str) -> FoundActor:
    return FoundActor(name, kind, aliases, ())


@pytest.mark.parametrize(
    ("drafted", "known"),
    [
        (found("Sergey Lavrov"), 1),
        (found("Lavrov"), 1),
        (found("S. Lavrov"), 1),
        (found("Russian Federation", "state"), 2),
        (found("the European Union", "igo"), 5),
        (found("Union", "igo", "EU"), 5),
    ],
)
def test_a_shared_name_links(drafted: FoundActor, known: int) -> None:
    """By a name or alias as it is, or by a surname that one person has."""
    actor = KNOWN.find(drafted)

    assert actor and actor.ref.number == known


@pytest.mark.parametrize(
    "drafted",
    [
        found("Johnson"),
        found("Sergei Lavrov"),
        found("Maria Lavrova"),
        found("Moscow", "place"),
        found("Russia", "person"),
        found("European Commission", "igo"),
    ],
)
def test_what_could_be_another_is_left_to_the_reader(drafted: FoundActor) -> None:
    """Two of one surname, another spelling, a metonym, another sort of actor."""
    assert KNOWN.find(drafted) is None


def test_a_name_that_is_nearly_the_same_is_suggested() -> None:
    """Suggested, not linked."""
    actor = KNOWN.like(found("Sergei Lavrov"))

    assert actor and actor.ref.number == 1
    assert KNOWN.like(found("Ursula von der Leyen")) is None
