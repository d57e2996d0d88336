"""Which reader a source needs, and what it finds there."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from ...errors import reason
from .encodings import characters
from .page import Page, UnreadablePage

MOST = 20_000_000
"""Bytes of a file."""
SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".epub")
)
"""What is taken out of a folder."""
_NO_TEXT = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"), (b"MZ\x90\0", "a program"), (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"), (b"Rar!", "a packed file"), (b"BZh91AY", "a packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as DOCX or PDF"),
    (b"{\\rtf", "RTF; save it as DOCX or plain text"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_HTML = re.compile(
    r"\s*+(?:(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_NO_PAGE = re.compile(r"(?:image|audio|video|font)/|application/json|text/(?:css|javascript)")
"""Media types of what is at an address, though nobody could read it as a text."""


def read_source(source: str, *, allow_private: bool = False) -> Page:
    """A file by its path, where `~` is home, or a page by its address.

    UnreadablePage says in one line what is wrong, and what to do.
    """
    if re.match(r"https?://", source, re.IGNORECASE):
        return _fetched(source, allow_private=allow_private)
    if "://" in source:
        raise UnreadablePage(f"{source} is no address of a page; it begins with https://")
    return read_page(_content(source), source)


def read_page(content: bytes, name: str, *, media: str = "") -> Page:
    """By the media type, by the ending of the name, and above all by what it looks like."""
    if not content.strip():
        raise UnreadablePage(f"{name} is empty; name a file with a text in it")
    if len(content) > MOST:
        raise _too_large(name, len(content))
    if content.startswith(b"%PDF-"):
        from .pdf import read_pdf

        return read_pdf(name, content)
    if content.startswith(b"PK\x03\x04"):
        return _packed(name, content)
    if _NO_PAGE.match(media):
        raise UnreadablePage(f"{name} is {media}, not a page; name a text, a page or a document")
    for mark, what in _NO_TEXT:
        if content.startswith(mark):
            raise UnreadablePage(f"{name} is {what}; name a text, a page or a document")
    return _text(name, content, media)


def sources_in(folder: Path) -> list[Path]:
    """Every file in there, and in its folders, that can be read; hidden ones are left out."""
    found = (
        path for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )  # fmt: skip
    return sorted(found)


def _content(source: str) -> bytes:
    try:
        path = Path(source).expanduser()
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadablePage(f"{source} is no file; name the path of one")
        if state.st_size > MOST:
            raise _too_large(source, state.st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadablePage(
            f"{source} cannot be read ({reason(error)}); check the path"
        ) from error
    except (ValueError, RuntimeError) as error:
        raise UnreadablePage(f"{source} cannot be read ({error}); check the path") from error


def _too_large(name: str, size: int) -> UnreadablePage:
    return UnreadablePage(f"{name} has {size / 1e6:.0f} MB; save the article alone")


def _fetched(url: str, *, allow_private: bool) -> Page:
    # 60 ms that no file waits for.
    from .fetching import fetch

    fetched = fetch(url, allow_private=allow_private)
    page = read_page(fetched.content, url, media=fetched.media)
    moved = (f"sent on to {address}" for address in fetched.redirects)
    return page._replace(url=page.url or fetched.url).remarked(*moved)


def _packed(name: str, content: bytes) -> Page:
    from .packed import opened

    with opened(name, content) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        from .docx import read_docx

        return read_docx(name, content)
    if "META-INF/container.xml" in names:
        from .epub import read_epub

        return read_epub(name, content)
    raise UnreadablePage(f"{name} is a packed file; unpack it, and name what is in it")


def _text(name: str, content: bytes, media: str) -> Page:
    text, remark = characters(content, name)
    suffix = Path(name).suffix.lower()
    if media in ("text/html", "application/xhtml+xml") or _HTML.match(text[:2000]):
        from .html import read_html

        return read_html(name, text).remarked(remark)
    if suffix in (".html", ".htm", ".xhtml") and "<" in text:
        from .html import read_html

        return read_html(name, text).remarked(remark)
    if _is_markdown(suffix, media, text):
        from .markdown import read_markdown

        return read_markdown(name, text).remarked(remark)
    from .plain import read_plain

    return read_plain(name, text).remarked(remark)


def _is_markdown(suffix: str, media: str, text: str) -> bool:
    """By its name; what has no name that says otherwise, by front matter that names a field."""
    if suffix in (".md", ".markdown") or media == "text/markdown":
        return True
    if suffix in (".txt", ".text") or not text.startswith("---"):
        return False
    from .markdown import has_front_matter

    return has_front_matter(text)
