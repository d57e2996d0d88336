"""What the value of a field says: the names behind refs, a date in words."""

from __future__ import annotations

import re

from ...errors import OpedError
from ...model.date_words import spoken
from ...model.dates import Edtf
from ...model.refs import Ref
from ...reading.changes.forms import Line
from ...reading.library import Library
from ...render.labels import short_name

_ADDRESS = re.compile(r"\b[dacqernm][1-9]\d{0,17}\b")
MOST = 20
"""Names that are told."""


def meaning(library: Library, line: Line, value: str) -> str:
    """Nothing for a value that says itself."""
    if line.is_date:
        return _date(value)
    if line.kinds:
        refs = [Ref.parse(found) for found in _ADDRESS.findall(value)[:MOST]]
        return ", ".join(short_name(library, ref) for ref in refs)
    return ""


def _date(value: str) -> str:
    try:
        return spoken(Edtf.parse(value.strip()))
    except OpedError:
        return ""
