"""Stepping through a text word by word."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def next_word(text: str, offset: int) -> int:
    """Where the next word begins; the offset itself behind the last one."""
    return next((m.start() for m in WORD.finditer(text, offset) if m.start() > offset), offset)


def previous_word(text: str, offset: int) -> int:
    """Where the word before begins: the beginning of this one from within it."""
    line = offset
    while line > 0:
        line = max(0, text.rfind("\n", 0, line))
        starts = [m.start() for m in WORD.finditer(text, line, offset)]
        if starts:
            return starts[-1]
    return 0
