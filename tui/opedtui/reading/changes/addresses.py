"""Places of a text as one types them: `d1:120-156`, found by a few of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from ...model.fields import FieldError
from ...model.records import Document
from ...model.refs import Ref
from ...model.sentences import sentence_at
from ...model.spans import Span
from ...model.stretch import Stretch
from ..library import Library
from ..preselecting import whole_words
from .plain import ALIKE

ADDRESS = re.compile(r"(d[1-9]\d{0,17}):(\d{1,9})-(\d{1,9})")
MOST = 8
"""Places that are offered for the same words."""
LEAST = 2
"""Letters that are looked for."""


def address_of(span: Mapping[str, Any]) -> str:
    """Of a span as the store has it."""
    return f"{span.get('doc')}:{span.get('start')}-{span.get('end')}"


class Bare(dict[str, Any]):
    """A place without its words, which only a library knows."""


def bare(address: str) -> Bare | None:
    """None if it is no address."""
    match = ADDRESS.fullmatch(address)
    return Bare(doc=match[1], start=int(match[2]), end=int(match[3])) if match else None


def worded(library: Library, value: Any) -> Any:
    """The stored value with the words of every bare place in it; FieldError if there are none."""
    if isinstance(value, list):
        return [worded(library, item) for item in value]
    if isinstance(value, dict):
        if isinstance(value, Bare):
            return _with_words(library, value)
        return {key: worded(library, item) for key, item in value.items()}
    return value


def _with_words(library: Library, place: Mapping[str, Any]) -> dict[str, Any]:
    doc = Ref.parse(place["doc"])
    document = library.document(doc)
    if document is None:
        raise FieldError(f": there is no document {doc}")
    start, end, length = place["start"], place["end"], len(document.text)
    if not start < end <= length:
        what = f"{doc} has no characters {start} to {end}"
        raise FieldError(f": {what}; they are numbered from 0 to {length}")
    return Span.of(doc, document.text, start, end).to_dict()


def places_at(library: Library, address: str) -> Iterator[Span]:
    """The words at the addresses in a text; what is not there is left out."""
    for match in ADDRESS.finditer(address):
        document = library.document(Ref.parse(match[1]))
        start, end = int(match[2]), int(match[3])
        if document and start < end <= len(document.text):
            yield Span.of(document.ref, document.text, start, end)


def found_places(library: Library, typed: str, near: str) -> list[str]:
    """Where the words stand, and the sentences there; the text of `near` comes first."""
    if len(typed) < LEAST:
        return []
    first = {match[1] for match in ADDRESS.finditer(near)}
    documents = sorted(library.documents, key=lambda document: str(document.ref) not in first)
    hits = (hit for document in documents for hit in _hits(document, typed))
    return list(dict.fromkeys(_each(islice(hits, MOST))))


def _hits(document: Document, typed: str) -> Iterator[tuple[Document, Stretch]]:
    """However the lines are broken, and whichever marks were typed."""
    words = r"\s+".join(map(re.escape, typed.translate(ALIKE).split()))
    for match in re.finditer(words, _alike(document.text), re.IGNORECASE):
        yield document, Stretch(*match.span())


@lru_cache(maxsize=8)
def _alike(text: str) -> str:
    """Kept while the reader types, because it takes longer than to look."""
    return text.translate(ALIKE)


def _each(hits: Iterable[tuple[Document, Stretch]]) -> Iterator[str]:
    for document, hit in hits:
        for words in (_whole(document.text, hit), sentence_at(document.text, hit.start)):
            if words:
                yield f"{document.ref}:{words.start}-{words.end}"


def _whole(text: str, hit: Stretch) -> Stretch:
    return whole_words(text, hit) if "\n" not in text[slice(*hit)] else hit
