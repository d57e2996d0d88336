"""A text as a line of letters, one for each word, number and mark, and what each is worth."""

from __future__ import annotations

import re
from typing import NamedTuple

from .holidays import FIRST_WORDS, HOLIDAYS, LONGEST
from .lexicon import LINE, MARK, NAME, OTHER, WORDS, listed
from .numbers import number_in, year_in

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]++(?!\d))"
    r"|(?P<I>(?<![\d/.-])(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))"
    r"(?:T[\d:.]+Z?)?(?![\d/]))"
    r"|(?P<D>[‘’']?\d{2}0[’']?s\b|[‘’']\d0[’']?s\b|\d0s\b|(?<!\d)\d{3}0[’']?s\b)"
    r"|(?P<o>(?<!\d)\d{1,2}(?i:st|[nr]d|th)\b)"
    r"|(?P<q>\b[QqHh][1-4]\b)"
    r"|(?P<z>[$€£¥#]\s?\d[\d.,]*|\d{1,3}(?:,\d{3})+(?!\d)|\d+[.:]\d[\d.:]*|\d+\s?%)"
    r"|(?P<number>\d+)"
    r"|(?P<joined>[^\W\d_]+)"
    r"|(?P<mark>\n\s*\n|[^\w\s])"
)


class Token(NamedTuple):
    """A word, number or mark of the text, or several that are worth one number."""

    start: int
    end: int
    word: str
    """In small letters."""
    letter: str
    value: int | str


class Line(NamedTuple):
    """The tokens, and their letters in a row."""

    tokens: list[Token]
    letters: str


def line_of(text: str) -> Line:
    """Ready for the grammar."""
    tokens = _holidays(_months_that_are(text, _numbered(_tokens(text))))
    return Line(tokens, "".join(token.letter for token in tokens))


def _tokens(text: str) -> list[Token]:
    return [_token(text, match) for match in _TOKEN.finditer(text)]


def _token(text: str, match: re.Match[str]) -> Token:
    kind, written = match.lastgroup or "", match[0]
    word = written.lower()
    known = WORDS.get(word)
    if known:
        letter, value = known
    elif kind == "word":
        letter, value = OTHER if word == written else NAME, ""
    else:
        letter, value = _rarer(text, match, kind, word)
    return Token(*match.span(), word, letter, value)


def _rarer(text: str, found: re.Match[str], kind: str, word: str) -> tuple[str, int | str]:
    """The letter and the worth of what is no plain word."""
    match kind:
        case "number":
            return _number_letter(text, found), int(word[:9])
        case "o":
            return "o", int(word[:-2])
        case "D":
            return "D", _decade(word)
        case "mark":
            return LINE if word[0] == "\n" else MARK, ""
        case "joined":
            return OTHER, ""
    return kind, word


def _number_letter(text: str, match: re.Match[str]) -> str:
    """`Y` for a year, `d` for a day, `n` for another number that may count something."""
    written, after = match[0], text[match.end() : match.end() + 1]
    before = text[max(0, match.start() - 3) : match.start()]
    if after.isalpha() or (before[-1:].isalpha() and before.lower() not in WORDS):
        return OTHER
    if len(written) == 4 and "1000" <= written < "2200":
        return "Y"
    if len(written) < 3 and 1 <= int(written) <= 31:
        return "d"
    return "n" if len(written) < 4 else OTHER


def _decade(word: str) -> str:
    digits = "".join(filter(str.isdigit, word))
    return f"19{digits[0]}X" if len(digits) == 2 else f"{digits[:3]}X"


