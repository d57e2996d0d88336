"""What the value of a field says: the names behind refs, a date in words."""

from __future__ import annotations

import re
from itertools import islice

from ...errors import OpedError
from ...model.date_words import spoken
from ...model.dates import Edtf
from ...model.refs import Ref
from ...reading.changes.addresses import ADDRESS, places_at
from ...reading.changes.forms import Line
from ...reading.changes.named import words_of
from ...reading.library import Library
from ...render.labels import short_name
from ...render.visible import visible

_REF = re.compile(r"\b[dacqernm][1-9]\d{0,17}\b")
MOST = 20
"""Names that are told."""


def meaning(library: Library, line: Line, value: str) -> str:
    """Nothing for a value that says itself."""
    if line.is_date:
        return _date(value)
    told = [words_of(span) for span in islice(places_at(library, value), MOST)]
    if line.kinds:
        refs = [Ref.parse(found) for found in _REF.findall(ADDRESS.sub("", value))[:MOST]]
        told += [short_name(library, ref) for ref in refs]
    return visible(", ".join(told)) if line.kinds or line.is_place else ""


def _date(value: str) -> str:
    try:
        return spoken(Edtf.parse(value.strip()))
    except OpedError:
        return ""
