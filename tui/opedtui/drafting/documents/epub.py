"""The texts of an EPUB, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from .packed import member, opened
from .page import Page, UnreadablePage, date_in, library, page_of

CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote")


def read_epub(source: str, content: bytes) -> Page:
    """UnreadablePage for one that is broken, or that nothing here can read."""
    with opened(source, content) as archive:
        container = _xml(source, member(source, archive, CONTAINER))
        at = next((e.get("full-path") for e in container.iter("{*}rootfile")), None) or ""
        book = _xml(source, member(source, archive, at))
        spine = dict.fromkeys(_spine(book, dirname(at)))
        parts = [member(source, archive, name) for name in spine]
    paragraphs = [words for part in parts for words in _paragraphs(part)]
    page = page_of(source, "\n\n".join(paragraphs) + "\n")
    said = {name: [e.text or "" for e in book.iter(_DC + name)] for name in _SAID}
    return page._replace(
        title=_first(said["title"]),
        authors=tuple(filter(None, map(str.strip, said["creator"]))),
        outlet=_first(said["publisher"]),
        published=date_in(_first(said["date"]).partition("T")[0]),
        lang=_first(said["language"]),
    )


_SAID = ("title", "creator", "publisher", "date", "language")


def _first(values: list[str]) -> str:
    return values[0].strip() if values else ""


def _xml(source: str, content: bytes) -> Any:
    etree = library("lxml.etree", source, "an EPUB", "html", "lxml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePage(f"{source} is a broken EPUB ({error}); save it again") from error


def _spine(book: Any, folder: str) -> Iterator[str]:
    """The names of the members that are read one after another."""
    places = {item.get("id"): item.get("href") or "" for item in book.iter("{*}item")}
    for item in book.iter("{*}itemref"):
        if place := places.get(item.get("idref")):
            yield normpath(join(folder, unquote(place)))


def _paragraphs(part: bytes) -> Iterator[str]:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fromstring(part)
    except (ValueError, etree.ParserError):
        return
    for element in tree.iter(*_BLOCKS):
        if any(True for _ in element.iterdescendants(*_BLOCKS)):
            continue
        if words := " ".join(element.text_content().split()):
            yield words
