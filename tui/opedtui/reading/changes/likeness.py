"""Where a pattern stands in a text that has it only in part: shingles vote, difflib aligns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from ...model.stretch import Stretch
from .alignment import Alignment

SHINGLE = 6
"""Characters that have to have survived together somewhere in the pattern."""
STEP = 3
COMMON = 20
"""A shingle found more often says nothing about the place."""
BUCKET = 24
"""Places this close together are one."""
LONG = 1000
"""Characters that are compared one by one; beyond them difflib takes seconds."""
MOST = 4
"""Places that are looked at closely."""


def likeness(one: str, other: str) -> float:
    """0 to 1, as difflib has it: of characters, or of words where those are too many."""
    if one == other:
        return 1.0
    if max(len(one), len(other)) > LONG:
        return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def aligned(text: str, pattern: str, part: Stretch) -> Iterator[Stretch]:
    """Where the part of the pattern may stand in the text, the likeliest first."""
    for at in _places(text, pattern):
        start = max(0, at - BUCKET)
        window = text[start : at + len(pattern) + 2 * BUCKET]
        is_long = len(pattern) > LONG
        found = (_by_words if is_long else _aligned)(window, pattern, part)
        if found:
            words = window[slice(*found)]
            end = found.start + len(words.rstrip())
            yield Stretch(start + found.end - len(words.lstrip()), start + end)


def _places(text: str, pattern: str) -> Iterator[int]:
    """Where the pattern would begin, by the number of shingles that say so."""
    votes: Counter[int] = Counter()
    for offset in range(0, max(1, len(pattern) - SHINGLE + 1), STEP):
        found = tuple(_found(text, pattern[offset : offset + SHINGLE]))
        if len(found) < COMMON:
            votes.update({max(0, at - offset) // BUCKET for at in found})
    shared = {bucket: votes[bucket] + votes[bucket + 1] for bucket in votes}
    for bucket, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        yield bucket * BUCKET


def _found(text: str, shingle: str) -> Iterator[int]:
    at = text.find(shingle)
    for _ in range(COMMON):
        if at < 0:
            return
        yield at
        at = text.find(shingle, at + 1)


def _by_words(window: str, pattern: str, part: Stretch) -> Stretch | None:
    return Alignment.of(pattern, window).place(part)


def _aligned(window: str, pattern: str, part: Stretch) -> Stretch | None:
    """The part of the pattern in the window, from the beginning of a word to the end of one."""
    matcher = SequenceMatcher(None, window, pattern, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    within = [b for b in blocks if b.b < part.end and part.start < b.b + b.size]
    if not within:
        return None
    first, last = within[0], within[-1]
    start = first.a + max(0, part.start - first.b)
    end = last.a + min(last.size, part.end - last.b)
    if part.start < first.b:
        start = word_start(window, start)
    if part.end > last.b + last.size:
        end = word_end(window, end)
    return Stretch(start, end)


def word_start(text: str, at: int) -> int:
    """Where the word begins that the edge cuts through; the edge itself if it cuts none."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    """Where the word ends that the edge cuts through."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at
