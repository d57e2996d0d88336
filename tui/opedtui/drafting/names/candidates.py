"""What could be a name: runs of capitalised words, parted where two names meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .gazetteer import gazetteer
from .tokens import LINKS, PARTICLES, Token, runs
from .words import HEADS, HONORIFICS, JOINING, KIND_OF_KNOWN, OFFICES, word_set

ALL_HEADS = frozenset[str]().union(*HEADS.values())
ALSO_NAMES = word_set(
    "King Prince Judge Bishop Pope Major Chair Head Lord Queen Sister Father Brother Chief"
    " Founder Author Editor Coach Manager Director Lady Duke Justice General Speaker Officer"
    " Foreign Executive Vice Deputy Marshal Baron Cardinal Dean Leader Secretary Sheriff Senator"
    " Presidential Counsel Administrator"
)
"""Titles that may also end a name: `Martin Luther King`, `Department of Justice`."""


class Candidate(NamedTuple):
    """Words that could be a name, with what stands around them."""

    sentence: Sequence[Token]
    first: int
    last: int
    title: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """Its words."""
        return [token.text for token in self.sentence[self.first : self.last + 1]]

    @property
    def name(self) -> str:
        """Its words as one."""
        tokens = self.sentence[self.first : self.last + 1]
        return " ".join(t.text + "'s" * (t.owns and t is not tokens[-1]) for t in tokens)

    @property
    def start(self) -> int:
        """Where it begins, its title left out."""
        return self.sentence[self.first].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sentence[self.last].end

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence, so that its capital says nothing."""
        return self.sentence[self.first].opens

    def beside(self, by: int) -> str:
        """The word so far before (`-1`) or behind (`1`) it and its title, in small letters."""
        place = self.first - len(self.title) + by if by < 0 else self.last + by
        inside = 0 <= place < len(self.sentence)
        return self.sentence[place].text.lower() if inside else ""


def candidates(sentence: Sequence[Token]) -> Iterator[Candidate]:
    """Every candidate of a sentence."""
    for first, last in runs(sentence):
        for start, end in _unlinked(sentence, first, last):
            yield from _untitled(sentence, start, end)


def _unlinked(sentence: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run parted at links that do not belong to a name."""
    start = place = first
    while place <= last:
        if place > start and sentence[place].text in LINKS and not sentence[place].capital:
            goes_on = place
            while sentence[goes_on].text in LINKS:
                goes_on += 1
            if not _joins(sentence, start, place, goes_on):
                yield start, place - 1
                start = goes_on
            place = goes_on
        else:
            place += 1
    yield start, last


def _joins(sentence: Sequence[Token], start: int, place: int, goes_on: int) -> bool:
    """Whether what stands before and behind a link is one name."""
    link = sentence[place].text
    before = [token.text for token in sentence[start:place]]
    if (
        " ".join([*before, *(t.text for t in sentence[place : goes_on + 1])])
        in gazetteer().countries
    ):
        return True
    if link == "&" or link in PARTICLES:
        return True
    if link in ("of", "for"):
        return before[-1] in JOINING
    if link == "and":
        return bool({"of", "for"} & set(before)) and before[-1] not in gazetteer().countries
    return False


def _untitled(sentence: Sequence[Token], first: int, last: int) -> Iterator[Candidate]:
    """A name without its title, and what stands before the title as a name of its own."""
    begin, end = _title(sentence, first, last)
    if begin == end:
        yield from _unpeopled(Candidate(sentence, first, last, ()))
        return
    if begin > first:
        yield Candidate(sentence, first, begin - 1, ())
    while end <= last and sentence[end].text in LINKS:
        end += 1
    if end <= last:
        yield Candidate(sentence, end, last, tuple(sentence[begin:end]))


def _title(sentence: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Where a title begins and ends in a run; the same place twice if it has none."""
    begin = first
    while begin <= last and not _is_title(sentence[begin].text):
        begin += 1
    end = begin
    while end <= last and _is_title(sentence[end].text):
        end += 1
    behind = [token.text for token in sentence[end : last + 1]]
    single = end - begin == 1
    before = " ".join(token.text for token in sentence[first:begin])
    if single and begin > first and not behind and sentence[begin].text in ALSO_NAMES:
        return (begin, end) if _is_body(before) else (first, first)
    if (
        behind
        and behind[0] in ALL_HEADS
        and sentence[begin].text not in HONORIFICS
        and behind != ["Park"]
    ):
        return first, first
    if single and len(behind) > 1 and behind[-1] in ALL_HEADS:
        return first, first
    if begin > first and {"of", "for"} & {token.text for token in sentence[first:begin]}:
        return first, first
    return begin, end


def _is_body(name: str) -> bool:
    """Whether a name has officers: `U.S. Senator`, `NASA Administrator`."""
    return name in gazetteer().countries or KIND_OF_KNOWN.get(name, "place") != "place"


def _is_title(word: str) -> bool:
    """Whether a word is a title or part of one."""
    return word in OFFICES or word in HONORIFICS


def _unpeopled(one: Candidate) -> Iterator[Candidate]:
    """`Russian Sergei Lavrov` is two names, `Russian Navy` one."""
    words, known = one.words, gazetteer()
    country = known.country_of_people(words[0]) or _is_body(words[0]) or _is_town(words[0])
    person = len(words) > 2 and words[1] in known.first and words[-1] not in ALL_HEADS
    if _is_trade(words):
        yield one._replace(first=one.first + 1)
    elif country and person and one.name not in KIND_OF_KNOWN:
        yield one._replace(last=one.first)
        yield one._replace(first=one.first + 1)
    else:
        yield one


def _is_town(word: str) -> bool:
    """Whether a word is a place and no first name."""
    return gazetteer().is_place(word) and word not in gazetteer().first


def _is_trade(words: Sequence[str]) -> bool:
    """Whether a full name has what its bearer does before it: `Biologist Nick Bos`."""
    first = gazetteer().first
    named = len(words) > 2 and words[1] in first and words[0] not in first
    return named and words[0].endswith(("ist", "ician", "ologer", "yer", "tor", "ator"))
