"""What the part of a filter at the cursor may become."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ...model.frozen import frozen
from .comparing import COMPARE
from .facets import NONE, Tally, facet, tallies
from .fields import FIELDS_OF, Field, Sort
from .folding import plain
from .listing import Listing
from .query import OPERATORS, TEXT, VIEW, Piece, pieces, read_query, split_operator, written

MOST = 50
"""Offers beyond which nobody reads."""
USUAL = {Sort.TEXT: "~", Sort.DATE: ":"}
"""The operator that comes with the name of a field, where it is not =."""


@frozen
class Offer:
    """Something that may stand at the cursor."""

    text: str
    """As it is put in."""
    label: str
    """As it is shown."""
    count: int | None = None
    """How many records have it."""
    help: str = ""
    is_final: bool = True
    """Whether the term is whole with it, so that a blank may follow."""


@frozen
class Offers:
    """What may stand in the place of these characters."""

    start: int
    end: int
    items: tuple[Offer, ...] = ()

    def taken(self, text: str, offer: Offer) -> tuple[str, int]:
        """The filter with the offer in it, and where the cursor is then."""
        behind = text[self.end :]
        blank = " " if offer.is_final and not behind else ""
        before = text[: self.start] + offer.text + blank
        return before + behind, len(before)


def offers(
    listing: Listing[Any], text: str, cursor: int, views: Mapping[str, str] | None = None
) -> Offers:
    """Names of fields, operators, saved filters, or values that occur, with their counts."""
    piece = _piece_at(text, cursor)
    typed = piece.text[: cursor - piece.start]
    name, operator = split_operator(typed.removeprefix("-"))
    start = piece.start + len(typed) - len(typed.removeprefix("-"))
    if name.startswith(VIEW):
        return Offers(start, piece.end, tuple(_views(name.removeprefix(VIEW), views or {})))
    if not operator:
        named = (*_operators(listing, name), *_names(listing, name))
        saved = () if name else _views("", views or {})
        return Offers(start, piece.end, (*named, *saved))
    field = FIELDS_OF[listing.kind].get(name.lower() or TEXT)
    start, end = _value_at(piece, cursor, start + len(name + operator))
    if field is None or field.sort is Sort.TEXT or field.name == "ref":
        return Offers(start, end)
    rest = text[: piece.start] + text[piece.end :]
    within = listing.narrowed(read_query(rest, views)).mask
    letters = plain(text[start:cursor].strip('"“”'))
    found = _values(listing, field, operator, within, letters)
    return Offers(start, end, tuple(found))


def _piece_at(text: str, cursor: int) -> Piece:
    """What is being typed; nothing yet behind a blank."""
    for piece in pieces(text):
        if piece.start <= cursor <= piece.end:
            return piece
    return Piece("", cursor)


def _value_at(piece: Piece, cursor: int, start: int) -> tuple[int, int]:
    """The value between commas that the cursor is in."""
    is_quoted, end = False, piece.end
    for at in range(start, piece.end):
        char = piece.text[at - piece.start]
        is_quoted ^= char in '"“”'
        if char == "," and not is_quoted:
            if at >= cursor:
                return start, at
            start = at + 1
    return start, end


def _operators(listing: Listing[Any], name: str) -> Iterator[Offer]:
    """Behind the whole name of a field, what may follow it."""
    field = FIELDS_OF[listing.kind].get(name.lower())
    for operator in field.operators if field else ():
        whole = f"{name}{operator}"
        yield Offer(whole, whole, help=OPERATORS[operator], is_final=False)


def _names(listing: Listing[Any], typed: str) -> Iterator[Offer]:
    """Fields that begin so."""
    for field in listing.fields:
        if field.name.startswith(typed.lower()) and field.name != typed.lower():
            text = f"{field.name}{USUAL.get(field.sort, '=')}"
            yield Offer(text, field.name, help=field.help, is_final=False)


def _views(typed: str, views: Mapping[str, str]) -> Iterator[Offer]:
    for name in sorted(views):
        if plain(name).startswith(plain(typed)):
            yield Offer(f"{VIEW}{name}", f"{VIEW}{name}", help=views[name])


def _values(
    listing: Listing[Any], field: Field, operator: str, within: bytes, letters: str
) -> Iterator[Offer]:
    """Those that begin so, then those a word of which does, then those that have the letters."""
    found = [tally for tally in tallies(listing, field, within) if tally[0] != NONE]
    counts = dict(found)
    if operator in COMPARE and field.ranked:
        found = [(word, counts.get(word, 0)) for word in field.ranked]
    elif field.vocabulary and letters:
        found += [(word, 0) for word in field.vocabulary.words if word not in counts]
    for tally in _ranked(listing, field, found, letters)[:MOST]:
        value = facet(listing, field, tally)
        yield Offer(written(value.value), value.label, value.count)


def _ranked(
    listing: Listing[Any], field: Field, found: Sequence[Tally], letters: str
) -> Sequence[Tally]:
    """Those that fit the letters, the best first; what fits alike keeps its order."""
    if not letters:
        return found
    rank = _rank_of_actors if field.sort is Sort.ACTOR else _rank_of_words
    ranks = rank(listing, field, letters)
    ranked = [(at, tally) for tally in found if (at := ranks(tally[0])) is not None]
    return [tally for _, tally in sorted(ranked, key=lambda pair: pair[0])]


Rank = Callable[[Any], int | None]
"""How well a value fits, 0 best; None where it does not."""


def _rank_of_actors(listing: Listing[Any], field: Field, letters: str) -> Rank:
    named = dict.fromkeys(listing.names.containing(letters), 1)
    named |= dict.fromkeys(listing.names.beginning(letters), 0)
    return named.get


def _rank_of_words(listing: Listing[Any], field: Field, letters: str) -> Rank:
    def rank(value: Any) -> int | None:
        label = plain(facet(listing, field, (value, 0)).label)
        if label.startswith(letters):
            return 0
        if f" {letters}" in label:
            return 1
        return 2 if letters in label else None

    return rank
