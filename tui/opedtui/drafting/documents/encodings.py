"""Bytes as characters, and in which encoding they were."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from .page import UnreadablePage

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = frozenset(
    (
        *(f"windows-125{n}" for n in range(9)),
        *(f"iso-8859-{n}" for n in range(1, 17)),
        "utf-8", "us-ascii", "koi8-r", "koi8-u", "macintosh", "shift_jis", "euc-jp", "euc-kr",
        "gb18030", "gbk", "gb2312", "big5",
    )
)  # fmt: skip
"""What a page may say of itself. Python knows more, and some of those unpack or run over."""
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r",
    "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5",
]  # fmt: skip
"""What may be guessed, the likeliest first; of rarer ones, each looks like one of these."""
_DECLARATION = re.compile(
    rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})|^<\?xml[^>]{0,100}encoding=[\"']([\w-]{1,40})",
    re.IGNORECASE,
)
LAST = "windows-1252"
"""What most old Western texts are that are nothing else."""


def characters(content: bytes, name: str) -> tuple[str, str]:
    """(the text, a remark where it was not UTF-8); UnreadablePage for what is no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding, name), _remark(encoding)
    if b"\0" in content[:4096]:
        encoding = _of_nulls(content, name)
        return _decoded(content, encoding, name), _remark(encoding)
    try:
        return content.decode(), ""
    except UnicodeDecodeError:
        return _otherwise(content, name)


def _otherwise(content: bytes, name: str) -> tuple[str, str]:
    """As it says of itself, as it looks, or as most such texts are."""
    for encoding in (*_declared(content), *_guessed(content), LAST):
        try:
            return content.decode(encoding), _remark(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadablePage(f"{name} is in no encoding that is known; save it as UTF-8")


def _declared(content: bytes) -> Iterator[str]:
    said = _DECLARATION.search(content[:4096])
    name = (said[1] or said[2]).decode("ascii").lower() if said else ""
    if name in DECLARED:
        yield name


def _guessed(content: bytes) -> Iterator[str]:
    """By charset-normalizer, which comes with the readers of pages, if it is there.

    Its first answer is the first of equals by name: a café in windows-1252 became a cafķ.
    """
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return
    found = from_bytes(content[:100_000], cp_isolation=_LIKELY)
    likely = sorted(
        (guess for guess in found if guess.encoding in _LIKELY),
        key=lambda guess: (guess.chaos, -guess.coherence, _LIKELY.index(guess.encoding)),
    )
    yield from (guess.encoding for guess in likely[:1])


def _of_nulls(content: bytes, name: str) -> str:
    """Western UTF-16 has a null in every second place, UTF-32 in the last two of four."""
    first, second, third, fourth = (content[at:4096:4].count(0) for at in range(4))
    quarter = min(len(content), 4096) // 4
    if third == fourth == quarter > first:
        return "utf-32-le"
    if first == second == quarter > fourth:
        return "utf-32-be"
    even, odd = content[:4096:2].count(0), content[1:4096:2].count(0)
    half = min(len(content), 4096) // 2
    if odd > 0.4 * half and odd > 3 * even:
        return "utf-16-le"
    if even > 0.4 * half and even > 3 * odd:
        return "utf-16-be"
    raise UnreadablePage(f"{name} is no text; name a text, a page or a document")


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadablePage(
            f"{name} says that it is {encoding}, and is not (byte {error.start}); save it as UTF-8"
        ) from error


def _remark(encoding: str) -> str:
    if encoding == "utf-8-sig":
        return ""
    return f"read as {encoding.replace('cp125', 'windows-125').replace('_', '-')}"
