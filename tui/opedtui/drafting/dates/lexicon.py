"""The words of dates, each with the letter of its class; a text becomes a line of such letters.

A rule of the grammar is a regular expression over that line, so that `M,?Y` is a month and a year.
"""

from __future__ import annotations

from typing import NamedTuple

from ...model.dates import MONTHS


class Word(NamedTuple):
    """What a word may be in a date."""

    letter: str
    value: int | str = ""


def listed(words: str) -> tuple[str, ...]:
    """Words that stand in one string."""
    return tuple(words.split())


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OTHER, NAME, MARK, LINE = "z", "Z", "_", "¶"
"""A word that is not of dates, one with a capital, a mark, the end of a paragraph."""

_UNITS = {
    **{
        "day": "day",
        "night": "day",
        "morning": "day",
        "afternoon": "day",
        "evening": "day",
        "week": "week",
        "workweek": "week",
        "fortnight": "fortnight",
    },
    **{"weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year"},
    **{"decade": "decade", "century": "century", "hour": "hour", "minute": "hour", "half": "half"},
}
_CARDINALS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
    " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth"
)
_DECADES = listed("twenties thirties forties fifties sixties seventies eighties nineties")


def _all(letter: str, words: str) -> dict[str, Word]:
    return {word: Word(letter, word) for word in words.split()}


def _months() -> dict[str, Word]:
    full = {name.lower(): Word("M", number) for number, name in enumerate(MONTHS, 1)}
    short = {name[:3]: word for name, word in full.items()}
    return full | short | {"sept": full["september"]}


def _weekdays() -> dict[str, Word]:
    full = {name: Word("W", number) for number, name in enumerate(WEEKDAYS)}
    short = {name[:3]: word for name, word in full.items()}
    return full | short | {n: full[w] for n, w in {"tues": "tuesday", "thurs": "thursday"}.items()}


def _units() -> dict[str, Word]:
    many = {"centuries": "century", "halves": "half"}
    plural = {f"{unit}s": name for unit, name in _UNITS.items() if unit not in many.values()}
    return {word: Word("U", unit) for word, unit in (_UNITS | plural | many).items()}


def _numbers() -> dict[str, Word]:
    small = {word: Word("w", number) for number, word in enumerate(_CARDINALS)}
    tens = {word: Word("w", 10 * number) for number, word in enumerate(_TENS, 2)}
    large = {"hundred": Word("w", 100), "thousand": Word("w", 1000), "oh": Word("w", 0)}
    ordinals = {word: Word("o", number) for number, word in enumerate(_ORDINALS) if number}
    return small | tens | large | ordinals | {"thirtieth": Word("o", 30)}


WORDS: dict[str, Word] = {
    **_months(),
    **_weekdays(),
    **_units(),
    **_numbers(),
    **{word: Word("S", 21 + k) for k, word in enumerate(("spring", "summer", "autumn", "winter"))},
    "fall": Word("S", 23),
    **{word: Word("D", f"19{2 + k}X") for k, word in enumerate(_DECADES)},
    **{"today": Word("T", 0), "tonight": Word("T", 0), "yesterday": Word("T", -1)},
    **{"tomorrow": Word("T", 1), "tmrw": Word("T", 1), "now": Word("N", 0)},
    **_all("L", "last past previous latest"),
    **_all("X", "next coming following upcoming"),
    **_all("H", "this current my"),
    **_all("E", "early late mid middle start beginning end later earlier begin"),
    **_all("h", "the"),
    **_all("a", "a an"),
    **_all("f", "of"),
    **_all("j", "in"),
    **_all("i", "on during by since before after for as than over within around about"),
    **_all("R", "from"),
    **_all("B", "between"),
    **_all("k", "to through thru till until"),
    **_all("c", "and or"),
    **_all("Q", "few several couple many some"),
    **_all("g", "ago back"),
    **_all("s", "same that"),
    **_all("C", "bc bce ad ce"),
    **{mark: Word("-", mark) for mark in "-–—~‐‑"},
    **{mark: Word(mark, mark) for mark in ",.()/"},
    **{mark: Word("'", mark) for mark in "'’‘"},
}

MODS = {
    **dict.fromkeys(("early", "start", "beginning", "begin", "earlier"), "start"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "end", "later"), "end"),
}
"""The TIMEX3 mod that a word stands for."""
