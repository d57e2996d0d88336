"""The values of one field for all records of a list: each different one kept once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, islice, repeat
from operator import contains
from typing import Any

from ...model.records import Record
from ..library import Library
from .fields import Field, Sort
from .folding import plain

Values = tuple[Any, ...]
Mask = bytes
"""A byte for each record of a list: 1 where it fits."""

FEW = 256
"""Different values up to which a byte tells them apart, and so a mask is made in one step."""
NOWHERE = bytes(FEW)
FAST_LANE = 3
"""How many times faster all texts are looked at in one step than some of them one by one."""


class Column:
    """Made bit by bit, so that a long list need not hold up the screen."""

    def __init__(self, library: Library, field: Field, records: Sequence[Record]) -> None:
        self.field = field
        self._library = library
        self._length = len(records)
        self._rest: Iterator[Record] = iter(records)
        self._codes = array("L")
        self._known: dict[Values, int] = {}
        self._packed: bytes | None = None
        self._folded: list[str] | None = None

    @property
    def is_whole(self) -> bool:
        return len(self._codes) == self._length

    def advance(self, records: int) -> None:
        """Read so many records more."""
        known, library, read = self._known, self._library, self.field.read
        is_text = self.field.sort is Sort.TEXT
        for record in islice(self._rest, records):
            values = tuple(read(library, record))
            if is_text:
                values = ("\n".join([plain(text) for text in values]),)
            self._codes.append(known.setdefault(values, len(known)))

    def _complete(self) -> None:
        if not self.is_whole:
            self.advance(self._length)

    @property
    def distinct(self) -> list[Values]:
        """The different values of a record, those of each record together."""
        self._complete()
        return list(self._known)

    def occurring(self) -> Iterator[Any]:
        """The values that there are, one by one."""
        return chain.from_iterable(self.distinct)

    def fitting(self, fits: Callable[[Values], bool]) -> Mask:
        """The records whose values fit."""
        table = bytes([fits(values) for values in self.distinct])
        if len(table) <= FEW:
            return self._bytes().translate(table + NOWHERE[len(table) :])
        return bytes(map(table.__getitem__, self._codes))

    def containing(self, needle: str, within: Mask | None = None) -> Mask:
        """Of a column of text, the records that have these (plain) letters.

        Only those of `within` are looked at, if it is given.
        """
        texts = self._texts()
        if within is None or within.count(1) * FAST_LANE > self._length:
            return bytes(map(contains, texts, repeat(needle)))
        mask = bytearray(self._length)
        for at in compress(range(self._length), within):
            if needle in texts[at]:
                mask[at] = 1
        return bytes(mask)

    def tally(self, within: Mask) -> Iterator[tuple[Values, int]]:
        """How many of the records within have these values."""
        distinct = self.distinct
        counts = Counter(compress(self._codes, within))
        return ((distinct[code], count) for code, count in counts.items())

    def lay_out(self) -> None:
        """Put what is looked through at each letter where it is found at once."""
        if self.field.sort is Sort.TEXT:
            self._texts()
        elif len(self._known) <= FEW:
            self._bytes()

    def _bytes(self) -> bytes:
        """The codes, a byte each: there are few enough."""
        if self._packed is None:
            self._packed = bytes(self._codes.tolist())
        return self._packed

    def _texts(self) -> list[str]:
        """The folded text of each record."""
        if self._folded is None:
            distinct = [text for (text,) in self.distinct]
            self._folded = [distinct[code] for code in self._codes]
        return self._folded
