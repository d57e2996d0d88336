"""Everything that an actor has to do with."""

from __future__ import annotations

from itertools import pairwise

from opedtui.model.dates import Edtf
from opedtui.model.records import Alias, Role
from opedtui.reading.following.actor_page import Naming, Office, Part, place_of_row
from opedtui.reading.following.moments import moments
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.reading.ties import Tie
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_note,
    a_quote,
    a_relation,
    an_actor,
    an_event,
    bundled_library,
    ref,
    words,
)

HERE = Place(ref("d1"), 0, 0)


def two_documents() -> Library:
    """The second document was published first; a1 speaks in both, and of a2 in one."""
    late = a_document("She is right. He is wrong.", 1, published=Edtf.parse("2023-05"))
    early = a_document("They agree. He knows.", 2, published=Edtf.parse("2021"))
    return Library(
        [
            late,
            early,
            an_actor(1, "Ada", aliases=(Alias(text="Ada"), Alias(text="She"), Alias(text="Lady"))),
            an_actor(2, "Bo", part_of=ref("a1")),
            a_claim(1, words("He is wrong", late), voice="a1", about=(ref("a2"),)),
            a_claim(2, words("She is right", late), voice="a2 a1"),
            a_claim(3, words("They agree", early), voice="a1"),
            a_claim(4, words("He knows", early), voice="a1 a2"),
            a_quote(1, words("right", late), speaker="a1", addressees=(ref("a2"),)),
            an_event(1, "2022", words("agree", early), actors=(ref("a1"),)),
            an_event(2, "2020", words("wrong", late), actors=(ref("a1"), ref("a2"))),
            a_relation(1, "a1", "aids", "a2", holds=Edtf.parse("2019")),
            a_note(1, "a1"),
            a_mention(1, "a1", words("She", late)),
            a_mention(2, "a1", words("They", early)),
        ]
    )


def rows(library: Library, actor: str, part: Part) -> list[str]:
    """The refs of the rows of a part."""
    page = library.actor_pages.page(ref(actor))
    return [str(row) for row in page.group(part)]


def test_what_they_say_is_told_apart_by_the_chain_of_voices() -> None:
    """Their own words, what others report of them, and what they report of others."""
    library = two_documents()

    assert rows(library, "a1", Part.OWN) == ["c3", "c1"]
    assert rows(library, "a1", Part.TOLD) == ["c2"]
    assert rows(library, "a1", Part.PASSED_ON) == ["c4"]
    assert rows(library, "a2", Part.TOLD) == ["c4"]
    assert rows(library, "a2", Part.PASSED_ON) == ["c2"]


def test_claims_are_in_the_order_in_which_they_were_published() -> None:
    """Over all documents; within one as they stand in the text."""
    assert rows(two_documents(), "a1", Part.OWN) == ["c3", "c1"]


def test_events_are_in_their_own_order_of_time() -> None:
    """Whenever they were written about."""
    assert rows(two_documents(), "a1", Part.TAKES_PART) == ["e2", "e1"]


def test_what_was_published_nobody_knows_when_comes_last() -> None:
    """Behind all that is dated."""
    undated, dated = a_document(number=1), a_document(number=2, published=Edtf.parse("2023"))
    claims = [a_claim(1, words("rusty", undated)), a_claim(2, words("rusty", dated))]

    assert rows(Library([undated, dated, an_actor(1), *claims]), "a1", Part.OWN) == ["c2", "c1"]


def test_what_is_said_about_them_and_to_them_is_there() -> None:
    """Claims about the actor, quotes of and to them, notes on them."""
    library = two_documents()

    assert rows(library, "a2", Part.ABOUT) == ["c1"]
    assert rows(library, "a1", Part.QUOTED) == ["q1"]
    assert rows(library, "a2", Part.ADDRESSED) == ["q1"]
    assert rows(library, "a1", Part.NOTES) == ["n1"]


