"""The sentences and clauses of a text: enough to preselect the one under a cursor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .stretch import Stretch


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)\s+(?=(?P<next>\S+))")
_NO_HEAD = "".join(
    rf"(?<!\b{word})"
    for word in ("on", "of", "in", "to", "by", "from", "since", "until", "after", "before")
)
_HEAD = re.compile(
    rf"{_NO_HEAD}(?<![,.!?…:;])\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+"
    r" \d{1,2}, \d{4}\s*$|(?:Image|Photo|Photograph|Picture|Credit)s?[:;]\s)"
)
"""Between a headline and its date, or a caption and its credit: no stop ends them."""
_INNER = re.compile(
    r"(?<=[,;:])[\"'”’]?\s+(?!\d)|\s+(?=[–—(]\s?\w)|(?<=[–—)])\s+"
    r"|\s+(?=(?:but|yet|because|although|though|whereas|while|unless)\s)"
)
_CAMEL = re.compile(r"[a-z]+[A-Z]")
"""`iPhone`, `eBay`: names that begin small."""
_OPENERS = "\"'“‘«([¿¡`"
_BEFORE = re.compile(r"[^\s(\[“‘\"'«]*$")

_TITLES = _words(
    "mr mrs ms messrs mme dr prof gen col lt maj sgt capt cpl adm cmdr sen rep gov hon rev st"
    " amb min sec no nos fig vol vs cf p pp ed eds art ch approx ca e.g i.e"
)
"""What they shorten goes on: a name, a number or an example follows."""
_SHORT = _words(
    "jr sr inc ltd co corp bros dept univ est etc al ph.d a.m p.m jan feb mar apr jun jul aug sep"
    " sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd mt ft"
)
"""They may stand at the end of a sentence."""
_STARTERS = _words(
    "a an after also although and another as at because before both but by during each even for"
    " from he her here his however i if in indeed instead it its many meanwhile more most no nor"
    " not now of on one only or other our over perhaps she since so some still such that the their"
    " then there these they this those though thus to today under until we what when where whether"
    " which while who why with yet you"
)
LEAST_WORDS = 3
"""Of a clause: “on Monday” is none."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def sentences(text: str) -> tuple[Stretch, ...]:
    """Every sentence, without the blanks around it; none crosses the end of a line."""
    return sentences_in(text, Stretch(0, len(text)))


def sentences_in(text: str, lines: Stretch) -> tuple[Stretch, ...]:
    """Those of some lines alone, which is quicker in a long text."""
    return tuple(_in_lines(text, *lines))


def sentence_at(text: str, offset: int) -> Stretch | None:
    """The sentence that holds the offset, or the one before it in the line."""
    return _at(offset, sentences_in(text, line_at(text, offset)))


def clauses(text: str, sentence: Stretch) -> tuple[Stretch, ...]:
    """The parts of a sentence between its inner marks, none shorter than three words."""
    parts: list[Stretch] = []
    for part in _parts(text, sentence):
        if parts and min(_length(text, parts[-1]), _length(text, part)) < LEAST_WORDS:
            part = Stretch(parts.pop().start, part.end)
        parts.append(part)
    return tuple(_without_commas(text, part) for part in parts)


def clause_at(text: str, offset: int) -> Stretch | None:
    """The clause that holds the offset, or the one before it."""
    sentence = sentence_at(text, offset)
    return _at(offset, clauses(text, sentence)) if sentence else None


def line_at(text: str, offset: int) -> Stretch:
    """The line that holds the offset."""
    end = text.find("\n", offset)
    return Stretch(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))


def _at(offset: int, stretches: tuple[Stretch, ...]) -> Stretch | None:
    """The last that has begun; the first in the blanks before it."""
    begun = [stretch for stretch in stretches if stretch.start <= offset]
    return begun[-1] if begun else next(iter(stretches), None)


def _in_lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    for line in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end):
        begin = line.start()
        for end, next_begin in _cuts(text, *line.span()):
            yield _trimmed(text, begin, end)
            begin = next_begin
        yield _trimmed(text, begin, line.end())


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a sentence of the line ends, and where the next one begins."""
    begin = start
    heads = [head.span() for head in _HEAD.finditer(text[:end], start)]
    for stop in _STOP.finditer(text, start, end):
        while heads and heads[0][0] < stop.start():
            yield heads[0]
            begin = heads.pop(0)[1]
        if _ends(text, begin, stop):
            yield stop.end("close"), stop.end()
            begin = stop.end()
    yield from (head for head in heads if head[0] >= begin)


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at this mark."""
    follows = stop["next"].lstrip(_OPENERS)
    if not follows or not (follows[0].isalnum() or follows[0] in "$€£#@"):
        return False
    if follows[0].islower() and not (_CAMEL.match(follows) or follows.startswith("http")):
        return False
    if stop["mark"] != ".":
        return not (
            stop["mark"] in ("...", "…") and text[stop.start() - 1 : stop.start()].isspace()
        )
    is_closed = bool(stop["close"].strip("])"))
    return is_closed or _is_full_stop(text, begin, stop, follows)


def _is_full_stop(text: str, begin: int, stop: re.Match[str], follows: str) -> bool:
    """Not the point behind a title, an initial, an abbreviation, or the number of an item."""
    found = _BEFORE.search(text, begin, stop.start())
    before = found[0] if found else ""
    word = before.lower().replace("’", "'")
    if word in _TITLES or text[begin : stop.start()].strip().isdigit():
        return False
    if word in _SHORT or (_INITIALS.fullmatch(before) and before[0].isupper()):
        return re.split(r"\W", follows.lower(), maxsplit=1)[0] in _STARTERS
    return True


def _parts(text: str, sentence: Stretch) -> Iterator[Stretch]:
    start = sentence.start
    for cut in _INNER.finditer(text, *sentence):
        yield Stretch(start, cut.start())
        start = cut.end()
    yield Stretch(start, sentence.end)


def _length(text: str, stretch: Stretch) -> int:
    return len(text[stretch.start : stretch.end].split())


def _trimmed(text: str, start: int, end: int) -> Stretch:
    words = text[start:end]
    return Stretch(end - len(words.lstrip()), start + len(words.rstrip()))


def _without_commas(text: str, part: Stretch) -> Stretch:
    """A clause is told apart from the mark that ends it."""
    words = text[part.start : part.end]
    return Stretch(part.start, part.start + len(words.rstrip(",;:–— ")) or part.end)
