"""`opedtui cite c12`"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.citing import citation
from ...render.citations import BY_NAME, FORMS
from ..opened import open_store
from ..request import Request
from ..streams import write

if TYPE_CHECKING:
    from ...reading.citing import Citation


def run(request: Request) -> int:
    """The records in the order in which they are given."""
    opened = open_store(request)
    found = [citation(opened.library, opened.record(ref).ref) for ref in request.asked_refs]
    write(f"{_text(request, found)}\n", "utf-8" if request.as_json else None)
    return 0


def _text(request: Request, found: list[Citation]) -> str:
    form = "csl-json" if request.as_json else request.form
    return (BY_NAME[form] if form else FORMS[0]).text(found)
