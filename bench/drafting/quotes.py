"""Quotations: whether somebody's words are told from others in quotation marks, and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opedtui.drafting.draft import Draft
from opedtui.drafting.found import FoundActor, FoundQuote
from opedtui.drafting.names.words import word_set
from opedtui.drafting.speakers import speaker_of
from opedtui.model.stretch import Stretch

from .actors import Meaning, meaning_of
from .gold import GoldQuote
from .shares import Drafted, Figures, agreement, share, shared

SAID = ("direct", "mixed")
SURE = 0.85
"""A quote drafted with at least this confidence is called sure."""
NO_NAMES = word_set(
    "van von der del bin ibn the and for mrs sir minister president general secretary senator"
    " professor chairman"
)
"""Of the words that name somebody, those which others bear too."""


class Marked(NamedTuple):
    """Words in quotation marks which people looked at, and what was drafted of them."""

    gold: GoldQuote
    drafted: FoundQuote | None
    """The quote that has most of the words, where half of them are drafted as somebody's."""
    is_speaker_right: bool

    @property
    def is_sure(self) -> bool:
        """They were drafted as somebody's, with confidence."""
        return self.drafted is not None and self.drafted.confidence >= SURE


def quote_figures(texts: Sequence[Drafted]) -> Figures:
    """What is optional is neither asked for nor held against a draft."""
    marked: list[Marked] = []
    others = 0
    for gold, draft in texts:
        if gold.quotes is not None:
            meaning = meaning_of(gold, draft.actors)
            marked += [_marked(quote, draft, meaning) for quote in gold.quotes]
            others += sum(1 for _ in _elsewhere(gold.quotes, draft.quotes))
    return _figures([one for one in marked if not one.gold.optional], others)


def _figures(marked: Sequence[Marked], others: int) -> Figures:
    """`others` were drafted where nobody marked anything."""
    said = [one for one in marked if one.gold.said]
    found = sum(one.drafted is not None for one in marked) + others
    detected = sum(one.drafted is not None for one in said)
    right = sum(one.is_speaker_right for one in said)
    told = sum(bool(one.gold.speaker) for one in said)
    sure = [one for one in said if one.is_sure]
    return {
        "detection F": agreement(detected, found, len(said)),
        "speaker": right / told if told else 0.0,
        "end to end F": agreement(right, found, len(said)),
        "sure": len(sure) / told if told else 0.0,
        "sure right": share(one.is_speaker_right for one in sure),
    }


def _marked(gold: GoldQuote, draft: Draft, meaning: Meaning) -> Marked:
    parts = [
        (shared(stretch, gold.place), quote)
        for quote in draft.quotes
        for stretch in quote.stretches
        if quote.kind in SAID
    ]
    size = gold.place.end - gold.place.start
    if not parts or 2 * sum(part for part, _ in parts) < size:
        return Marked(gold, None, False)
    drafted = max(parts, key=lambda part: part[0])[1]
    return Marked(gold, drafted, _is_speaker_right(gold, drafted, draft.actors, meaning))


def _is_speaker_right(
    gold: GoldQuote, quote: FoundQuote, actors: Sequence[FoundActor], meaning: Meaning
) -> bool:
    """By the words that say who speaks, by a name, or by the actor they mean."""
    if quote.speaker and any(shared(quote.speaker, place) for place in gold.speaker):
        return True
    at = speaker_of(quote, actors)
    if at is None:
        return False
    return meaning.get(at) in gold.actors or not _own(gold.names).isdisjoint(_words(actors[at]))


def _own(names: Sequence[str]) -> set[str]:
    """The last two of the words that are somebody's own."""
    own = [word for word in names if len(word) > 2 and word.lower() not in NO_NAMES]
    return set(own[-2:])


def _words(actor: FoundActor) -> Iterator[str]:
    return (word for name in (actor.name, *actor.aliases) for word in re.findall(r"[\w'’-]+", name))


def _elsewhere(marked: Sequence[GoldQuote], quotes: Sequence[FoundQuote]) -> Iterator[Stretch]:
    """Words drafted as somebody's where people saw no quotation marks."""
    for quote in quotes:
        for stretch in quote.stretches if quote.kind in SAID else ():
            if not any(shared(stretch, gold.place) for gold in marked):
                yield stretch
