"""What is seen of a candidate: its words, those beside it, and what the rest of the text shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .candidates import Candidate
from .gazetteer import gazetteer
from .words import HEADS, HONORIFICS, KIND_OF_KNOWN, PEOPLES

HEAD_KIND = {word: kind for kind, words in HEADS.items() for word in words}


class Evidence:
    """What a whole text shows about its words."""

    def __init__(self, found: Sequence[Candidate], small: frozenset[str]) -> None:
        """`small` are the words that the text has without a capital."""
        self.small = small
        self.times = Counter(one.name for one in found)
        self.within = Counter(one.name for one in found if not one.opens)
        self.ends = {
            one.words[-1]: "t" if one.title else "f"
            for one in found
            if one.title or (len(one.words) > 1 and one.words[0] in gazetteer().first)
        }


def features(one: Candidate, text: Evidence, common: frozenset[str]) -> list[str]:
    """The features of one candidate, as words that a weight can be looked up by."""
    words = one.words
    low = [word.lower() for word in words]
    single = len(words) == 1
    return [
        "b",
        f"n{min(len(words), 4)}",
        *(f"w{word}" for word in low),
        f"f{low[0]}",
        f"l{low[-1]}",
        f"s{low[-1][-3:]}",
        f"c{_shape(words[-1])}{single}",
        f"p{one.beside(-1)}",
        f"q{one.beside(-2)}",
        f"x{one.beside(1)}",
        f"y{one.beside(2)}",
        f"o{one.opens}{single}",
        f"g{_known(one)}{single}",
        f"h{HEAD_KIND.get(words[-1], '')}{single}",
        f"k{HEAD_KIND.get(words[0], '')}{single}",
        f"t{_title(one)}",
        f"v{one.sentence[one.last].owns}",
        f"e{text.ends.get(words[-1], '')}{single}",
        *_seen(one, text, common),
    ]


def _seen(one: Candidate, text: Evidence, common: frozenset[str]) -> list[str]:
    """What the text and the language show about the words without a capital."""
    low = [word.lower() for word in one.words]
    ordinary = sum(word in common for word in low)
    return [
        f"a{len(low) == 1}{low[0] in text.small}{one.opens}",
        f"d{len(low) == 1}{ordinary == len(low)}{ordinary > 0}{one.opens}",
        f"r{min(text.times[one.name], 3)}{one.opens}",
        f"m{min(text.within[one.name], 2)}{len(low) == 1}",
        f"i{low[0] in common}{one.opens}",
    ]


def _shape(word: str) -> str:
    """How a word is written: `Xx`, `XX`, `X.`, with a hyphen or a digit."""
    mark = (
        "-"
        if "-" in word
        else "."
        if "." in word
        else "0"
        if any(c.isdigit() for c in word)
        else ""
    )
    if word.isupper():
        return "XX" + mark
    return (
        ("Xx" if word[0].isupper() else "xX")
        + ("X" if any(map(str.isupper, word[1:])) else "")
        + mark
    )


def _known(one: Candidate) -> str:
    """What the gazetteer knows a name as."""
    known, name, first = gazetteer(), one.name, one.words[0]
    if name in known.countries:
        return "country"
    if name in KIND_OF_KNOWN:
        return "known-" + KIND_OF_KNOWN[name]
    if known.country_of_people(name):
        return "people"
    if name in PEOPLES or name.removesuffix("s") in PEOPLES:
        return "creed"
    if known.is_place(name):
        return "city"
    if first in known.first:
        return "first"
    return "people+" if known.country_of_people(first) or first in known.countries else ""


def _title(one: Candidate) -> str:
    """Whether it bears a title, and of which sort."""
    if not one.title:
        return ""
    return "honour" if one.title[-1].text in HONORIFICS else "office"
