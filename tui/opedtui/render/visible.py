"""The gate through which every string of the data passes before it is shown.

A terminal obeys what it is sent: escape sequences, C0 and C1 controls, bidirectional
overrides. Here they become things to see; what is stored stays as it was.
"""

from __future__ import annotations

import re
import unicodedata

COMBINING_MARKS_SHOWN = 6
"""No script stacks more; a flood of them climbs over the lines above."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 controls
    "\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # format controls
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates and noncharacters
    "\U000e0000-\U000e007f]"  # tags
)
_WIDENS = "\ufe0f"
"""Asks for a picture instead of a sign: terminals do not agree how wide that is."""
_STACK = re.compile(rf"[^\w\s!-~]{{{COMBINING_MARKS_SHOWN + 1},}}")
"""What may be a flood of marks: nothing in it is a letter."""


def visible(text: str) -> str:
    """The text with everything that a terminal could obey turned into a sign for it."""
    if text.isascii() and text.isprintable():
        return text
    return _STACK.sub(_capped, _UNSAFE.sub(_sign, text.replace(_WIDENS, "")))


def _sign(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"‹{code:04X}›"


def _capped(match: re.Match[str]) -> str:
    """As many marks on each other as a script may need."""
    kept, stacked = "", 0
    for char in match[0]:
        stacked = stacked + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        kept += char if stacked <= COMBINING_MARKS_SHOWN else ""
    return kept
