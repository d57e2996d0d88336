"""Claims: whether those ranked first are sentences that people called opinions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opedtui.drafting.found import FoundClaim

from .gold import GoldClaim
from .shares import Drafted, Figures, share, shared

FEWEST = 4
"""Of fewer sentences there is little to choose."""
DEPTHS = (1, 3)


def claim_figures(texts: Sequence[Drafted]) -> Figures:
    """A rank that no draft fills counts as wrong."""
    ranked: list[list[bool]] = []
    sentences: list[GoldClaim] = []
    for gold, draft in texts:
        if gold.claims and _is_worth_ranking(gold.claims):
            ranked.append(list(_opinions(gold.claims, draft.claims)))
            sentences += gold.claims
    figures = {f"P@{depth}": share(_first(depth, ranked)) for depth in DEPTHS}
    return figures | {"chance": share(sentence.opinion for sentence in sentences)}


def _is_worth_ranking(sentences: Sequence[GoldClaim]) -> bool:
    return len(sentences) >= FEWEST and any(sentence.opinion for sentence in sentences)


def _first(depth: int, ranked: Sequence[Sequence[bool]]) -> Iterator[bool]:
    for of_text in ranked:
        yield from (*of_text, *[False] * depth)[:depth]


def _opinions(sentences: Sequence[GoldClaim], claims: Sequence[FoundClaim]) -> Iterator[bool]:
    """Of the sentences drafted as opinions, the likeliest first, whether they are."""
    likeliest = sorted(claims, key=lambda claim: -claim.score)
    drafted = (_sentence(c, sentences) for c in likeliest if c.label == "opinion")
    return (sentence.opinion for sentence in dict.fromkeys(drafted) if sentence)


def _sentence(claim: FoundClaim, sentences: Sequence[GoldClaim]) -> GoldClaim | None:
    """The one that has most of its words."""
    best = max(sentences, key=lambda sentence: shared(sentence.place, claim.stretch))
    return best if shared(best.place, claim.stretch) else None
