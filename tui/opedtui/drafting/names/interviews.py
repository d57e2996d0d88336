"""Who `I` and `you` are in an interview: the only person whom its opening names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.stretch import Stretch
from ..found import FoundMention
from .joining import Cluster
from .words import word_set

INTERVIEW = re.compile(r"\binterview", re.IGNORECASE)
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
WORD = re.compile(r"\b[A-Za-z]+\b")
FIRST_PERSON = word_set("I me my mine myself Me My Mine Myself")
SECOND_PERSON = word_set("you your yours yourself You Your Yours Yourself")
LEAST_QUESTIONS = 3
"""Fewer paragraphs that ask are an article in which somebody asks something."""
ANSWERS, ASKED = 0.85, 0.8


def interviewed(text: str, found: Sequence[Cluster]) -> dict[str, list[FoundMention]]:
    """For the one person who is interviewed the words that mean them; none where it is not sure."""
    paragraphs = [Stretch(*match.span()) for match in PARAGRAPH.finditer(text)]
    asking = [one for one in paragraphs if text[one.start : one.end].endswith("?")]
    if len(asking) < LEAST_QUESTIONS or not INTERVIEW.search(text, 0, asking[0].start):
        return {}
    key = _whom(paragraphs[0], asking[0], found)
    later = [one for one in paragraphs if one.start >= asking[0].start]
    return {key: list(_meant(text, later, frozenset(asking)))} if key else {}


def _whom(headline: Stretch, question: Stretch, found: Sequence[Cluster]) -> str:
    """The person named alone in the headline, else alone before the first question."""
    for end in (headline.end, question.start):
        persons = [one.key for one in found if one.kind == "person" and _first(one) < end]
        if persons:
            return persons[0] if len(persons) == 1 else ""
    return ""


def _first(one: Cluster) -> int:
    """Where an actor is named first."""
    return min(place.start for place in one.places)


def _meant(
    text: str, paragraphs: Sequence[Stretch], asking: frozenset[Stretch]
) -> Iterator[FoundMention]:
    """`you` where it is asked and `I` where it is answered, outside quotation marks."""
    for one in paragraphs:
        words, sure = (SECOND_PERSON, ASKED) if one in asking else (FIRST_PERSON, ANSWERS)
        quoted = [match.span() for match in QUOTED.finditer(text, one.start, one.end)]
        for match in WORD.finditer(text, one.start, one.end):
            inside = any(start <= match.start() < end for start, end in quoted)
            if match.group() in words and not inside:
                yield FoundMention(*match.span(), "pronoun", "interview", sure)
