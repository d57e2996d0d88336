"""The words that fields may hold. Open: `x-…` is always welcome, and nothing else is lost."""

from __future__ import annotations

from typing import Annotated

from .frozen import frozen
from .refs import Kind


@frozen
class Vocabulary:
    """The known words of a field."""

    name: str
    words: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.startswith("x-")


def _words(name: str, words: str) -> Vocabulary:
    return Vocabulary(name, tuple(words.split()))


ACTOR_KINDS = _words(
    "kind of actor",
    "person state government igo ngo party military company media group population place",
)
ALIAS_KINDS = _words("kind of alias", "name abbrev metonym demonym epithet translit")
VOICE_MODES = _words("mode of a voice", "own direct indirect mixed")
CLAIM_KINDS = _words("kind of claim", "fact value policy cause prediction definition")
STANCES = _words("stance", "endorses rejects distances reports concedes")
CERTAINTIES = _words("certainty", "certain probable possible doubtful unstated")
POLARITIES = _words("polarity", "neg")
QUOTE_KINDS = _words("kind of quote", "direct indirect mixed scare title")
ATTRIBUTIONS = _words("attribution", "explicit anaphoric implicit none")
ANCHORS = _words("anchor of a date", "explicit publication event section reader")
DATE_MODS = _words("mod of a date", "start mid end approx")
EVENT_STATES = _words("state of an event", "past ongoing planned hypothetical")
MENTION_FORMS = _words("form of a mention", "name nominal metonym pronoun")
STATUSES = _words("status", "draft confirmed rejected")

ActorKind = Annotated[str, ACTOR_KINDS]
AliasKind = Annotated[str, ALIAS_KINDS]
VoiceMode = Annotated[str, VOICE_MODES]
ClaimKind = Annotated[str, CLAIM_KINDS]
Stance = Annotated[str, STANCES]
Certainty = Annotated[str, CERTAINTIES]
Polarity = Annotated[str, POLARITIES]
QuoteKind = Annotated[str, QUOTE_KINDS]
Attribution = Annotated[str, ATTRIBUTIONS]
Anchor = Annotated[str, ANCHORS]
DateMod = Annotated[str, DATE_MODS]
EventState = Annotated[str, EVENT_STATES]
MentionForm = Annotated[str, MENTION_FORMS]
Status = Annotated[str, STATUSES]


@frozen
class RelationKind:
    """A typed tie: how it is drawn, how it reads from either end, and what it may join."""

    name: str
    glyph: str
    """One cell wide on every terminal."""
    forward: str
    backward: str
    sources: str = "a"
    """The letters of the kinds it may start from."""
    targets: str = "a"

    def joins(self, source: Kind, target: Kind) -> bool:
        """Whether the tie fits these two ends."""
        return source in self.sources and target in self.targets


_RELATIONS = (
    RelationKind("supports", "+", "supports", "is supported by", "cqe", "c"),
    RelationKind("attacks", "-", "attacks", "is attacked by", "cqe", "c"),
    RelationKind("undercuts", "_", "undercuts the step", "is undercut by", "c", "r"),
    RelationKind("qualifies", "~", "limits", "is limited by", "c", "c"),
    RelationKind("concedes", "c", "concedes", "is conceded by", "c", "c"),
    RelationKind("restates", "=", "restates", "is restated by", "c", "c"),
    RelationKind("elaborates", "»", "elaborates", "is elaborated by", "c", "c"),
    RelationKind("contradicts", "×", "contradicts", "contradicts", "c", "c"),
    RelationKind("causes", "⇒", "causes", "is caused by", "ec", "ec"),
    RelationKind("allied-with", "≡", "is allied with", "is allied with"),
    RelationKind("cooperates-with", "∪", "cooperates with", "cooperates with"),
    RelationKind("at-odds-with", "≠", "is at odds with", "is at odds with"),
    RelationKind("at-war-with", "‡", "is at war with", "is at war with"),
    RelationKind("threatens", "!", "threatens", "is threatened by"),
    RelationKind("pressures", ">", "pressures", "is pressured by"),
    RelationKind("aids", "⊕", "aids", "is aided by"),
    RelationKind("mediates-between", "⋈", "mediates between", "is mediated by"),
    RelationKind("negotiates-with", "↔", "negotiates with", "negotiates with"),
    RelationKind("depends-on", "↓", "depends on", "is depended on by"),
    RelationKind("member-of", "∈", "is a member of", "has as a member"),
    RelationKind("part-of", "⊂", "is part of", "has as a part"),
)
RELATIONS: dict[str, RelationKind] = {kind.name: kind for kind in _RELATIONS}
RELATION_KINDS = Vocabulary("kind of relation", tuple(RELATIONS))
RelationName = Annotated[str, RELATION_KINDS]


def relation_kind(name: str) -> RelationKind:
    """The kind of this name; one that nobody described reads as it is written."""
    words = name.removeprefix("x-").replace("-", " ")
    unknown = RelationKind(name, "·", words, f"← {words}", *["".join(Kind)] * 2)
    return RELATIONS.get(name, unknown)
