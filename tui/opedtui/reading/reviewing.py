"""What was drafted and nobody has looked at yet; and how often each rule was right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.frozen import frozen
from ..model.records import Actor, Event, Mention, Record, Relation
from ..model.refs import Kind, Ref
from ..model.spans import Span
from .library import Library

SURE = 85
"""Percent from which a draft counts as sure."""
READER = "reader, "
"""Stands before the rule of a draft that the reader changed."""


@frozen
class Waiting:
    """A record that waits for the reader, and the words that it is looked at for."""

    ref: Ref
    span: Span


def drafts_in(library: Library, doc: Ref) -> tuple[Waiting, ...]:
    """What waits in a document, in the order of its text.

    An actor stands where it is named first, and its mentions wait with it: one that is known
    waits as long as any of them does.
    """
    whole = library.whole
    found: dict[Ref, Span] = {}
    for record in library.values():
        if record.status == "draft":
            for span in _places(whole, record):
                ref = record.actor if isinstance(record, Mention) else record.ref
                if span.doc == doc and (ref not in found or span.start < found[ref].start):
                    found[ref] = span
    drafts = (Waiting(ref, span) for ref, span in found.items())
    return tuple(sorted(drafts, key=lambda draft: (draft.span.start, draft.ref.kind != "a")))


def _places(whole: Library, record: Record) -> tuple[Span, ...]:
    """Its own; of an event the words that tell when, of a tie without words its claim's."""
    if isinstance(record, Relation) and not record.spans:
        return whole.spans(record.source)[:1]
    if isinstance(record, Event):
        return tuple(_dated(whole, record, span) for span in record.places)
    return record.places


def _dated(whole: Library, event: Event, span: Span) -> Span:
    document = whole.document(span.doc)
    at = document.text.find(event.date.raw, span.start, span.end) if document else -1
    if document is None or at < 0:
        return span
    return Span.of(span.doc, document.text, at, at + len(event.date.raw))


def drafts_left(library: Library) -> Counter[Ref]:
    """How many drafts wait in each document."""
    if len(library.known) == len(library):
        return Counter()
    docs = {
        (ref, span.doc)
        for record in library.values()
        if record.status == "draft"
        for ref in [record.actor if isinstance(record, Mention) else record.ref]
        for span in _places(library.whole, record)
    }
    return Counter(doc for _, doc in docs)


def is_sure(record: Record) -> bool:
    """Whether its rule is sure enough of it."""
    return (record.confidence or 0) >= SURE


def alike(library: Library, drafts: Iterable[Waiting], ref: Ref) -> Iterator[Ref]:
    """Those of the kind that the same rule made."""
    one = library[ref]
    for draft in drafts:
        other = library[draft.ref]
        if (other.ref.kind, rule_of(other)) == (one.ref.kind, rule_of(one)):
            yield draft.ref


def rule_of(record: Record) -> str:
    """`rule:said-after`, also once the reader changed the record; `reader` for the reader's own."""
    return record.by.removeprefix(READER)


@frozen
class RuleFigures:
    """How a rule did: its drafts by what became of them."""

    rule: str
    kind: Kind
    accepted: int
    """As they were drafted."""
    fixed: int
    """After the reader changed something."""
    rejected: int
    undecided: int

    @property
    def right(self) -> float | None:
        """The share accepted as they were; None before any was decided."""
        decided = self.accepted + self.fixed + self.rejected
        return self.accepted / decided if decided else None


def rule_figures(library: Library) -> tuple[RuleFigures, ...]:
    """Every rule and model, by kind of record; what it drafted most comes first."""
    counted: Counter[tuple[Kind, str, str]] = Counter()
    for record in library.values():
        rule = rule_of(record)
        if rule.startswith(("rule:", "model:")) and not isinstance(record, Mention):
            counted[record.ref.kind, rule, _fate(record)] += 1
    rules = dict.fromkeys((kind, rule) for kind, rule, _ in counted)
    figures = (
        RuleFigures(rule, kind, *(counted[kind, rule, fate] for fate in _FATES))
        for kind, rule in rules
    )
    return tuple(sorted(figures, key=lambda f: (f.kind, -_total(f), f.rule)))


_FATES = ("accepted", "fixed", "rejected", "undecided")


def _fate(record: Record) -> str:
    if record.status in ("draft", "rejected"):
        return {"draft": "undecided", "rejected": "rejected"}[record.status]
    return "fixed" if record.by.startswith(READER) else "accepted"


def _total(figures: RuleFigures) -> int:
    return figures.accepted + figures.fixed + figures.rejected + figures.undecided


def why(library: Library, record: Record) -> Iterator[tuple[str, str]]:
    """What the rule saw: (what, words), those of the record that it hangs on."""
    yield "rule", rule_of(record).partition(":")[2] or record.by
    if record.confidence is not None:
        yield "sure", f"{record.confidence} %"
    cue = getattr(record, "cue", None)
    if isinstance(cue, Span):
        yield "saw", f"“{cue.exact}”"
    cues = getattr(record, "cues", ())
    if cues:
        yield "saw", ", ".join(dict.fromkeys(f"“{span.exact}”" for span in cues))
    if isinstance(record, Actor):
        mentions = [m for m in library.values() if isinstance(m, Mention) and m.actor == record.ref]
        yield "named", f"{len(mentions)}×"
