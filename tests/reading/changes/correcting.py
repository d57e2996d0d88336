"""Texts as their editors correct them, knowing where every character went."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from opedtui.model.refs import Ref
from opedtui.model.spans import Span
from tests.making import bundled_library

DOC = Ref.parse("d1")
NOTE = (
    "Editor’s note: this article was corrected on Monday, to give the ministry its right name.\n\n"
)


def texts() -> tuple[str, ...]:
    """The op-ed that comes with the program, and four texts of Wikinews."""
    here = Path(__file__).parent / "texts"
    news = (path.read_text("utf-8") for path in sorted(here.glob("*.txt")))
    return (bundled_library().documents[0].text, *news)


def some_spans(text: str, number: int, chance: random.Random, longest: int = 40) -> Iterator[Span]:
    """Spans of 1 to 40 words anywhere in the text."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for _ in range(number):
        first = chance.randrange(len(words))
        last = min(len(words), first + chance.randint(1, longest)) - 1
        yield Span.of(DOC, text, words[first][0], words[last][1])


class Corrected:
    """A text in which every character knows where it stood at first."""

    def __init__(self, text: str, chance: random.Random) -> None:
        self.letters: list[tuple[str, int]] = [(letter, at) for at, letter in enumerate(text)]
        self.chance = chance

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where these characters are now, without the blanks around them."""
        there = [
            now
            for now, (letter, at) in enumerate(self.letters)
            if start <= at < end and not letter.isspace()
        ]
        return (there[0], there[-1] + 1) if there else None

    def put_a_note_in_front(self) -> None:
        self.letters[:0] = [(letter, -1) for letter in NOTE]

    def set_curly_quotes_and_dashes(self) -> None:
        curly = []
        before = " "
        for letter, at in self.letters:
            opens = before in " \n(["
            if letter in "\"'":
                letter = {'"': "“" if opens else "”", "'": "‘" if opens else "’"}[letter]
            elif letter in "“”‘’":
                letter = '"' if letter in "“”" else "'"
            elif letter == "-" and self.chance.random() < 0.5:
                letter = "–"
            curly.append((letter, at))
            before = letter
        self.letters = curly

    def wrap(self, width: int = 60) -> None:
        wrapped: list[tuple[str, int]] = []
        column = 0
        for letter, at in self.letters:
            column = 0 if letter == "\n" else column + 1
            if letter == " " and column > width:
                letter, column = "\n", 0
            elif letter == " " and self.chance.random() < 0.1:
                wrapped.append((letter, at))
            wrapped.append((letter, at))
        self.letters = wrapped

    def lose_letters(self, share: float = 0.02) -> None:
        """Of so many words one."""
        words = [match.span() for match in re.finditer(r"\w{3,}", self.text)]
        lost = {
            self.chance.randrange(start, end)
            for start, end in words
            if self.chance.random() < share
        }
        self.letters = [letter for at, letter in enumerate(self.letters) if at not in lost]

    def leave_out(self, start: int, end: int) -> None:
        """These characters of the first text."""
        self.letters = [letter for letter in self.letters if not start <= letter[1] < end]


CORRECTIONS: dict[str, tuple[Callable[[Corrected], None], ...]] = {
    "none": (),
    "a note in front": (Corrected.put_a_note_in_front,),
    "quotes and dashes": (Corrected.set_curly_quotes_and_dashes,),
    "lines wrapped": (Corrected.wrap,),
    "letters lost": (Corrected.lose_letters,),
    "all of these": (
        Corrected.set_curly_quotes_and_dashes,
        Corrected.wrap,
        Corrected.lose_letters,
        Corrected.put_a_note_in_front,
    ),
}


def corrected(text: str, correction: str, chance: random.Random) -> Corrected:
    after = Corrected(text, chance)
    for step in CORRECTIONS[correction]:
        step(after)
    return after
