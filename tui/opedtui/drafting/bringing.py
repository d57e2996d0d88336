"""From a file, a page or an address to a draft that can be stored."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import NamedTuple

from ..errors import OpedError
from ..model.dates import Edtf
from ..model.frozen import frozen
from ..model.sums import sum_of
from .documents import Page, read_page, read_source
from .draft import Draft, draft


class Source(NamedTuple):
    """A path or an address; or what came from elsewhere, and what it is called."""

    name: str
    content: bytes | None = None


@frozen
class Wish:
    """What the reader says of the texts; it goes before what they say of themselves."""

    published: Edtf | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    allows_private: bool = False
    """Whether an address on this machine or in its network may be fetched."""
    model: str = ""
    """The language model that drafts; the rules do, where none is named."""

    def about(self, page: Page) -> Page:
        """The page with what the reader says of it."""
        return page._replace(
            published=self.published or page.published,
            title=self.title or page.title,
            authors=self.authors or page.authors,
            outlet=self.outlet or page.outlet,
        )


@frozen
class Brought:
    """What came of one source: a page, and its draft unless the text was there already."""

    source: str
    page: Page | None = None
    draft: Draft | None = None
    fault: str = ""
    """Why there is no page; one line."""


def bring(source: Source, wish: Wish, known: Container[str] = ()) -> Brought:
    """Read it and draft it; `known`: the sums of the texts that need no draft any more."""
    brought = fetch(source, wish)
    if brought.page is None or sum_of(brought.page.text) in known:
        return brought
    return drafted(brought, wish.model)


def drafted(brought: Brought, model: str = "") -> Brought:
    """By the rules, or by the model if one is named and it answers; what it says is remarked."""
    page = brought.page
    assert page, "what is drafted was read"
    by_rules = draft(page.text, page.published)
    if not model:
        return replace(brought, draft=by_rules)
    found, remarks = _asked(page, by_rules, model)
    return replace(brought, page=page._replace(remarks=page.remarks + remarks), draft=found)


def _asked(page: Page, by_rules: Draft, model: str) -> tuple[Draft, tuple[str, ...]]:
    """The draft of the model, and what is to be said of it."""
    from .asking import NoAnswer, ask, endpoint_from

    endpoint = endpoint_from(os.environ)
    try:
        asked = ask(
            page.text, model, published=page.published, endpoint=endpoint.url, key=endpoint.key
        )
    except NoAnswer as error:
        return by_rules, (f"{error}; drafted by rules instead",)
    found = by_rules._replace(
        actors=asked.actors, quotes=asked.quotes, dates=asked.dates, claims=asked.claims, ties=()
    )
    return found, asked.remarks


def fetch(source: Source, wish: Wish) -> Brought:
    """Read it only. What is wrong with it is told and not raised: others may come after it."""
    try:
        if source.content is not None:
            page = read_page(source.content, source.name)
        else:
            page = read_source(source.name, allow_private=wish.allows_private)
    except OpedError as error:
        return Brought(source.name, fault=str(error))
    return Brought(source.name, wish.about(page))


QUESTIONS = {
    "title": "what is it called?",
    "authors": "who wrote it? several with ; between them",
    "published": "when was it published? e.g. 2023-03-06",
}
"""What a page may fail to say of itself, and how the reader is asked for it."""


def open_questions(page: Page) -> Iterator[str]:
    """The names of the questions that the page leaves open."""
    return (name for name in QUESTIONS if not getattr(page, name))


def with_answer(page: Page, name: str, said: str) -> Page:
    """The page with the answer to a question; DateError for a date that is none."""
    match name:
        case "title":
            return page._replace(title=said)
        case "authors":
            return page._replace(authors=tuple(filter(None, map(str.strip, said.split(";")))))
        case _:
            return page._replace(published=Edtf.parse(said))
