"""Which actor of the library a drafted one is: told by a name they share, never by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..model.records import Actor
from .found import FoundActor

ALIKE = 0.8
"""From here on two names are worth a second look; linking by it is wrong 17 times in 100."""


class Known:
    """The actors of a library, by their names and, of persons, by the last word of them."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._by_name: dict[str, list[Actor]] = defaultdict(list)
        self._by_surname: dict[str, list[Actor]] = defaultdict(list)
        for actor in actors:
            for name in dict.fromkeys(map(_plain, _names(actor))):
                self._by_name[name].append(actor)
                if actor.kind == "person" and name:
                    self._by_surname[name.split()[-1]].append(actor)

    def find(self, found: FoundActor) -> Actor | None:
        """The one actor that it must be; None where there is none, or more than one."""
        return _only(self._so_called(found)) or _only(self._of_the_surname(found))

    def like(self, found: FoundActor) -> Actor | None:
        """The one with the name most like it, to be looked at by the reader."""
        names = [name for name in self._by_name if _likeness(name, _plain(found.name)) >= ALIKE]
        best = max(names, key=lambda name: _likeness(name, _plain(found.name)), default=None)
        return self._by_name[best][0] if best else None

    def _so_called(self, found: FoundActor) -> Iterator[Actor]:
        for name in (found.name, *found.aliases):
            for actor in self._by_name.get(_plain(name), ()):
                if (actor.kind == "person") == (found.kind == "person"):
                    yield actor

    def _of_the_surname(self, found: FoundActor) -> Iterator[Actor]:
        words = _plain(found.name).split()
        if found.kind == "person" and words:
            for actor in self._by_surname.get(words[-1], ()):
                if any(_may_be_one(words, _plain(name).split()) for name in _names(actor)):
                    yield actor


def suggested(known: Sequence[Actor], drafted: Iterable[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """(a drafted actor, a known one that it may be): never linked, only told."""
    names = Known(known)
    for actor in drafted:
        like = names.like(FoundActor(actor.name, actor.kind, (), ()))
        if like and (like.kind == "person") == (actor.kind == "person"):
            yield actor, like


def _may_be_one(one: list[str], other: list[str]) -> bool:
    """`Lavrov` and `Sergey Lavrov`, `V. Putin` and `Vladimir Putin`; one surname is theirs."""
    if not other or one[-1] != other[-1]:
        return False
    return all(
        short == long or (short.endswith(".") and long.startswith(short[:-1]))
        for short, long in zip(*sorted((one[:-1], other[:-1]), key=_letters), strict=False)
    )


def _letters(words: list[str]) -> int:
    return sum(map(len, words))


def _names(actor: Actor) -> Iterator[str]:
    yield actor.name
    for alias in actor.aliases:
        if alias.kind not in ("metonym", "epithet"):
            yield alias.text


def _only(actors: Iterable[Actor]) -> Actor | None:
    found = {actor.ref: actor for actor in actors}
    return next(iter(found.values())) if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
