"""Everything that the rules find in a text, put together."""

from __future__ import annotations

from typing import NamedTuple

from ..model.dates import Edtf
from ..model.sentences import sentences
from ..model.stretch import Stretch
from .found import FoundActor, FoundClaim, FoundDate, FoundQuote, FoundTie


class Draft(NamedTuple):
    """A text, and what was found in it; nobody has confirmed any of it."""

    text: str
    """In NFC, its lines ended by `\\n`."""
    published: Edtf | None
    sentences: tuple[Stretch, ...]
    actors: tuple[FoundActor, ...]
    quotes: tuple[FoundQuote, ...]
    dates: tuple[FoundDate, ...]
    claims: tuple[FoundClaim, ...]
    """Those of each label with the likeliest first."""
    ties: tuple[FoundTie, ...]


def draft(text: str, published: Edtf | None = None) -> Draft:
    """What the rules find. Without a date of publication “last week” stays without a date."""
    # Each of them reads words and weights of its own, which only drafting needs.
    from .claims import claims, ties
    from .dates import dates
    from .names import names
    from .quotes import quotes

    found = sentences(text)
    actors = names(text, found)
    claimed = claims(text, found)
    return Draft(
        text=text,
        published=published,
        sentences=found,
        actors=tuple(actors),
        quotes=tuple(quotes(text, found, actors)),
        dates=tuple(dates(text, published)),
        claims=tuple(claimed),
        ties=tuple(ties(text, claimed)),
    )
