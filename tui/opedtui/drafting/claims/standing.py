"""Where in a text its main claims tend to stand."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.stretch import Stretch

OUTER = 0.3
"""In the first paragraph and in the last."""
EDGE = 0.3
"""The sentence that closes the first paragraph or opens the last; the first and the last of all."""


def standings(text: str, sentences: Sequence[Stretch]) -> list[float]:
    """What the place of each sentence adds to its log odds.

    Nothing where every sentence is a paragraph of its own: such a text is a list.
    """
    paragraphs = _paragraphs(text, sentences)
    if len(paragraphs) == len(sentences) and len(sentences) > 2:
        return [0.0] * len(sentences)
    last = len(paragraphs) - 1
    return [
        _standing(at, len(paragraph), is_first=number == 0, is_last=number == last)
        for number, paragraph in enumerate(paragraphs)
        for at in range(len(paragraph))
    ]


def _standing(at: int, length: int, *, is_first: bool, is_last: bool) -> float:
    if is_first and is_last:
        return EDGE if at in (0, length - 1) else 0.0
    if is_first:
        return OUTER + (EDGE if at == length - 1 else 0.0)
    return OUTER + (EDGE if at in (0, length - 1) else 0.0) if is_last else 0.0


def _paragraphs(text: str, sentences: Sequence[Stretch]) -> list[list[Stretch]]:
    """The sentences between whose lines a blank one stands, else those of one line."""
    paragraphs: list[list[Stretch]] = []
    for sentence in sentences:
        if paragraphs and "\n" not in text[paragraphs[-1][-1].end : sentence.start]:
            paragraphs[-1].append(sentence)
        else:
            paragraphs.append([sentence])
    return paragraphs
