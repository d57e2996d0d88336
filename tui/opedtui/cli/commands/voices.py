"""`opedtui voices`"""

from __future__ import annotations

from typing import Any

from ...reading.library import Library
from ...reading.voices import COLUMNS, Tally, Voices, voices
from ...render.labels import label
from ...render.sheets import Sheet
from ..opened import open_store
from ..output import give
from ..request import Request
from ..weighed import asked_documents


def run(request: Request) -> int:
    """Whose view is this: everybody's claims, then each actor's."""
    opened = open_store(request)
    asked_documents(opened, request)
    found = voices(opened.library, request.doc)
    give(
        request.as_json,
        data=lambda: [_tally(opened.library, tally) for tally in (found.every, *found.actors)],
        shown=lambda: _sheet(opened.library, found),
    )
    return 0


def _sheet(library: Library, found: Voices) -> Sheet:
    rows = (
        (str(tally.actor or "–"), *(str(len(tally.of(c))) for c in COLUMNS), _name(library, tally))
        for tally in (found.every, *found.actors)
    )
    empty = tuple(column for column in COLUMNS if column not in found.columns)
    return Sheet(("ref", *COLUMNS, "who"), tuple(rows), roomy=empty)


def _tally(library: Library, tally: Tally) -> dict[str, Any]:
    return {
        "actor": str(tally.actor) if tally.actor else None,
        "name": _name(library, tally),
        "is_author": tally.is_author,
        **{column: list(map(str, tally.of(column))) for column in COLUMNS},
    }


def _name(library: Library, tally: Tally) -> str:
    return label(library, tally.actor) if tally.actor else ""
