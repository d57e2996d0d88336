"""What a model answered about a part of a text, as far as the text bears it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product
from typing import Any, TypeVar

from ...model.dates import DateError, Edtf
from ...model.stretch import Stretch
from ...model.vocabulary import ATTRIBUTIONS, CERTAINTIES, CLAIM_KINDS, QUOTE_KINDS
from ..found import FoundClaim, FoundDate, FoundQuote
from .answer import Item, Malformed, confidence_of, pieces_of, word_of, words_of
from .form import LABELS
from .places import Places, unquoted
from .tally import Strange, Tally

NEAR = 400
"""Characters from a quotation within which its speaker, its cue and its next piece stand."""
SPOKEN_BY_NOBODY = ("scare", "title")

_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|now|ago|this|last|next|past|coming|recent|earlier|later"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[0-9]{4}")

T = TypeVar("T")


class Checker:
    """Judges what a model said about one part of a text."""

    def __init__(self, places: Places, rule: str, published: Edtf | None, tally: Tally) -> None:
        self._places = places
        self._rule = rule
        self._published = published
        self._tally = tally

    def quotes(self, answers: list[Any]) -> list[FoundQuote]:
        return self._kept(answers, self._quote, lambda quote: quote.stretches, _crosses)

    def claims(self, answers: list[Any]) -> list[FoundClaim]:
        return self._kept(answers, self._claim, lambda claim: (claim.stretch,), _crosses)

    def dates(self, answers: list[Any]) -> list[FoundDate]:
        return self._kept(answers, self._date, lambda date: (Stretch(*date[:2]),), _overlaps)

    def _kept(
        self,
        answers: list[Any],
        judge: Callable[[Item, int], T],
        places: Callable[[T], Sequence[Stretch]],
        is_at_odds: Callable[[Stretch, Stretch], bool],
    ) -> list[T]:
        """In the order of the text. What is said twice counts once; of two at odds, the first."""
        kept: dict[tuple[Stretch, ...], T] = {}
        after = 0
        for item in self._tally.items(answers):
            with self._tally.counting():
                thing = judge(item, after)
                stretches = tuple(places(thing))
                if stretches not in kept and _any_two(is_at_odds, stretches, chain(*kept)):
                    raise Malformed
                kept.setdefault(stretches, thing)
                after = stretches[-1].end
        return [kept[stretches] for stretches in sorted(kept)]

    def _quote(self, item: Item, after: int) -> FoundQuote:
        kind = word_of(item, "kind", QUOTE_KINDS)
        attribution = word_of(item, "attribution", ATTRIBUTIONS, "none")
        said = tuple(self._pieces([*map(unquoted, pieces_of(item, "words"))], after))
        is_said = kind not in SPOKEN_BY_NOBODY
        speaker = self._beside(said, words_of(item, "speaker")) if is_said else None
        cue = self._beside(said, words_of(item, "cue")) if is_said else None
        if not speaker and attribution != "implicit":
            attribution = "none"
        return FoundQuote(said, kind, speaker, cue, attribution, self._rule, confidence_of(item))

    def _pieces(self, pieces: Sequence[str], after: int) -> Iterator[Stretch]:
        """All of them, one after another, or it is not what was said."""
        if not pieces:
            raise Malformed
        found = self._places.first(pieces[0], after)
        for piece in pieces[1:]:
            if not found:
                break
            yield found
            found = self._places.next(piece, found.end, NEAR)
        if not found:
            raise Strange
        yield found

    def _beside(self, said: Sequence[Stretch], words: str) -> Stretch | None:
        """Who speaks, or that somebody does; what is not there is missed by itself."""
        found = self._places.nearest(words, said, NEAR) if words else None
        if words:
            self._tally.answers += 1
            self._tally.strange += found is None
        return found

    def _claim(self, item: Item, after: int) -> FoundClaim:
        return FoundClaim(
            stretch=self._place(item, after),
            label=word_of(item, "label", LABELS),
            score=confidence_of(item),
            cues=(),
            kind=word_of(item, "kind", CLAIM_KINDS),
            certainty=word_of(item, "certainty", CERTAINTIES, "unstated"),
            rule=self._rule,
        )

    def _date(self, item: Item, after: int) -> FoundDate:
        start, end = self._place(item, after)
        date = self._time(words_of(item, "edtf"), self._places.text[start:end])
        return FoundDate(start, end, date, self._rule, confidence_of(item))

    def _time(self, edtf: str, words: str) -> Edtf | None:
        """A relative time cannot be told without a day to reckon from, whatever a model says."""
        try:
            date = Edtf.parse(edtf) if edtf else None
        except DateError as error:
            raise Malformed from error
        is_guessed = not self._published and _RELATIVE.search(words) and not _YEAR.search(words)
        return None if is_guessed else date

    def _place(self, item: Item, after: int) -> Stretch:
        words = words_of(item, "words")
        if not words:
            raise Malformed
        found = self._places.first(words, after)
        if not found:
            raise Strange
        return found


def _any_two(
    are_so: Callable[[Stretch, Stretch], bool], some: Iterable[Stretch], others: Iterable[Stretch]
) -> bool:
    return any(are_so(one, other) for one, other in product(some, others))


def _overlaps(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _crosses(one: Stretch, other: Stretch) -> bool:
    """Whether they overlap and neither is the smaller one within the other."""
    is_within = (one.start - other.start) * (one.end - other.end) <= 0
    return _overlaps(one, other) and (one == other or not is_within)
