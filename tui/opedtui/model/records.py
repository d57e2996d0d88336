"""The eight kinds of record, field by field as `db.json` holds them."""

from __future__ import annotations

from dataclasses import field
from typing import Any, ClassVar

from .dates import Edtf
from .fields import Fields
from .frozen import frozen_keyed
from .refs import Kind, Ref
from .spans import Span
from .vocabulary import (
    ActorKind,
    AliasKind,
    Anchor,
    Attribution,
    Certainty,
    ClaimKind,
    DateMod,
    EventState,
    MentionForm,
    Polarity,
    QuoteKind,
    RelationName,
    Stance,
    Status,
    VoiceMode,
)

_LAST: dict[str, Any] = {"last": 1}
"""Fields of every record, written after those of its kind."""


@frozen_keyed
class Record(Fields):
    """What every record has: an address, a status, and where it came from."""

    kind_of_record: ClassVar[Kind]

    ref: Ref
    status: Status = field(default="confirmed", metadata=_LAST)
    by: str = field(default="reader", metadata=_LAST)
    """`reader`, `rule:…` or `model:…`; once the reader has reworded it, `reader, rule:…`."""
    confidence: int | None = field(default=None, metadata=_LAST)
    """How sure the rule or the model was, in percent."""
    created: str = field(default="", metadata=_LAST)
    modified: str = field(default="", metadata=_LAST)

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the record stands in a text."""
        return ()

    @property
    def is_known(self) -> bool:
        """Whether a reader stands behind it: it is neither a draft nor rejected."""
        return self.status not in ("draft", "rejected")


@frozen_keyed
class Document(Record):
    """One op-ed: its text and where it came from."""

    kind_of_record = Kind.DOCUMENT

    title: str
    subtitle: str = ""
    authors: tuple[Ref, ...] = ()
    outlet: Ref | None = None
    url: str = ""
    lang: str = ""
    published: Edtf | None = None
    accessed: Edtf | None = None
    rights: str = ""
    text: str
    text_sha256: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """A text can be read as soon as it is there."""
        return self.status != "rejected"


@frozen_keyed
class Alias(Fields):
    """One of the ways in which texts call an actor."""

    text: str
    kind: AliasKind = "name"


@frozen_keyed
class Role(Fields):
    """An office, for as long as it is held."""

    role: str
    org: Ref | None = None
    since: Edtf | None = field(default=None, metadata={"key": "from"})
    until: Edtf | None = field(default=None, metadata={"key": "to"})


@frozen_keyed
class Actor(Record):
    """Who speaks or is spoken of."""

    kind_of_record = Kind.ACTOR

    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    part_of: Ref | None = None
    roles: tuple[Role, ...] = ()
    country: str = ""
    """ISO 3166-1 alpha-3."""
    wikidata: str = ""
    tags: tuple[str, ...] = ()


@frozen_keyed
class Voice(Fields):
    """One link of the chain that says a claim."""

    actor: Ref
    mode: VoiceMode
    cue: Span | None = None
    """The words that hand the claim over: “he argues”."""


@frozen_keyed
class Claim(Record):
    """One assertion, by a voice, anchored to its words."""

    kind_of_record = Kind.CLAIM

    text: str
    spans: tuple[Span, ...]
    voice: tuple[Voice, ...]
    """Outermost first: the author, then whom the author reports."""
    kind: ClaimKind
    stance: Stance
    """What the outermost voice makes of the claim."""
    certainty: Certainty
    polarity: Polarity = ""
    central: bool = False
    about: tuple[Ref, ...] = ()
    holds: Edtf | None = None
    prop: str = ""
    cues: tuple[Span, ...] = ()
    """Hedges, boosters, words of concession and cause: what makes it a claim of its kind."""
    tags: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        return self.spans


@frozen_keyed
class Quote(Record):
    """Words of somebody's, with who said them."""

    kind_of_record = Kind.QUOTE

    spans: tuple[Span, ...]
    kind: QuoteKind
    speakers: tuple[Ref, ...] = ()
    addressees: tuple[Ref, ...] = ()
    cue: Span | None = None
    attribution: Attribution
    said: Edtf | None = None
    claim: Ref | None = None
    tags: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        return self.spans


@frozen_keyed
class Dating(Fields):
    """When: a date and the words that it came from."""

    edtf: Edtf
    raw: str
    anchor: Anchor
    mod: DateMod = ""
    """TIMEX3: narrows the date to its start, middle or end."""


@frozen_keyed
class Event(Record):
    """Something that the text places in time."""

    kind_of_record = Kind.EVENT

    label: str
    spans: tuple[Span, ...]
    date: Dating
    actors: tuple[Ref, ...] = ()
    state: EventState = ""
    """Whether it has happened; `status` says, as in every record, who stands behind it."""
    tags: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        return self.spans


@frozen_keyed
class Relation(Record):
    """A typed tie between two records, or from a record to a tie."""

    kind_of_record = Kind.RELATION

    kind: RelationName
    source: Ref
    target: Ref
    spans: tuple[Span, ...] = ()
    certainty: Certainty = ""
    holds: Edtf | None = None
    tags: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        return self.spans


@frozen_keyed
class Note(Record):
    """The reader's own words, on records or on places."""

    kind_of_record = Kind.NOTE

    body: str
    """Markdown."""
    on: tuple[Ref | Span, ...]
    tags: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        return tuple(place for place in self.on if isinstance(place, Span))


@frozen_keyed
class Mention(Record):
    """One place where a text calls an actor."""

    kind_of_record = Kind.MENTION

    actor: Ref
    span: Span
    form: MentionForm

    @property
    def places(self) -> tuple[Span, ...]:
        return (self.span,)


RECORDS: dict[Kind, type[Record]] = {
    cls.kind_of_record: cls
    for cls in (Document, Actor, Claim, Quote, Event, Relation, Note, Mention)
}


def read_record(ref: Ref, data: object) -> Record:
    """The record of this address; FieldError if the data cannot be one."""
    return RECORDS[ref.kind].from_dict(data, ref=ref)
