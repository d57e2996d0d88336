"""What a rule is: letters in a row, and what they mean as a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .moment import Moment
from .tense import tense_at
from .tokens import Line, Token

UNKNOWN = ""
"""A date that nothing tells."""


class Bare(NamedTuple):
    """A month, or a day of one, whose year is still to be found."""

    month: int
    day: int = 0

    def of(self, year: int) -> str:
        """In EDTF."""
        return f"{year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@dataclass(slots=True)
class Seen:
    """What a rule has before it."""

    line: Line
    match: re.Match[str]
    moment: Moment

    def has(self, name: str) -> bool:
        """Whether this part of the rule is there."""
        return bool(self.match[name])

    def token(self, name: str) -> Token:
        """The token that stands for a part of the rule."""
        return self.line.tokens[self.match.start(name)]

    def number(self, name: str) -> int:
        """What it is worth."""
        return int(self.token(name).value)

    def unit(self, name: str = "unit") -> str:
        """The name of the unit of time."""
        return str(self.token(name).value)

    def step(self, name: str = "which") -> int:
        """-1 for the last, 1 for the next, 0 for this."""
        return {"L": -1, "X": 1}.get(self.match[name], 0)

    @property
    def tense(self) -> int:
        """Of the clause around it: -1, 0 or 1."""
        return tense_at(self.line.tokens, *self.match.span())

    def there(self, unit: str) -> date | None:
        """What was told last; a story that told no date does not begin with the publication."""
        told = self.moment.there(unit)
        return told or (self.moment.here(unit) if self.tense >= 0 else None)

    def neighbour(self, by: int) -> str:
        """The word before (-1) or after (0) the match."""
        at = self.match.start() + by if by < 0 else self.match.end() + by
        return self.line.tokens[at].word.strip() if 0 <= at < len(self.line.tokens) else ""


Answer = str | Bare | None


Read = Callable[[Seen], Answer]


class Rule(NamedTuple):
    """A name, the letters, what they mean, and how often that is right."""

    name: str
    letters: re.Pattern[str]
    read: Read
    confidence: float


RULES: list[Rule] = []


def rule(name: str, letters: str, confidence: float) -> Callable[[Read], Read]:
    """Add what follows to the rules."""

    def added(read: Read) -> Read:
        RULES.append(Rule(name, re.compile(letters), read, confidence))
        return read

    return added


MONTH = r"(?P<month>M)\.?"


DAY = r"(?P<day>[do])"


YEAR = r"(?P<year>Y)"


WEEKDAY = r"(?P<weekday>W)"


UNIT = r"(?P<unit>U)"


WHICH = r"(?P<which>[LXH])"


MOD = r"(?:h?(?P<mod>E)-?j?f?h?)?"


COUNT = r"(?P<count>[andQ]|aQf?|a?Qf?)"


NAMED_DAY = r"(?:W\.?,?-?h?)?"
