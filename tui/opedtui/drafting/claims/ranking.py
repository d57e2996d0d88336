"""How likely a sentence is an opinion that the text puts forward, from its cues and its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import exp

from ...model.stretch import Stretch
from ..found import FoundClaim
from .cues import Cue, cues
from .reading import certainty_of, kind_of, rule_of
from .standing import standings

WEIGHTS = {
    "demand": 1.0,
    "stance": 0.8,
    "we": 0.55,
    "definition": 0.5,
    "judgement": 0.45,
    "conclusion": 0.4,
    "prediction": 0.3,
    "booster": 0.25,
    "contrast": 0.25,
    "concession": 0.2,
    "ground": 0.15,
    "hedge": 0.1,
    "report": -0.9,
}
"""What a sign adds to the log odds; checked against NewsSD-ENG's training sentences (Antici et
al. 2024), rounded so that no figure depends on a few of them."""
MOST = 3
"""A sign that stands more often in one sentence says no more."""
BASE = -1.2
OPINION = 0.15
"""The odds from which a sentence counts as opinion; the others can be checked."""
LEAST_WORDS = 3
ENDS = ".!?…\"'”’»)]"
OPENING = '"“«[('
PAIRS = (("“", "”"), ("[", "]"), ("(", ")"))
"""A mark without its other half belongs to words that began or go on elsewhere."""
_NUMBER = re.compile(r"(?<![\w.])[$€£]?\d")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+")


def claims(text: str, sentences: Sequence[Stretch]) -> list[FoundClaim]:
    """Every sentence that may be a claim, as opinion or as checkable, the likeliest first.

    The two are scored apart: how likely it is an opinion, or how much there is to be checked.
    """
    standing = standings(text, sentences)
    found = [_claim(text, s, standing[at]) for at, s in enumerate(sentences) if _is_one(text, s)]
    return sorted(found, key=lambda claim: -claim.score)


def _is_one(text: str, sentence: Stretch) -> bool:
    """A heading, a caption, a by-line or a question of two words asserts nothing."""
    words = text[slice(*sentence)]
    is_whole = words[-1] in ENDS and not words.lstrip(OPENING)[:1].islower()
    return is_whole and len(words.split()) >= LEAST_WORDS


def _claim(text: str, sentence: Stretch, standing: float) -> FoundClaim:
    seen = cues(text, sentence)
    opinion = _odds(BASE + _weight(text, sentence, seen) + standing)
    label = "opinion" if opinion >= OPINION else "checkable"
    return FoundClaim(
        stretch=sentence,
        label=label,
        score=opinion if label == "opinion" else _odds(_worth_checking(text, sentence, seen)),
        cues=tuple(cue.stretch for cue in seen if cue.sign not in ("report", "we")),
        kind=kind_of(seen, label),
        certainty=certainty_of(seen),
        rule=rule_of(seen, label),
    )


def _odds(weight: float) -> float:
    return round(1 / (1 + exp(-weight)), 3)


def _worth_checking(text: str, sentence: Stretch, seen: Sequence[Cue]) -> float:
    """Figures, names and reports can be looked up; what is to come or to be done cannot."""
    told = Counter(cue.sign for cue in seen)
    return _facts(text[slice(*sentence)]) + 0.5 * min(2, told["report"]) - told["prediction"] - 1


def _weight(text: str, sentence: Stretch, seen: Sequence[Cue]) -> float:
    counted = Counter(cue.sign for cue in seen)
    told = sum(WEIGHTS.get(sign, 0) * min(MOST, times) for sign, times in counted.items())
    words = text[slice(*sentence)]
    return told - _facts(words) - _of_others(words)


def _facts(words: str) -> float:
    """Figures and names are what reports are made of."""
    return 0.35 * min(3, len(_NUMBER.findall(words))) + 0.22 * min(8, len(_NAME.findall(words)))


def _of_others(words: str) -> float:
    """What stands between marks is often somebody else's, or said by the way."""
    if words[0] in OPENING or any(words.count(o) != words.count(c) for o, c in PAIRS):
        return 1.5
    return 0.3 if any(mark in words for mark in OPENING) else 0.0
