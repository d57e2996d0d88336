"""`opedtui gaps`"""

from __future__ import annotations

from datetime import date
from typing import Any

from ...reading.gaps import TITLES, Gap, gaps
from ...reading.library import Library
from ...render.labels import label
from ...render.sheets import Sheet
from ..opened import open_store
from ..output import give
from ..request import Request
from ..weighed import asked_documents


def run(request: Request) -> int:
    """What the texts leave open, document after document."""
    opened = open_store(request)
    library, today = opened.library, date.today()
    documents = asked_documents(opened, request)
    found = [(doc, gap) for doc in documents for gap in gaps(library, doc, today)]
    give(
        request.as_json,
        data=lambda: [{"doc": str(doc)} | _gap(library, gap) for doc, gap in found],
        shown=lambda: Sheet(
            ("ref", "doc", "gap", "why", "what"),
            tuple(_row(library, str(doc), gap) for doc, gap in found),
            roomy=("doc", "why"),
        ),
    )
    return 0


def _row(library: Library, doc: str, gap: Gap) -> tuple[str, ...]:
    attacked = f" → {gap.other} {label(library, gap.other)}" if gap.other else ""
    return str(gap.ref), doc, gap.kind, gap.why, label(library, gap.ref) + attacked


def _gap(library: Library, gap: Gap) -> dict[str, Any]:
    return {
        "gap": gap.kind,
        "title": TITLES[gap.kind],
        "ref": str(gap.ref),
        "other": str(gap.other) if gap.other else None,
        "why": gap.why,
        "label": label(library, gap.ref),
    }
