"""Which names are of one actor: full name and surname, long name and initials, a state's names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .candidates import Candidate
from .finding import Named
from .gazetteer import gazetteer
from .kinds import kind_of
from .words import INSIDE, KIND_OF_KNOWN, word_set

SMALL = word_set("of the and for de la")


@dataclass
class Cluster:
    """The names of one actor while they are gathered."""

    key: str
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    places: list[Candidate] = field(default_factory=list)
    likely: float = 0.0

    def add(self, one: Named) -> None:
        """One more place where it is named."""
        self.names[one.candidate.name] += 1
        self.places.append(one.candidate)
        self.likely = max(self.likely, one.likely)

    @property
    def name(self) -> str:
        """The name that a reader would list: a country's usual one, else the fullest."""
        known = gazetteer()
        if self.kind == "state" and self.key in known.name_of:
            return known.name_of[self.key]
        return max(self.names, key=lambda name: (len(name.split()), self.names[name], name))


def clusters(found: Sequence[Named]) -> list[Cluster]:
    """The actors behind the names, in the order of the text, without the surnames of two people."""
    titled = {one.candidate.name for one in found if one.candidate.title}
    kinds = {
        one.candidate.name: kind_of(one.candidate.name, one.sort, one.candidate.name in titled)
        for one in found
    }
    kinds |= dict.fromkeys(_surnames(found, kinds), "person")
    keys = _keys(kinds)
    made: dict[str, Cluster] = {}
    for one in found:
        key = keys[one.candidate.name]
        if key:
            kind = kinds.get(key) or kinds[one.candidate.name]
            made.setdefault(key, Cluster(key, kind)).add(one)
    return list(made.values())


def _surnames(found: Sequence[Named], kinds: dict[str, str]) -> Iterator[str]:
    """Names of towns that the text has as surnames: `Lisa London`, then `London said`."""
    ends = {name.split()[-1] for name in kinds if kinds[name] == "person" and " " in name}
    inside = {one.candidate.name for one in found if one.candidate.beside(-1) in INSIDE}
    for name, kind in kinds.items():
        if kind == "place" and name in ends and name not in inside:
            yield name


def _keys(kinds: dict[str, str]) -> dict[str, str]:
    """For every name the name that its actor is gathered under; empty for a name of two."""
    full = {name: name for name in kinds}
    for name, kind in kinds.items():
        owners = _owners(name, kind, kinds)
        if name in gazetteer().countries:
            full[name] = gazetteer().countries[name]
        elif len(owners) == 1:
            full[name] = owners[0]
        elif len(owners) > 1 and kind == "person":
            full[name] = ""
    return {name: full.get(full[name], full[name]) for name in full}


def _owners(name: str, kind: str, kinds: dict[str, str]) -> list[str]:
    """The longer names that a name may be short for; `John F. Smith` and `John Smith` are one."""
    words = name.split()
    longer = [
        other
        for other in kinds
        if len(other) > len(name) and _is_short_for(words, other, kind, kinds)
    ]
    return [
        a for a in longer if not any(a != b and _same_person(a.split(), b.split()) for b in longer)
    ]


def _is_short_for(words: list[str], other: str, kind: str, kinds: dict[str, str]) -> bool:
    """Whether words may stand for a longer name of the same kind."""
    longer = other.split()
    if kind == "person" and kinds[other] == "person":
        return (
            words[0] in (longer[0], longer[-1]) if len(words) == 1 else _same_person(words, longer)
        )
    if kinds[other] in ("person", "state") or (len(words) > 1 and kind == "place"):
        return False
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return words[0].replace(".", "") in _initials(longer)
    headed = len(words) == 1 and (words[0] == longer[0] or words[0] == longer[-1])
    return headed and kind != "place" and kinds[other] != "place" and not _is_known(words[0])


def _is_known(name: str) -> bool:
    """Whether a name has a bearer of its own: `Congress` is no short `Congress Party`."""
    return name in KIND_OF_KNOWN or name in gazetteer().cities


def _same_person(short: list[str], full: list[str]) -> bool:
    """Whether a longer name only adds names in between, or after: `John Smith`, `John F. Smith`."""
    if len(short) < 2 or len(short) >= len(full) or short[0] != full[0]:
        return False
    return short[-1] == full[-1] or short == full[: len(short)]


def _initials(words: Iterable[str]) -> Iterator[str]:
    """The initials of a name, with and without its small words."""
    listed = list(words)
    yield "".join(word[0] for word in listed if word not in SMALL)
    yield "".join(word[0].upper() for word in listed)
