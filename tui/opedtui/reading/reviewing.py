"""What was drafted and nobody has looked at yet; and how often each rule was right."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    """What waits in a document, in the order of its text."""
    return library.drafts.get(doc, ())


def drafts_left(library: Library) -> dict[Ref, int]:
    """How many drafts wait in each document in which any does."""
    return {doc: len(drafts) for doc, drafts in library.drafts.items()}


def waiting(library: Library) -> dict[Ref, tuple[Waiting, ...]]:
    """What waits in each document, in the order of its text.

    An actor stands where it is named first, and its mentions wait with it: one that is known
    waits as long as any of them does.
    """
    whole = library.whole
    found: dict[Ref, dict[Ref, Span]] = defaultdict(dict)
    for record in library.values():
        if record.status == "draft":
            ref = record.actor if isinstance(record, Mention) else record.ref
            for span in _places(whole, record):
                here = found[span.doc]
                if ref not in here or span.start < here[ref].start:
                    here[ref] = span
    return {doc: tuple(sorted(_drafts(here), key=_in_text)) for doc, here in found.items()}


def _drafts(here: dict[Ref, Span]) -> Iterator[Waiting]:
    return (Waiting(ref, span) for ref, span in here.items())


def _in_text(draft: Waiting) -> tuple[int, bool]:
    return draft.span.start, draft.ref.kind is not Kind.ACTOR


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
        yield "named", f"{len(library.whole.spans(record.ref))}×"