def _numbered(tokens: list[Token]) -> list[Token]:
    """Numbers in words become one token: a year, a day or a count."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].letter != "w":
            found.append(tokens[at])
            at += 1
            continue
        places = _run(tokens, at)
        found += _worth(tokens, places)
        at = places[-1] + 1
    return found


def _run(tokens: list[Token], at: int) -> list[int]:
    """Where the numbers stand, over hyphens and an `and` behind hundreds; an ordinal ends them."""
    places = [at]
    while (after := places[-1] + 1) < len(tokens):
        last = tokens[places[-1]]
        linked = tokens[after].word == "-" or (tokens[after].word == "and" and last.value in _LARGE)
        step = after + linked
        if step < len(tokens) and tokens[step].letter == "w":
            places.append(step)
            continue
        if step < len(tokens) and tokens[step].letter == "o" and _takes_ordinal(last, tokens[step]):
            places.append(step)
        break
    return places


_LARGE = (100, 1000)


def _takes_ordinal(last: Token, ordinal: Token) -> bool:
    return last.value in (20, 30) and int(ordinal.value) < 10 and ordinal.word.isalpha()


def _worth(tokens: list[Token], places: list[int]) -> list[Token]:
    if tokens[places[-1]].letter == "o":
        *before, tens, last = places
        value = int(tokens[tens].value) + int(tokens[last].value)
        ordinal = _merged(tokens, [tens, last], "o", value)
        return [*(_worth(tokens, before) if before else []), ordinal]
    values = [int(tokens[place].value) for place in places]
    found = []
    while values:
        year = year_in(values)
        value, used = year or number_in(values)
        letter = "Y" if year and value > 999 else "d" if 1 <= value <= 31 else "n"
        found.append(_merged(tokens, places[:used], letter, value))
        values, places = values[used:], places[used:]
    return found


def _merged(tokens: list[Token], places: list[int], letter: str, value: int) -> Token:
    first, last = tokens[places[0]], tokens[places[-1]]
    words = " ".join(tokens[place].word for place in places)
    return Token(first.start, last.end, words, letter, value)


_YEARS_AFTER = (["X", "U"], ["L", "U"], ["H", "U"])
_MONTHS_AFTER = (["k", "M"], ["-", "M"])
_VERBS = ("may", "march", "mar")
_ALSO_WORDS = frozenset(
    listed("may march mar sun sat wed mon dec sep jan april june august fri fall second")
)
_LEADING = frozenset(
    listed(
        "in of last next this since by until till from through early late mid during"
        " before after between to on"
    )
)


def _months_that_are(text: str, tokens: list[Token]) -> list[Token]:
    """`May`, `March` and `Sun` are dates only among other words of dates."""
    return [
        token._replace(letter=NAME if text[token.start].isupper() else OTHER)
        if token.word in _ALSO_WORDS and token.letter in "MWS" and not _is_date(text, tokens, at)
        else token
        for at, token in enumerate(tokens)
    ]


def _is_date(text: str, tokens: list[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1] if at else _NOTHING
    if before.letter == NAME and [t.word for t in tokens[at + 1 : at + 2]] == ["in"]:
        return False
    if _precedes_number(tokens, at):
        return True
    is_name = text[token.start].isupper()
    if token.letter == "W":
        return is_name and before.word in ("on", "last", "next", "this")
    if token.word == "fall":
        return before.letter in "LXHE"
    if _follows_number(tokens, at):
        return is_name or [other.letter for other in tokens[at + 1 : at + 2]] != [OTHER]
    if is_name and [other.letter for other in tokens[at + 1 : at + 3]] in _MONTHS_AFTER:
        return True
    surely = is_name or token.word not in _VERBS or before.word in ("in", "of", "last", "next")
    return before.word in _LEADING and surely


_NOTHING = Token(0, 0, "", MARK, "")


def _precedes_number(tokens: list[Token], at: int) -> bool:
    """`May 3`, `June of 1992`, `June next year`."""
    after = [t for t in tokens[at + 1 : at + 4] if t.letter not in ".,-hf" and t.word != "in"][:1]
    if after and after[0].letter in "doY" and after[0].start - tokens[at].end < 6:
        return True
    letters = [token.letter for token in tokens[at + 1 : at + 3]]
    return tokens[at].letter == "M" and letters in _YEARS_AFTER


def _follows_number(tokens: list[Token], at: int) -> bool:
    """`3 May`, `2015, May`, `mid-May`, `April-May`."""
    last = [*[_NOTHING, _NOTHING], *tokens[max(0, at - 2) : at]]
    before, further = last[-1], last[-2]
    if before.letter in "doY" and before.word != "one":
        return True
    if before.letter in ",-." and further.letter in "MWYdo":
        return True
    return before.word == "-" and further.word in _LEADING


def _holidays(tokens: list[Token]) -> list[Token]:
    """The words of a holiday become one token, worth their name."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        words = tokens[at].word in FIRST_WORDS and _holiday(tokens, at)
        if not words:
            found.append(tokens[at])
            at += 1
            continue
        found.append(_merged(tokens, [at, at + words[0] - 1], "F", 0)._replace(value=words[1]))
        at += words[0]
    return found


def _holiday(tokens: list[Token], at: int) -> tuple[int, str] | None:
    """How many tokens name a holiday, and its name; `year’s` is one word."""
    name: list[str] = []
    best: tuple[int, str] | None = None
    for used, token in enumerate(tokens[at : at + 2 * LONGEST], 1):
        if token.letter == "'" or token.word == ".":
            continue
        if token.word == "s" and name and tokens[at + used - 2].letter == "'":
            name[-1] += "s"
        else:
            name.append(token.word)
        if tuple(name) in HOLIDAYS:
            best = used, " ".join(name)
    return best
