"""What is good, and what must not be lost again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Part = Literal["sentences", "dates", "actors", "quotes", "claims", "speed"]
Key = tuple[str, Part, str]
"""The set of texts, what is measured, and the name of the figure."""


class Mark(NamedTuple):
    """What a figure is held against; None where nothing is asked."""

    goal: float | None = None
    floor: float | None = None
    """A little below what is reached: whoever falls below it has broken something."""
    is_time: bool = False
    """Less is better."""

    def is_met(self, value: float) -> bool:
        """The goal is reached, or none was set."""
        return self.goal is None or self._reaches(value, self.goal)

    def holds(self, value: float) -> bool:
        """The floor is not undercut."""
        return self.floor is None or self._reaches(value, self.floor)

    def _reaches(self, value: float, mark: float) -> bool:
        return value <= mark if self.is_time else value >= mark


NEWS, INTERVIEWS, OPINIONS, PHRASES = "gum-news", "gum-interview", "newssd", "date-cases"

MARKS: dict[Key, Mark] = {
    (NEWS, "sentences", "F"): Mark(0.985, 0.975),
    (NEWS, "quotes", "detection F"): Mark(0.96, 0.95),
    (NEWS, "quotes", "speaker"): Mark(0.84, 0.92),
    (NEWS, "quotes", "end to end F"): Mark(0.83, 0.93),
    (NEWS, "quotes", "sure"): Mark(0.76, 0.79),
    (NEWS, "quotes", "sure right"): Mark(0.94, 0.96),
    (NEWS, "dates", "relaxed F"): Mark(0.95, 0.98),
    (NEWS, "dates", "strict F"): Mark(0.88, 0.94),
    (NEWS, "dates", "value F"): Mark(0.86, 0.97),
    (NEWS, "actors", "P"): Mark(0.85, 0.9),
    (NEWS, "actors", "R"): Mark(None, 0.86),
    (NEWS, "actors", "salient R"): Mark(0.92, 0.93),
    (NEWS, "actors", "kind"): Mark(None, 0.9),
    (NEWS, "actors", "fine kind"): Mark(None, 0.88),
    (NEWS, "actors", "pronouns right"): Mark(None, 0.78),
    (INTERVIEWS, "sentences", "F"): Mark(None, 0.975),
    (INTERVIEWS, "dates", "value F"): Mark(None, 0.96),
    (INTERVIEWS, "actors", "P"): Mark(None, 0.8),
    (INTERVIEWS, "actors", "salient R"): Mark(None, 0.85),
    (OPINIONS, "claims", "P@1"): Mark(0.75, 0.75),
    (OPINIONS, "claims", "P@3"): Mark(0.58, 0.7),
    (PHRASES, "dates", "relaxed F"): Mark(None, 0.98),
    (PHRASES, "dates", "value F"): Mark(None, 0.83),
    (NEWS, "speed", "10,000 characters"): Mark(100, 250, is_time=True),
    (NEWS, "speed", "start-up"): Mark(None, 1500, is_time=True),
}
NOTHING = Mark()


def mark_of(key: Key) -> Mark:
    """What the figure is held against."""
    return MARKS.get(key, NOTHING)


def fallen(figures: Mapping[Key, float]) -> list[str]:
    """What undercuts its floor, a line each."""
    return [
        f"{' '.join(key)} is {shown(key, value)}; its floor is {shown(key, mark.floor)}"
        for key, value in figures.items()
        if (mark := mark_of(key)).floor is not None and not mark.holds(value)
    ]


def shown(key: Key, value: float) -> str:
    """Milliseconds, or a share of one."""
    return f"{value:.0f} ms" if mark_of(key).is_time else f"{value:.3f}"
