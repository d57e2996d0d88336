"""Sentences: whether they end where people ended them."""

from __future__ import annotations

from collections.abc import Sequence

from opedtui.model.stretch import Stretch

from .shares import Drafted, Figures, f_score, share


def sentence_figures(texts: Sequence[Drafted]) -> Figures:
    """An end is right within one character."""
    ends = [
        (_ends(gold.text, gold.sentences), _ends(gold.text, draft.sentences))
        for gold, draft in texts
        if gold.sentences is not None
    ]
    precision = share(_near(end, wanted) for wanted, found in ends for end in found)
    recall = share(_near(end, found) for wanted, found in ends for end in wanted)
    return {"F": f_score(precision, recall)}


def _ends(text: str, sentences: Sequence[Stretch]) -> set[int]:
    return {start + len(text[start:end].rstrip()) for start, end in sentences}


def _near(end: int, ends: set[int]) -> bool:
    return not ends.isdisjoint((end - 1, end, end + 1))
