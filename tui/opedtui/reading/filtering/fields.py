"""What can be asked of each kind of record: fields, typed, each read from the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

from ...model.dates import Edtf
from ...model.frozen import frozen
from ...model.records import (
    Actor,
    Claim,
    Event,
    Mention,
    Quote,
    Record,
    Relation,
)
from ...model.refs import Kind, Ref
from ...model.vocabulary import (
    ACTOR_KINDS,
    ATTRIBUTIONS,
    CERTAINTIES,
    CLAIM_KINDS,
    EVENT_STATES,
    MENTION_FORMS,
    POLARITIES,
    QUOTE_KINDS,
    RELATION_KINDS,
    STANCES,
    STATUSES,
    VOICE_MODES,
    Vocabulary,
)
from ..library import Library
from ..ties import SAYS, dates_in, ties_of


class Sort(Enum):
    """The type of a field: which operators it takes, and what a value of it looks like."""

    WORD = "a word"
    RANK = "a word of an order"
    ACTOR = "an actor: a name, an alias or a ref"
    REF = "a ref, e.g. c12"
    DATE = "a date in EDTF, e.g. 2022, 2022-07 or 2022/2023"
    NUMBER = "a whole number"
    TEXT = "words"


COMPARING = ("=", "!=", "<", "<=", ">", ">=")
OPERATORS_OF: dict[Sort, tuple[str, ...]] = {
    Sort.WORD: ("=", "!=", "~"),
    Sort.RANK: COMPARING,
    Sort.ACTOR: ("=", "!=", "~"),
    Sort.REF: ("=", "!="),
    Sort.DATE: (":", *COMPARING),
    Sort.NUMBER: COMPARING,
    Sort.TEXT: ("~", "=", "!="),
}
"""The most natural first."""

YES, NO = "yes", "no"


class When(NamedTuple):
    """The days that a date covers, infinite where it is open, and how it is written."""

    first: float
    last: float
    text: str


Read = Callable[[Library, Any], Iterable[Any]]


@frozen
class Field:
    """Something that a filter can compare."""

    name: str
    help: str
    sort: Sort
    read: Read
    """The values of a record; none is what `""` stands for."""
    vocabulary: Vocabulary | None = None
    ranked: tuple[str, ...] = ()
    """The words that can be compared, the least first."""

    @property
    def operators(self) -> tuple[str, ...]:
        return OPERATORS_OF[self.sort]

    @property
    def is_facet(self) -> bool:
        """Whether its values are few enough to be counted with profit."""
        return self.sort is not Sort.TEXT and self.name != "ref"


@lru_cache(maxsize=2**14)
def when(date: Edtf, mod: str = "") -> When:
    """The days of a date, of which a mod may leave a third."""
    lower, upper = date.modified(mod) if mod else (date.lower, date.upper)
    first = lower.ordinal if lower else float("-inf")
    return When(first, upper.ordinal if upper else float("inf"), date.text)


CERTAINTY_ORDER = tuple(reversed([word for word in CERTAINTIES.words if word != "unstated"]))
"""`unstated` is neither more nor less certain than anything."""


def _word(name: str, help: str, vocabulary: Vocabulary, read: Read) -> Field:
    return Field(name, help, Sort.WORD, read, vocabulary)


def _plain(name: str, help: str, vocabulary: Vocabulary, attribute: str) -> Field:
    return _word(name, help, vocabulary, lambda library, r: _one(getattr(r, attribute)))


def _one(value: Any) -> tuple[Any, ...]:
    return (value,) if value else ()


def _numbers(refs: Iterable[Ref | None]) -> tuple[int, ...]:
    """Actors by their numbers: no ref is hashed a hundred thousand times."""
    return tuple(dict.fromkeys([ref.number for ref in refs if ref and ref.kind is Kind.ACTOR]))


def _date(edtf: Edtf | None) -> tuple[When, ...]:
    return (when(edtf),) if edtf else ()


def _day(stamp: str) -> tuple[When, ...]:
    """Of a time stamp, the day only."""
    return (_when_stamped(stamp[:10]),) if stamp else ()


@lru_cache(maxsize=2**12)
def _when_stamped(day: str) -> When:
    return when(Edtf.parse(day))


def _dates_in(library: Library, record: Record) -> Iterator[When]:
    for ref in dates_in(library, record):
        event = library.get(ref)
        if isinstance(event, Event):
            yield when(event.date.edtf, event.date.mod)


def _documents(library: Library, record: Record) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys([span.doc for span in library.spans(record.ref)]))


def _exact(record: Record) -> str:
    return " … ".join([span.exact for span in record.places])


def _text_of(library: Library, ref: Ref) -> str:
    """What stands at an end of a tie."""
    match library.get(ref):
        case Claim() as claim:
            return claim.text
        case Actor() as actor:
            return actor.name
        case Event() as event:
            return event.label
        case Quote() | Mention() as record:
            return _exact(record)
    return ""


def _with_words(text: str, record: Record) -> tuple[str, ...]:
    """A statement, and the words it stands on where those are others."""
    exact = _exact(record)
    return (text,) if exact == text or not exact else (text, exact)


REF = Field("ref", "its address", Sort.REF, lambda library, r: (r.ref,))
STATUS = _plain("status", "who stands behind it", STATUSES, "status")
BY = Field("by", "where it came from: reader, rule:…, model:…", Sort.WORD, lambda _, r: (r.by,))
TAG = Field("tag", "its tags", Sort.WORD, lambda library, r: r.tags)
CREATED = Field("created", "when it was made", Sort.DATE, lambda _, r: _day(r.created))
MODIFIED = Field("modified", "when it was last changed", Sort.DATE, lambda _, r: _day(r.modified))
DOC = Field("doc", "the document it stands in", Sort.REF, _documents)
COMMON = (STATUS, BY, CREATED, MODIFIED, REF)


def _certainty(help: str) -> Field:
    return Field(
        "certainty", help, Sort.RANK, lambda _, r: _one(r.certainty), CERTAINTIES, CERTAINTY_ORDER
    )


def _actors(name: str, help: str, read: Callable[[Any], Iterable[Ref | None]]) -> Field:
    return Field(name, help, Sort.ACTOR, lambda _, r: _numbers(read(r)))


def _text(help: str, read: Read) -> Field:
    return Field("text", help, Sort.TEXT, read)


def _dated(name: str, help: str, attribute: str) -> Field:
    return Field(name, help, Sort.DATE, lambda _, r: _date(getattr(r, attribute)))


def _says(library: Library, actor: Actor) -> tuple[int]:
    return (sum(tie.label == SAYS.forward for tie in ties_of(library, actor.ref)),)


def _ends(library: Library, relation: Relation) -> Iterator[Ref]:
    """The actors at the ends of a tie, and those who speak there."""
    for ref in (relation.source, relation.target):
        match library.get(ref):
            case Actor():
                yield ref
            case Claim() as claim:
                yield from (voice.actor for voice in claim.voice)
            case Quote() as quote:
                yield from quote.speakers
            case Event() as event:
                yield from event.actors


FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.CLAIM: (
        _plain("kind", "fact, value, policy, …", CLAIM_KINDS, "kind"),
        _actors("actor", "who says it, at any remove, or whom it is about",
                lambda c: (*[voice.actor for voice in c.voice], *c.about)),
        _actors("who", "whose words they are: the innermost voice",
                lambda c: [voice.actor for voice in c.voice[-1:]]),
        _actors("about", "whom it is about", lambda c: c.about),
        _plain("stance", "what the outermost voice makes of it", STANCES, "stance"),
        _certainty("how certain it is said to be"),
        _word("mode", "how the innermost voice is given", VOICE_MODES,
              lambda _, c: [voice.mode for voice in c.voice[-1:]]),
        _plain("polarity", "neg where it is denied", POLARITIES, "polarity"),
        Field("central", "yes or no", Sort.WORD, lambda _, c: (YES if c.central else NO,),
              Vocabulary("answer", (YES, NO))),
        Field("date", "when it holds, and the dates in its words", Sort.DATE,
              lambda library, c: (*_date(c.holds), *_dates_in(library, c))),
        _dated("holds", "when it holds", "holds"),
        Field("prop", "the proposition it is a wording of", Sort.WORD, lambda _, c: _one(c.prop)),
        TAG,
        _text("what it states, and its words", lambda _, c: _with_words(c.text, c)),
        DOC, *COMMON,
    ),
    Kind.QUOTE: (
        _plain("kind", "direct, indirect, scare, …", QUOTE_KINDS, "kind"),
        _actors("actor", "who speaks or is spoken to", lambda q: (*q.speakers, *q.addressees)),
        _actors("who", "who speaks", lambda q: q.speakers),
        _actors("to", "who is spoken to", lambda q: q.addressees),
        _plain("attribution", "how the text says who speaks", ATTRIBUTIONS, "attribution"),
        Field("date", "when it was said, and the dates in its words", Sort.DATE,
              lambda library, q: (*_date(q.said), *_dates_in(library, q))),
        _dated("said", "when it was said", "said"),
        Field("claim", "the claim whose words it gives", Sort.REF, lambda _, q: _one(q.claim)),
        TAG,
        _text("its words", lambda _, q: _one(_exact(q))),
        DOC, *COMMON,
    ),
    Kind.EVENT: (
        Field("date", "when", Sort.DATE, lambda _, e: (when(e.date.edtf, e.date.mod),)),
        _actors("actor", "who takes part", lambda e: e.actors),
        _plain("state", "past, ongoing, planned, …", EVENT_STATES, "state"),
        Field("anchor", "what the date is told from", Sort.WORD, lambda _, e: (e.date.anchor,)),
        TAG,
        _text("what happens, and the words that tell when",
              lambda _, e: (e.label, *_with_words(e.date.raw, e))),
        DOC, *COMMON,
    ),
    Kind.ACTOR: (
        _plain("kind", "person, state, media, …", ACTOR_KINDS, "kind"),
        _actors("actor", "this actor, and its parts", lambda a: (a.ref,)),
        _actors("partof", "what it is a part of", lambda a: (a.part_of,)),
        Field("country", "three letters", Sort.WORD, lambda _, a: _one(a.country)),
        Field("says", "how many claims it says", Sort.NUMBER, _says),
        Field("named", "how often it is mentioned", Sort.NUMBER,
              lambda library, a: (len(library.spans(a.ref)),)),
        TAG,
        _text("its names and aliases",
              lambda _, a: (a.name, *[alias.text for alias in a.aliases])),
        DOC, *COMMON,
    ),
    Kind.RELATION: (
        _plain("kind", "supports, attacks, …", RELATION_KINDS, "kind"),
        Field("actor", "who is at an end, or speaks there", Sort.ACTOR,
              lambda library, r: _numbers(_ends(library, r))),
        Field("from", "where it begins", Sort.REF, lambda _, r: (r.source,)),
        Field("to", "where it leads", Sort.REF, lambda _, r: (r.target,)),
        _certainty("how certain it is"),
        _dated("date", "when it holds", "holds"),
        TAG,
        _text("what stands at its ends",
              lambda library, r: (_text_of(library, r.source), _text_of(library, r.target))),
        *COMMON,
    ),
    Kind.DOCUMENT: (
        _actors("actor", "who wrote or published it", lambda d: (*d.authors, d.outlet)),
        _actors("author", "who wrote it", lambda d: d.authors),
        _actors("outlet", "who published it", lambda d: (d.outlet,)),
        _dated("date", "when it was published", "published"),
        Field("lang", "its language", Sort.WORD, lambda _, d: _one(d.lang)),
        TAG,
        _text("title and text", lambda _, d: (d.title, d.subtitle, d.text)),
        *COMMON,
    ),
    Kind.NOTE: (
        Field("on", "the records it is on", Sort.REF,
              lambda _, n: [on for on in n.on if isinstance(on, Ref)]),
        TAG,
        _text("what it says", lambda _, n: (n.body,)),
        DOC, *COMMON,
    ),
    Kind.MENTION: (
        _actors("actor", "who is mentioned", lambda m: (m.actor,)),
        _plain("form", "name, nominal, pronoun, …", MENTION_FORMS, "form"),
        _text("the words", lambda _, m: (m.span.exact,)),
        DOC, *COMMON,
    ),
}  # fmt: skip
"""The fields of each kind, those asked for most first."""

FIELDS_OF = {kind: {field.name: field for field in fields} for kind, fields in FIELDS.items()}
