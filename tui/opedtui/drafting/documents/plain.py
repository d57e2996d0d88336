"""Plain text: it stays as it is; its head may say what it is called, by whom and of when."""

from __future__ import annotations

import re

from .page import Page, authors_in, date_in, page_of

HEAD = 8
"""Lines in which a text says such things of itself."""
_BY = re.compile(r"(?:by|author:)\s+(\S.{1,100})", re.IGNORECASE)
_DATED = re.compile(r"(?:published|posted|date|updated)?(?:\s+on)?:?\s*(\S.{3,40})", re.IGNORECASE)
TITLE = 120
"""Characters that a title has at most."""


def read_plain(source: str, text: str) -> Page:
    """The whole text, its head too."""
    page = page_of(source, text)
    for line in _head(page.text):
        page = _told(page, line)
    return page._replace(title=page.title or _title(page.text))


def _head(text: str) -> list[str]:
    lines = [line.strip() for line in text[:2000].split("\n")]
    return [line for line in lines if line][:HEAD]


def _told(page: Page, line: str) -> Page:
    """The page with what this line says of it, if it says something."""
    if (by := _BY.fullmatch(line)) and not page.authors and _are_names(by[1]):
        return page._replace(authors=authors_in(by[1]))
    dated = _DATED.fullmatch(line)
    if dated and not page.published and any(map(str.isdigit, line)):
        return page._replace(published=date_in(dated[1]))
    return page


def _are_names(words: str) -> bool:
    """“By noon they had left” is no byline: in names, what is long has a capital."""
    return not words.endswith(".") and all(
        word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", words)
    )


def _title(text: str) -> str:
    """A first line that stands alone, is short and ends in no stop."""
    first, _, rest = text.lstrip("\n").partition("\n")
    first = first.strip()
    alone = not rest.split("\n", 1)[0].strip() or _BY.fullmatch(rest.split("\n", 1)[0].strip())
    fits = 0 < len(first) <= TITLE and first[-1] not in ".,:;" and not date_in(first)
    return first if alone and fits and rest.strip() else ""
