"""Finding by a few letters."""

from __future__ import annotations

import pytest

from opedtui.model.records import Alias
from opedtui.reading.finding import Finder
from opedtui.reading.fuzzy import Fit, best, fit, folded
from opedtui.reading.library import Library

from ..making import a_library, an_actor, ref


@pytest.mark.parametrize(
    ("letters", "name", "where"),
    [
        ("russia", "russia", Fit.WHOLE),
        ("russ", "russia", Fit.START),
        ("fed", "russian federation", Fit.WORD),
        ("ssia", "russia", Fit.WITHIN),
        ("azb", "azerbaijan", Fit.SCATTERED),
        ("zzz", "azerbaijan", Fit.NOT),
        ("zbj", "azerbaijan", Fit.NOT),
    ],
)
def test_where_the_letters_stand(letters: str, name: str, where: Fit) -> None:
    """The beginning of a name counts more than its middle; scattered letters begin a word."""
    assert fit(letters, name) is where


def test_the_best_come_first_and_equals_keep_their_order() -> None:
    """A whole name before the beginning of a longer one; the order given otherwise."""
    names = ["Iran", "Iranian press", "Ukraine, Iran", "Iraq"]
    named = [(name, [folded(name)]) for name in names]

    assert best("iran", named) == ["Iran", "Iranian press", "Ukraine, Iran"]
    assert best("ira", named) == ["Iran", "Iranian press", "Iraq", "Ukraine, Iran"]
    assert best("", named) == names


def test_every_word_has_to_be_found_but_in_any_name_and_any_order() -> None:
    """Words of the query may be of different aliases."""
    named = [(1, ["european union", "eu"]), (2, ["eurasian union", "eaeu"])]

    assert best("union eu", named)[0] == 1
    assert best("union asia", named) == [2]
    assert best("union asia eu zzz", named) == []


def test_case_and_accents_do_not_count() -> None:
    """Nobody has to type what their keyboard has not."""
    named = [(1, [folded("Álvaro Şükrü")])]

    assert best("sukru ALVARO", named) == [1]
    assert best("şükrü", named) == [1]


def test_letters_that_mean_something_elsewhere_are_letters() -> None:
    """What is typed is no pattern."""
    assert best("a.*[(", [(1, ["abc"])]) == []
    assert best("[(", [(1, ["x[("])]) == [1]


def test_an_address_leads_to_its_record_before_any_words() -> None:
    """`c3`, or the number alone."""
    library = a_library()
    finder = Finder(library, library)

    assert str(finder.find("c3")[0]) == "c3"
    assert {found.number for found in finder.find("4")[:2]} == {4}


def test_a_record_is_found_by_what_it_says_or_is_called() -> None:
    """Names, aliases, words, labels, bodies, and how a tie reads."""
    library = a_library()
    finder = Finder(library, library)

    for query, found in {
        "works office": "a3",
        "rusty": "c4",
        "bridge is safe": "q1",
        "happened 2021-05": "e1",
        "c5 undercuts": "r3",
        "see report": "n1",
        "op-ed": "d1",
    }.items():
        assert ref(found) in finder.find(query)[:2], query


def test_an_actor_is_found_by_an_alias() -> None:
    """However a text calls it."""
    russia = an_actor(9, "Russia", aliases=(Alias(text="Moscow", kind="metonym"),))
    library = Library([*a_library().values(), russia])
    actors = Finder(library, (actor.ref for actor in library.actors))

    assert actors.find("mosc") == (russia.ref,)
