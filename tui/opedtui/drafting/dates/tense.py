"""Whether a clause tells of what was or of what will be."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import LINE, OTHER, listed
from .tokens import Token

REACH = 14
"""Words to either side that are looked at."""

_FUTURE = frozenset(
    listed(
        "will shall ll going plans plan planned planning scheduled expected expects due"
        " upcoming intends hopes promises promised slated would ahead forthcoming looms"
        " awaits wo deadline"
    )
)
_PAST = frozenset(
    listed(
        "was were had did been said told saw came went took made gave got found left"
        " met became began held won lost led fell rose spoke wrote ran sent sat put cut"
        " hit shot kept felt brought thought fought struck stood broke drew grew knew"
        " flew paid sold bought built has have ago earlier showed"
    )
)
_NO_VERBS = frozenset(
    listed("need indeed speed feed seed breed exceed proceed succeed united hundred")
)
_ENDS = frozenset(".!?;:")


def tense_at(tokens: Sequence[Token], start: int, end: int) -> int:
    """-1 for the past, 1 for the future, 0 where nothing tells; the nearest cue counts."""
    cues = [*_cues(tokens, range(start - 1, max(-1, start - REACH), -1))]
    cues += _cues(tokens, range(end, min(len(tokens), end + REACH)))
    return min(cues, default=(0, 0))[1]


def _cues(tokens: Sequence[Token], places: range) -> list[tuple[int, int]]:
    """Each cue as its distance and its tense, up to the end of the sentence."""
    found = []
    for distance, at in enumerate(places):
        word = tokens[at].word
        if tokens[at].letter == LINE or (word in _ENDS and not _shortens(tokens, at)):
            break
        if word in _FUTURE or (word == "to" and _is_to(tokens, at)):
            found.append((distance, 1))
        elif _is_past(tokens, at):
            found.append((distance, -1))
    return found


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """`voted`, but not Mohamed, and not what is `to be held`."""
    word = tokens[at].word
    if at and tokens[at - 1].word == "be":
        return False
    regular = word.endswith("ed") and tokens[at].letter == OTHER and word not in _NO_VERBS
    return regular or word in _PAST


def _is_to(tokens: Sequence[Token], at: int) -> bool:
    """`is to meet`, `are set to be held`."""
    return at > 0 and tokens[at - 1].word in ("is", "are", "set", "about")


def _shortens(tokens: Sequence[Token], at: int) -> bool:
    """The point of an abbreviated month or title."""
    return (
        tokens[at].word == "."
        and at > 0
        and (tokens[at - 1].letter in "MW" or len(tokens[at - 1].word) < 3)
    )
