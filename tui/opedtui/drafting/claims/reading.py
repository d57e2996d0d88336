"""What the cues of a sentence say of the claim: its kind, how sure it is, and who found it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cues import Cue

_KINDS = {
    "demand": "policy",
    "prediction": "prediction",
    "definition": "definition",
    "ground": "cause",
    "conclusion": "cause",
    "judgement": "value",
    "stance": "value",
    "booster": "value",
}
"""The first of these signs that a sentence bears tells its kind."""


def kind_of(seen: Sequence[Cue], label: str) -> str:
    """A word of the vocabulary of claims; a fact where nothing else is said."""
    if label == "checkable":
        return "prediction" if "prediction" in _signs(seen) else "fact"
    signs = _signs(seen)
    return next((kind for sign, kind in _KINDS.items() if sign in signs), "fact")


def certainty_of(seen: Sequence[Cue]) -> str:
    """Hedged is possible, boosted is certain; both or neither leaves it unstated."""
    signs = _signs(seen)
    if ("hedge" in signs) == ("booster" in signs):
        return "unstated"
    return "possible" if "hedge" in signs else "certain"


def rule_of(seen: Sequence[Cue], label: str) -> str:
    """The label and the sign that told most: `opinion-demand`."""
    signs = _signs(seen)
    told = next((sign for sign in _KINDS if sign in signs), "plain")
    return f"{label}-{told}" if label == "opinion" else label


def _signs(seen: Iterable[Cue]) -> set[str]:
    return {cue.sign for cue in seen}
