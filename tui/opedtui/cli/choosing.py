"""The words of a text that a command line means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..errors import OpedError, quoted
from ..model.records import Document
from ..model.spans import Span
from ..reading.changes.marking import span_of
from ..reading.changes.named import the
from ..reading.library import Library
from .request import Choice

MANY = 3


class NoSuchWords(OpedError):
    """The words are nowhere, or it is not said which of them are meant."""


def chosen(library: Library, choice: Choice) -> Span:
    """The span of the words; NoSuchWords if they are not to be found for certain."""
    if choice.words.strip():
        return _place_of(library, choice)
    if not choice.doc or not choice.end:
        raise NoSuchWords("no words are chosen; give d1:START-END, or --words TEXT")
    length = len(the(library, choice.doc, Document).text)
    if not choice.start < choice.end <= length:
        what = f"{choice.doc} has no characters {choice.start} to {choice.end}"
        raise NoSuchWords(f"{what}; they are numbered from 0 to {length}")
    return span_of(library, choice.doc, choice.start, choice.end)


def _place_of(library: Library, choice: Choice) -> Span:
    documents = [the(library, choice.doc, Document)] if choice.doc else library.documents
    found = [span for document in documents for span in _places_in(document, choice.words)]
    words = quoted(choice.words)
    if not found:
        where = choice.doc or "any document"
        raise NoSuchWords(f"{words} is not in {where}; give the very words of the text")
    if choice.nth is None and len(found) > 1:
        raise NoSuchWords(
            f"{words} is in {len(found)} places ({_listed(found)}); say which with --nth or --doc"
        )
    if not 1 <= (choice.nth or len(found)) <= len(found) or choice.nth == 0:
        raise NoSuchWords(f"{words} is in {len(found)} places; --nth is one of 1 to {len(found)}")
    return found[(choice.nth or 1) - 1]


def _places_in(document: Document, words: str) -> Iterable[Span]:
    """However the lines are broken there."""
    parts = unicodedata.normalize("NFC", words).split()
    for match in re.finditer(r"\s+".join(map(re.escape, parts)), document.text):
        yield Span.of(document.ref, document.text, *match.span())


def _listed(spans: list[Span]) -> str:
    shown = ", ".join(f"{span.doc}:{span.start}-{span.end}" for span in spans[:MANY])
    return f"{shown}, …" if len(spans) > MANY else shown
