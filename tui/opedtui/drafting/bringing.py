"""From a file, a page or an address to a draft that can be stored."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from ..errors import OpedError
from ..model.dates import Edtf
from ..model.frozen import frozen
from .documents import Page, read_source
from .draft import Draft, draft
from .versions import sum_of


@frozen
class Wish:
    """What the reader says of the texts; it goes before what they say of themselves."""

    published: Edtf | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    url: str = ""
    lang: str = ""
    allows_private: bool = False
    """Whether an address on this machine or in its network may be fetched."""

    def about(self, page: Page) -> Page:
        """The page with what the reader says of it."""
        given = {
            "published": self.published,
            "title": self.title,
            "authors": self.authors,
            "outlet": self.outlet,
            "url": self.url,
            "lang": self.lang,
        }
        return page._replace(**{name: value for name, value in given.items() if value})


@frozen
class Brought:
    """What came of one source: a page, and its draft unless the text was there already."""

    source: str
    page: Page | None = None
    draft: Draft | None = None
    fault: str = ""
    """Why there is no page; one line."""


def bring(source: str, wish: Wish, known: Container[str] = ()) -> Brought:
    """Read it and draft it; `known`: the sums of the texts that need no draft any more.

    What is wrong with one source is told and not raised: the others are brought none the less.
    """
    try:
        page = wish.about(read_source(source, allow_private=wish.allows_private))
    except OpedError as error:
        return Brought(source, fault=str(error))
    brought = Brought(source, page)
    if sum_of(page.text) in known:
        return brought
    return replace(brought, draft=draft(page.text, page.published))
