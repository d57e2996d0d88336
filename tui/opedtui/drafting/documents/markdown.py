"""Markdown: front matter says what the text is; marks of form are taken off."""

from __future__ import annotations

import re

from .page import Page, authors_in, date_in, page_of

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*(?:\n[ \t]+.*|\n-[ \t].*)*)", re.MULTILINE)
_NAMES = {
    "title": ("title", "headline"),
    "authors": ("author", "authors", "by", "byline", "creator"),
    "published": ("date", "published", "publish_date", "pubdate"),
    "outlet": ("outlet", "source", "publication", "publisher", "site", "journal", "newspaper"),
    "url": ("url", "link", "permalink", "canonical"),
    "lang": ("lang", "language"),
}
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.*)\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)"
"""Of a link; such as `(https://en.wikipedia.org/wiki/York_(England))`."""
_MARKS = (
    (re.compile(r"^(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(rf"!\[([^\[\]\n]*)\]{_TARGET}"), r"\1"),
    (re.compile(rf"\[([^\[\]\n]+)\]{_TARGET}"), r"\1"),
    (re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"^\[[^\]\n]+\]:[ \t]+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)
_LIST = re.compile(r"\[(.*)\]", re.DOTALL)


def read_markdown(source: str, text: str) -> Page:
    """The words, without front matter, title and marks; links keep what they say."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    front = _front(text)
    told = _fields(front[1]) if front else {}
    body = text[front.end() :] if front else text
    title, body = _title(told.get("title", ""), body)
    page = page_of(source, _without_marks(body).strip("\n") + "\n")
    return page._replace(
        title=title,
        authors=authors_in(told.get("authors", "")),
        outlet=told.get("outlet", ""),
        published=date_in(told.get("published", "").partition("T")[0]),
        url=told.get("url", ""),
        lang=told.get("lang", ""),
    )


def has_front_matter(text: str) -> bool:
    """Whether it begins with fields, one of them ours."""
    front = _front(text.replace("\r\n", "\n"))
    return front is not None and any(_fields(front[1]).values())


def _front(text: str) -> re.Match[str] | None:
    """Between two rules there may be words as well, and those are the text's."""
    front = _FRONT.match(text)
    rest = re.sub(r"^#.*$", "", _FIELD.sub("", front[1]), flags=re.MULTILINE) if front else ""
    return None if rest.strip() else front


def _fields(front: str) -> dict[str, str]:
    """Ours by name; what is a list there is one line with semicolons here."""
    found = {key.strip().lower(): _value(value) for key, value in _FIELD.findall(front)}
    return {
        name: next((found[word] for word in words if found.get(word)), "")
        for name, words in _NAMES.items()
    }


def _value(text: str) -> str:
    inner = _LIST.fullmatch(text.strip())
    parts = inner[1].split(",") if inner else re.split(r"\n[ \t]*-?[ \t]*", text)
    return "; ".join(filter(None, (part.strip(" \t-").strip("\"'") for part in parts)))


def _title(told: str, body: str) -> tuple[str, str]:
    """(the title, the body without it): the first heading, if nothing else comes first."""
    body = _UNDERLINED.sub(r"# \1", body, count=1) if _UNDERLINED.match(body.lstrip()) else body
    first = _HEADING.match(body.lstrip())
    if first and (not told or told == first[1].strip()):
        return told or _without_marks(first[1]).strip(), body.lstrip()[first.end() :]
    return told, body


def _without_marks(text: str) -> str:
    text = _HEADING.sub(r"\1", _UNDERLINED.sub(r"\1", text))
    text = _without_comments(text)
    for mark, words in _MARKS:
        text = mark.sub(words, text)
    return text


def _without_comments(text: str) -> str:
    """One that nobody ends is none."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))
