"""Two readers changed one record: what each of them made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..errors import quoted
from ..model.records import Record
from .visible import visible

STAMPS = ("created", "modified")


def clash(mine: Record | None, theirs: Record | None) -> list[str]:
    """A line for each field that is not the same, or one that says who deleted it."""
    if theirs is None:
        return ["theirs: deleted"]
    if mine is None:
        return ["yours: deleted"]
    return list(_fields(mine.to_dict(), theirs.to_dict()))


def _fields(mine: dict[str, Any], theirs: dict[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*mine, *theirs)):
        if name not in STAMPS and mine.get(name) != theirs.get(name):
            yield f"{name}: yours {_shown(mine.get(name))}, theirs {_shown(theirs.get(name))}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return visible(quoted(value if isinstance(value, str) else json.dumps(value)))
