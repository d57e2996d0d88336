"""Words by which a sentence shows that it asserts: how sure, how judged, on what grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...model.stretch import Stretch
from .lexicon import LEXICON

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[!?]")


class Cue(NamedTuple):
    """Words of a sentence, and what they are a sign of: a key of the lexicon."""

    start: int
    end: int
    sign: str

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.start, self.end)


def cues(text: str, within: Stretch) -> list[Cue]:
    """Every cue of a sentence in order; of two that begin with one word the longer."""
    words = [(m.start(), m.end(), _plain(m[0])) for m in _WORD.finditer(text, *within)]
    return list(_found(words))


def _found(words: list[tuple[int, int, str]]) -> Iterator[Cue]:
    at = 0
    while at < len(words):
        length, sign = _longest(words, at)
        if sign:
            yield Cue(words[at][0], words[at + length - 1][1], sign)
        at += length


def _longest(words: list[tuple[int, int, str]], at: int) -> tuple[int, str]:
    """How many words from here belong together, and what they are a sign of, if of anything."""
    for phrase, sign in _phrases().get(words[at][2], ()):
        length = len(phrase)
        if tuple(word for _, _, word in words[at : at + length]) == phrase:
            return length, sign
    return 1, ""


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases by their first words, the longer ones first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sign, phrases in LEXICON.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append((words, sign))
    return {
        first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for first, found in by_first.items()
    }


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
