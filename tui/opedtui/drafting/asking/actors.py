"""The actors that a model names, of whom something is in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ...model.stretch import Stretch
from ...model.vocabulary import ACTOR_KINDS, MENTION_FORMS
from ..found import FoundMention
from .answer import Item, Malformed, confidence_of, list_of, pieces_of, word_of, words_of
from .places import Places
from .tally import Strange, Tally

_PRONOUNS = re.compile(
    "i|me|my|mine|you|your|he|him|his|she|hers?|its?|we|us|ours?|they|them|theirs?"
    "|who|whom|whose|this|that|these|those",
    re.IGNORECASE,
)


class Drafted(NamedTuple):
    """An actor before its names are looked for in all of the text."""

    name: str
    kind: str
    names: tuple[str, ...]
    """Wherever they stand, they are this actor."""
    mentions: tuple[FoundMention, ...]
    """Other words, where they stand for it."""
    confidence: float


class _Told(NamedTuple):
    """A wording that stands for an actor, as the model has it."""

    words: str
    form: str


def drafted(answers: list[Any], places: Places, rule: str, tally: Tally) -> list[Drafted]:
    """The actors of one part; a name counts if it is anywhere in the text."""
    found = []
    for item in tally.items(answers):
        with tally.counting():
            found.append(_drafted(item, places, rule, tally))
    return found


def _drafted(item: Item, places: Places, rule: str, tally: Tally) -> Drafted:
    kind, sure = word_of(item, "kind", ACTOR_KINDS), confidence_of(item)
    told = list(_told(item, tally))
    names = dict.fromkeys(one.words for one in told if one.form == "name")
    others = [one for one in told if one.form != "name"]
    whole = places.of(Stretch(0, len(places.text)))
    seen = tuple(name for name in names if whole.first(name))
    mentions = tuple(_mentions(others, places, seen, rule, sure))
    _count(tally, len(names) + len(others), len(seen) + len(mentions))
    name = _listed(whole, seen or [places.text[m.start : m.end] for m in mentions], told[0].words)
    return Drafted(name, kind, seen, mentions, sure)


def _told(item: Item, tally: Tally) -> Iterator[_Told]:
    """The name, the aliases and the mentions."""
    name = words_of(item, "name")
    if not name:
        raise Malformed
    for words in (name, *pieces_of(item, "aliases")):
        yield _Told(words, _form(words, "name"))
    for mention in tally.items(list_of(item, "mentions")):
        try:
            yield _mentioned(mention)
        except Malformed:
            tally.answers += 1
            tally.malformed += 1


def _mentioned(mention: Item) -> _Told:
    words, form = words_of(mention, "words"), word_of(mention, "form", MENTION_FORMS, "name")
    if not words:
        raise Malformed
    return _Told(words, _form(words, form))


def _form(words: str, form: str) -> str:
    """A name is written as one; models call `he` and `the minister` names as well."""
    if _PRONOUNS.fullmatch(words):
        return "pronoun"
    is_named = any(char.isupper() or unicodedata.category(char) == "Lo" for char in words)
    return "nominal" if form == "name" and not is_named else form


def _mentions(
    others: Sequence[_Told], places: Places, names: Sequence[str], rule: str, sure: float
) -> Iterator[FoundMention]:
    """Each behind the one before, the first behind the first name."""
    after = min((place.start for name in names for place in places.all(name)[:1]), default=0)
    for words, form in others:
        if place := places.first(words, after):
            yield FoundMention(*place, form, rule, sure)
            after = place.end


def _count(tally: Tally, told: int, seen: int) -> None:
    """The actor itself counts as one of what was told of it; Strange if nothing was seen."""
    tally.answers += told - 1
    tally.strange += told - seen
    if not seen:
        tally.strange -= 1
        raise Strange


def _listed(whole: Places, seen: Sequence[str], name: str) -> str:
    """The name as the text has it; the longest of what the text has, if it has not this one."""
    place = whole.first(name if name in seen else max(seen, key=len))
    return " ".join(whole.text[slice(*place)].split()) if place else name
