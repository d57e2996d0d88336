"""A draft as records of a library."""

from __future__ import annotations

from opedtui.drafting.documents import Page
from opedtui.drafting.draft import draft
from opedtui.drafting.records import added, drafts_in
from opedtui.model.changes import Change
from opedtui.model.dates import Edtf
from opedtui.model.records import Actor, Claim, Event, Mention, Quote, Record, Relation
from opedtui.model.refs import Kind, Ref
from opedtui.reading.library import Library
from tests.making import an_actor

NOW = "2026-11-25T09:00:00Z"
COLUMN = (
    "Sergey Lavrov visited Baku last week. “The pipeline is ready,” Lavrov said on 6 March 2023."
    "\n\n"
    "The visit was a failure. But we should not celebrate: Russia will certainly come back.\n"
)
PUBLISHED = Edtf.parse("2023-03-12")


def change(*known: Actor, published: Edtf | None = PUBLISHED) -> Change:
    """The column in a library that knows these actors and has used the first ten refs."""
    page = Page("failure.txt", COLUMN, "A failure", ("Jane Doe",), "The Post", published)
    found = draft(COLUMN, published)
    return added(page, found, known, lambda kind: Ref(kind, 11), NOW)


def records(made: Change, kind: type[Record]) -> list[Record]:
    return [edit.after for edit in made.edits if isinstance(edit.after, kind)]


def test_what_was_found_is_a_draft_and_says_which_rule_found_it() -> None:
    """The document and those whom it names as its makers are the reader's."""
    made = change()

    confirmed = [str(e.after.ref) for e in made.edits if e.after and e.after.is_known]
    assert confirmed == ["d11", "a11", "a12"]
    assert all(r.by.startswith("rule:") and r.confidence is not None for r in drafts_in(made))
    assert {type(record) for record in drafts_in(made)} == {
        Actor, Claim, Event, Mention, Quote, Relation,
    }  # fmt: skip


def test_the_draft_is_one_change_that_can_be_taken_back() -> None:
    """Every record is stamped, has a ref of its own, and names records that are there."""
    made = change()
    library = Library().apply(made)

    assert made.label == "add A failure"
    assert len({edit.ref for edit in made.edits}) == len(made.edits)
    assert all(record.created == record.modified == NOW for record in library.values())
    assert all(ref in library for record in library.values() for _, ref in record.references())
    assert len(library.apply(made.inverse())) == 0


def test_every_place_has_its_words() -> None:
    """Spans carry the words of the text at their place."""
    for record in drafts_in(change()):
        assert all(span.holds_in(COLUMN) for span in record.places)


def test_an_actor_that_is_known_is_linked() -> None:
    """No second one is made, and its mentions are drafts of the one that is there."""
    made = change(an_actor(1, "Sergey Lavrov"))

    names = [record.name for record in records(made, Actor) if isinstance(record, Actor)]
    assert "Sergey Lavrov" not in names
    assert Ref(Kind.ACTOR, 1) in {m.actor for m in records(made, Mention) if isinstance(m, Mention)}


def test_what_the_reader_rejected_is_not_proposed_again() -> None:
    """Neither the actor nor its mentions."""
    lavrov = an_actor(1, "Sergey Lavrov", status="rejected")

    made = change(lavrov)

    names = [record.name for record in records(made, Actor) if isinstance(record, Actor)]
    assert "Sergey Lavrov" not in names
    assert lavrov.ref not in {m.actor for m in records(made, Mention) if isinstance(m, Mention)}


def test_the_author_speaks_for_the_claims() -> None:
    """Unless they stand in somebody's quotation marks."""
    claims = [record for record in records(change(), Claim) if isinstance(record, Claim)]

    own = [claim for claim in claims if "failure" in claim.text]
    assert [str(voice.actor) for voice in own[0].voice] == ["a11"]
    assert (own[0].voice[0].mode, own[0].stance) == ("own", "endorses")


def test_dates_say_what_told_them() -> None:
    """The words themselves, or the date of publication."""
    events = [record for record in records(change(), Event) if isinstance(record, Event)]

    told = {event.date.raw: (str(event.date.edtf), event.date.anchor) for event in events}
    assert told["6 March 2023"] == ("2023-03-06", "explicit")
    assert told["last week"] == ("2023-02-27/2023-03-05", "publication")


def test_without_a_date_of_publication_last_week_is_no_event() -> None:
    """Never a date that the text did not give."""
    made = change(published=None)

    raws = {e.date.raw for e in records(made, Event) if isinstance(e, Event)}
    assert raws == {"6 March 2023"}


def test_a_line_that_is_only_a_date_is_no_event() -> None:
    """It says when the text appeared."""
    text = f"Monday, March 6, 2023\n\n{COLUMN}"
    page = Page("failure.txt", text, "A failure", (), "", PUBLISHED)

    made = added(page, draft(text, PUBLISHED), (), lambda kind: Ref(kind, 1), NOW)

    raws = {event.date.raw for event in records(made, Event) if isinstance(event, Event)}
    assert raws == {"last week", "6 March 2023"}
