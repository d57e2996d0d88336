"""Which words of an old text are which words of the new one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from ...model.stretch import Stretch
from .plain import ALIKE

RUN = 4
"""Words and marks in a row that are the same are so by no accident."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Run(NamedTuple):
    """Tokens that are the same in both texts."""

    old: int
    new: int
    size: int


class Tokens:
    """The words and marks of a text, told apart."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text.translate(ALIKE)))
        self.length = len(text)
        self.words = [token[0] for token in found]
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]


class Alignment:
    """Two texts, word by word."""

    def __init__(self, old: Tokens, new: Tokens, runs: tuple[Run, ...]) -> None:
        self._old, self._new, self._runs = old, new, runs

    @classmethod
    def of(cls, old: str, new: str) -> Alignment:
        """The alignment that difflib finds."""
        olds, news = Tokens(old), Tokens(new)
        return cls(olds, news, tuple(_runs(olds.words, news.words)))

    def back(self) -> Alignment:
        """The same, from the new text to the old one."""
        runs = (Run(run.new, run.old, run.size) for run in self._runs)
        return Alignment(self._new, self._old, tuple(runs))

    def place(self, words: Stretch) -> Stretch | None:
        """Where they are now, if the first and the last are there, and most between."""
        first = bisect_right(self._old.ends, words.start)
        last = bisect_left(self._old.starts, words.end) - 1
        begin, end = self._now(first), self._now(last)
        if begin is None or end is None or not self._is_like(first, last, begin, end):
            return None
        cut = max(0, words.start - self._old.starts[first])
        off = max(0, self._old.ends[last] - words.end)
        return Stretch(self._new.starts[begin] + cut, self._new.ends[end] - off)

    def expected(self, offset: int) -> int:
        """Where to look first for what began at this offset."""
        token = bisect_right(self._old.ends, offset)
        run = self._run_at(token)
        new = run.new + min(token - run.old, run.size)
        return self._new.starts[new] if new < len(self._new.starts) else self._new.length

    def _run_at(self, token: int) -> Run:
        """The run that holds the token of the old text, or the last one before it."""
        at = bisect_right(self._runs, token, key=lambda run: run.old)
        return self._runs[at - 1] if at else Run(0, 0, 0)

    def _now(self, token: int) -> int | None:
        """The token of the new text that is this one for sure."""
        run = self._run_at(token)
        is_in = run.size >= RUN and run.old <= token < run.old + run.size
        return run.new + token - run.old if is_in else None

    def _is_like(self, first: int, last: int, begin: int, end: int) -> bool:
        size, now = last + 1 - first, end + 1 - begin
        same = sum(self._shared(run, first, last + 1) for run in self._runs)
        return first <= last and begin <= end and 2 * same >= max(size, now)

    def _shared(self, run: Run, first: int, end: int) -> int:
        return max(0, min(run.old + run.size, end) - max(run.old, first))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    """The pairs of like tokens, as far as they go side by side."""
    run = Run(0, 0, 0)
    for pair in _pairs(old, new):
        if pair == (run.old + run.size, run.new + run.size):
            run = run._replace(size=run.size + 1)
        else:
            yield run
            run = Run(*pair, 1)
    yield run


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """What begins with the same rare words belongs together; difflib sees to what is between."""
    here, there = 0, 0
    for at, to in [*_ascending(_rare(old, new)), (len(old), len(new))]:
        if at >= here and to >= there:
            between = SequenceMatcher(None, old[here:at], new[there:to])
            for block in between.get_matching_blocks():
                yield from ((here + block.a + n, there + block.b + n) for n in range(block.size))
            here, there = at, to


def _rare(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Where tokens in a row stand that are together only once in either text."""
    olds, news = _once(old), _once(new)
    return [(at, news[gram]) for gram, at in olds.items() if gram in news]


def _once(tokens: list[str]) -> dict[tuple[str, ...], int]:
    grams = list(zip(*(tokens[n:] for n in range(RUN)), strict=False))
    number = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if number[gram] == 1}


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of them that are in order in both texts (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    below: list[int | None] = []
    for index, (_, to) in enumerate(pairs):
        at = bisect_left(ends, to)
        ends[at : at + 1], tops[at : at + 1] = [to], [index]
        below.append(tops[at - 1] if at else None)
    chain: list[tuple[int, int]] = []
    last = tops[-1] if tops else None
    while last is not None:
        chain.append(pairs[last])
        last = below[last]
    return chain[::-1]
