"""A saved page: the article without what stands around it, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from ...errors import OpedError
from ...model.dates import Edtf
from .page import Page, UnreadablePage, library, page_of

MOST = 5_000_000
"""Characters of a page; a longer one is no article."""
MOST_ELEMENTS = 50_000
DEEPEST = 2_000
"""Elements within each other; parsers of pages go down once for each."""
SHORTEST = 150
"""Characters of an article; less is what was left of a page without one."""
_BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, figcaption, td, button, a, label, span, div"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^<>]*)>")
_UNCLOSED = frozenset(
    ("br", "img", "hr", "meta", "link", "input", "wbr", "source", "area", "col", "p", "li", "dt",
     "dd", "td", "th", "tr", "option", "thead", "tbody", "tfoot")
)  # fmt: skip
"""Elements that nothing has to close."""


def read_html(source: str, html: str) -> Page:
    """UnreadablePage for one that holds no article, or that nothing here can read."""
    trafilatura = _reader(source)
    _refuse_what_never_ends(source, html)
    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, favor_recall=True
    )
    text = "\n\n".join(line.strip() for line in ((found and found.text) or "").split("\n") if line)
    if found is None or len(text) < SHORTEST:
        raise UnreadablePage(
            f"{source} is a page without an article; copy its text and pipe it to opedtui add -"
        )
    page = page_of(source, text + "\n")
    cut = tuple(_cut(html, page.text))
    return page._replace(
        title=found.title or "",
        authors=tuple(_names(found.author or "")),
        outlet=found.sitename or "",
        published=_date(found.date or ""),
        url=found.url or "",
        lang=found.language or _lang(html),
        cut=cut,
    ).remarked(_told(cut))


def _reader(source: str) -> Any:
    """200 ms that only a page costs."""
    trafilatura = library("trafilatura", source, "a page in HTML", "html")
    # What is wrong with a page is told by us, once.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura


def _refuse_what_never_ends(source: str, html: str) -> None:
    if len(html) > MOST:
        raise UnreadablePage(
            f"{source} is a page of {len(html):,} characters; save the article alone"
        )
    depth = deepest = 0
    tags = _TAG.findall(html)
    if len(tags) > 2 * MOST_ELEMENTS:
        raise UnreadablePage(f"{source} has {len(tags):,} tags; save the article alone")
    for closes, name, rest in tags:
        if name.lower() not in _UNCLOSED and not rest.endswith("/"):
            depth += -1 if closes else 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise UnreadablePage(f"{source} nests its elements {deepest:,} deep; that is no article")


def _names(told: str) -> Iterator[str]:
    return filter(None, (name.strip() for name in told.split(";")))


def _date(told: str) -> Edtf | None:
    try:
        return Edtf.parse(told) if told else None
    except OpedError:
        return None


def _lang(html: str) -> str:
    said = re.search(r"<html[^>]{0,300}\blang=[\"']?([A-Za-z]{2,3})", html)
    return said[1].lower() if said else ""


def _cut(html: str, text: str) -> Iterator[str]:
    """The blocks of the page whose words the article does not have, each once."""
    from lxml import html as lxml_html

    kept, seen = " ".join(text.split()), set()
    try:
        tree = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (ValueError, lxml_html.etree.ParserError):
        return
    for element in tree.iter("script", "style", "noscript", "template"):
        element.text = None
    for element in tree.iter(*_BLOCKS.split(", ")):
        words = " ".join(("".join(element.itertext("p") or ()) or element.text or "").split())
        if words and words not in kept and words not in seen:
            seen.add(words)
            yield words


def _told(cut: tuple[str, ...]) -> str:
    characters = sum(map(len, cut))
    blocks = f"{len(cut)} block{'s' * (len(cut) != 1)}"
    return f"{blocks} around the article were cut, {characters:,} characters" if cut else ""
