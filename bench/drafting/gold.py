"""Texts in which people marked the right answers, read from their files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from opedtui.model.dates import Edtf
from opedtui.model.stretch import Stretch

GOLD = Path(__file__).parent.parent / "gold"

Row = Mapping[str, Any]


class GoldDate(NamedTuple):
    """Words that name a time."""

    place: Stretch
    values: tuple[Edtf, ...] = ()
    """Each of them is right; none where nobody could say."""
    neutral: bool = False
    """It may be drafted or left: how long, what hour, every Monday."""


class GoldMention(NamedTuple):
    """Words that mean an actor."""

    place: Stretch
    form: str
    """name, people, nominal or pronoun."""


class GoldActor(NamedTuple):
    """Somebody whom the text names, with all the places that mean them."""

    id: str
    kind: str
    """person, organisation or place."""
    mentions: tuple[GoldMention, ...]
    kinds: tuple[str, ...] = ()
    """The kinds of an actor that are right."""
    salience: int = 0
    """In how many of five summaries of the text it figures."""
    optional: bool = False

    def named(self) -> Iterator[Stretch]:
        """Where it is called by a name."""
        return (place for place, form in self.mentions if form in ("name", "people"))

    def meant(self) -> Iterator[GoldMention]:
        """Where it is meant without its name."""
        return (mention for mention in self.mentions if mention.form in ("nominal", "pronoun"))


class GoldQuote(NamedTuple):
    """Words between quotation marks."""

    place: Stretch
    said: bool
    """They are somebody's; else a title, or words held at arm's length."""
    speaker: tuple[Stretch, ...] = ()
    """Words that say who speaks."""
    names: tuple[str, ...] = ()
    """Of the one who speaks."""
    actors: tuple[str, ...] = ()
    """The ids of those who speak."""
    optional: bool = False


class GoldClaim(NamedTuple):
    """A sentence, and whether it gives an opinion."""

    place: Stretch
    opinion: bool


class GoldText(NamedTuple):
    """A text with what was marked in it; None where nobody marked anything of the sort."""

    name: str
    text: str
    published: Edtf | None = None
    sentences: tuple[Stretch, ...] | None = None
    dates: tuple[GoldDate, ...] | None = None
    actors: tuple[GoldActor, ...] | None = None
    quotes: tuple[GoldQuote, ...] | None = None
    claims: tuple[GoldClaim, ...] | None = None


def gold_texts(name: str, folder: Path = GOLD) -> list[GoldText]:
    """The texts of a set: `NAME.txt` beside `NAME.json`, or the lines of `cases.jsonl`."""
    cases = folder / name / "cases.jsonl"
    if cases.exists():
        rows = map(json.loads, cases.read_text("utf-8").splitlines())
        return [read_gold(row["id"], row["text"], row) for row in rows]
    return [
        read_gold(path.stem, path.read_text("utf-8"), _beside(path))
        for path in sorted((folder / name).glob("*.txt"))
    ]


def read_gold(name: str, text: str, row: Row) -> GoldText:
    """One text, from what stands in its JSON."""
    published = row.get("published")
    return GoldText(
        name,
        text,
        published=Edtf.parse(published) if published else None,
        sentences=_each(row, "sentences", lambda pair: Stretch(*pair)),
        dates=_each(row, "dates", _date),
        actors=_each(row, "actors", _actor),
        quotes=_each(row, "quotes", _quote),
        claims=_each(row, "claims", lambda claim: GoldClaim(_place(claim), claim["claim"])),
    )


def _beside(path: Path) -> Row:
    row: Row = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return row


def _each(row: Row, key: str, read: Any) -> Any:
    return tuple(map(read, row[key])) if key in row else None


def _place(row: Row) -> Stretch:
    return Stretch(row["start"], row["end"])


def _date(row: Row) -> GoldDate:
    given = row.get("edtf", [])
    values = [given] if isinstance(given, str) else given
    return GoldDate(_place(row), tuple(map(Edtf.parse, values)), bool(row.get("neutral")))


def _actor(row: Row) -> GoldActor:
    return GoldActor(
        row["id"],
        row["kind"],
        tuple(GoldMention(_place(mention), mention["form"]) for mention in row["mentions"]),
        tuple(row.get("kinds", ())),
        row.get("salience", 0),
        bool(row.get("optional")),
    )


def _quote(row: Row) -> GoldQuote:
    return GoldQuote(
        _place(row),
        row["said"],
        tuple(Stretch(*pair) for pair in row["speaker"]),
        tuple(row.get("names", ())),
        tuple(row.get("actors", ())),
        bool(row.get("optional")),
    )
