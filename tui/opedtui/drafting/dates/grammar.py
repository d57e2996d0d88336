"""All the rules together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import relative, weekdays, whole, yearless
from .rules import RULES, Rule
from .tokens import Line

PARTS = (whole, yearless, weekdays, relative)
"""Each adds its rules when it is imported."""


def matches(line: Line) -> Iterator[tuple[re.Match[str], Rule]]:
    """From left to right, the longest first, in the order of the rules."""
    found = [
        (match.start(), -match.end(), order, match)
        for order, one in enumerate(RULES)
        for match in one.letters.finditer(line.letters)
    ]
    return ((match, RULES[order]) for _, _, order, match in sorted(found, key=lambda m: m[:3]))