def test_relations_read_from_the_actor_whose_page_it_is() -> None:
    """Stored ones, and who is part of whom."""
    library = two_documents()

    ties = library.actor_pages.page(ref("a2")).group(Part.RELATIONS)

    assert [(tie.label, str(tie.other)) for tie in ties if isinstance(tie, Tie)] == [
        ("is aided by", "a1"),
        ("belongs to", "a1"),
    ]


def test_names_are_counted_whether_they_are_aliases_or_not() -> None:
    """The most used first; an alias that no text uses is there too."""
    names = two_documents().actor_pages.page(ref("a1")).group(Part.NAMES)

    assert [(n.text, n.kind, n.times) for n in names if isinstance(n, Naming)] == [
        ("She", "name", 1), ("They", "", 1), ("Ada", "name", 0), ("Lady", "name", 0),
    ]  # fmt: skip


def test_offices_are_in_order_of_time_and_show_at_both_ends() -> None:
    """The holder's page and that of the organisation tell of the same."""
    late = Role(role="mayor", org=ref("a2"), since=Edtf.parse("2020"))
    early = Role(role="clerk", org=ref("a2"), since=Edtf.parse("1999"), until=Edtf.parse("2004"))
    library = Library([an_actor(1, roles=(late, early)), an_actor(2, "the town")])

    own = library.actor_pages.page(ref("a1")).group(Part.OFFICES)
    of_town = library.actor_pages.page(ref("a2")).group(Part.OFFICES)

    assert list(own) == list(of_town) == [Office(ref("a1"), early), Office(ref("a1"), late)]


def test_every_row_leads_to_words() -> None:
    """Even where it has none of its own: then to those of the other actor."""
    library = bundled_library()

    for actor in library.actors:
        for group in library.actor_pages.page(actor.ref).groups:
            for row in group.rows:
                place = place_of_row(library, actor.ref, row, HERE)
                assert place.start < place.end or group.part is Part.WORKS, (actor.ref, row)


def test_a_way_of_calling_leads_to_its_first_words() -> None:
    """And the actor is at hand there."""
    library = two_documents()
    (she, *_) = library.actor_pages.page(ref("a1")).group(Part.NAMES)

    assert place_of_row(library, ref("a1"), she, HERE) == Place(ref("d1"), 0, 3, ref("a1"))


def test_a_page_of_nobody_is_empty() -> None:
    """The actor was deleted, or never there."""
    assert Library().actor_pages.page(ref("a1")).groups == ()
    assert Library([an_actor(1)]).actor_pages.page(ref("a1")).groups == ()


def test_a_changed_library_has_other_pages() -> None:
    """They are looked up once for each library."""
    library = a_library()
    pages = library.actor_pages

    assert library.actor_pages is pages
    assert pages.page(ref("a1")) is pages.page(ref("a1"))
    assert Library(library.values()).actor_pages is not pages


def test_the_timeline_of_an_actor_has_what_is_dated_of_theirs() -> None:
    """Events and what holds at a date of its own; each record once."""
    library = two_documents()

    dated = moments(library, library.actor_pages.page(ref("a1")))

    assert {str(moment.ref) for moment in dated} == {"e1", "e2", "r1"}


def test_the_pages_of_the_bundled_store_leave_nothing_out() -> None:
    """Every record that names an actor is on the page."""
    library = bundled_library()

    for actor in library.actors:
        page = library.actor_pages.page(actor.ref)
        shown = {row for group in page.groups for row in group.rows if not isinstance(row, Naming)}
        plain = {row for row in shown if not isinstance(row, Tie | Office)}
        named = {r.ref for r in library.referring(actor.ref) if r.ref.kind.value in "cqedn"}
        assert named == plain, actor.ref


def test_groups_stand_in_one_order() -> None:
    """A reader finds the same things in the same places."""
    order = list(Part)

    for actor in bundled_library().actors:
        parts = [group.part for group in bundled_library().actor_pages.page(actor.ref).groups]
        assert all(order.index(one) < order.index(next_one) for one, next_one in pairwise(parts))
