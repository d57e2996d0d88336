"""A draft as a JSON object, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.stretch import Stretch
from .documents import Page
from .draft import Draft
from .found import FoundActor, FoundClaim, FoundDate, FoundQuote, FoundTie
from .speakers import speaker_of

Json = dict[str, Any]


def as_json(draft: Draft, file: str, about: Json) -> Json:
    """The object; `about` is what is known of the document besides its text.

    Actors are called a1, a2, … in the order in which they were found; offsets are code points.
    """
    text, actors = draft.text, draft.actors
    return {
        "file": file,
        "document": about | {"text": text},
        "sentences": [list(sentence) for sentence in draft.sentences],
        "actors": [_actor(at, actor) for at, actor in enumerate(actors)],
        "mentions": [
            {"actor": _id(at), "span": _span(text, (mention.start, mention.end)),
             "form": mention.form, "rule": mention.rule, "confidence": mention.confidence}
            for at, actor in enumerate(actors)
            for mention in actor.mentions
        ],
        "quotes": [_quote(text, quote, actors) for quote in draft.quotes],
        "claims": [_claim(text, claim) for claim in draft.claims],
        "events": [_event(draft, date) for date in _apart(draft)],
        "relations": [_tie(text, tie) for tie in draft.ties],
    }  # fmt: skip


def about(page: Page) -> Json:
    """What is known of the document besides its text; what is not known is left out."""
    known = {
        "title": page.title,
        "authors": list(page.authors),
        "outlet": page.outlet,
        "published": str(page.published or ""),
        "url": page.url,
        "lang": page.lang,
        "remarks": list(page.remarks),
        "cut": list(page.cut),
    }
    return {key: value for key, value in known.items() if value}


def sentence_around(draft: Draft, start: int) -> Stretch | None:
    """The sentence that holds the character."""
    return next((s for s in draft.sentences if s.start <= start < s.end), None)


def _actor(at: int, actor: FoundActor) -> Json:
    return {
        "id": _id(at),
        "name": actor.name,
        "kind": actor.kind,
        "aliases": [{"text": alias, "kind": "name"} for alias in actor.aliases],
    }


def _quote(text: str, quote: FoundQuote, actors: Sequence[FoundActor]) -> Json:
    speaker = speaker_of(quote, actors)
    return {
        "spans": [_span(text, stretch) for stretch in quote.stretches],
        "kind": quote.kind,
        "speakers": [] if speaker is None else [_id(speaker)],
        "speaker_span": _span(text, quote.speaker) if quote.speaker else None,
        "cue": _span(text, quote.cue) if quote.cue else None,
        "attribution": quote.attribution,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _claim(text: str, claim: FoundClaim) -> Json:
    return {
        "text": _line(text, claim.stretch),
        "spans": [_span(text, claim.stretch)],
        "labels": [claim.label],
        "score": claim.score,
        "kind": claim.kind,
        "certainty": claim.certainty,
        "cues": [_span(text, cue) for cue in claim.cues],
        "rule": claim.rule,
    }


def _event(draft: Draft, found: FoundDate) -> Json:
    here = Stretch(found.start, found.end)
    around = sentence_around(draft, found.start) or here
    date: Json = {"raw": draft.text[slice(*here)], "span": _span(draft.text, here)}
    if found.date:
        date["edtf"] = str(found.date)
    return {
        "label": _line(draft.text, around),
        "spans": [_span(draft.text, around)],
        "date": date,
        "rule": found.rule,
        "confidence": found.confidence,
    }


def _tie(text: str, tie: FoundTie) -> Json:
    return {
        "kind": tie.kind,
        "source": _span(text, tie.source),
        "target": _span(text, tie.target),
        "cue": _span(text, tie.cue),
        "rule": tie.rule,
    }


def _apart(draft: Draft) -> Sequence[FoundDate]:
    """A reader wants “from May to July” as one time, a program each of its dates."""
    from .dates import dates

    return dates(draft.text, draft.published, joined=False)


def _id(at: int) -> str:
    return f"a{at + 1}"


def _span(text: str, stretch: tuple[int, int]) -> Json:
    start, end = stretch
    return {"start": start, "end": end, "exact": text[start:end]}


def _line(text: str, stretch: Stretch) -> str:
    return " ".join(text[slice(*stretch)].split())
