"""The values of a field, and how many records have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ...model.frozen import frozen
from ...model.refs import Ref
from .columns import Mask
from .fields import Field, Sort, When
from .listing import Listing
from .query import Term, pieces, read_term, written

NONE = ""
"""What a record is counted under that has no value."""


@frozen
class Facet:
    """One value, as a filter writes it, and how many records have it."""

    value: str
    count: int
    shown: str = ""
    """What it is called, where that is not the value."""

    @property
    def label(self) -> str:
        return self.shown or self.value or "(none)"


Tally = tuple[Any, int]
"""A value as the field holds it, with its count: actors by number, dates by year."""


def tallies(listing: Listing[Any], field: Field, within: Mask) -> Sequence[Tally]:
    """The values among the records within, the most frequent first; dates in order of time."""
    key = (field.name, within)
    if key not in listing.counted:
        listing.counted.clear()
        listing.counted[key] = _count(listing, field, within)
    counted: Sequence[Tally] = listing.counted[key]
    return counted


def facet(listing: Listing[Any], field: Field, tally: Tally) -> Facet:
    """The value as it is written and shown."""
    value, count = tally
    if value == NONE:
        return Facet("", count)
    if field.sort is Sort.ACTOR:
        return Facet(listing.names.calls(value), count)
    document = listing.library.document(value) if isinstance(value, Ref) else None
    return Facet(str(value), count, f"{value} {document.title}" if document else "")


def facets(listing: Listing[Any], field: Field, within: Mask) -> list[Facet]:
    """All of them, to be read."""
    return [facet(listing, field, tally) for tally in tallies(listing, field, within)]


def _count(listing: Listing[Any], field: Field, within: Mask) -> Sequence[Tally]:
    keys = _KEYS.get(field.sort, _themselves)
    counts: Counter[Any] = Counter()
    for values, count in listing.column(field).tally(within):
        for key in dict.fromkeys(keys(listing, values)) or (NONE,):
            counts[key] += count
    return sorted(counts.items(), key=_order(field))


def _order(field: Field) -> Callable[[Tally], tuple[Any, ...]]:
    """Dates and numbers stand in their own order; those that have none come last."""
    if field.sort in (Sort.NUMBER, Sort.DATE):
        return lambda tally: (tally[0] == NONE, tally[0])
    return lambda tally: (tally[0] == NONE, -tally[1], tally[0])


def _themselves(listing: Listing[Any], values: Iterable[Any]) -> Iterable[Any]:
    return values


def _with_wholes(listing: Listing[Any], numbers: Iterable[int]) -> Iterable[int]:
    """What is part of an actor counts for that actor too."""
    return [whole for number in numbers for whole in listing.names.wholes(number)]


def _years(listing: Listing[Any], dates: Iterable[When]) -> Iterable[str]:
    """The year of a date that lies in one; else the date."""
    return [date.text[:4] if _is_in_a_year(date) else date.text for date in dates]


def _is_in_a_year(date: When) -> bool:
    return date.text[:4].isdigit() and "/" not in date.text and date.last - date.first < 366


_KEYS: dict[Sort, Callable[[Listing[Any], Iterable[Any]], Iterable[Any]]] = {
    Sort.ACTOR: _with_wholes,
    Sort.DATE: _years,
}


def operator_of(field: Field) -> str:
    """How a filter says that a facet is chosen."""
    return ":" if field.sort is Sort.DATE else "="


def chosen(field: Field, facet: Facet) -> str:
    """The term that leaves the records of this facet."""
    operator = operator_of(field) if facet.value else "="
    return f"{field.name}{operator}{written(facet.value)}"


def narrowed_to(text: str, field: Field, facet: Facet) -> str:
    """The filter with this facet in it, in the place of an earlier one of the field."""
    return f"{without(text, field)} {chosen(field, facet)}".strip()


def without(text: str, field: Field) -> str:
    """The filter without a facet of the field, so that its other values can be counted."""
    kept = [piece.text for piece in pieces(text) if not _is_facet_of(read_term(piece), field)]
    return " ".join(kept)


def _is_facet_of(term: object, field: Field) -> bool:
    return (
        isinstance(term, Term)
        and term.field == field.name
        and term.operator in ("=", operator_of(field))
        and not term.is_negated
    )
