"""The grammar of a filter, and what is said where it is broken."""

from __future__ import annotations

import pytest

from opedtui.reading.filtering.query import Fault, Term, View, read_query, written


def terms(text: str, **views: str) -> list[Term]:
    """Those of a filter without faults."""
    query = read_query(text, views)
    assert not query.faults
    return [term for term in query.terms if isinstance(term, Term)]


def test_terms_stand_side_by_side() -> None:
    """Each is a field, an operator and values between commas."""
    kind, text = terms('kind=fact,value text~"gas, price"')

    assert (kind.field, kind.operator, list(map(str, kind.values))) == (
        "kind",
        "=",
        ["fact", "value"],
    )
    assert (text.field, text.operator, list(map(str, text.values))) == ("text", "~", ["gas, price"])


@pytest.mark.parametrize("text", ["-kind=fact", "kind!=fact", "-tag=x", "-KIND=fact"])
def test_a_minus_or_an_exclamation_mark_negates(text: str) -> None:
    """And both together say nothing."""
    (term,) = terms(text)

    assert term.is_negated
    assert not terms("-kind!=fact")[0].is_negated


def test_a_tilde_alone_looks_in_the_text() -> None:
    """`~gas` is `text~gas`."""
    (term,) = terms("~gas")

    assert (term.field, term.operator) == ("text", "~")


@pytest.mark.parametrize("value", ["a b", 'say "no"', "a,b", "", "back\\slash", "“so”", "plain"])
def test_what_is_written_is_read_again(value: str) -> None:
    """Whatever a name or a tag holds."""
    (term,) = terms(f"tag={written(value)}")

    assert [str(held) for held in term.values] == [value]


@pytest.mark.parametrize(
    ("text", "start", "end", "what"),
    [
        ("kind=fact nonsense", 10, 18, "an operator is missing after “nonsense”"),
        ("=fact", 0, 1, "a field is missing before ="),
        ("kind=", 5, 5, "a value is missing"),
        ("kind=fact,", 10, 10, "a value is missing"),
        ('text~"gas', 5, 9, "the quotation mark is not closed"),
        ('tag="a"b', 7, 8, "a comma or a blank was expected"),
        ('"gas price"', 0, 11, 'write ~"gas price"'),
        ("kind=fact @nowhere", 10, 18, "no filter is saved as “nowhere”"),
    ],
)
def test_a_fault_says_where_it_is_and_what_was_expected(
    text: str, start: int, end: int, what: str
) -> None:
    """In code points of what was typed."""
    (fault,) = read_query(text).faults

    assert (fault.start, fault.end) == (start, end)
    assert what in fault.what


def test_the_rest_of_a_broken_filter_is_read_all_the_same() -> None:
    """So that a list can be narrowed while its filter is being typed."""
    query = read_query("kind=fact stan")

    assert len(query.terms) == len(query.faults) == 1


def test_a_saved_filter_stands_for_its_terms() -> None:
    """It may hold another, and may be negated."""
    (view,) = read_query("-@outer", {"outer": "kind=fact @inner", "inner": "tag=x"}).terms

    assert isinstance(view, View)
    assert view.is_negated
    assert len(view.query.terms) == 2


@pytest.mark.parametrize(
    ("views", "what"),
    [
        ({"a": "@b", "b": "@a"}, "@a leads back to itself"),
        ({"a": "kind="}, "@a: a value is missing"),
    ],
)
def test_a_saved_filter_that_is_broken_is_told_where_it_is_used(
    views: dict[str, str], what: str
) -> None:
    """Its own text is not at hand there."""
    (fault,) = read_query("kind=x @a", views).faults

    assert what in fault.what
    assert isinstance(fault, Fault)
    assert (fault.start, fault.end) == (7, 9)
