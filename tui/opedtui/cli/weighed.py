"""The documents that a question is about."""

from __future__ import annotations

from ..model.refs import Kind, Ref
from .opened import Opened
from .request import Request, UsageError


def asked_documents(opened: Opened, request: Request) -> tuple[Ref, ...]:
    """The one that was named, or all of them."""
    if request.doc is None:
        return tuple(document.ref for document in opened.library.documents)
    if request.doc.kind is not Kind.DOCUMENT:
        raise UsageError(f"--doc takes a document, and {request.doc} is none; write e.g. d1")
    return (opened.record(request.doc).ref,)
