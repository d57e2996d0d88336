"""Whether a text is in the library already, as it is or in another version."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..model.records import Document

LONG = 5
"""Words that a piece has: so many in a row are hardly ever the same in two articles."""
SAME = 0.5
"""The share of one text's pieces in the other from which they are versions of one article."""
PROBES = 60
PROBE = 20
"""Characters of each."""
_WORD = re.compile(r"\w+")


class Version(NamedTuple):
    """A document that has this text, or nearly."""

    document: Document
    share: float
    """Of the pieces of the shorter text, how many the other has; 1 for the same text."""
    is_same: bool


def version_of(text: str, url: str, documents: Sequence[Document]) -> Version | None:
    """The document that is most like it; None where there is no such document."""
    for document in documents:
        if document.text == text:
            return Version(document, 1.0, True)
    mine, probes = _pieces(text), _probes(text)
    alike = (document for document in documents if _may_be_alike(probes, document.text))
    shares = (Version(document, _share(mine, document), False) for document in alike)
    found = max(shares, key=lambda version: version.share, default=None)
    if found and found.share >= SAME:
        return found
    from_there = (document for document in documents if url and document.url == url)
    return next((Version(document, 0.0, False) for document in from_there), None)


def _probes(text: str) -> list[str]:
    """Words from all over the text, by which one that has none of them is told at once."""
    lines = (text[at : at + PROBE] for at in range(0, len(text), max(PROBE, len(text) // PROBES)))
    return [words for words in lines if "\n" not in words]


def _may_be_alike(probes: Sequence[str], text: str) -> bool:
    return not probes or any(words in text for words in probes)


def _share(mine: frozenset[int], document: Document) -> float:
    theirs = _pieces(document.text)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _pieces(text: str) -> frozenset[int]:
    """The hashes of so many words in a row, at each word."""
    words = _WORD.findall(text.casefold())
    last = max(1, len(words) - LONG + 1)
    return frozenset(hash(tuple(words[at : at + LONG])) for at in range(last))
