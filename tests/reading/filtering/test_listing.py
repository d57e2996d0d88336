"""Which records a filter leaves."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.filtering.listing import Listing
from opedtui.reading.filtering.query import read_query
from opedtui.reading.library import Library
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    bundled_library,
    ref,
)

SMALL = Library(
    [
        a_document("Turkiye’s gas is cheap.\nTürkiye\nbuys it.", authors=(ref("a1"),)),
        an_actor(1, "Vasif Huseynov"),
        an_actor(2, "Russia", kind="state"),
        an_actor(3, "the Kremlin", kind="government", part_of=ref("a2")),
        an_actor(4, "Türkiye", kind="state"),
        a_claim(1, voice="a1", kind="prediction", certainty="possible", tags=("energy",)),
        a_claim(2, voice="a1 a3", kind="fact", certainty="unstated", stance="reports"),
        a_claim(3, voice="a1", about=(ref("a2"),), kind="value", certainty="probable",
                text="Turkiye’s gas\nis cheap", central=True, status="draft"),
        a_quote(1, speaker="a3", kind="scare"),
        an_event(1, "2022-03-05"),
        an_event(2, "2022", label="Gas"),
        an_event(3, "2021/2023"),
        an_event(4, "2023-01/.."),
        a_relation(1, "c1", "supports", "c3"),
    ]
)  # fmt: skip


def left(kind: Kind, text: str, library: Library = SMALL, open_at: int | None = None) -> str:
    """The refs of what a filter without faults leaves."""
    records = [record for record in library.values() if record.ref.kind is kind]
    narrowed = Listing(library, kind, records).narrowed(read_query(text), open_at)
    assert not narrowed.faults, narrowed.faults
    return " ".join(str(record.ref) for record in narrowed.records)


def fault(kind: Kind, text: str) -> tuple[int, int, str]:
    listing: Listing[Any] = Listing(SMALL, kind, [])
    (found,) = listing.narrowed(read_query(text)).faults
    return found.start, found.end, found.what


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "c1 c2 c3"),
        ("kind=prediction", "c1"),
        ("kind=fact,value", "c2 c3"),
        ("kind!=fact,value", "c1"),
        ("-kind=fact stance=endorses", "c1 c3"),
        ("kind~a", "c2 c3"),
        ("actor=Russia", "c2 c3"),
        ("actor=a2", "c2 c3"),
        ("actor=russia who!=Huseynov", "c2"),
        ("who=a3", "c2"),
        ("who=huseynov", "c1 c3"),
        ("about=Russia", "c3"),
        ("actor~krem", "c2"),
        ("certainty<certain", "c1 c3"),
        ("certainty<probable", "c1"),
        ("certainty>=probable", "c3"),
        ("certainty=unstated", "c2"),
        ("tag=ENERGY", "c1"),
        ('tag=""', "c2 c3"),
        ('tag="",energy', "c1 c2 c3"),
        ("central=yes", "c3"),
        ("status=draft", "c3"),
        ('text~"türkiye\'s GAS is"', "c3"),
        ("-text~gas", "c1 c2"),
        ("ref=c1,c3", "c1 c3"),
        ("by=reader", "c1 c2 c3"),
    ],
)
def test_claims_that_fit(text: str, found: str) -> None:
    """Fields by their values, actors by name, alias, ref and parts, text without accents."""
    assert left(Kind.CLAIM, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date:2022", "e1 e2 e3"),
        ("date=2022", "e2"),
        ("date<2022-03", ""),
        ("date<2022-06", "e1"),
        ("date<=2022", "e1 e2"),
        ("date>2022", "e4"),
        ("date>=2022", "e1 e2 e4"),
        ("date:2030", "e4"),
        ("-date:2022", "e4"),
        ("date!=2022", "e1 e3 e4"),
        ("date:2022 text~gas", "e2"),
    ],
)
def test_dates_are_compared_by_the_days_they_cover(text: str, found: str) -> None:
    """`:` overlaps, `<` lies wholly before, `>=` does not begin before."""
    assert left(Kind.EVENT, text) == found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (Kind.QUOTE, "kind=scare who=Russia", "q1"),
        (Kind.ACTOR, "kind=state", "a2 a4"),
        (Kind.ACTOR, "partof=Russia", "a3"),
        (Kind.ACTOR, "actor=Russia", "a2 a3"),
        (Kind.ACTOR, "says>1", "a1"),
        (Kind.ACTOR, "text~turkiye", "a4"),
        (Kind.RELATION, "kind=supports from=c1 actor=Huseynov", "r1"),
        (Kind.DOCUMENT, "author=Huseynov text~cheap", "d1"),
        (Kind.DOCUMENT, 'text~"türkiye buys it"', "d1"),
    ],
)
def test_other_lists_have_fields_of_their_own(kind: Kind, text: str, found: str) -> None:
    """Every kind of record can be asked for what it has."""
    assert left(kind, text) == found


@pytest.mark.parametrize(
    ("kind", "text", "start", "end", "what"),
    [
        (Kind.CLAIM, "knd=fact", 0, 3, "claims have no field “knd”; perhaps kind"),
        (Kind.CLAIM, "-zzz=fact", 1, 4, "they have kind, actor"),
        (Kind.CLAIM, "kind=predicton", 5, 14, "no kind of claim; write prediction"),
        (Kind.CLAIM, "kind<fact", 4, 5, "kind takes = != ~, not <"),
        (Kind.CLAIM, "actor=Rusia", 6, 11, "no actor is called “Rusia”; perhaps Russia"),
        (Kind.CLAIM, "certainty<unstated", 10, 18, "doubtful < possible < probable < certain"),
        (Kind.CLAIM, "kind=fact,valuex", 10, 16, "write value"),
        (Kind.CLAIM, "ref=x9", 4, 6, "“x9” is no ref"),
        (Kind.EVENT, "date:lately", 5, 11, "write e.g. 2023-02"),
        (Kind.ACTOR, "says>many", 5, 9, "no whole number"),
    ],
)
def test_a_value_that_cannot_be_is_told(
    kind: Kind, text: str, start: int, end: int, what: str
) -> None:
    """With its place, and what it should be."""
    at, to, why = fault(kind, text)

    assert (at, to) == (start, end)
    assert what in why


def test_a_value_that_is_being_typed_is_a_beginning() -> None:
    """The list narrows at each letter, and not only at the last."""
    assert left(Kind.CLAIM, "kind=pre", open_at=8) == "c1"
    assert left(Kind.CLAIM, "actor=krem", open_at=10) == "c2"


def test_a_field_that_is_broken_does_not_hide_what_the_others_leave() -> None:
    """What can be understood is heeded."""
    listing = Listing(SMALL, Kind.CLAIM, SMALL.claims)

    narrowed = listing.narrowed(read_query("kind=fact knd=x"))

    assert [str(record.ref) for record in narrowed.records] == ["c2"]
    assert narrowed.index(ref("c2")) == 0
    assert narrowed.index(ref("c1")) is None


def test_what_is_read_ahead_is_what_is_read_when_asked() -> None:
    """A little at each step, or all at once."""
    library = bundled_library()
    ahead, asked = (Listing(library, Kind.CLAIM, library.claims) for _ in range(2))
    for _ in ahead.preparing():
        pass

    for text in ("actor=Russia", "date:2022", "text~gas", "kind=fact certainty>possible"):
        assert ahead.narrowed(read_query(text)).mask == asked.narrowed(read_query(text)).mask


def test_letters_typed_one_by_one_leave_what_they_leave_together() -> None:
    """However the masks of the letters before are made use of."""
    library = bundled_library()
    typed = Listing(library, Kind.CLAIM, library.claims)
    text = "text~azerbaijan kind=fact -actor=Russia"

    for end in range(len(text) + 1):
        now = typed.narrowed(read_query(text[:end]))

        fresh = Listing(library, Kind.CLAIM, library.claims).narrowed(read_query(text[:end]))
        assert now.mask == fresh.mask


def test_every_field_of_every_kind_can_be_read() -> None:
    """From records of the bundled store and of the small one, whatever they leave out."""
    for library in (bundled_library(), a_library()):
        for kind in Kind:
            records = [record for record in library.values() if record.ref.kind is kind]
            listing = Listing(library, kind, records)
            columns = [listing.column(field) for field in listing.fields]
            assert all(
                sum(1 for _ in chain(column.distinct)) >= bool(records) for column in columns
            )
