"""What the rules find in a text, as values; offsets are code points, 0-based, end-exclusive."""

from __future__ import annotations

from typing import NamedTuple

from ..model.dates import Edtf
from ..model.stretch import Stretch


class FoundDate(NamedTuple):
    """Words that name a time, and the time; None for what cannot be told without a reference."""

    start: int
    end: int
    date: Edtf | None
    rule: str
    confidence: float
    """From 0 to 1."""


class FoundMention(NamedTuple):
    """Words that stand for an actor."""

    start: int
    end: int
    form: str
    """A word of the vocabulary of mentions: name, nominal, metonym, pronoun."""
    rule: str
    confidence: float


class FoundActor(NamedTuple):
    """An actor, by the name that a reader would list, and where it is named."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: tuple[FoundMention, ...]


class FoundQuote(NamedTuple):
    """Quoted words, and who says them as far as the text tells."""

    stretches: tuple[Stretch, ...]
    kind: str
    """A word of the vocabulary of quotes: direct, indirect, mixed, scare, title."""
    speaker: Stretch | None
    """The nearest words that say who speaks: `he`, `the minister`, `Mr Lavrov`."""
    cue: Stretch | None
    """The words that say that somebody speaks: `said`, `according to`."""
    attribution: str
    """explicit, anaphoric, implicit or none."""
    rule: str
    confidence: float


class FoundClaim(NamedTuple):
    """A sentence that may be a claim, for ranking; never accepted by itself."""

    stretch: Stretch
    label: str
    """opinion or checkable."""
    score: float
    """From 0 to 1: how likely it is an opinion, or how much there is to be checked."""
    cues: tuple[Stretch, ...]
    """Hedges, boosters, concessive and causal words that were seen."""
    kind: str
    """A word of the vocabulary of claims, as `certainty` is one of its own."""
    certainty: str
    rule: str


class FoundTie(NamedTuple):
    """Two claims side by side that a word ties together."""

    source: Stretch
    """Of the claim that it begins at."""
    target: Stretch
    kind: str
    """A kind of relation between claims."""
    cue: Stretch
    rule: str
