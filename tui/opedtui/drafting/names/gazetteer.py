"""Names known before a text is read: countries, capitals, demonyms, cities, first names."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .words import COUNTRY_NAMES, DEMONYMS, NO_STATES


class Gazetteer(NamedTuple):
    """What is known; countries by their code, so that two names of one meet."""

    countries: dict[str, str]
    capitals: dict[str, str]
    demonyms: dict[str, str]
    cities: frozenset[str]
    first: dict[str, str]
    """First names, with `m`, `f` or `e` for either."""
    name_of: dict[str, str]
    """What a country is called here, by code."""

    def country_of_people(self, word: str) -> str:
        """The code behind `Russian` or `Russians`; empty if it is none."""
        return self.demonyms.get(word) or self.demonyms.get(word.removesuffix("s"), "")

    def is_place(self, name: str) -> bool:
        """Whether it is a city, or a land that is no state."""
        return name in self.cities or name in NO_STATES


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer; read once, when it is first asked."""
    raw = (Path(__file__).parent / "gazetteer.json.gz").read_bytes()
    stored = json.loads(gzip.decompress(raw))
    countries = {name: code for name, code in stored["countries"].items() if name not in NO_STATES}
    named = {code: name for name, code in COUNTRY_NAMES.items()}
    named |= {code: name for name, code in countries.items()}
    return Gazetteer(
        countries | COUNTRY_NAMES,
        stored["capitals"],
        stored["demonyms"] | DEMONYMS,
        frozenset(stored["cities"]) | frozenset(stored["states"]) | frozenset(stored["capitals"]),
        stored["first"],
        named | {"GBR": "United Kingdom", "NLD": "Netherlands", "SUN": "Soviet Union"},
    )
