"""The actors of a text, with every place that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.stretch import Stretch
from ..found import FoundActor, FoundMention
from .candidates import Candidate
from .finding import candidates_of, named, peoples, small_words
from .gazetteer import gazetteer
from .interviews import interviewed
from .joining import Cluster, clusters
from .persons import pronouns
from .tokens import tokens_of
from .words import ACTING, INSIDE

SURE, LIKELY = 0.9, 0.6


def names(text: str, sentences: Sequence[Stretch]) -> list[FoundActor]:
    """The named actors of a text, in the order in which they first appear."""
    tokens = [tokens_of(text, piece) for piece in sentences]
    possible = candidates_of(text, tokens)
    found = clusters(list(named(possible, small_words(tokens))))
    spoken = pronouns(text, sentences, found)
    asked = interviewed(text, found)
    people = list(peoples(possible))
    acting = _metonyms(text, found)
    actors = []
    for cluster in found:
        mentions = [*_named(cluster), *spoken.get(cluster.key, []), *acting.get(cluster.key, [])]
        mentions += asked.get(cluster.key, [])
        if cluster.kind == "state":
            mentions += [_mention(one, "demonym") for one, code in people if code == cluster.key]
        if mentions:
            actors.append(_actor(cluster, mentions))
    return sorted(actors, key=lambda actor: actor.mentions[0].start)


def _actor(cluster: Cluster, mentions: list[FoundMention]) -> FoundActor:
    """A cluster as an actor."""
    name = cluster.name
    aliases = tuple(sorted(other for other in cluster.names if other != name))
    return FoundActor(name, cluster.kind, aliases, tuple(sorted(set(mentions))))


def _named(cluster: Cluster) -> Iterator[FoundMention]:
    """Where an actor is named, titles included."""
    for one in cluster.places:
        start = one.title[0].start if one.title else one.start
        rule = "title" if one.title else "name"
        yield FoundMention(start, one.end, "name", rule, round(cluster.likely, 2))


def _mention(one: Candidate, rule: str) -> FoundMention:
    """A place where a people or a capital stands for its country."""
    form = "metonym" if rule == "capital" else "name"
    return FoundMention(one.start, one.end, form, rule, LIKELY if rule == "capital" else SURE)


def _metonyms(text: str, found: list[Cluster]) -> dict[str, list[FoundMention]]:
    """Capitals that act, by the country that they stand for; they leave the actor of the town.

    Only where the country is an actor of the text already: a town that speaks alone stays a town.
    """
    states = {cluster.key for cluster in found if cluster.kind == "state"}
    acting: dict[str, list[FoundMention]] = {}
    for cluster in found:
        code = gazetteer().capitals.get(cluster.name, "")
        if code in states and cluster.kind == "place":
            acts = [one for one in cluster.places if _acts(text, one)]
            cluster.places = [one for one in cluster.places if one not in acts]
            acting.setdefault(code, []).extend(_mention(one, "capital") for one in acts)
    return acting


def _acts(text: str, one: Candidate) -> bool:
    """Whether what follows a name is what only somebody who acts can do."""
    return one.beside(-1) not in INSIDE and bool(ACTING.match(text, one.end + 1))
