"""A long text in parts that a model can hold, cut where it pauses."""

from __future__ import annotations

from ...model.stretch import Stretch

LONGEST = 12_000
"""Characters of a part: some 3,000 tokens of English."""
_PAUSES = ("\n\n", "\n", ". ", " ")
"""Where to cut, the best first."""


def parts(text: str, within: Stretch, longest: int = LONGEST) -> list[Stretch]:
    """One after another, all of the text, each as long as it may be."""
    found, start = [], within.start
    while within.end - start > longest:
        end = _cut(text, start, start + longest)
        found.append(Stretch(start, end))
        start = end
    return [*found, Stretch(start, within.end)]


def _cut(text: str, start: int, latest: int) -> int:
    """After the last pause in the second half; in the middle of a word if there is none."""
    for pause in _PAUSES:
        at = text.rfind(pause, (start + latest) // 2, latest)
        if at >= 0:
            return at + len(pause)
    return latest
