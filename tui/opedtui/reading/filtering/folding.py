"""Text as a filter compares it: without case, accents and the shapes of quotation marks."""

from __future__ import annotations

from ..fuzzy import LONG, folded

_PLAIN = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\xa0": " ", "\n": " ",
})  # fmt: skip


def plain(text: str) -> str:
    """`Turkiye’s` finds `Türkiye's`, also across the end of a line."""
    if text.isascii():
        return text.lower().replace("\n", " ")
    parts = (text[at : at + LONG] for at in range(0, len(text), LONG))
    return "".join(map(folded, parts)).translate(_PLAIN)
