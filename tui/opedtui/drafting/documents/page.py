"""What comes out of a file: a text, and what it says of itself."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from typing import Any, NamedTuple

from ...errors import OpedError
from ...model.dates import Edtf


class UnreadablePage(OpedError):
    """Nothing can be read from there; the message says why, and what to do."""


class Page(NamedTuple):
    """A text and its metadata; what the source does not say is empty."""

    source: str
    """As the reader named it."""
    text: str
    """In NFC, its lines ended by `\\n`, without control characters but for tabs."""
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: Edtf | None = None
    url: str = ""
    lang: str = ""
    remarks: tuple[str, ...] = ()
    """For the reader: which encoding it was, what was cut, where it was redirected to."""
    cut: tuple[str, ...] = ()
    """Blocks of the page that are not in the text."""

    def remarked(self, *remarks: str) -> Page:
        """With more remarks."""
        return self._replace(remarks=(*self.remarks, *filter(None, remarks)))


def library(module: str, source: str, kind: str, extra: str, called: str = "") -> Any:
    """The module that reads sources of this kind, which nobody else has to have.

    UnreadablePage names the extra that brings it; `called`: its package, if that has another name.
    """
    try:
        return import_module(module)
    except ImportError as error:
        reader = called or module
        raise UnreadablePage(
            f"{source} is {kind}, and {reader} reads those: pip install 'opedtui[{extra}]'"
        ) from error


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def page_of(source: str, text: str) -> Page:
    """The text as texts are kept; UnreadablePage if there is none."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\x0c", "\n").replace("\x85", "\n").removeprefix("\ufeff")
    clean = _CONTROL.sub("", text)
    if not clean.strip():
        raise UnreadablePage(f"{source} holds no words; name a file with a text in it")
    lost = len(text) - len(clean)
    if lost * 10 > len(text):
        raise UnreadablePage(f"{source} is no text; name a text, a page or a document")
    said = f"{lost} control character{'s' * (lost != 1)} taken out" if lost else ""
    return Page(source, clean).remarked(said)


_AFTER_NAMES = r"(?:Jr|Sr|II|III|IV|MD|M\.D|PhD|Ph\.D)\b"


def authors_in(line: str) -> tuple[str, ...]:
    """`Ann Lee and Bo Ek`, `Ann Lee; Bo Ek`, `Ann Lee, Bo Ek`"""
    names = re.split(rf"\s*(?:;|,(?!\s*{_AFTER_NAMES})|\band\b|&)\s*", line.strip())
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def date_in(words: str) -> Edtf | None:
    """The date that these words are, all of them; None where they say more, or less."""
    # Its words are read only for a text that has such a line.
    from ..dates import dates

    words = words.strip()
    found = dates(words, None)
    whole = found and (found[0].start, found[0].end) == (0, len(words))
    return found[0].date if whole else None
