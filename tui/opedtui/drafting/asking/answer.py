"""The JSON in what a model wrote, whatever it put around it, read without trust."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ...model.vocabulary import Vocabulary
from .failing import NoAnswer

HALF = 0.5
"""How sure a model is that does not say."""
MOST = 500
"""Items in a list of an answer about one part of a text."""
LISTS = ("actors", "quotes", "claims", "dates")

_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)```", re.DOTALL | re.IGNORECASE)

Item = dict[str, Any]


class Malformed(Exception):
    """An item that is not of the form asked for."""


def parsed(content: str) -> dict[str, list[Any]]:
    """The lists of an answer; NoAnswer if it has none of them."""
    for candidate in _candidates(content):
        try:
            found = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and any(isinstance(found.get(name), list) for name in LISTS):
            return {name: list_of(found, name) for name in LISTS}
    raise NoAnswer("The model did not answer in the form asked for; try another model")


def _candidates(content: str) -> Iterator[str]:
    """What a model thought aloud before it is left aside."""
    answer = content.rpartition("</think>")[2]
    yield answer
    yield from reversed(_FENCED.findall(answer))
    yield answer[answer.find("{") : answer.rfind("}") + 1]


def list_of(item: Item, name: str) -> list[Any]:
    """Nothing where there is no list."""
    value = item.get(name)
    return value if isinstance(value, list) else []


def words_of(item: Item, name: str) -> str:
    """Words, "" where there are none."""
    value = item.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Malformed
    return value.strip()


def pieces_of(item: Item, name: str) -> tuple[str, ...]:
    """One or several words; a model that wrote one without a list is understood."""
    value = item.get(name)
    pieces = [value] if isinstance(value, str) else [] if value is None else value
    if not isinstance(pieces, list) or len(pieces) > MOST:
        raise Malformed
    if not all(isinstance(piece, str) for piece in pieces):
        raise Malformed
    return tuple(piece.strip() for piece in pieces if piece.strip())


def word_of(item: Item, name: str, vocabulary: Vocabulary, otherwise: str = "") -> str:
    """A known word: what a model makes up is not welcome where what a reader makes up is."""
    word = words_of(item, name).lower() or otherwise
    if word not in vocabulary.words:
        raise Malformed
    return word


def confidence_of(item: Item) -> float:
    """From 0 to 1."""
    value = item.get("confidence")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return HALF
    return float(value) if 0 <= value <= 1 else HALF
