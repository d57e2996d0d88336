"""Marking words: a new record on a span, with what can be told from the words themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...model.changes import Change
from ...model.dates import Edtf
from ...model.records import (
    Actor,
    Alias,
    Claim,
    Dating,
    Document,
    Event,
    Mention,
    Note,
    Quote,
    Record,
    Voice,
)
from ...model.refs import Kind, Ref
from ...model.sentences import sentence_at
from ...model.spans import Span
from ..library import Library
from .actors import an_actor
from .cues import PRONOUNS, attribution_of
from .draft import Draft, changed
from .errors import ChangeError
from .named import name_of, the, words_of
from .phrases import date_in
from .spans import check_span, wording

_OPENING, _CLOSING = "“\"‘'«„", "”\"’'»“"
FEW_WORDS = 3
"""In quotation marks and without a cue beside them, they are set off rather than quoted."""
NEAR = 30
"""Characters between a cue and such words."""


def span_of(library: Library, doc: Ref, start: int, end: int) -> Span:
    """The span of these characters, without blanks around it. ChangeError if nothing is left."""
    text = the(library, doc, Document).text
    words = text[max(0, start) : end]
    start = max(0, start) + len(words) - len(words.lstrip())
    words = words.strip()
    if not words:
        raise ChangeError("there are no words; choose some first")
    return Span.of(doc, text, start, start + len(words))


def new_claim(library: Library, span: Span, now: str, *, ref: Ref | None = None) -> Change:
    """The author's own: a fact, endorsed, its certainty unstated, in the words of the text."""
    check_span(library, span)
    claim = Claim(
        ref=ref or library.free_ref(Kind.CLAIM),
        text="",
        spans=(span,),
        voice=_authors(library, span.doc),
        kind="fact",
        stance="endorses",
        certainty="unstated",
    )
    return _marked(library, replace(claim, text=wording(claim)), span, now)


def new_quote(library: Library, span: Span, now: str, *, ref: Ref | None = None) -> Change:
    """Without the quotation marks; the speaker is proposed from the cue beside it."""
    check_span(library, span)
    text = the(library, span.doc, Document).text
    span = _without_marks(text, span)
    found = attribution_of(library, span)
    quote = Quote(
        ref=ref or library.free_ref(Kind.QUOTE),
        spans=(span,),
        kind=_kind_of_quote(text, span, found.cue),
        speakers=(found.speaker,) if found.speaker else (),
        cue=found.cue,
        attribution=found.how,
        claim=_claim_around(library, span),
    )
    return _marked(library, quote, span, now)


def new_event(
    library: Library, span: Span, now: str, *, date: Edtf | None = None, ref: Ref | None = None
) -> Change:
    """With the date given, or read from the words, or else that of the publication.

    ChangeError if there is none of them.
    """
    check_span(library, span)
    document = the(library, span.doc, Document)
    dating = _dating(document, span, date)
    event = Event(
        ref=ref or library.free_ref(Kind.EVENT),
        label=_label(document.text, span, dating),
        spans=(span,),
        date=dating,
    )
    return _marked(library, event, span, now)


def new_mention(
    library: Library,
    span: Span,
    now: str,
    *,
    actor: Ref | None = None,
    ref: Ref | None = None,
    new_actor: Ref | None = None,
) -> Change:
    """Of the actor given, or the one so called, or else a new one of that name.

    A name that the actor did not have becomes an alias. `new_actor`: the ref for a new one.
    """
    check_span(library, span)
    who = _named(library, span, actor, new_actor)
    form = _form(who, span)
    mention = Mention(
        ref=ref or library.free_ref(Kind.MENTION), actor=who.ref, span=span, form=form
    )
    draft = Draft(library)
    draft.put(_called(who, span) if form == "name" else who)
    draft.put(mention)
    return draft.change(f"mark {words_of(span)} as {name_of(who)}", now)


def new_note(
    library: Library, on: Ref | Span, body: str, now: str, *, ref: Ref | None = None
) -> Change:
    """ChangeError for an empty one."""
    if not body.strip():
        raise ChangeError("the note is empty; write something, or leave it")
    if isinstance(on, Span):
        check_span(library, on)
        place = words_of(on)
    else:
        place = name_of(the(library, on, Record))
    note = Note(ref=ref or library.free_ref(Kind.NOTE), body=body, on=(on,))
    return changed(library, note, label=f"note on {place}", now=now)


