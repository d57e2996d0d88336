"""The grammar run over a text: what was told before helps to tell what comes after."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ...model.dates import DateError, Edtf
from ..found import FoundDate
from . import almanac
from .grammar import matches
from .lexicon import LINE, MODS
from .moment import Moment
from .rules import UNKNOWN, Answer, Bare, Rule, Seen
from .tense import tense_at
from .tokens import Line, line_of
from .yearless import year_of


@dataclass(frozen=True, slots=True)
class _Date:
    """A date among the tokens."""

    start: int
    end: int
    edtf: str
    bare: Bare | None
    rule: Rule
    ends: tuple[_Date, ...] = ()
    """The two dates that a range was joined from."""

    @property
    def is_absolute(self) -> bool:
        """The text gives some of its numbers."""
        return self.rule.name not in _RELATIVE


_RELATIVE = frozenset(
    f"date-{name}" for name in ("near", "same", "today", "now", "ago", "counted", "span")
)
_TELLING = frozenset(("date-day", "date-month", "date-year", "date-season"))
"""They give a year, and what follows may count on it."""
LESS_SURE = 0.25
"""How much less sure a date is where nothing tells which year it is of."""


def dates(text: str, published: Edtf | None, *, joined: bool = True) -> list[FoundDate]:
    """In order and without overlap; what only a date of publication could tell has none without.

    Joined, `from 2004 to 2009` is one time; else it is two, each in its own words.
    """
    line = line_of(text)
    found = _read(line, Moment(published))
    if not joined:
        found = [end for one in found for end in one.ends or (one,)]
    told = (one for one in found if one.rule.name != "date-now")
    return [given for one in told if (given := _given(line, one))]


def mod_of(words: str) -> str:
    """The TIMEX3 mod that the words of a date say: start, mid, end, or nothing."""
    said = re.findall(r"[a-z]+", words.lower())
    return next((MODS[word] for word in said if word in MODS), "")


def _given(line: Line, one: _Date) -> FoundDate | None:
    start, end = line.tokens[one.start].start, line.tokens[one.end - 1].end
    sure = one.rule.confidence - (0 if one.edtf else LESS_SURE)
    try:
        when = Edtf.parse(one.edtf) if one.edtf else None
    except DateError:
        return None
    return FoundDate(start, end, when, one.rule.name, round(max(sure, 0.1), 2))


def _read(line: Line, moment: Moment) -> list[_Date]:
    """What each rule sees, from left to right; the first that is right takes its words."""
    found: list[_Date] = []
    for match, rule in matches(line):
        after = found[-1].end if found else 0
        if match.start() < after:
            continue
        _forget(line, after, match.start(), moment)
        one = _date(Seen(line, match, moment), rule)
        if one is None:
            continue
        one = _counted(line, one, after)
        whole = _joined(line, found[-1], one) if found else None
        if whole:
            found[-1] = whole
        else:
            found[-1:] = [_completed(line, before, one) for before in found[-1:]]
            found.append(one)
        _remember(line, found[-1], moment)
    return found


def _date(seen: Seen, rule: Rule) -> _Date | None:
    answer = _answer(seen, rule)
    if answer is None:
        return None
    start, end = _trimmed(seen)
    if not isinstance(answer, Bare):
        return _Date(start, end, answer, None, rule)
    year = year_of(answer, seen.moment, seen.tense)
    edtf = _real(answer, year) if year else UNKNOWN
    return _Date(start, end, edtf, answer, rule)


def _answer(seen: Seen, rule: Rule) -> Answer:
    """A date beyond the years of the calendar is one that nothing tells."""
    try:
        return rule.read(seen)
    except (OverflowError, ValueError):
        return UNKNOWN


def _real(bare: Bare, year: int) -> str:
    """The 29th of February lies in a leap year."""
    for near in (year, year - 1, year + 1, year - 2, year + 2):
        try:
            date(near, bare.month, bare.day or 1)
        except ValueError:
            continue
        return bare.of(near)
    return UNKNOWN


def _trimmed(seen: Seen) -> tuple[int, int]:
    """Without a point or comma at its end, or an article before a month or a year."""
    start, end = seen.match.span()
    letters = seen.line.letters
    if letters[end - 1] in ",-" or (letters[end - 1] == "." and not _shortens(seen.line, end - 1)):
        end -= 1
    if letters[start:end] in ("hM", "hY"):
        start += 1
    return start, end


def _shortens(line: Line, at: int) -> bool:
    """A point that belongs to `Sept.`, not to the sentence."""
    word = line.tokens[at - 1].word
    return len(word) < 5 and word not in ("may", "june", "july")


def _forget(line: Line, start: int, end: int, moment: Moment) -> None:
    """A new paragraph tells of its own year."""
    if LINE in line.letters[start:end]:
        moment.paragraph = 0


def _remember(line: Line, one: _Date, moment: Moment) -> None:
    """A date with a year is what later words count from."""
    try:
        when = Edtf.parse(one.edtf)
    except DateError:
        return
    if not when.lower or not when.upper:
        return
    moment.told.append(when)
    if one.rule.name in _TELLING and not one.bare and _opens_a_story(line, one):
        told, here = when.lower.year, moment.here("year")
        same = when.lower.year == when.upper.year
        moment.paragraph = told if same and (not here or told < here.year) else 0


def _opens_a_story(line: Line, one: _Date) -> bool:
    """`In 2003, …` opens one; `the war of 2003` tells nothing of what follows."""
    if one.rule.name != "date-year":
        return True
    before = line.letters[max(0, one.start - 2) : one.start]
    return before == "j" or (before[-1:] == "j" and before[0] in "_.,(" + LINE)


_ENDS_JOINED = re.compile(r"(?:k|-)h?(?:Efh?)?|k[ij]h?")
_BETWEEN = re.compile(r",?c[ijh]?(?:Efh?)?")


def _completed(line: Line, first: _Date, last: _Date) -> _Date:
    """`in January and February 2022`: the year is that of both."""
    link = line.letters[first.end : last.start]
    if not first.bare or last.rule.name not in ("date-day", "date-month") or link not in _AND:
        return first
    return replace(first, edtf=_before(first.bare, last.edtf), bare=None)


_AND = ("c", ",c", "cj", "ci")


def _joined(line: Line, first: _Date, last: _Date) -> _Date | None:
    """`from 2004 to 2009` is one time; what one end leaves out the other one gives."""
    link = line.letters[first.end : last.start]
    opened = line.letters[max(0, first.start - 1) : first.start]
    between = opened == "B" and _BETWEEN.fullmatch(link)
    if not between and not _ENDS_JOINED.fullmatch(link):
        return None
    if link[0] == "-" and not (first.is_absolute and last.is_absolute):
        return None
    edtf = _ends(first, last, tense_at(line.tokens, first.start, last.end))
    if edtf is None:
        return None
    start = first.start - (opened in ("R", "B"))
    return _Date(start, last.end, edtf, None, _of_both(first, last), _apart(first, last, edtf))


def _apart(first: _Date, last: _Date, edtf: str) -> tuple[_Date, ...]:
    """Each end with what the other one gave; of `2004 to 2006 to 2009` all three."""
    left, _, right = edtf.partition("/")
    if not right:
        return ()
    return *(first.ends or (replace(first, edtf=left, bare=None),)), replace(last, edtf=right)


def _of_both(first: _Date, last: _Date) -> Rule:
    sure = min(first.rule.confidence, last.rule.confidence)
    return first.rule._replace(name="date-range", confidence=sure)


def _ends(first: _Date, last: _Date, tense: int) -> str | None:
    """None where the second does not follow on the first."""
    left, right = first.edtf, last.edtf
    if (first.rule.name, last.rule.name) == ("date-season", "date-year"):
        return left
    if first.bare and right and not last.bare:
        left = _before(first.bare, right.partition("/")[0])
    elif first.bare and last.bare and right and tense < 0:
        left = _before(first.bare, right)
    elif last.bare and left:
        right = _after(left, last.bare)
    if not left or not right:
        return UNKNOWN if left == right else None
    left, right = left.partition("/")[0], right.rpartition("/")[2]
    try:
        Edtf.parse(f"{left}/{right}")
    except DateError:
        return None
    return f"{left}/{right}"


def _before(bare: Bare, right: str) -> str:
    """The month or day that comes last before the other end."""
    if not right[:4].isdigit():
        return UNKNOWN
    year = int(right[:4])
    left = bare.of(year)
    return left if left[: len(right)] <= right[: len(left)] else bare.of(year - 1)


def _after(left: str, bare: Bare) -> str:
    if not left[:4].isdigit():
        return UNKNOWN
    year = int(left[:4])
    right = bare.of(year)
    return right if right[: len(left)] >= left[: len(right)] else bare.of(year + 1)


_COUNTED = re.compile(r"(?P<count>[and])(?P<unit>U)(?P<side>[iRE])h?$")


def _counted(line: Line, one: _Date, after: int) -> _Date:
    """`two weeks before Christmas` is counted from the date that follows."""
    match = _COUNTED.search(line.letters, after, one.start)
    if match is None:
        return one
    side, unit = line.tokens[match.start("side")].word, str(line.tokens[match.start("unit")].value)
    sign = {"before": -1, "after": 1, "from": 1, "since": 1}.get(side, 0)
    if not sign or unit in ("hour", "minute", "half"):
        return one
    token = line.tokens[match.start("count")]
    count = 1 if token.letter == "a" else int(token.value)
    return replace(one, start=match.start(), edtf=_away(one, unit, sign * count), bare=None)


def _away(one: _Date, unit: str, step: int) -> str:
    if not one.edtf or not (when := Edtf.parse(one.edtf)).lower or not 0 < when.lower.year < 9000:
        return UNKNOWN
    try:
        there = almanac.moved(date.fromordinal(when.lower.ordinal), unit, step)
    except (OverflowError, ValueError):
        return UNKNOWN
    return almanac.shifted(there, unit, 0) or UNKNOWN
