"""What a reader looks for: words, phrases, beginnings of words, and what should be absent."""

from __future__ import annotations

import re
from functools import cached_property

from ...errors import OpedError, quoted
from ...model.frozen import frozen
from .folding import WORD, folded, folded_with_places

_ITEM = re.compile(r'([-−]?)(?:"([^"]*)("?)|([^\s"]+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')

Mark = tuple[int, int]
"""Characters of a text, end-exclusive."""


class QueryError(OpedError):
    """What is typed says nothing that could be looked for."""


@frozen
class Term:
    """Words that follow each other; the last may be a beginning only."""

    words: tuple[str, ...]
    is_prefix: bool = False

    @property
    def for_index(self) -> str:
        """As FTS5 has it; words hold letters and digits only."""
        return f'"{" ".join(self.words)}"' + (" *" if self.is_prefix else "")

    @property
    def pattern(self) -> re.Pattern[str]:
        """The same in a folded text."""
        end = "" if self.is_prefix else r"(?![^\W_])"
        return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, self.words)) + end)

    @property
    def whole(self) -> Term:
        return Term(self.words)


@frozen
class Rung:
    """A way in which a text can fit; one on a higher rung is the better find."""

    terms: tuple[Term, ...]
    begins: bool = False
    """Whether the text has to begin with them."""

    @property
    def for_index(self) -> str:
        return " AND ".join(("^ " if self.begins else "") + term.for_index for term in self.terms)


class Query:
    """A question that was understood."""

    def __init__(self, wanted: tuple[Term, ...], unwanted: tuple[Term, ...], cased: bool) -> None:
        self.wanted, self.unwanted, self.is_cased = wanted, unwanted, cased

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """The best first: begun with, in a row, all of them; whole words before beginnings."""
        row = tuple(word for term in self.wanted for word in term.words)
        in_a_row = Term(row, self.wanted[-1].is_prefix)
        whole = tuple(term.whole if term.is_prefix else term for term in self.wanted[-1:])
        ways: tuple[Rung, ...] = (
            Rung((in_a_row.whole,), begins=True),
            Rung((in_a_row,), begins=True),
            Rung((in_a_row.whole,)),
            Rung((*self.wanted[:-1], *whole)),
            Rung((in_a_row,)),
            Rung(self.wanted),
        )
        if any(term.is_prefix for term in self.wanted[:-1]):
            ways = (Rung(self.wanted),)
        return tuple(dict.fromkeys(ways))

    def for_index(self, rung: Rung) -> str:
        """As FTS5 has it."""
        without = " OR ".join(term.for_index for term in self.unwanted)
        return f"({rung.for_index}) NOT ({without})" if without else rung.for_index

    def rung_of(self, text: str) -> int | None:
        """How well a text fits; 0 is best, None is not at all."""
        compared = folded(text, cased=self.is_cased)
        if not all(pattern.search(compared) for pattern in self._patterns):
            return None
        if any(pattern.search(compared) for pattern in self._unwanted_patterns):
            return None
        return next(at for at, fits in enumerate(self._rung_patterns) if fits(compared))

    def marks(self, text: str) -> list[Mark]:
        """Where it stands in a text that fits: in a row if it does so anywhere."""
        compared, places = folded_with_places(text, cased=self.is_cased)
        found = [match.span() for match in self._row.finditer(compared)] or [
            match.span() for pattern in self._patterns for match in pattern.finditer(compared)
        ]
        return joined((places[start], places[end - 1] + 1) for start, end in found)

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [term.pattern for term in self.wanted]

    @cached_property
    def _unwanted_patterns(self) -> list[re.Pattern[str]]:
        return [term.pattern for term in self.unwanted]

    @cached_property
    def _row(self) -> re.Pattern[str]:
        row = tuple(word for term in self.wanted for word in term.words)
        is_prefix = self.wanted[-1].is_prefix
        return Term(row, is_prefix).pattern

    @cached_property
    def _rung_patterns(self) -> list[_Fits]:
        return [_Fits(rung) for rung in self.rungs]


class _Fits:
    """Whether a folded text is on a rung."""

    def __init__(self, rung: Rung) -> None:
        self._patterns = [term.pattern for term in rung.terms]
        self._begins = rung.begins

    def __call__(self, compared: str) -> bool:
        if not self._begins:
            return all(pattern.search(compared) for pattern in self._patterns)
        first = WORD.search(compared)
        return bool(first and self._patterns[0].match(compared, first.start()))


def joined(marks: object) -> list[Mark]:
    """In order, and those that overlap as one."""
    kept: list[Mark] = []
    for start, end in sorted(marks):  # type: ignore[call-overload]
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def understood(typed: str) -> Query | None:
    """The query; None where nothing is typed, QueryError where it says nothing.

    `"exact phrase"`, `-without`, `beginning*`; the last word is a beginning in any case.
    A capital anywhere means that capitals count.
    """
    if not typed.strip():
        return None
    cased = typed != typed.lower()
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for match in _ITEM.finditer(typed.translate(_QUOTES)):
        term = _term(match, cased, is_last=match.end() == len(typed.rstrip()))
        if term:
            (unwanted if match[1] else wanted).append(term)
    if not wanted:
        raise QueryError(_complaint(typed, unwanted))
    return Query(tuple(wanted), tuple(unwanted), cased)


def _term(match: re.Match[str], cased: bool, is_last: bool) -> Term | None:
    minus, phrase, closing, word = match.groups()
    text = word if phrase is None else phrase
    words = tuple(WORD.findall(folded(text, cased=cased)))
    if not words:
        return None
    is_open = is_last and not closing and not minus
    return Term(words, is_open or text.rstrip().endswith("*"))


def _complaint(typed: str, unwanted: list[Term]) -> str:
    if unwanted:
        return "that only says what to leave out; add a word to look for, e.g. gas -pipeline"
    if '"' in typed.translate(_QUOTES):
        return "the quotation marks hold no word; type the phrase between them"
    return f"{quoted(typed.strip())} has no letter or digit to look for; type a word"
