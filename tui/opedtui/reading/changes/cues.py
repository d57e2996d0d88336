"""Who says a quotation: the words that hand it over, and the actor beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ...model.frozen import frozen
from ...model.refs import Kind, Ref
from ...model.sentences import line_at, sentences_in
from ...model.spans import Span
from ...model.stretch import Stretch
from ..anchors import Anchor
from ..library import Library

Place = Anchor | Stretch
P = TypeVar("P", Anchor, Stretch)

_CUE = re.compile(
    r"\b(?:according to|in the words of|said|says?|saying|told|tells?|wrote|writes?|den(?:ied|ies)"
    r"|repl(?:ied|ies)|(?:argue|insist|explain|declare|warn|assert|maintain|conclude|acknowledge"
    r"|admit|announce|vow|urge|recall|stress|describe|emphasi[sz]e|predict|proclaim|suggest|boast"
    r"|complain|quip|add|tweet|remark|observe)(?:d|ed|s|es)"
    r"|(?:ask|call|claim|comment|demand|hail|mention|note|post|praise|promise|report|state|thank)"
    r"(?:d|ed))\b",
    re.IGNORECASE,
)
_PRONOUNS = "i me my you your he him his she her hers it its we us our they them their who whom"
PRONOUNS = frozenset(_PRONOUNS.split())


@frozen
class Attribution:
    """What stands beside a quotation."""

    cue: Span | None = None
    speaker: Ref | None = None
    how: str = "none"
    """As `attribution` of a quote: explicit, anaphoric, implicit, none."""


def attribution_of(library: Library, quote: Span) -> Attribution:
    """From the sentence of the quotation, its own words aside; the nearest cue counts."""
    document = library.document(quote.doc)
    assert document, "a span that was checked has its document"
    around = _around(document.text, quote)
    cue = _nearest(_cues(document.text, around, quote), Stretch(quote.start, quote.end))
    if not cue:
        return Attribution()
    span = Span.of(quote.doc, document.text, *cue)
    speaker = _nearest(_actors(library, quote, around), cue)
    pronoun = _nearest(_pronouns(document.text, around, quote), cue)
    if speaker and (not pronoun or _gap(speaker, cue) <= _gap(pronoun, cue)):
        is_pronoun = document.text[speaker.start : speaker.end].lower() in PRONOUNS
        return Attribution(span, speaker.ref, "anaphoric" if is_pronoun else "explicit")
    return Attribution(span, None, "anaphoric" if pronoun else "implicit")


def _around(text: str, quote: Span) -> Stretch:
    """From the beginning of its first sentence to the end of its last."""
    lines = Stretch(line_at(text, quote.start).start, line_at(text, quote.end).end)
    touched = [s for s in sentences_in(text, lines) if s.end > quote.start and s.start < quote.end]
    if not touched:
        return Stretch(quote.start, quote.end)
    return Stretch(touched[0].start, max(quote.end, touched[-1].end))


def _cues(text: str, around: Stretch, quote: Span) -> Iterator[Stretch]:
    for match in _CUE.finditer(text, *around):
        if _is_outside(Stretch(*match.span()), quote):
            yield Stretch(*match.span())


def _actors(library: Library, quote: Span, around: Stretch) -> list[Anchor]:
    """Those mentioned, or else those called by one of their names."""
    near = library.anchors(quote.doc).between(*around)
    mentioned = [a for a in near if a.ref.kind is Kind.ACTOR and _is_outside(a, quote)]
    return mentioned or [a for a in _called(library, quote, around) if _is_outside(a, quote)]


def _called(library: Library, quote: Span, around: Stretch) -> Iterator[Anchor]:
    document = library.document(quote.doc)
    words = document.text[slice(*around)] if document else ""
    for actor in library.actors:
        for name in {actor.name, *(alias.text for alias in actor.aliases)}:
            at = words.find(name) if name else -1
            if at >= 0:
                start = around.start + at
                yield Anchor(start, start + len(name), actor.ref)


def _pronouns(text: str, around: Stretch, quote: Span) -> Iterator[Stretch]:
    for match in re.compile(r"\b(?:he|she|they|I|we)\b", re.IGNORECASE).finditer(text, *around):
        if _is_outside(Stretch(*match.span()), quote):
            yield Stretch(*match.span())


def _is_outside(place: Place, quote: Span) -> bool:
    return place.end <= quote.start or quote.end <= place.start


def _nearest(places: Iterable[P], to: Place) -> P | None:
    """The one with the fewest characters between; of two the longer, then the first."""
    return min(places, key=lambda p: (_gap(p, to), p.start - p.end, p.start), default=None)


def _gap(one: Place, other: Place) -> int:
    return max(0, one.start - other.end, other.start - one.end)
