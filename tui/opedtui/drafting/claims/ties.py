"""Claims that stand side by side, and what the word between them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.stretch import Stretch
from ..found import FoundClaim, FoundTie

_OPENERS = {
    "contrast": (
        "attacks",
        "but|yet|however|nevertheless|nonetheless|on the contrary|by contrast|conversely|even so",
    ),
    "ground": ("supports", "this is because|that is because|after all|the reason is"),
    "conclusion": (
        "supports",
        "therefore|thus|hence|consequently|accordingly|as a result|for this reason"
        "|that is why|this is why|it follows that",
    ),
    "example": ("supports", "for example|for instance|to illustrate|a case in point"),
    "addition": ("elaborates", "moreover|furthermore|in addition|besides|what is more|indeed"),
}
"""What a sentence may begin with, and how it is tied to the one before."""
_OPENER = re.compile(
    "|".join(rf"(?P<{sign}>{words})" for sign, (_, words) in _OPENERS.items()) + r"\b", re.I
)
_LEADS_TO = ("conclusion",)
"""Here the sentence before is the ground; else it is what is supported or attacked."""


def ties(text: str, claims: Sequence[FoundClaim]) -> list[FoundTie]:
    """Between claims with nothing but a blank between them, where the later begins with a cue."""
    in_order = sorted(claim.stretch for claim in claims)
    return [tie for pair in pairwise(in_order) for tie in _tie(text, *pair)]


def _tie(text: str, before: Stretch, after: Stretch) -> Iterator[FoundTie]:
    between = text[before.end : after.start]
    opener = _OPENER.match(text, after.start)
    if opener is None or between.strip() or "\n" in between:
        return
    sign = str(opener.lastgroup)
    source, target = (before, after) if sign in _LEADS_TO else (after, before)
    cue = Stretch(*opener.span())
    yield FoundTie(source, target, _OPENERS[sign][0], cue, f"ties-{sign}")
