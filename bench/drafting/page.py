"""The figures as tables of docs/drafting.md."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bench.edits import processor

from .goals import INTERVIEWS, NEWS, OPINIONS, PHRASES, Key, Part, mark_of, shown

PAGE = Path(__file__).parent.parent.parent / "docs" / "drafting.md"
DRAWN = re.compile(r"(?<=<!-- figures -->\n\n).*?(?=\n\n<!-- end of figures -->)", re.DOTALL)

IN_BOTH: dict[tuple[Part, str], str] = {
    ("sentences", "F"): "sentences, F",
    ("quotes", "detection F"): "quotations told from other quotation marks, F",
    ("quotes", "speaker"): "the right speaker, of all quotations that have one",
    ("quotes", "end to end F"): "quotation and speaker both, F",
    ("quotes", "sure"): "quotations drafted as sure",
    ("quotes", "sure right"): "of these, with the right speaker",
    ("dates", "relaxed F"): "dates found, F",
    ("dates", "strict F"): "to the word, F",
    ("dates", "value F"): "with the right days, F",
    ("actors", "P"): "named actors, precision",
    ("actors", "R"): "named actors, recall",
    ("actors", "salient R"): "those that figure in a summary, recall",
    ("actors", "kind"): "person, organisation or place right",
    ("actors", "fine kind"): "the kind of the record right",
    ("actors", "pronouns drafted"): "pronouns drafted",
    ("actors", "pronouns right"): "of these, with the right actor",
}
"""What is measured in news and in interviews, and how the page calls it."""
IN_ONE: dict[Key, str] = {
    (OPINIONS, "claims", "P@1"): "the likeliest claim is an opinion",
    (OPINIONS, "claims", "P@3"): "of the three likeliest, opinions",
    (OPINIONS, "claims", "chance"): "of all sentences, opinions: what chance would give",
    (PHRASES, "dates", "relaxed F"): "dates in phrases found, F",
    (PHRASES, "dates", "strict F"): "to the word, F",
    (PHRASES, "dates", "value F"): "with the right days, F",
    (NEWS, "speed", "10,000 characters"): "a text of 10,000 characters",
    (NEWS, "speed", "start-up"): "`opedtui draft` of one sentence, start-up and all",
}

TEXT = """\
| what | news | interviews | goal for news | |
| --- | ---: | ---: | ---: | --- |
{in_both}

| what | reached | goal | |
| --- | ---: | ---: | --- |
{in_one}

Measured on {date} by `make bench-drafting`, a matter of seconds, which writes these tables.
{machine}."""


def drawn(figures: Mapping[Key, float]) -> str:
    """The tables, and when and where they were measured."""
    return TEXT.format(
        in_both="\n".join(_in_both(figures)),
        in_one="\n".join(_in_one(figures)),
        date=datetime.now(UTC).date(),
        machine=_machine(),
    )


def redrawn(page: str, figures: Mapping[Key, float]) -> str:
    """The page with these figures in the place of those it has."""
    assert DRAWN.search(page), "the page has no place for the figures"
    return DRAWN.sub(lambda _: drawn(figures), page)


def _in_both(figures: Mapping[Key, float]) -> Iterator[str]:
    for (part, figure), words in IN_BOTH.items():
        news: Key = (NEWS, part, figure)
        interviews: Key = (INTERVIEWS, part, figure)
        value = shown(interviews, figures[interviews])
        yield f"| {words} | {shown(news, figures[news])} | {value} | {_held(news, figures)} |"


def _in_one(figures: Mapping[Key, float]) -> Iterator[str]:
    for key, words in IN_ONE.items():
        yield f"| {words} | {shown(key, figures[key])} | {_held(key, figures)} |"


def _held(key: Key, figures: Mapping[Key, float]) -> str:
    """The goal, and a word that says whether it is met."""
    mark = mark_of(key)
    if mark.goal is None:
        return "| "
    return f"{shown(key, mark.goal)} | {'met' if mark.is_met(figures[key]) else '**missed**'}"


def _machine() -> str:
    """What it was measured on."""
    cores = f"{os.cpu_count()} cores of {processor()}"
    busy = f"under a load of {os.getloadavg()[0]:.0f}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.system()} on {cores}, {busy}; {python}"
