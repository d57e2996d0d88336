"""Times counted from the publication, or from what was told last."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from . import almanac
from .lexicon import listed
from .rules import (
    COUNT,
    MOD,
    UNIT,
    UNKNOWN,
    WHICH,
    Answer,
    Seen,
    rule,
)
from .tokens import Token


@rule("date-near", rf"(?P<the>h)?{MOD}{WHICH}L?{UNIT}(?![ij]?-?W)", 0.85)
def near(seen: Seen) -> Answer:
    """`last week`, `late next year`; `the next day` follows on what was told."""
    unit, step = seen.unit(), seen.step()
    if seen.match[0][-2:-1] == "L":
        step = -1
    word = seen.token("which").word
    if unit in ("hour", "minute", "half") or _is_plural(seen):
        return None
    if step < 0 and seen.neighbour(0) == "of":
        return None
    if word == "my" and (unit not in ("day", "week") or step):
        return None
    if step < 0 and seen.neighbour(-1) in _OVER and seen.has("the") and unit in _LONG:
        here = seen.moment.here(unit)
        return _up_to(here, unit, -1) if here else UNKNOWN
    in_a_story = seen.has("the") and (unit == "day" or (step > 0 and seen.tense < 0))
    told = word == "following" or in_a_story
    there = (told and seen.moment.there(unit)) or seen.moment.here(unit)
    if there and unit == "weekend" and word == "this" and seen.tense < 0 and there.weekday() < 4:
        step = -1
    return almanac.shifted(there, unit, step) if there else UNKNOWN


_LONG = ("week", "month", "year", "decade", "century")
_OVER = frozenset(("in", "over", "for", "during", "within", "throughout"))
"""Before them, `the last year` is the time up to now."""


def _is_plural(seen: Seen) -> bool:
    """`in last years` tells no year."""
    return seen.token("unit").word.rstrip("s") != seen.token("unit").word


@rule("date-weekend", r"(?<=[ijz])h(?P<unit>U)(?![fLXT])", 0.7)
def weekend(seen: Seen) -> Answer:
    """`over the weekend`."""
    here = seen.moment.here()
    if seen.token("unit").word != "weekend" or seen.neighbour(-1) not in _AT_WEEKENDS:
        return None
    if not here:
        return UNKNOWN
    step = 0 if seen.tense > 0 or here.weekday() > 4 else -1
    return almanac.shifted(here, "weekend", step)


_AT_WEEKENDS = frozenset(listed("over at during on in throughout across through"))


@rule("date-same", rf"(?P<which>s){UNIT}", 0.6)
def same(seen: Seen) -> Answer:
    """`that year`, `the same day`."""
    there, unit = seen.moment.there(seen.unit()), seen.unit()
    if seen.token("which").word == "that" and (
        unit == "half" or seen.neighbour(0) in ("the", "that")
    ):
        return None
    return (almanac.shifted(there, unit, 0) or None) if there else UNKNOWN


@rule("date-part-of-this", r"h?(?P<mod>E)[fj-]?h?(?P<unit>U)", 0.7)
@rule("date-part-of-this", r"(?P<unit>U)-?(?P<mod>E)(?![zZ])", 0.5)
def part_of_this(seen: Seen) -> Answer:
    """`the end of the year`, `year end`."""
    unit = seen.unit()
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    given = seen.match.groupdict().get("mod")
    if (
        not given
        or _is_plural(seen)
        or (seen.match[0][0] == "U" and (unit != "year" or seen.token("mod").word != "end"))
    ):
        return None
    here = seen.moment.here(unit)
    return almanac.shifted(here, unit, 0) if here else UNKNOWN


@rule("date-part-of-this", r"(?P<unit>U)k(?P<date>z)", 0.7)
def to_date(seen: Seen) -> Answer:
    """`the year to date`."""
    if seen.unit() not in ("month", "quarter", "year") or seen.token("date").word != "date":
        return None
    here = seen.moment.here(seen.unit())
    return almanac.shifted(here, seen.unit(), 0) if here else UNKNOWN


@rule("date-ago", rf"{COUNT}{UNIT}(?P<more>(?:[,c]?[dn]U){{0,3}})g", 0.9)
def ago(seen: Seen) -> Answer:
    """As exact as the unit: two years ago is a year."""
    here = seen.moment.here(seen.unit())
    if seen.token("count").letter not in "and" or "Q" in seen.match["count"] or not here:
        return UNKNOWN
    if seen.unit() in ("hour", "minute", "half"):
        return UNKNOWN
    return _moved(seen, here, -1)


@rule("date-ago", r"(?:a?U-|Uf?a|aUca)?Ug", 0.6)
def long_ago(seen: Seen) -> Answer:
    """`half a century ago`, `a quarter of a century ago`, `years ago` are not told to the year."""
    return UNKNOWN


def _moved(seen: Seen, here: date, sign: int) -> str | None:
    """By all the units that are named; as exact as the coarsest of them."""
    if not seen.match["more"]:
        return almanac.shifted(here, seen.unit(), sign * _count(seen))
    return _moved_by_all(seen, here, sign)


def _moved_by_all(seen: Seen, here: date, sign: int) -> str | None:
    places = range(seen.match.start("count"), seen.match.end("more"))
    tokens = [seen.line.tokens[at] for at in places]
    steps = [
        (str(unit.value), int(count.value))
        for count, unit in pairwise(tokens)
        if unit.value in _SIZE and count.letter in "dn"
    ]
    for unit, step in steps:
        here = almanac.moved(here, unit, sign * step)
    coarsest = max((unit for unit, _ in steps), key=_SIZE.index)
    return almanac.shifted(here, coarsest, 0)


_SIZE = ("day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century")


def _count(seen: Seen) -> int:
    token = seen.token("count")
    return 1 if token.letter == "a" else int(token.value)


@rule("date-span", rf"(?P<which>[LX]){COUNT}{UNIT}", 0.5)
def span(seen: Seen) -> Answer:
    """`the past 35 years`, up to the publication; `the last few months` are not told."""
    here, unit = seen.moment.here(seen.unit()), seen.unit()
    if unit in ("hour", "minute", "half") or seen.neighbour(0) == "of":
        return None
    if not here or seen.token("count").letter not in "dn":
        return UNKNOWN
    return _up_to(here, unit, seen.step() * _count(seen))


def _up_to(here: date, unit: str, step: int) -> str:
    """From then till now, or from now till then, no finer than the unit."""
    there = almanac.moved(here, unit, step)
    fine = unit if unit in ("day", "month", "year") else "year"
    ends = sorted((there, here))
    return "/".join(str(almanac.shifted(end, "day" if unit == "week" else fine, 0)) for end in ends)


@rule("date-day-off", r"h(?P<unit>U)i(?P<day>T)", 0.95)
def day_off(seen: Seen) -> Answer:
    """`the day before yesterday`, `the day after tomorrow`."""
    here = seen.moment.here()
    if seen.unit() != "day" or (sign := _side(seen.line.tokens[seen.match.start("day") - 1])) == 0:
        return None
    return str(here + timedelta(seen.number("day") + sign)) if here else UNKNOWN


def _side(token: Token) -> int:
    return {"before": -1, "after": 1, "earlier": -1, "later": 1, "from": 1, "since": 1}.get(
        token.word, 0
    )


@rule("date-after-the-next", r"h(?P<unit>U)ih?X", 0.9)
def after_the_next(seen: Seen) -> Answer:
    """`the week after next`."""
    here = seen.moment.here(seen.unit())
    return almanac.shifted(here, seen.unit(), 2) if here else UNKNOWN


@rule(
    "date-counted",
    rf"{COUNT}{UNIT}(?P<more>(?:[,c]?[dn]U){{0,3}})(?P<side>E|i)(?![LXHtrTMWYFo]|hM|ho)",
    0.5,
)
@rule("date-counted", r"(?P<count>h)(?P<unit>U)(?P<more>)(?P<side>E|i)(?![hazZLXHTMWYFDod(])", 0.5)
def counted(seen: Seen) -> Answer:
    """`two weeks later`, `the year before`: from what was told last."""
    sign, unit = _side(seen.token("side")), seen.unit()
    if not sign or unit in ("hour", "minute", "half") or seen.token("side").word == "since":
        return None
    if not _stands_alone(seen):
        return None
    there = seen.there(unit) or (seen.moment.here(unit) if seen.match["count"] == "h" else None)
    if not there or seen.token("count").letter not in "adnh":
        return UNKNOWN
    if seen.match["count"] == "h":
        return almanac.shifted(there, unit, sign)
    return _moved(seen, there, sign)


def _stands_alone(seen: Seen) -> bool:
    """`two years before the war` is counted from the war."""
    if seen.token("side").word in ("earlier", "later"):
        return True
    return seen.neighbour(0) in _CLOSERS


_CLOSERS = frozenset([*".,;:!?)”\"'’—–-", "", "and", "but", "when", "in", "at"])


@rule("date-today", r"(?P<day>T)", 0.7)
def today(seen: Seen) -> Answer:
    """The day of publication and its neighbours."""
    here = seen.moment.here()
    return str(here + timedelta(seen.number("day"))) if here else UNKNOWN


@rule("date-now", r"(?P<day>N)", 0.0)
def now(seen: Seen) -> Answer:
    """Only as the end of a time that began before."""
    here = seen.moment.here()
    return str(here) if here else UNKNOWN
