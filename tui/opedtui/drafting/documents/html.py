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
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
     "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr")
)  # fmt: skip
"""Elements that divide no words from others."""
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "title"))
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)([^<>]*+)>")
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
    ).remarked(_told(cut), _guessed(found.date or "", html))


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
    tags = html.count("<")
    if tags > 2 * MOST_ELEMENTS:
        raise UnreadablePage(f"{source} has {tags:,} tags; save the article alone")
    for closes, name, rest in _TAG.findall(html):
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


def _guessed(date: str, html: str) -> str:
    """A date that stands among the words only may be that of anything."""
    written = re.escape(date).replace(r"\-", "[-/.]?")
    return (
        "" if re.search(written, html) else f"the date {date} is guessed from its words; check it"
    )


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
    for words in _blocks(tree):
        if words not in kept and words not in seen:
            seen.add(words)
            yield words


def _blocks(tree: Any) -> Iterator[str]:
    """All words of the page, divided where its blocks begin and end."""
    from lxml import etree

    run: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("start", "end") and element.tag not in _INLINE:
            if words := " ".join("".join(run).split()):
                yield words
            run = []
        if event == "start" and not _is_silent(element):
            run.append(element.text or "")
        elif event != "start" and not _is_silent(element.getparent()):
            run.append(element.tail or "")


def _is_silent(element: Any) -> bool:
    return element is not None and element.tag in _SILENT


def _told(cut: tuple[str, ...]) -> str:
    characters = sum(map(len, cut))
    blocks = f"{len(cut)} block{'s' * (len(cut) != 1)}"
    return f"{blocks} around the article were cut, {characters:,} characters" if cut else ""
