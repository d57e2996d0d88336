"""How a name may be written, and what kind of actor it then is."""

from __future__ import annotations

import pytest

from .drafts import drafted, words


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They flew to New Zealand on Monday.", "New Zealand", "state"),
        ("New York is where the talks began.", "New York", "place"),
        ("A report in the New York Times said so.", "New York Times", "media"),
    ],
)
def test_new_belongs_to_the_name_that_it_begins(text: str, name: str, kind: str) -> None:
    """`New` is an ordinary word only where no name goes on behind it."""
    actors = drafted(text)

    assert {actor.name: actor.kind for actor in actors.values()} == {name: kind}


def test_new_before_a_name_that_it_does_not_begin_is_left_out() -> None:
    """At the beginning of a sentence its capital says nothing."""
    actors = drafted("New Russian rules were written. Officials in Russia waited.")

    assert list(actors) == ["Russia"]


def test_an_office_parts_the_body_from_the_person() -> None:
    """`NASA Administrator Charles Bolden` is a body and a person, not one long name."""
    actors = drafted("NASA Administrator Charles Bolden spoke. Bolden then left.")

    assert {name: actor.kind for name, actor in actors.items()} == {
        "NASA": "government",
        "Charles Bolden": "person",
    }


def test_an_office_of_a_country_is_nobody() -> None:
    """Of `U.S. Senator` only the country is an actor."""
    actors = drafted("John Cornyn, U.S. Senator, objected to it.")

    assert sorted(actors) == ["John Cornyn", "United States"]


def test_a_town_that_the_text_has_as_a_surname_is_the_person() -> None:
    """After `Lisa London`, `London said` is she."""
    text = "Lisa London left the ship. London said she had been held there."

    actors = drafted(text)

    assert words(text, actors["Lisa London"], "name") == ["Lisa London", "London"]
    assert "London" not in actors


def test_a_town_that_somebody_was_in_stays_a_town() -> None:
    """The same surname elsewhere does not move the town."""
    actors = drafted("Lisa London left the ship. Reporters in London asked why.")

    assert actors["London"].kind == "place"


def test_money_is_no_country() -> None:
    """`US$ 10 billion` names nobody."""
    assert not drafted("The damage was put at US$ 10 billion.")


def test_a_town_before_a_person_is_not_part_of_the_name() -> None:
    """`the Governor of Washington Chris Gregoire` are two."""
    actors = drafted("It pleased the Governor of Washington Chris Gregoire, aides said.")

    assert actors["Chris Gregoire"].kind == "person"


def test_names_go_on_over_the_end_of_a_possessive() -> None:
    """The `'s` belongs to no name."""
    text = "Angela Merkel's plan failed. Merkel’s party agreed."

    actors = drafted(text)

    assert words(text, actors["Angela Merkel"], "name") == ["Angela Merkel", "Merkel"]
