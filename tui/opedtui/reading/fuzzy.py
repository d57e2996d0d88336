"""How well a few typed letters fit a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TypeVar

T = TypeVar("T")

LONG = 2000
"""Characters of a name that count; no reader types more to tell two apart."""
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]+")
"""Accents, and the points of Hebrew and Arabic."""
_SHORT = 60
"""In longer names scattered letters are found by accident."""


class Fit(IntEnum):
    """Where the letters stand in a name, the best last."""

    NOT = 0
    SCATTERED = 1
    WITHIN = 2
    WORD = 3
    START = 4
    WHOLE = 5


def folded(text: str) -> str:
    """Without case and accents: `Álvaro` is found as `alvaro`."""
    text = text[:LONG]
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def fit(letters: str, name: str) -> Fit:
    """Both folded. Scattered letters have to stand in one word, and begin it."""
    at = name.find(letters)
    if at < 0:
        return Fit.SCATTERED if _is_scattered(letters, name) else Fit.NOT
    if at == 0:
        return Fit.WHOLE if letters == name else Fit.START
    begins_a_word = not name[at - 1].isalnum() or f" {letters}" in name
    return Fit.WORD if begins_a_word else Fit.WITHIN


def best(query: str, named: Iterable[tuple[T, Sequence[str]]]) -> list[T]:
    """What has every word of the query in its (folded) names, the best first.

    What fits alike keeps its order; an empty query fits everything.
    """
    whole = " ".join(folded(query).split())
    words = whole.split()
    scored = ((_score(whole, words, names), item) for item, names in named)
    found = [(score, item) for score, item in scored if score or not words]
    return [item for _, item in sorted(found, key=lambda pair: -pair[0])]


def _score(whole: str, words: Sequence[str], names: Sequence[str]) -> int:
    total = 0
    for word in words:
        most = max((fit(word, name) for name in names), default=Fit.NOT)
        if most is Fit.NOT:
            return 0
        total += most
    return total + max((fit(whole, name) for name in names), default=0)


def _is_scattered(letters: str, name: str) -> bool:
    if len(letters) < 2 or len(name) > _SHORT:
        return False
    return any(word[0] == letters[0] and _in_order(letters, word) for word in name.split())


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
