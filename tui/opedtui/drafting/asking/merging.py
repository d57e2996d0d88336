"""The actors of all parts of a text: one of each, and every place that names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model.stretch import Stretch
from ..found import FoundActor, FoundMention
from .actors import Drafted
from .places import Places


def merged(drafts: Iterable[Drafted]) -> list[Drafted]:
    """One for each name; by an alias only where it is of one actor, and of the same kind."""
    homes: dict[str, Drafted] = {}
    for draft in drafts:
        key = _key(draft.name)
        home = homes.get(key) or _known_as(draft, homes.values())
        homes[_key(home.name) if home else key] = _joined(home, draft) if home else draft
    return list(homes.values())


def actors(drafts: Sequence[Drafted], places: Places, rule: str) -> list[FoundActor]:
    """In the order in which they are first mentioned; who is nowhere told apart is left out."""
    spoken = _spoken(drafts)
    named = _named(drafts, places, set(spoken))
    found = []
    for draft in drafts:
        stretches = [place for place, owner in named.items() if owner is draft]
        mentions = [FoundMention(*place, "name", rule, draft.confidence) for place in stretches]
        mentions += [mention for mention, owner in spoken.values() if owner is draft]
        if mentions:
            found.append(_actor(draft, places, sorted(mentions)))
    return sorted(found, key=lambda actor: actor.mentions[0].start)


def _known_as(draft: Drafted, others: Iterable[Drafted]) -> Drafted | None:
    same = [o for o in others if o.kind == draft.kind and _key(draft.name) in map(_key, o.names)]
    return same[0] if len(same) == 1 else None


def _joined(one: Drafted, other: Drafted) -> Drafted:
    return one._replace(
        names=tuple(dict.fromkeys(one.names + other.names)),
        mentions=tuple(dict.fromkeys(one.mentions + other.mentions)),
        confidence=max(one.confidence, other.confidence),
    )


def _spoken(drafts: Sequence[Drafted]) -> dict[Stretch, tuple[FoundMention, Drafted]]:
    """What the model gave to an actor without a name; the first has it."""
    spoken: dict[Stretch, tuple[FoundMention, Drafted]] = {}
    for draft in drafts:
        for mention in draft.mentions:
            spoken.setdefault(Stretch(mention.start, mention.end), (mention, draft))
    return spoken


def _named(
    drafts: Sequence[Drafted], places: Places, taken: set[Stretch]
) -> Mapping[Stretch, Drafted]:
    """Whose name stands where. `Washington` in `Washington Post` is the newspaper."""
    claimed: dict[Stretch, list[Drafted]] = defaultdict(list)
    for draft in drafts:
        for place in {place for name in draft.names for place in places.all(name)} - taken:
            claimed[place].append(draft)
    owners = {place: _owners(place, claimed[place], places.text) for place in _outermost(claimed)}
    return {place: who[0] for place, who in owners.items() if len(who) == 1}


def _owners(place: Stretch, claimants: list[Drafted], text: str) -> list[Drafted]:
    """Those that are listed by this very name, else all: a surname of two is left to the reader."""
    name = _key(text[slice(*place)])
    return [one for one in claimants if _key(one.name) == name] or claimants


def _outermost(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    reach = 0
    for place in sorted(stretches, key=lambda place: (place.start, -place.end)):
        if place.end > reach:
            reach = place.end
            yield place


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _actor(draft: Drafted, places: Places, mentions: list[FoundMention]) -> FoundActor:
    """Its aliases are its other names, as the text has them."""
    seen = [places.first(name) for name in draft.names]
    names = [" ".join(places.text[slice(*place)].split()) for place in seen if place]
    aliases = tuple(dict.fromkeys(name for name in names if name != draft.name))
    return FoundActor(draft.name, draft.kind, aliases, tuple(mentions))
