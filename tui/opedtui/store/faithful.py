"""What a reading of JSON drops without a word: names given twice, and digits beyond a double."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from ..errors import quoted
from .errors import StoreError

MENDING = "mend it or restore a copy, then try again"
WIDEST = 1 << 64


class _Unfaithful(Exception):
    """What would be lost."""


def check_faithful(path: Path, content: bytes) -> None:
    """StoreError when the tables that were read do not say all that the file says.

    One that is nested deeper than Python can follow is read all the same, and never written.
    """
    try:
        json.loads(
            content, object_pairs_hook=_object, parse_float=_decimal, parse_int=_whole_number
        )
    except _Unfaithful as unfaithful:
        raise StoreError(path, str(unfaithful), MENDING) from unfaithful
    except RecursionError:
        return


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Unfaithful(f"it says {quoted(name)} twice in one place")
        found[name] = value
    return found


def _decimal(digits: str) -> float:
    number = float(digits)
    if not _is_exact(number, digits):
        raise _Unfaithful(f"it has the number {quoted(digits)}, which cannot be kept exactly")
    return number


def _is_exact(number: float, digits: str) -> bool:
    try:
        return Decimal(repr(number)) == Decimal(digits)
    except InvalidOperation:
        # The exponent alone has more digits than any number needs.
        return False


def _whole_number(digits: str) -> int:
    if len(digits) > 20 or not -WIDEST // 2 <= int(digits) < WIDEST:
        raise _Unfaithful(f"it has the number {quoted(digits)}, which is too long to be kept")
    return int(digits)
