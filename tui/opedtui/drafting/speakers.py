"""Which of the actors found the words mean that say who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.stretch import Stretch
from .found import FoundActor, FoundQuote


def speaker_of(quote: FoundQuote, actors: Sequence[FoundActor]) -> int | None:
    """The place among the actors of the one who speaks; None where the text does not tell.

    Of several named in the words (“Mr Brown of the Treasury”) a person speaks, else the one
    with most of the words.
    """
    if quote.speaker is None:
        return None
    named = [
        (actor.kind == "person", shared, at)
        for at, actor in enumerate(actors)
        for mention in actor.mentions
        if (shared := _shared(quote.speaker, mention.start, mention.end)) > 0
    ]
    return max(named)[2] if named else None


def _shared(speaker: Stretch, start: int, end: int) -> int:
    return min(speaker.end, end) - max(speaker.start, start)
