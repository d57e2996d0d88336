"""Each quotation: of what kind it is, and what a rule tells of who says it."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.stretch import Stretch
from ..found import FoundActor, FoundQuote
from .blocks import blocks
from .context import Context, contexts
from .cues import LABELS, PRONOUNS
from .kinds import is_few, is_named, is_noun, is_title
from .marks import paragraphs, quoted
from .rules import SURE, Told, told_of


def quotes(
    text: str, sentences: Sequence[Stretch], actors: Sequence[FoundActor]
) -> list[FoundQuote]:
    """In the order of the text. A quotation that its cue interrupts is one with two stretches."""
    named = sorted((m.start, m.end) for actor in actors for m in actor.mentions)
    persons = sorted(
        Stretch(mention.start, mention.end)
        for actor in actors if actor.kind == "person" for mention in actor.mentions
    )  # fmt: skip
    found: list[FoundQuote] = []
    before_it: Told | None = None
    for context in contexts(text, sentences, [quoted(text, p) for p in paragraphs(text)]):
        told = told_of(text, context, before_it, persons)
        quote = _quote(text, context, told, named)
        if context.goes_on and found and found[-1].rule not in ("title", "scare"):
            found[-1] = _joined(found[-1], quote)
            continue
        found.append(quote)
        if quote.kind in ("direct", "mixed"):
            before_it = told
    return sorted([*found, *blocks(text)], key=lambda quote: quote.stretches[0])


def _joined(first: FoundQuote, rest: FoundQuote) -> FoundQuote:
    """One quotation of two parts; who says it is told by the surer of them."""
    surer = max(first, rest, key=lambda quote: quote.confidence)
    return surer._replace(stretches=(*first.stretches, *rest.stretches), kind=first.kind)


def _quote(text: str, context: Context, told: Told, named: Sequence[tuple[int, int]]) -> FoundQuote:
    kind = _kind(text, context, told)
    if kind in ("scare", "title"):
        return FoundQuote((context.quoted,), kind, None, None, "none", kind, 0.8)
    return FoundQuote(
        (context.quoted,), kind, told.speaker, told.cue, _attribution(text, told, named),
        told.rule, SURE[told.rule],
    )  # fmt: skip


def _kind(text: str, context: Context, told: Told) -> str:
    inner, start = context.inner, context.quoted.start
    cued = told.cue is not None
    if told.rule == "listed":
        return "title"
    if context.is_open:
        return "direct"
    if is_few(text, inner) and _is_label(text, context, told):
        return "title" if is_title(text, start, inner) else "scare"
    if is_title(text, start, inner) and not _is_spoken(context, told):
        return "title"
    if told.rule in ("said-after", "said-before", "signed") or context.is_introduced:
        return "direct"
    if told.rule == "goes-on" and context.is_stopped and text[inner.start].isupper():
        return "direct"
    if context.is_stopped and text[inner.start].isupper() and context.is_apart:
        return "direct"
    is_name = is_named(text, start) or is_noun(text, start)
    if is_few(text, inner) and (not cued or (is_name and told.rule != "within")):
        return "scare"
    if not cued and is_named(text, start) and told.rule != "goes-on":
        return "scare"
    return "mixed" if cued or text[inner.start].islower() else "direct"


def _is_spoken(context: Context, told: Told) -> bool:
    """Whether a cue and the marks say so, however much the words look like a title."""
    if context.is_introduced:
        return told.cue is not None
    return told.rule in ("said-after", "said-before") and context.is_stopped_inside


def _is_label(text: str, context: Context, told: Told) -> bool:
    """`a user labelled “Anonymous”`"""
    cue = told.cue
    return bool(
        cue and text[slice(*cue)] in LABELS and not text[cue.end : context.quoted.start].strip()
    )


def _attribution(text: str, told: Told, named: Sequence[tuple[int, int]]) -> str:
    if told.speaker is None:
        return "none"
    words = text[slice(*told.speaker)]
    if told.cue is None:
        return "implicit"
    if words.lower() in PRONOUNS:
        return "anaphoric"
    start, end = told.speaker
    bears_name = any(s < end and start < e for s, e in named) or words[0].isupper()
    return "explicit" if bears_name else "anaphoric"
