"""All the figures of all the sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from opedtui.drafting.dates import dates
from opedtui.drafting.draft import draft

from .actors import actor_figures
from .claims import claim_figures
from .dates import date_figures
from .goals import INTERVIEWS, NEWS, OPINIONS, PHRASES, Key, Part
from .gold import GOLD, GoldText, gold_texts
from .quotes import quote_figures
from .sentences import sentence_figures
from .shares import Drafted, Figures
from .speed import speed_figures


def measured(folder: Path = GOLD) -> dict[Key, float]:
    """Every figure by its set, its part and its name."""
    sets = {name: gold_texts(name, folder) for name in (NEWS, INTERVIEWS, OPINIONS, PHRASES)}
    figures = {
        (name, part, figure): value
        for name, texts in sets.items()
        for part, of_part in parts_of(texts)
        for figure, value in of_part.items()
    }
    speed = speed_figures(sets[NEWS])
    return figures | {(NEWS, "speed", figure): value for figure, value in speed.items()}


def parts_of(texts: Sequence[GoldText]) -> Iterator[tuple[Part, Figures]]:
    """The figures that the right answers allow."""
    drafted = [Drafted(text, draft(text.text, text.published)) for text in texts]
    if any(text.sentences for text in texts):
        yield "sentences", sentence_figures(drafted)
    if any(text.quotes for text in texts):
        yield "quotes", quote_figures(drafted)
    if any(text.dates for text in texts):
        found = [(text, dates(text.text, text.published, joined=False)) for text in texts]
        yield "dates", date_figures(found)
    if any(text.actors for text in texts):
        yield "actors", actor_figures(drafted)
    if any(text.claims for text in texts):
        yield "claims", claim_figures(drafted)
