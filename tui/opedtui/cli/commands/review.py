"""`opedtui review --stats`"""

from __future__ import annotations

from typing import Any

from ...reading.library import Library
from ...reading.reviewing import RuleFigures, drafts_left, rule_figures
from ...render.labels import label
from ...render.reviewing import figures_sheet
from ...render.sheets import Sheet
from ..opened import open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """What waits in each text; or how each rule did so far."""
    library = open_store(request).library
    if "stats" in request.flags:
        figures = rule_figures(library)
        give(
            request.as_json,
            data=lambda: [_figures(one) for one in figures],
            shown=lambda: figures_sheet(figures),
        )
    else:
        _give_left(request, library)
    return 0


def _give_left(request: Request, library: Library) -> None:
    left = drafts_left(library)
    docs = [document.ref for document in library.documents if document.ref in left]
    give(
        request.as_json,
        data=lambda: [{"doc": str(doc), "drafts": left[doc]} for doc in docs],
        shown=lambda: Sheet(
            ("doc", "drafts", "title"),
            tuple((str(doc), str(left[doc]), label(library, doc)) for doc in docs),
        ),
    )


def _figures(one: RuleFigures) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "kind": one.kind.word,
        "accepted": one.accepted,
        "fixed": one.fixed,
        "rejected": one.rejected,
        "undecided": one.undecided,
        "right": one.right,
    }
