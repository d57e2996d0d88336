"""What the part of a field at the cursor may become."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.frozen import frozen
from ..model.refs import REF, Kind, Ref
from ..model.vocabulary import ALIAS_KINDS, VOICE_MODES
from .changes.addresses import ADDRESS, found_places
from .changes.forms import Line
from .finding import Finder
from .fuzzy import best, folded
from .library import Library

_COMMA = re.compile(r"(?<!\\),")
SECOND_WORDS = {"voice": VOICE_MODES.words, "aliases": ALIAS_KINDS.words}
"""What stands in parentheses behind an item: `a3 (indirect)`."""


@frozen
class Token:
    """The part of what is typed that is being typed."""

    start: int
    end: int
    text: str
    is_second: bool = False
    """Whether it stands in parentheses."""

    def replaced(self, whole: str, word: str) -> tuple[str, int]:
        """The whole with this word instead, and where the cursor is then."""
        return whole[: self.start] + word + whole[self.end :], self.start + len(word)


def token_at(line: Line, text: str, cursor: int) -> Token:
    """All of a plain field, one item of a list, or what is in its parentheses."""
    if not line.is_list:
        return Token(0, len(text), text)
    commas = [match.start() for match in _COMMA.finditer(text)]
    start = max((at + 1 for at in commas if at < cursor), default=0)
    end = next((at for at in commas if at >= cursor), len(text))
    opened = text.find("(", start, end)
    if line.path in SECOND_WORDS and 0 <= opened < cursor:
        closed = text.find(")", opened, end)
        return _trimmed(text, opened + 1, end if closed < 0 else closed, is_second=True)
    return _trimmed(text, start, end if opened < 0 else opened, is_second=False)


def _trimmed(text: str, start: int, end: int, *, is_second: bool) -> Token:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Token(start, start + len(part.strip()), part.strip(), is_second)


class Completer:
    """Knows the words of every vocabulary, and the names of every record."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._finders: dict[tuple[Kind, ...], Finder] = {}

    def offers(self, line: Line, token: Token) -> Sequence[str]:
        """What the token may become, the best first; refs are found by name."""
        if token.is_second:
            return _words(SECOND_WORDS[line.path], token.text)
        if line.words:
            return _words(line.words, token.text)
        if self._is_there(token.text) or ADDRESS.fullmatch(token.text):
            return []
        places = found_places(self._library, token.text, line.value) if line.is_place else []
        if line.kinds:
            return [*places, *map(str, self._finder(line.kinds).find(token.text))]
        return places

    def _is_there(self, text: str) -> bool:
        return REF.fullmatch(text) is not None and Ref.parse(text) in self._library

    def _finder(self, kinds: tuple[Kind, ...]) -> Finder:
        if kinds not in self._finders:
            refs = (ref for ref in self._library.known if ref.kind in kinds)
            self._finders[kinds] = Finder(self._library, refs)
        return self._finders[kinds]


def _words(words: Sequence[str], typed: str) -> Sequence[str]:
    """Those that fit; behind one that is whole, the others in their turn."""
    if typed in words:
        after = words.index(typed) + 1
        return [*words[after:], *words[:after]]
    return best(typed, [(word, [folded(word)]) for word in words])
