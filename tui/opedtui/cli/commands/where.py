"""`opedtui where`"""

from __future__ import annotations

import os

from ...folders import data_folder, state_folder
from ...render.pairs import Pairs
from ...store.locate import Found, locate_store
from ..output import give
from ..request import Request

TO_BE_MADE = "not yet; it will be made from the bundled store"


def run(request: Request) -> int:
    """Which store would be opened and why, and which folders are used; nothing is made."""
    found = locate_store(request.store)
    exists = os.access(found.path, os.F_OK)
    data = {
        "store": str(found.path.absolute()),
        "why": found.why,
        "exists": exists,
        "data": str(data_folder()),
        "state": str(state_folder()),
    }
    said = data | {"exists": _existence(found, exists)}
    give(
        request.as_json,
        data=lambda: data,
        shown=lambda: Pairs(tuple((what, str(value)) for what, value in said.items())),
    )
    return 0


def _existence(found: Found, exists: bool) -> str:
    if exists:
        return "yes"
    return TO_BE_MADE if found.is_to_be_made else "no"
