"""`opedtui search gas -pipeline`"""

from __future__ import annotations

from typing import Any

from ...reading.library import Library
from ...reading.searching.entries import Shelf
from ...reading.searching.index import Find, scanned
from ...reading.searching.query import Query, understood
from ...render.hits import FindSheet, where_of
from ..opened import open_store
from ..output import give
from ..request import Request, UsageError

NOTHING_FOUND = 1
LIMIT = 50
"""Finds that are shown where nothing else is said."""


def run(request: Request) -> int:
    """What is found, the best first."""
    query = understood(" ".join(request.words))
    if query is None:
        raise UsageError("there is nothing to search for; write e.g. opedtui search gas -pipeline")
    library = open_store(request).library
    shelves = [shelf for shelf in Shelf if not request.only or shelf.word in request.only]
    limit = LIMIT if request.limit is None else request.limit
    answer = scanned(library, query, shelves, limit)
    give(
        request.as_json,
        data=lambda: [_found(library, find, query) for find in answer.finds],
        shown=lambda: FindSheet(library, answer.finds, query, answer.has_more),
    )
    return 0 if answer.finds or answer.has_more else NOTHING_FOUND


def _found(library: Library, find: Find, query: Query) -> dict[str, Any]:
    """A find, and the characters of its text that fit."""
    entry = find.entry
    return {
        "kind": entry.shelf.word,
        "ref": str(entry.ref),
        "where": where_of(library, find, query) or None,
        "text": entry.text,
        "marks": [list(mark) for mark in query.marks(entry.text)],
    } | ({"start": entry.start} if entry.shelf is Shelf.TEXT else {})
