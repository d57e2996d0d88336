"""A citation as a line of plain text."""

from __future__ import annotations

from collections.abc import Iterable

from ...reading.citing import Citation
from .wording import address, author, outlet, passage, place, published, title


def text(citations: Iterable[Citation]) -> str:
    """A line for each."""
    return "\n".join(map(_line, citations))


def _line(citation: Citation) -> str:
    """`“Words” — Author, “Title”, outlet, 6–12 March 2023, ¶ 4. https://…`"""
    words = passage(citation)
    told = (
        author(citation),
        f"“{title(citation)}”",
        outlet(citation),
        published(citation),
        place(citation),
    )
    source = ", ".join(filter(None, told)) + "."
    return " ".join(filter(None, (f"“{words}” —" if words else "", source, address(citation))))
