"""The parts of a citation as words, the same in every form."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from ...model.date_words import spoken
from ...model.records import Actor
from ...reading.addresses import AddressError, web_address
from ...reading.citing import Citation
from ..visible import visible

_URL_SAFE = "!#$%&*+,/:;=?@_~-."
"""What an address keeps; brackets and the like would end it in one of the forms."""


def passage(citation: Citation) -> str:
    """The words, the parts of a broken passage joined by “…”."""
    return visible(" … ".join(citation.words))


def title(citation: Citation) -> str:
    """The title and what stands under it."""
    document = citation.document
    return visible(": ".join(" ".join(t.split()) for t in (document.title, document.subtitle) if t))


def author(citation: Citation) -> str:
    """All of the authors; and before them whom they quote, if the words are another's."""
    authors, speakers = _joined(citation.authors), _joined(citation.speakers)
    return f"{speakers}, quoted by {authors or 'the author'}" if speakers else authors


def published(citation: Citation) -> str:
    """`6–12 March 2023`"""
    date = citation.document.published
    return spoken(date) if date else ""


def place(citation: Citation) -> str:
    """`¶ 4`"""
    return f"¶ {', '.join(map(str, citation.paragraphs))}" if citation.paragraphs else ""


def outlet(citation: Citation) -> str:
    """Where the text was published."""
    return visible(citation.outlet)


def address(citation: Citation) -> str:
    """The address in ASCII, with nothing in it that could end it."""
    url = citation.document.url.strip()
    try:
        return web_address(url).url
    except AddressError:
        return quote(url, safe=_URL_SAFE, errors="replace")


def is_web_address(citation: Citation) -> bool:
    """Whether a browser would go there, rather than run something."""
    try:
        return bool(web_address(citation.document.url))
    except AddressError:
        return False


def year(citation: Citation) -> int | None:
    """The first year that the date may mean."""
    date = citation.document.published
    day = date and (date.lower or date.upper)
    return day.year if day else None


def key(citation: Citation) -> str:
    """`huseynov2023c7`: plain letters and digits, whatever the author is called."""
    name = citation.authors[0].name.split()[-1:] if citation.authors else []
    letters = unicodedata.normalize("NFKD", "".join(name)).casefold()
    surname = re.sub(r"[^a-z]", "", letters) or "oped"
    number = year(citation)
    return f"{surname}{'' if number is None else abs(number)}{citation.ref}"


def surname_and_given(actor: Actor) -> tuple[str, str] | None:
    """The two parts of a person's name; None for whoever has but one, or is described."""
    parts = visible(actor.name).split()
    if actor.kind != "person" or len(parts) < 2 or not actor.name[:1].isupper():
        return None
    return parts[-1], " ".join(parts[:-1])


def _joined(actors: tuple[Actor, ...]) -> str:
    names = [visible(" ".join(actor.name.split())) for actor in actors]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
