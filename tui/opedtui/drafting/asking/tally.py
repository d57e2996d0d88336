"""How many of a model's answers were of use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from .answer import MOST, Item, Malformed


class Strange(Exception):
    """The words of an item are not in the text."""


@dataclass(slots=True)
class Tally:
    """What was answered, and what of that was dropped, by the reason."""

    answers: int = 0
    strange: int = 0
    malformed: int = 0

    def items(self, answers: list[Any]) -> Iterator[Item]:
        """Those of a list that can be judged; more than a text has room for are not."""
        extra = max(0, len(answers) - MOST)
        self.answers += extra
        self.malformed += extra
        for answer in answers[:MOST]:
            if isinstance(answer, dict):
                yield answer
            else:
                self.answers += 1
                self.malformed += 1

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Judge one answer in here."""
        self.answers += 1
        try:
            yield
        except Strange:
            self.strange += 1
        except Malformed:
            self.malformed += 1

    @property
    def dropped(self) -> int:
        return self.strange + self.malformed

    @property
    def remarks(self) -> tuple[str, ...]:
        """For the reader; nothing where nothing was dropped."""
        return (
            *self._remark(self.strange, "words are not in the text"),
            *self._remark(self.malformed, "form is not the one asked for"),
        )

    def _remark(self, count: int, why: str) -> tuple[str, ...]:
        if not count:
            return ()
        were, their = ("was", "its") if count == 1 else ("were", "their")
        return (f"{count} of {self.answers} answers {were} dropped: {their} {why}",)
