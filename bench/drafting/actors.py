"""Actors: whether those named are found, no others, and as what; and whom pronouns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opedtui.drafting.found import FoundActor
from opedtui.model.stretch import Stretch

from .gold import GoldActor, GoldText
from .shares import Drafted, Figures, likeness, share

LIKE_ENOUGH = 0.3
"""Least likeness of a drafted name to the one that it stands for: `Mr Lavrov` to `Lavrov`."""
BROAD = {"person": "person", "place": "place", "state": "place", "population": "population"}
"""All other kinds of actors are organisations."""

Meaning = dict[int, str]
"""Of drafted actors, by their place in the draft, the id of whom each stands for; or nothing."""


class Met(NamedTuple):
    """A drafted actor, and the one that it stands for; None for nobody whom people marked."""

    found: FoundActor
    gold: GoldActor | None


def actor_figures(texts: Sequence[Drafted]) -> Figures:
    """What is optional is neither asked for nor held against a draft."""
    met: list[Met] = []
    asked: list[tuple[GoldActor, bool]] = []
    pronouns: list[bool | None] = []
    for gold, draft in texts:
        if gold.actors is not None:
            meaning = meaning_of(gold, draft.actors)
            met += _met(gold.actors, draft.actors, meaning)
            asked += [(a, a.id in meaning.values()) for a in gold.actors if not a.optional]
            pronouns += _pronouns(gold.actors, draft.actors, meaning)
    tried = [right for right in pronouns if right is not None]
    return {
        "P": share(one.gold is not None for one in met),
        "R": share(got for _, got in asked),
        "salient R": share(got for actor, got in asked if actor.salience),
        "kind": share(_is_broadly(one.found.kind, one.gold) for one in met if one.gold),
        "fine kind": share(
            one.found.kind in one.gold.kinds for one in met if one.gold and one.gold.kinds
        ),
        "pronouns drafted": len(tried) / len(pronouns) if pronouns else 0.0,
        "pronouns right": share(tried),
    }


def meaning_of(gold: GoldText, actors: Sequence[FoundActor]) -> Meaning:
    """Whom each drafted actor stands for; one without a name in the text is passed over."""
    meaning: Meaning = {}
    for at, actor in enumerate(actors):
        names = list(_names(gold, actor))
        if names:
            votes = Counter(filter(None, (_stands_for(name, gold) for name in names)))
            meaning[at] = votes.most_common(1)[0][0] if votes else ""
    return meaning


def _names(gold: GoldText, actor: FoundActor) -> Iterator[Stretch]:
    """Its mentions, without those which people marked as pronouns and descriptions."""
    marked = gold.actors or ()
    nameless = {mention.place for one in marked for mention in one.meant()}
    nameless -= {place for one in marked for place in one.named()}
    places = (Stretch(mention.start, mention.end) for mention in actor.mentions)
    return (place for place in places if place not in nameless)


def _stands_for(name: Stretch, gold: GoldText) -> str:
    best = max(
        ((likeness(name, place), one.id) for one in gold.actors or () for place in one.named()),
        default=(0.0, ""),
    )
    return best[1] if best[0] >= LIKE_ENOUGH else ""


def _met(
    marked: Sequence[GoldActor], actors: Sequence[FoundActor], meaning: Meaning
) -> Iterator[Met]:
    by_id = {actor.id: actor for actor in marked}
    for at, id in meaning.items():
        gold = by_id.get(id)
        if gold is None or not gold.optional:
            yield Met(actors[at], gold)


def _is_broadly(kind: str, gold: GoldActor) -> bool:
    """A state may stand for a place, and for those who govern it."""
    right = {BROAD.get(kind, "organisation") for kind in gold.kinds} or {gold.kind}
    if kind == "state":
        return bool(right & {"place", "organisation"})
    return BROAD.get(kind, "organisation") in right


def _pronouns(
    marked: Sequence[GoldActor], actors: Sequence[FoundActor], meaning: Meaning
) -> Iterator[bool | None]:
    """Of each pronoun whether the right actor was drafted there; None where none was."""
    drafted = {
        Stretch(mention.start, mention.end): meaning.get(at, "")
        for at, actor in enumerate(actors)
        for mention in actor.mentions
    }
    for actor in marked:
        for place, form in actor.meant():
            if form == "pronoun":
                yield drafted[place] == actor.id if place in drafted else None
