"""Letters for everything in view, so that any of it is one or two keys away."""

from __future__ import annotations

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


def jump_labels(count: int) -> list[str]:
    """So many labels, none of them the beginning of another; the first ones the shortest."""
    size = len(LETTERS)
    pairs = 0
    while pairs < size and size - pairs + pairs * size < count:
        pairs += 1
    short = list(LETTERS[: size - pairs])
    long = [first + second for first in LETTERS[size - pairs :] for second in LETTERS]
    return (short + long)[:count]
