"""The address of a record: `c12` is the claim that TinyDB calls document 12 of `claims`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ..errors import OpedError, quoted


class RefError(OpedError):
    """What was given is not the address of a record."""


class Kind(StrEnum):
    """The kinds of record; the value is the letter their refs begin with."""

    DOCUMENT = "d"
    ACTOR = "a"
    CLAIM = "c"
    QUOTE = "q"
    EVENT = "e"
    RELATION = "r"
    NOTE = "n"
    MENTION = "m"

    @property
    def word(self) -> str:
        """`claim`"""
        return self.name.lower()

    @property
    def table(self) -> str:
        """`claims`: the name of the TinyDB table, and of the list on the command line."""
        return self.word + "s"


REF = re.compile(r"([dacqernm])([1-9][0-9]{0,17})")


class Ref(NamedTuple):
    """Stable and never reused: the number is TinyDB's own `doc_id`."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}{self.number}"

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read `c12`; RefError for anything else."""
        return _parsed(text)


@lru_cache(maxsize=2**16)
def _parsed(text: str) -> Ref:
    """Records name each other all the time: what is read again is the same value."""
    match = REF.fullmatch(text)
    if not match:
        letters = ", ".join(f"{kind} {kind.word}" for kind in Kind)
        what = f"{quoted(text)} is no ref"
        raise RefError(f"{what}; write a letter and a number ({letters}), e.g. c12")
    return Ref(Kind(match[1]), int(match[2]))
