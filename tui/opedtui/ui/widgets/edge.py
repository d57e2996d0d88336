"""The edge of a frame, where Textual reads a string as markup."""

from __future__ import annotations

from typing import cast

from textual.content import Content
from textual.widget import Widget


def write_below(frame: Widget, words: str) -> None:
    """Words in the lower edge, as they are."""
    # Content is taken as well, though Textual (8.2.8) types the edge as str.
    frame.border_subtitle = cast("str", Content(words))
