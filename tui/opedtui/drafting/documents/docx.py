"""The text of a DOCX, paragraph by paragraph."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from .packed import opened
from .page import Page, UnreadablePage, authors_in, library, page_of

MOST = 20_000
"""Paragraphs of a document."""


def read_docx(source: str, content: bytes) -> Page:
    """UnreadablePage for one that is broken or empty."""
    opened(source, content).close()
    document = _document(source, content)
    if len(document.element.body) > MOST:
        raise UnreadablePage(f"{source} has more than {MOST:,} paragraphs; save the article alone")
    paragraphs = [paragraph.text.strip() for paragraph in document.paragraphs]
    page = page_of(source, "\n\n".join(filter(None, paragraphs)) + "\n")
    told = document.core_properties
    return page._replace(title=(told.title or "").strip(), authors=authors_in(told.author or ""))


def _document(source: str, content: bytes) -> Any:
    docx = library("docx", source, "a DOCX", "docx", "python-docx")
    try:
        return docx.Document(BytesIO(content))
    except Exception as error:
        raise UnreadablePage(f"{source} is a broken DOCX ({error}); save it again") from error
