"""Records that have to be there, and how a label names them."""

from __future__ import annotations

from typing import TypeVar

from ...model.records import Actor, Document, Record
from ...model.refs import Ref
from ...model.spans import Span
from ..library import Library
from .errors import ChangeError

R = TypeVar("R", bound=Record)


def the(library: Library, ref: Ref, kind: type[R]) -> R:
    """The record of this address; ChangeError if there is none of the kind."""
    record = library.get(ref)
    if record is None:
        raise ChangeError(f"there is no {ref}")
    if not isinstance(record, kind):
        raise ChangeError(f"{ref} is no {kind.__name__.lower()}")
    return record


def name_of(record: Record) -> str:
    """How a label calls it: an actor by its name, a document by its title, others by their ref."""
    match record:
        case Actor(name=name) | Document(title=name) if name:
            return name
    return str(record.ref)


def words_of(span: Span) -> str:
    """Its beginning, in quotation marks, for a label."""
    words = " ".join(span.exact.split())
    return f"“{words if len(words) <= 40 else words[:39] + '…'}”"


def counted(number: int, noun: str = "record") -> str:
    """`1 record`, `2 records`"""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
