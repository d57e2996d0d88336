"""What a filter may become, and the values it may narrow to."""

from __future__ import annotations

from typing import Any

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.filtering.completing import offers
from opedtui.reading.filtering.facets import facets, narrowed_to
from opedtui.reading.filtering.fields import FIELDS_OF
from opedtui.reading.filtering.listing import Listing
from opedtui.reading.filtering.query import read_query
from tests.making import bundled_library

LIBRARY = bundled_library()


def claims() -> Listing[Any]:
    return Listing(LIBRARY, Kind.CLAIM, LIBRARY.claims)


def offered(text: str, cursor: int | None = None, **views: str) -> list[str]:
    """As a reader sees them, with their counts."""
    found = offers(claims(), text, len(text) if cursor is None else cursor, views)
    return [f"{o.label} {o.count}" if o.count is not None else o.label for o in found.items]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "kind"),
        ("st", "stance"),
        ("kind=fact cert", "certainty"),
        ("-ab", "about"),
        ("kind", "kind="),
        ("date", "date:"),
        ("kind=", "fact 30"),
        ("kind=pre", "prediction 2"),
        ("kind=fact,v", "value 7"),
        ("kind=prediction who=", "Vasif Huseynov 1"),
        ("who=zel", "Volodymyr Zelensky 1"),
        ('who="vol', "Volodymyr Zelensky 1"),
        ("certainty<", "doubtful 0"),
        ("certainty=pos", "possible 0"),
        ("@d", "@due"),
    ],
)
def test_what_fits_best_comes_first(text: str, first: str) -> None:
    """Fields, then operators, then the values that occur, with their counts."""
    found = offered(text, due="kind=prediction")

    assert found[0].startswith(first)


def test_what_is_taken_is_a_whole_term() -> None:
    """A name with blanks comes with its quotation marks; a blank leads on to the next term."""
    found = offers(claims(), "kind=fact who=zel", 17)

    assert found.taken("kind=fact who=zel", found.items[0]) == (
        'kind=fact who="Volodymyr Zelensky" ', 35,
    )  # fmt: skip


def test_a_count_is_what_the_filter_would_leave() -> None:
    """The other terms count, and so do the parts of an actor."""
    listing = claims()
    for text in ("actor=", "kind=fact who=", "about=", "kind=", "central="):
        for offer in offers(listing, text, len(text)).items:
            left = listing.narrowed(read_query(text + offer.text))
            assert (len(left), left.faults) == (offer.count, ()), text + offer.text


def test_a_facet_narrows_to_as_many_as_it_counts() -> None:
    """Of every field that has facets, those without a value too."""
    listing = claims()
    for field in listing.fields:
        if field.is_facet and field.name not in ("date", "holds", "created", "modified"):
            for facet in facets(listing, field, listing.all):
                text = narrowed_to("", field, facet)
                assert len(listing.narrowed(read_query(text))) == facet.count, text


def test_another_facet_of_a_field_takes_the_place_of_the_first() -> None:
    """The rest of the filter stays."""
    kind = FIELDS_OF[Kind.CLAIM]["kind"]
    facet = facets(claims(), kind, claims().all)[0]

    assert narrowed_to("kind=value -kind=cause ~gas", kind, facet) == "-kind=cause ~gas kind=fact"
