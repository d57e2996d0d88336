"""Texts as they are compared: accents, kinds of quotes and of dashes make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

CAPITAL = "ʬ"
"""Stands before each capital in a text that is compared with case; it is a letter itself."""
_OTHERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "ß": "ss", "þ": "th", "ð": "d", "ʬ": "w"}
)
"""Letters that Unicode takes to be their own, and that a reader types without their strokes."""
_ALONE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Signs of scripts that part no words: each is a word."""
_FOREIGN = re.compile("[^\x00-\x7f]")
_CAPITAL_OR_FOREIGN = re.compile("[A-Z]|[^\x00-\x7f]")
WORD = re.compile(r"[^\W_]+")


class _Signs(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __init__(self, *, cased: bool) -> None:
        self._cased = cased

    def __missing__(self, code: int) -> str:
        sign = self[code] = self._folded(chr(code))
        return sign

    def _folded(self, char: str) -> str:
        if _ALONE.match(char):
            return f" {char} "
        base = unicodedata.normalize("NFKD", char.translate(_OTHERS))
        kept = (part for part in base if unicodedata.category(part) not in ("Mn", "Cf"))
        return "".join(self._letter(part) for part in kept)

    def _letter(self, char: str) -> str:
        is_capital = self._cased and char != char.lower()
        return (CAPITAL if is_capital else "") + char.casefold()


_SIGNS = {False: _Signs(cased=False), True: _Signs(cased=True)}


def folded(text: str, *, cased: bool = False) -> str:
    """The text as it is compared."""
    signs = _SIGNS[cased]
    if not cased and text.isascii():
        return text.lower()
    special = _CAPITAL_OR_FOREIGN if cased else _FOREIGN
    return special.sub(lambda match: signs[ord(match[0])], text).lower()


def folded_with_places(text: str, *, cased: bool = False) -> tuple[str, Sequence[int]]:
    """The same, and for each of its characters the one of the text that it came from."""
    if text.isascii() and not cased:
        return text.lower(), range(len(text))
    signs = _SIGNS[cased]
    parts = [signs[ord(char)] for char in text]
    places = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), places
