"""The text of a PDF: lines joined to paragraphs, without page numbers and running heads."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from statistics import median
from time import monotonic
from typing import Any

from .page import Page, UnreadablePage, authors_in, library, page_of

MOST_PAGES = 400
MOST = 2_000_000
"""Bytes that draw a page; what takes more is a drawing, or there to waste time."""
PATIENCE = 20.0
"""Seconds for all pages."""
_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:][\"”’)\]]*$")
FULL = 0.8
"""Of the usual length: a line that is shorter and stopped ends its paragraph."""


def read_pdf(source: str, content: bytes) -> Page:
    """UnreadablePage for one that is locked, broken, or made of pictures."""
    reader = _opened(source, content)
    try:
        pages = list(_pages(source, reader))
        told = reader.metadata or {}
    except UnreadablePage:
        raise
    except Exception as error:
        raise UnreadablePage(f"{source} is a broken PDF ({error}); save it again") from error
    text = "\n\n".join(_paragraphs(list(_without_heads(pages))))
    if not text.strip():
        raise UnreadablePage(f"{source} holds pictures of pages and no text; recognise it first")
    page = page_of(source, text + "\n")
    authors = authors_in(str(told.get("/Author") or ""))
    return page._replace(title=str(told.get("/Title") or "").strip(), authors=authors)


def _opened(source: str, content: bytes) -> Any:
    pypdf = library("pypdf", source, "a PDF", "pdf")
    # What is wrong is told below, once.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
    except Exception as error:
        raise UnreadablePage(f"{source} is a broken PDF ({error}); save it again") from error
    if locked:
        raise UnreadablePage(f"{source} is locked by a password; save it without one")
    if pages > MOST_PAGES:
        raise UnreadablePage(f"{source} has {pages:,} pages; save the article alone")
    return reader


def _pages(source: str, reader: Any) -> Iterator[str]:
    until = monotonic() + PATIENCE
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MOST:
            raise UnreadablePage(f"{source} has a page too full to read; copy the text out of it")
        if monotonic() > until:
            raise UnreadablePage(f"{source} takes too long to read; save the article alone")
        yield page.extract_text() or ""


def _without_heads(pages: list[str]) -> Iterator[list[str]]:
    """The lines of each page; what stands at the edge of many is no part of the text."""
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    lines = [[line for line in page if line] for page in lines]
    edges = Counter(line for page in lines for line in {*page[:1], *page[-1:]})
    for page in lines:
        while page and _is_head(page[0], edges):
            page.pop(0)
        while page and _is_head(page[-1], edges):
            page.pop()
        yield page


def _is_head(line: str, edges: Counter[str]) -> bool:
    return bool(_NUMBER.fullmatch(line)) or edges[line] > 2


def _paragraphs(pages: list[list[str]]) -> list[str]:
    lines = [line for page in pages for line in page]
    usual = median(map(len, lines)) if lines else 0
    paragraphs = [lines[0]] if lines else []
    for line, following in pairwise(lines):
        if _ENDS.search(line) and len(line) < FULL * usual:
            paragraphs.append(following)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], following)
    return paragraphs


def _joined(text: str, line: str) -> str:
    """A word that was broken at the end of the line is whole again."""
    if re.fullmatch(r"[a-z]-", text[-2:]) and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"
