"""What is wrong with a field, said to the reader who has just typed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec

from ...errors import quoted
from ...model.fields import Fields
from ...model.records import Actor, Record, Relation
from ...model.refs import Ref
from ...model.spans import Span
from ..library import Library
from .errors import ChangeError
from .relating import check_ends
from .slots import Slot, slots_of
from .spans import check_span

P = ParamSpec("P")
Fault = tuple[str, str]
"""The path of a field, and what is wrong with it."""

_FORMS = {
    "by": (
        re.compile(r"reader|(rule|model):\S.*"),
        "is nobody who reads; write reader, rule:… or model:…",
    ),
    "country": (
        re.compile(r"[A-Z]{3}"),
        "is no country; write three letters of ISO 3166-1, e.g. AZE",
    ),
    "wikidata": (re.compile(r"Q[1-9]\d*"), "is no item of Wikidata; write e.g. Q159"),
    "url": (re.compile(r"https?://\S+"), "is no address; write e.g. https://example.org/opinion"),
    "lang": (
        re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*"),
        "is no language tag; write e.g. en or az-Latn",
    ),
}


def faults_of(library: Library, record: Record) -> Iterator[Fault]:
    """Every fault of a record, field by field."""
    yield from _faults_in(library, record, "")
    if isinstance(record, Relation):
        yield from _faults_of_ends(record)
    if isinstance(record, Actor) and record.part_of == record.ref:
        yield "part_of", f"{record.ref} cannot be a part of itself"


def _faults_in(library: Library, holder: Fields, above: str) -> Iterator[Fault]:
    for key, slot in slots_of(type(holder)).items():
        value = getattr(holder, slot.name)
        items = value if slot.is_list else (value,)
        path = f"{above}{key}"
        if slot.is_needed and value in ((), ""):
            yield path, "cannot be left empty"
        for at, item in enumerate(items):
            if item not in (None, "", False):
                here = f"{path}[{at}]" if slot.is_list else path
                yield from _faults_of_item(library, slot, item, here)


def _faults_of_item(library: Library, slot: Slot, item: Any, path: str) -> Iterator[Fault]:
    if isinstance(item, Span):
        yield from _refusal(path, check_span, library, item)
    elif isinstance(item, Fields):
        yield from _faults_in(library, item, f"{path}.")
    elif isinstance(item, Ref):
        yield from _faults_of_ref(library, slot, item, path)
    elif isinstance(item, str):
        yield from _faults_of_text(slot, item, path)


def _faults_of_ref(library: Library, slot: Slot, ref: Ref, path: str) -> Iterator[Fault]:
    if ref.kind not in slot.kinds:
        words = " or ".join(kind.word for kind in slot.kinds)
        yield path, f"{ref} is no {words}; write e.g. {slot.kinds[0]}1"
    elif ref not in library:
        yield path, f"there is no {ref}"


def _faults_of_text(slot: Slot, text: str, path: str) -> Iterator[Fault]:
    known, form = slot.vocabulary, _FORMS.get(slot.key)
    if known and text not in known:
        words = ", ".join(known.words)
        yield path, f"{quoted(text)} is no {known.name}; write {words}, or a word of your own: x-…"
    if form and not form[0].fullmatch(text):
        yield path, f"{quoted(text)} {form[1]}"
    if slot.is_needed and not text.strip():
        yield path, "cannot be left blank"
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield path, "holds half a character, which no file can keep; type it again"


def _faults_of_ends(tie: Relation) -> Iterator[Fault]:
    """Told at each of the three fields: any of them may have been the one to change."""
    for path in ("kind", "source", "target"):
        yield from _refusal(path, check_ends, tie.kind, tie.source, tie.target)


def _refusal(
    path: str, check: Callable[P, None], *given: P.args, **named: P.kwargs
) -> Iterator[Fault]:
    """What a check refuses, as a fault of this field."""
    try:
        check(*given, **named)
    except ChangeError as error:
        yield path, str(error)
