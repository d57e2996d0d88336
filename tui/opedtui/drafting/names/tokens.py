"""The words of a text, and the runs of capitalised ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...model.stretch import Stretch
from .words import CALENDAR, FUNCTION_WORDS, NEW, OWNERS, word_set

WORDS = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Col|Capt|Lt|Sgt|Rev|Jr|Sr|Inc|Ltd|Corp|Co)\."
    r"|[^\W_]+(?:[-'’.&][^\W_]+)*|[^\w\s]"
)
POSSESSIVE = re.compile(r"['’]s$")
PARTICLES = word_set("de la del van von der bin al el da di du ibn dos le den ter")
LINKS = frozenset({"of", "for", "&", "and", "the", *PARTICLES})


class Token(NamedTuple):
    """A word or a mark, and where it stands."""

    start: int
    end: int
    text: str
    owns: bool
    """Whether `'s` follows."""
    opens: bool
    """Whether it begins a sentence or what is quoted."""
    capital: bool = False
    """Whether it looks like a part of a name."""


def with_capitals(tokens: Sequence[Token]) -> list[Token]:
    """The same tokens, each knowing whether it looks like a part of a name."""
    marked = [token._replace(capital=_is_capital(token.text)) for token in tokens]
    for place, (one, after) in enumerate(pairwise(marked)):
        if one.text == "New" and after.capital and (not one.opens or after.text in NEW):
            marked[place] = one._replace(capital=True)
    return marked


def _is_capital(word: str) -> bool:
    """Whether a word alone looks like a part of a name."""
    if not word[0].isalpha() or word == "I" or word in CALENDAR:
        return False
    if word.split("'")[0].split("’")[0].lower() in FUNCTION_WORDS:
        return len(word) > 1 and word.isupper()
    return word[0].isupper() or any(c.isupper() for c in word[1:])


def tokens_of(text: str, piece: Stretch) -> list[Token]:
    """The tokens of a sentence."""
    found: list[Token] = []
    opens = True
    for match in WORDS.finditer(text, piece.start, piece.end):
        word = match.group()
        owned = POSSESSIVE.search(word)
        if owned and len(word) > 2:
            word = word[: owned.start()]
        end = match.start() + len(word)
        owns = bool(owned) or (word.endswith("s") and text[end : end + 1] in ("'", "’"))
        found.append(Token(match.start(), end, word, owns, opens))
        opens = (opens and not word[0].isalnum()) or word in '“"‘'
    return with_capitals(found)


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last place of every run of capitalised words, links between them included."""
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        last = place
        while (following := _following(tokens, last)) is not None:
            last = following
        yield place, last
        place = last + 1


def _following(tokens: Sequence[Token], last: int) -> int | None:
    """Where the run goes on after a word of it."""
    if tokens[last].owns:
        return _owned(tokens, last)
    place = last + 1
    while place < len(tokens) and place <= last + 2 and tokens[place].text in LINKS:
        place += 1
    if place < len(tokens) and tokens[place].capital:
        return place
    return place if place < len(tokens) and _numbered(tokens, last, place) else None


def _owned(tokens: Sequence[Token], last: int) -> int | None:
    """Where `People's` goes on, if it is part of a name: `People's Army`."""
    place = next((k for k in (last + 1, last + 2) if k < len(tokens) and tokens[k].capital), None)
    return place if tokens[last].text in OWNERS else None


def _numbered(tokens: Sequence[Token], last: int, place: int) -> bool:
    """Whether a number belongs to a name: `Apollo 11`; no more than two digits."""
    return place == last + 1 and tokens[place].text.isdigit() and len(tokens[place].text) < 3


class Stretches:
    """Looks up the piece that holds a place."""

    def __init__(self, pieces: Sequence[Stretch]) -> None:
        """Stretches are in the order of the text."""
        self.starts = [piece.start for piece in pieces]

    def at(self, place: int) -> int:
        """The number of the piece."""
        return bisect_right(self.starts, place) - 1
