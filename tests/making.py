"""Records, libraries and stores for the tests, each in a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from opedtui.model.dates import Edtf
from opedtui.model.records import (
    Actor,
    Claim,
    Dating,
    Document,
    Event,
    Mention,
    Note,
    Quote,
    Record,
    Relation,
    Voice,
    read_record,
)
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.reading.library import Library

ROOT = Path(__file__).parent.parent
BUNDLED = ROOT / "db.json"

TEXT = (
    "The mayor said that “the bridge is safe” last week. She was wrong in May 2021.\n"
    "What the engineers found\n"
    "\n"
    "The engineers warned her: the bridge is old, and the bridge is rusty.\n"
)
"""Three paragraphs, the second a heading; “the bridge” stands there three times."""


def ref(text: str) -> Ref:
    """`ref("c1")`"""
    return Ref.parse(text)


def a_document(text: str = TEXT, number: int = 1, **fields: Any) -> Document:
    """An op-ed of which only the text matters."""
    return Document(ref=Ref(Kind.DOCUMENT, number), text=text, **{"title": "An op-ed"} | fields)


def words(exact: str, document: Document | None = None, nth: int = 1) -> Span:
    """The nth place where the document has these words; it has to have them."""
    document = document or a_document()
    start = -1
    for _ in range(nth):
        start = document.text.index(exact, start + 1)
    return Span.of(document.ref, document.text, start, start + len(exact))


def an_actor(number: int = 1, name: str = "the mayor", **fields: Any) -> Actor:
    """A person, unless said otherwise."""
    return Actor(ref=Ref(Kind.ACTOR, number), name=name, **{"kind": "person"} | fields)


def a_mention(number: int, actor: str, span: Span, form: str = "nominal") -> Mention:
    """One place where the text calls the actor."""
    return Mention(ref=Ref(Kind.MENTION, number), actor=ref(actor), span=span, form=form)


def a_voice(actor: str, mode: str = "own", cue: Span | None = None) -> Voice:
    """One link of the chain that says a claim."""
    return Voice(actor=ref(actor), mode=mode, cue=cue)


def a_claim(number: int, *spans: Span, voice: str | Voice = "a1", **fields: Any) -> Claim:
    """A fact that the voices assert, outermost first: `voice="a1 a2"`."""
    chain = [voice] if isinstance(voice, Voice) else [a_voice(actor) for actor in voice.split()]
    given: dict[str, Any] = {
        "text": " … ".join(span.exact for span in spans) or "The bridge is safe.",
        "voice": tuple(chain),
        "kind": "fact",
        "stance": "endorses",
        "certainty": "certain",
    }
    return Claim(ref=Ref(Kind.CLAIM, number), spans=spans, **given | fields)


def a_quote(number: int, *spans: Span, speaker: str = "", **fields: Any) -> Quote:
    """Words in quotation marks."""
    given = {
        "kind": "direct",
        "attribution": "explicit",
        "speakers": tuple(ref(actor) for actor in speaker.split()),
    }
    return Quote(ref=Ref(Kind.QUOTE, number), spans=spans, **given | fields)


def an_event(number: int, edtf: str, *spans: Span, mod: str = "", **fields: Any) -> Event:
    """Something that the text places at this date."""
    raw = spans[0].exact if spans else edtf
    date = Dating(edtf=Edtf.parse(edtf), raw=raw, anchor="explicit", mod=mod)
    given = {"label": f"What happened {edtf}"}
    return Event(ref=Ref(Kind.EVENT, number), spans=spans, date=date, **given | fields)


def a_relation(number: int, source: str, kind: str, target: str, **fields: Any) -> Relation:
    """`a_relation(1, "c1", "supports", "c2")`"""
    ends: dict[str, Any] = {"source": ref(source), "target": ref(target)}
    return Relation(ref=Ref(Kind.RELATION, number), kind=kind, **ends, **fields)


def a_note(number: int, *on: str | Span, body: str = "See *the report*.") -> Note:
    """The reader's own words on records, given as refs, or on places."""
    held = tuple(ref(place) if isinstance(place, str) else place for place in on)
    return Note(ref=Ref(Kind.NOTE, number), body=body, on=held)


def a_library() -> Library:
    """A small op-ed with every kind of record and of tie.

    a1 is the mayor (and “She”, “her”), a2 the engineers, a3 their office, a4 the writer.
    c1 holds q1 and e1; c1 and c2 are told by the mayor's words and the writer's;
    c3 and c4 support c2, and n1 is a note on that step, r1, which c5 undercuts.
    """
    return Library(
        [
            a_document(authors=(ref("a4"),), outlet=ref("a3")),
            an_actor(1, "the mayor"),
            an_actor(2, "the engineers", kind="group", part_of=ref("a3")),
            an_actor(3, "the works office", kind="government"),
            an_actor(4, "the writer"),
            a_claim(1, words("The mayor said that “the bridge is safe” last week"), voice="a4 a1"),
            a_claim(2, words("She was wrong in May 2021"), voice="a4", about=(ref("a1"),)),
            a_claim(3, words("the bridge is old"), voice="a4 a2"),
            a_claim(4, words("the bridge is rusty"), voice="a4 a2"),
            a_claim(5, words("What the engineers found"), voice="a4"),
            a_quote(1, words("the bridge is safe"), speaker="a1", claim=ref("c1")),
            an_event(1, "2021-05", words("last week"), actors=(ref("a1"),)),
            an_event(2, "2021-05", words("May 2021")),
            a_relation(1, "c3", "supports", "c2"),
            a_relation(2, "c4", "supports", "c2"),
            a_relation(3, "c5", "undercuts", "r1"),
            a_relation(4, "a2", "x-warns", "a1", spans=(words("warned"),)),
            a_note(1, "r1"),
            a_note(2, words("rusty")),
            a_mention(1, "a1", words("The mayor")),
            a_mention(2, "a1", words("She"), "pronoun"),
            a_mention(3, "a1", words("her"), "pronoun"),
            a_mention(4, "a2", words("the engineers")),
            a_mention(5, "a2", words("The engineers")),
        ]
    )


def tables_of(records: Iterable[Record]) -> dict[str, Any]:
    """The records as TinyDB holds them."""
    tables: dict[str, Any] = {"meta": {"1": {"schema": 1}}}
    for record in records:
        tables.setdefault(record.ref.kind.table, {})[str(record.ref.number)] = record.to_dict()
    return tables


def a_store(folder: Path, tables: object | None = None) -> Path:
    """A `db.json` in the folder, with these tables or with the small library."""
    if tables is None:
        tables = tables_of(a_library().values())
    path = folder / "db.json"
    path.write_text(json.dumps(tables, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return path


@cache
def bundled_tables() -> dict[str, dict[str, Any]]:
    """The store that comes with the program, read by nothing of ours."""
    tables: dict[str, dict[str, Any]] = json.loads(BUNDLED.read_text("utf-8"))
    return tables


@cache
def bundled_library() -> Library:
    """The same, as records."""
    return Library(
        read_record(Ref(kind, int(number)), data)
        for kind in Kind
        for number, data in bundled_tables().get(kind.table, {}).items()
    )
