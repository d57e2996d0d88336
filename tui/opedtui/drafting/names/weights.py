"""The trained part: how likely a candidate is a person, an organisation, a place, or no actor."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

SORTS = ("PER", "ORG", "LOC", "MISC", "O")
PATH = Path(__file__).parent / "weights.json.gz"


class Weights(NamedTuple):
    """For every feature a weight for each of the sorts; and words ordinary in small letters."""

    of: dict[str, str]
    """Hundredths, parted by commas, in the order of the sorts; nothing for none."""
    common: frozenset[str]

    def likelihoods(self, seen: Iterable[str]) -> list[float]:
        """How likely each of the sorts is, together 1."""
        sums = [0.0] * len(SORTS)
        for feature in seen:
            if feature in self.of:
                sums = [a + b for a, b in zip(sums, _unpacked(self.of[feature]), strict=True)]
        top = max(sums)
        powers = [exp(value - top) for value in sums]
        whole = sum(powers)
        return [power / whole for power in powers]


@cache
def _unpacked(row: str) -> tuple[float, ...]:
    """The weights of one feature."""
    return tuple(int(part or 0) / 100 for part in row.split(","))


def packed(row: Iterable[float]) -> str:
    """The weights of one feature as they are stored."""
    hundredths = (round(weight * 100) for weight in row)
    return ",".join(str(part) if part else "" for part in hundredths)


@cache
def weights() -> Weights:
    """The weights; read once, when they are first asked for."""
    stored = json.loads(gzip.decompress(PATH.read_bytes()))
    return Weights(stored["of"], frozenset(stored["common"].split()))
