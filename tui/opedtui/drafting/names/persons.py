"""Pronouns that can only mean one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.stretch import Stretch
from ..found import FoundMention
from .gazetteer import gazetteer
from .joining import Cluster
from .tokens import Stretches
from .words import HONORIFICS, word_set

PRONOUNS = {
    **dict.fromkeys(word_set("he him his himself"), "m"),
    **dict.fromkeys(word_set("she her hers herself"), "f"),
}
PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
FAR = 4
"""So many sentences back a pronoun still reaches."""
NEAR = 1
"""Where two would fit, the one named in this sentence or the one before."""
ALONE, ONE_OF_TWO = 0.85, 0.7


class Person(NamedTuple):
    """Where a person is meant: place in the text, sentence, whose place, and sex."""

    start: int
    sentence: int
    key: str
    sex: str


def sex_of(cluster: Cluster) -> str:
    """`m` or `f`, by title and first name; empty if neither tells."""
    for one in cluster.places:
        for word in one.title:
            if HONORIFICS.get(word.text):
                return HONORIFICS[word.text]
    first = cluster.name.split()[0]
    sex = gazetteer().first.get(first, "") if " " in cluster.name else ""
    return "" if sex == "e" else sex


def pronouns(
    text: str, sentences: Sequence[Stretch], found: Sequence[Cluster]
) -> dict[str, list[FoundMention]]:
    """For every person the pronouns that mean them; those of two are left to the reader."""
    places = Stretches(sentences)
    persons = sorted(_persons(places, found))
    meant: dict[str, list[FoundMention]] = defaultdict(list)
    for match in PRONOUN.finditer(text):
        sex = PRONOUNS[match.group().lower()]
        here = places.at(match.start())
        before = [p for p in persons if p.start < match.start() and here - p.sentence <= FAR]
        key, confidence = _antecedent(before, sex, here)
        if key:
            meant[key].append(FoundMention(*match.span(), "pronoun", "pronoun", confidence))
            persons = sorted([*_sexed(persons, key, sex), Person(match.start(), here, key, sex)])
    return meant


def _persons(places: Stretches, found: Sequence[Cluster]) -> Iterator[Person]:
    """Every place that names a person."""
    for cluster in found:
        if cluster.kind == "person":
            sex = sex_of(cluster)
            for one in cluster.places:
                yield Person(one.start, places.at(one.start), cluster.key, sex)


def _sexed(persons: Sequence[Person], key: str, sex: str) -> list[Person]:
    """The same persons, one of them with the sex that a pronoun told."""
    return [one._replace(sex=sex) if one.key == key else one for one in persons]


def _antecedent(before: Sequence[Person], sex: str, here: int) -> tuple[str, float]:
    """Whom a pronoun means, if one alone fits or one alone was named last; and how sure that is."""
    fitting = [one for one in before if one.sex in ("", sex)]
    if not fitting:
        return "", 0.0
    last = fitting[-1].sentence
    nearest = {one.key for one in fitting if one.sentence == last}
    nearest = {one.key for one in fitting if one.sentence == last and one.sex} or nearest
    alone = len({one.key for one in fitting}) == 1
    if len(nearest) != 1 or (not alone and here - last > NEAR):
        return "", 0.0
    return nearest.pop(), ALONE if alone else ONE_OF_TWO
