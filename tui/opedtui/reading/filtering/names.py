"""Actors as a filter names them: by name, alias or ref, with their parts."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from ...model.records import Actor
from ...model.refs import REF, Kind, Ref
from ..finding import names_of
from ..library import Library
from .folding import plain


class Names:
    """The names of all actors, and what each is a part of; actors are told by their numbers."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._begun: dict[str, frozenset[int]] = {}
        self._chains: dict[int, tuple[int, ...]] = {}

    def called(self, name: str) -> frozenset[int]:
        """Who is called exactly so, or has this ref."""
        found = set(self._named.get(plain(name), ()))
        if REF.fullmatch(name) and self.name_of(Ref.parse(name).number):
            ref = Ref.parse(name)
            found |= {ref.number} if ref.kind is Kind.ACTOR else set()
        return frozenset(found)

    def beginning(self, letters: str) -> frozenset[int]:
        """Who has a name of which a word begins so."""
        start = plain(letters)
        if start not in self._begun:
            inner = f" {start}"
            found = [ns for name, ns in self._worded.items() if inner in name]
            self._begun[start] = frozenset().union(*found)
        return self._begun[start]

    def containing(self, letters: str) -> frozenset[int]:
        """Who has these letters in a name."""
        part = plain(letters)
        return frozenset(n for name, ns in self._named.items() if part in name for n in ns)

    def near(self, name: str) -> frozenset[int]:
        """Who has a name that is written almost so."""
        # Only a slip needs it.
        from difflib import get_close_matches

        close = get_close_matches(plain(name), self._named, 3, 0.7)
        return frozenset(number for like in close for number in self._named[like])

    def with_parts(self, numbers: frozenset[int]) -> frozenset[int]:
        """The actors, and all that are parts of them, at any remove."""
        found, ahead = set(numbers), list(numbers)
        while ahead:
            parts = [part for part in self._parts.get(ahead.pop(), ()) if part not in found]
            found.update(parts)
            ahead += parts
        return frozenset(found)

    def wholes(self, number: int) -> tuple[int, ...]:
        """The actor, and all that it is a part of, at any remove."""
        if number not in self._chains:
            self._chains[number] = self._wholes(number)
        return self._chains[number]

    def _wholes(self, number: int) -> tuple[int, ...]:
        chain: list[int] = []
        actor: Actor | None = self._actors.get(number)
        while actor and actor.ref.number not in chain:
            chain.append(actor.ref.number)
            actor = self._actors.get(actor.part_of.number) if actor.part_of else None
        return tuple(chain)

    def name_of(self, number: int) -> str:
        """Its name; nothing if there is no such actor."""
        actor = self._actors.get(number)
        return actor.name if actor else ""

    def calls(self, number: int) -> str:
        """What a filter may call it: its name, or its ref where others have that name too."""
        name = self.name_of(number)
        alone = name and len(self._named.get(plain(name), ())) == 1
        return name if alone else str(Ref(Kind.ACTOR, number))

    def prepare(self) -> None:
        """Read the names now, while nobody waits for them."""
        assert self._worded is not None

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        return {actor.ref.number: actor for actor in self._library.actors}

    @cached_property
    def _named(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, actor in self._actors.items():
            for name in (*names_of(actor), *_surname(actor)):
                found[plain(name)].add(number)
        return found

    @cached_property
    def _worded(self) -> dict[str, set[int]]:
        """The names with a blank before each word."""
        return {f" {name}": numbers for name, numbers in self._named.items()}

    @cached_property
    def _parts(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number, actor in self._actors.items():
            if actor.part_of:
                found[actor.part_of.number].append(number)
        return found


def _surname(actor: Actor) -> list[str]:
    """Lists call a person by the last of the names."""
    return actor.name.split()[-1:] if actor.kind == "person" else []
