"""The arithmetic that all measures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from opedtui.drafting.draft import Draft
from opedtui.model.stretch import Stretch

from .gold import GoldText

Figures = dict[str, float]


class Drafted(NamedTuple):
    """A text with its right answers, and what was drafted of it."""

    gold: GoldText
    draft: Draft


def share(rights: Iterable[bool]) -> float:
    """How many of them are true; 0 of nothing."""
    counted = list(rights)
    return sum(counted) / len(counted) if counted else 0.0


def f_score(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def agreement(both: int, found: int, wanted: int) -> float:
    """The F of what is right, of so many found and so many wanted."""
    return 2 * both / (found + wanted) if found + wanted else 0.0


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Characters that belong to both."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: Stretch, other: Stretch) -> float:
    """Characters that belong to both, of those that belong to either."""
    both = shared(one, other)
    return both / (one.end - one.start + other.end - other.start - both)
