"""`opedtui relations c12`"""

from __future__ import annotations

from typing import Any

from ...reading.library import Library
from ...reading.ties import Tie
from ...render.labels import label
from ...render.trees import TieTree
from ..opened import open_store
from ..output import give
from ..request import Request


def run(request: Request) -> int:
    """The ties of a record, both ways."""
    opened = open_store(request)
    tree = TieTree(opened.library, opened.record(request.asked_ref).ref)
    give(
        request.as_json,
        data=lambda: [_tied(opened.library, tie) for tie in tree.ties],
        shown=lambda: tree,
    )
    return 0


def _tied(library: Library, tie: Tie) -> dict[str, Any]:
    return {
        "label": tie.label,
        "other": str(tie.other),
        "relation": str(tie.relation) if tie.relation else None,
        "other_label": label(library, tie.other),
    }
