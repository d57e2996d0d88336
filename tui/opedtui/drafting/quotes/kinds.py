"""Marks that quote nobody: names of works, and words held at arm's length."""

from __future__ import annotations

import re

from ...model.stretch import Stretch

_NAMED = re.compile(
    r"\b(?:named|called|titled|entitled|nicknamed|labelled|labeled|dubbed|known as|name of"
    r"|by the name|name|words?|phrase|term|slogan|hashtag|song|album|film|movie|book|novel|play"
    r"|series|show|episode|article|essay|paper|poem|painting|website|blog|magazine|single|track"
    r"|video|game|exhibition|project|programme|program|title|award|operation|campaign|chapter"
    r"|column|report|speech|lecture|sketch|section|page|so-called)"
    r"(?:,|:)?\s+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|their|its)\s+$", re.IGNORECASE)
_WORK = re.compile(
    r"\b(?:named|titled|entitled|nicknamed|song|album|film|movie|book|novel|play|series|show"
    r"|episode|article|essay|paper|poem|painting|website|blog|magazine|single|track|video|game"
    r"|exhibition|project|title|award|chapter|column|sketch|section)(?:,|:)?\s+$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ("a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "from", "with", "by", "at", "as",
     "is", "vs", "de", "la", "no", "not")
)  # fmt: skip
FEW = 5
"""Words up to which a quotation without a cue is rather a word held at arm's length."""


def words_of(text: str, inner: Stretch) -> list[str]:
    return re.findall(r"[\w’'$%#@.-]*\w[\w’'%]*", text[slice(*inner)])


def is_title(text: str, start: int, inner: Stretch) -> bool:
    """Its words are capitalised, or a work is named before it."""
    words = words_of(text, inner)
    if not words or len(words) > 12 or text[inner.end - 1] in ".!…":
        return False
    large = [word for word in words if word.lower() not in _SMALL]
    capital = bool(large) and all(not word[0].islower() for word in large)
    before = text[max(0, start - 40) : start]
    return capital and (
        len(large) > 1
        or is_named(text, start)
        or is_noun(text, start)
        or bool(_WORK.search(before))
    )


def is_few(text: str, inner: Stretch) -> bool:
    return len(words_of(text, inner)) <= FEW


def is_named(text: str, start: int) -> bool:
    """`the so-called “…”`, `a user labelled “…”`: the words are a name for something."""
    return bool(_NAMED.search(text[max(0, start - 40) : start]))


def is_noun(text: str, start: int) -> bool:
    """`its “…”`: the words stand for a thing."""
    return bool(_ARTICLE.search(text[max(0, start - 10) : start]))