def called(library: Library, words: str) -> Actor | None:
    """The actor that has this name: the first, whatever the case if none has it as written."""
    words = " ".join(words.split())
    for same in (str, str.casefold):
        for actor in library.whole.actors:
            names = (actor.name, *(alias.text for alias in actor.aliases))
            if same(words) in (same(name) for name in names):
                return actor
    return None


def _marked(library: Library, record: Record, span: Span, now: str) -> Change:
    word = record.ref.kind.word
    article = "an" if word[0] in "aeiou" else "a"
    return changed(library, record, label=f"mark {words_of(span)} as {article} {word}", now=now)


def _authors(library: Library, doc: Ref) -> tuple[Voice, ...]:
    """The first author speaks for all; where there is none, the outlet."""
    document = the(library, doc, Document)
    speakers = (*document.authors, *((document.outlet,) if document.outlet else ()))
    there = [actor for actor in speakers if actor in library]
    return (Voice(actor=there[0], mode="own"),) if there else ()


def _without_marks(text: str, span: Span) -> Span:
    inner = span.exact[1:-1].strip()
    if not inner or span.exact[0] not in _OPENING or span.exact[-1] not in _CLOSING:
        return span
    start = span.start + 1 + span.exact[1:].index(inner)
    return Span.of(span.doc, text, start, start + len(inner))


def _kind_of_quote(text: str, span: Span, cue: Span | None) -> str:
    """Told apart by the marks around it, and by what stands before them."""
    before, behind = text[: span.start].rstrip(), text[span.end :].lstrip()
    if not before.endswith(tuple(_OPENING)) or not behind.startswith(tuple(_CLOSING)):
        return "indirect"
    lead = before[:-1].rstrip(" ")
    if not lead or lead[-1] in ",:.!?\n":
        return "direct"
    if len(span.exact.split()) <= FEW_WORDS and not _is_near(cue, span):
        return "scare"
    return "mixed"


def _is_near(cue: Span | None, span: Span) -> bool:
    return cue is not None and max(cue.start - span.end, span.start - cue.end) <= NEAR


def _claim_around(library: Library, span: Span) -> Ref | None:
    """The narrowest claim that holds all of the words."""
    near = library.anchors(span.doc).at(span.start)
    around = (a.ref for a in near if a.ref.kind is Kind.CLAIM and a.end >= span.end)
    return next(around, None)


def _dating(document: Document, span: Span, given: Edtf | None) -> Dating:
    read = date_in(span.exact, document.published)
    if given:
        raw = read.raw if read else span.exact
        return Dating(edtf=given, raw=raw, anchor="reader")
    if read:
        return read
    if document.published:
        return Dating(edtf=document.published, raw=span.exact, anchor="publication")
    raise ChangeError(f"there is no date in {words_of(span)}; give one, e.g. 2023-02 or 2020/..")


def _label(text: str, span: Span, dating: Dating) -> str:
    """The words, or the sentence where they are only the date."""
    if dating.raw != span.exact:
        return " ".join(span.exact.split())
    sentence = sentence_at(text, span.start)
    return " ".join(text[slice(*sentence)].split()) if sentence else span.exact


def _named(library: Library, span: Span, actor: Ref | None, new: Ref | None) -> Actor:
    if actor:
        return the(library, actor, Actor)
    if span.exact.lower() in PRONOUNS:
        raise ChangeError(f"{words_of(span)} names nobody; say which actor it is")
    return called(library, span.exact) or an_actor(library, span.exact, "person", new)


def _form(actor: Actor, span: Span) -> str:
    words = " ".join(span.exact.split())
    if words.lower() in PRONOUNS:
        return "pronoun"
    if any(a.text == words and a.kind == "metonym" for a in actor.aliases):
        return "metonym"
    if words == actor.name or any(a.text == words and a.kind != "epithet" for a in actor.aliases):
        return "name"
    return "name" if words[:1].isupper() else "nominal"


def _called(actor: Actor, span: Span) -> Actor:
    words = " ".join(span.exact.split())
    if words in (alias.text for alias in actor.aliases):
        return actor
    return replace(actor, aliases=(*actor.aliases, Alias(text=words)))


MAKERS: dict[Kind, Callable[[Library, Span, str], Change]] = {
    Kind.CLAIM: new_claim,
    Kind.QUOTE: new_quote,
    Kind.EVENT: new_event,
    Kind.ACTOR: new_mention,
}
"""What words are made into, by the kind of record; an actor is made of words by a mention."""
