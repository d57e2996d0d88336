"""Which candidates of a text are named actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .candidates import Candidate, candidates
from .features import Evidence, features
from .gazetteer import gazetteer
from .tokens import Token
from .weights import SORTS, weights
from .words import KIND_OF_KNOWN, NO_ACTORS, PEOPLES

ONCE, AGAIN, BARE = 0.35, 0.22, 0.55
"""How likely a name must be that of an actor to be drafted: named once, more than once, and where
its capital says nothing because it only begins sentences or is an ordinary word of the text."""
NO_ACTOR = 0.4
"""What remains of the likelihood of a name with the head of a law, an event or a work."""
TOWN = 0.6
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


def candidates_of(text: str, sentences: Sequence[Sequence[Token]]) -> list[Candidate]:
    """What could be a name; the `US` of `US$` is money."""
    found = (one for sentence in sentences for one in candidates(sentence))
    return [one for one in found if text[one.end : one.end + 1] != "$"]


def named(found: Sequence[Candidate], small: frozenset[str]) -> Iterator[Named]:
    """Those that are names, in their order; a name is of one sort wherever it stands."""
    evidence = Evidence(found, small)
    judged = _judged(found, evidence)
    for one in found:
        sort, likely = judged[one.name]
        if likely >= needed(one, evidence) and not _is_people(one.name):
            yield Named(one, sort, likely)


def needed(one: Candidate, text: Evidence) -> float:
    """How likely a name must be that of an actor, by how often and where the text has it."""
    single = one.first == one.last
    if single and (not text.within[one.name] or one.name.lower() in text.small):
        return BARE
    return AGAIN if text.times[one.name] > 1 else ONCE


def peoples(found: Sequence[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """Words for the people of a country (`Russian`, `Russians`) with the code of the country."""
    for one in found:
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
    return SORTS[actor.index(max(actor))], max(sum(actor) * _doubt(name), _least(name))


def _least(name: str) -> float:
    """How likely a name is at least that of an actor, because it is known."""
    if name in KIND_OF_KNOWN and _is_nothing_else(name):
        return KNOWN
    return TOWN if gazetteer().is_place(name) and name not in gazetteer().first else 0.0


def _is_nothing_else(name: str) -> bool:
    """Whether a known name is no ordinary word and nobody's first name."""
    if " " in name or name.isupper():
        return True
    return name.lower() not in weights().common and name not in gazetteer().first


def _doubt(name: str) -> float:
    """What remains of the likelihood of a name, for the words in it."""
    words = name.split()
    no_actor = words[-1] in NO_ACTORS or words[-1].removesuffix("s") in NO_ACTORS
    return NO_ACTOR if no_actor else 1.0
