"""Which candidates of a text are named actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..found import Piece
from .candidates import Candidate, candidates
from .features import Evidence, features
from .gazetteer import gazetteer
from .tokens import Token, tokens_of
from .weights import SORTS, weights
from .words import KIND_OF_KNOWN, PEOPLES

ENOUGH = 0.5
"""How likely a name must be that of an actor to be drafted."""
KNOWN = 0.9
"""How likely a name in the tables is that of an actor."""


class Named(NamedTuple):
    """A candidate that is a name, of a sort (PER, ORG, LOC), and how likely it is one."""

    candidate: Candidate
    sort: str
    likely: float


def small_words(sentences: Sequence[Sequence[Token]]) -> frozenset[str]:
    """The words that stand in a text without a capital."""
    return frozenset(t.text for sentence in sentences for t in sentence if t.text.islower())


def named(text: str, sentences: Sequence[Piece]) -> Iterator[Named]:
    """The names of a text in its order; a name is of one sort wherever it stands."""
    tokens = [tokens_of(text, piece) for piece in sentences]
    found = [one for sentence in tokens for one in candidates(sentence)]
    judged = _judged(found, Evidence(found, small_words(tokens)))
    for one in found:
        sort, likely = judged[one.name]
        if likely >= ENOUGH and not _is_people(one.name):
            yield Named(one, sort, likely)


def peoples(text: str, sentences: Sequence[Piece]) -> Iterator[tuple[Candidate, str]]:
    """Words for the people of a country (`Russian`, `Russians`) with the code of the country."""
    for piece in sentences:
        for one in candidates(tokens_of(text, piece)):
            if one.first == one.last and (code := gazetteer().country_of_people(one.name)):
                yield one, code


def _is_people(name: str) -> bool:
    """Whether a name is a word for people or their creed, and for nobody who acts."""
    known = gazetteer()
    if name in known.countries or name in KIND_OF_KNOWN:
        return False
    return (
        bool(known.country_of_people(name)) or name in PEOPLES or name.removesuffix("s") in PEOPLES
    )


def _judged(found: Sequence[Candidate], text: Evidence) -> dict[str, tuple[str, float]]:
    """What every name most likely is, all its places together, and how likely it is an actor."""
    model = weights()
    sums: dict[str, list[list[float]]] = defaultdict(list)
    for one in found:
        sums[one.name].append(model.likelihoods(features(one, text, model.common)))
    return {name: _verdict(name, of) for name, of in sums.items()}


def _verdict(name: str, of: Sequence[Sequence[float]]) -> tuple[str, float]:
    """The sort of a name, and how likely it is one of an actor."""
    mean = [sum(column) / len(of) for column in zip(*of, strict=True)]
    actor = mean[:3]
    if name in gazetteer().countries:
        return "LOC", 1.0
    surely = name in KIND_OF_KNOWN and (" " in name or name.isupper())
    return SORTS[actor.index(max(actor))], max(sum(actor), KNOWN if surely else 0.0)
