"""Which sentences are worth a reader's time as claims."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft
from .found import FoundClaim

LEAST = 5
"""Claims of a label that are drafted of the shortest text."""
ONE_IN = {"opinion": 4, "checkable": 8}
"""Of so many sentences one is drafted, the likeliest first."""
ENOUGH = {"opinion": 0.3, "checkable": 0.5}
"""Below this score none is."""


def worth_reviewing(draft: Draft) -> list[FoundClaim]:
    """The likeliest claims of either label, in the order of the text."""
    chosen = [claim for label in ONE_IN for claim in _likeliest(draft, label)]
    return sorted(chosen, key=lambda claim: claim.stretch)


def _likeliest(draft: Draft, label: str) -> Iterator[FoundClaim]:
    most = max(LEAST, len(draft.sentences) // ONE_IN[label])
    of_label = [claim for claim in draft.claims if claim.label == label]
    return (claim for claim in of_label[:most] if claim.score >= ENOUGH[label])
