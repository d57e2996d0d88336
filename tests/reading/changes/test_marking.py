"""Marking words: what a new record says before the reader has said anything."""

from __future__ import annotations

from typing import TypeVar

import pytest

from opedtui.model.changes import Change
from opedtui.model.dates import Edtf
from opedtui.model.records import Claim, Event, Mention, Note, Quote, Record
from opedtui.reading.changes.errors import ChangeError
from opedtui.reading.changes.marking import (
    new_claim,
    new_event,
    new_mention,
    new_note,
    new_quote,
    span_of,
)
from opedtui.reading.library import Library
from tests.making import (
    a_document,
    a_library,
    an_actor,
    bundled_library,
    ref,
    words,
)
from tests.reading.changes.soundness import NOW

R = TypeVar("R", bound=Record)
DOC = ref("d1")


def made(change: Change, kind: type[R]) -> R:
    """The one record of the kind that the change adds."""
    (record,) = [e.after for e in change.edits if isinstance(e.after, kind) and not e.before]
    return record


def test_the_blanks_around_chosen_words_are_left_out() -> None:
    """A mouse takes them along."""
    library = a_library()

    assert span_of(library, DOC, 3, 10) == words("mayor")
    with pytest.raises(ChangeError, match="there are no words; choose some first"):
        span_of(library, DOC, 3, 4)


def test_a_claim_is_the_authors_own_until_the_reader_says_more() -> None:
    """A fact, endorsed, of unstated certainty, in the words of the text."""
    library = a_library()

    change = new_claim(library, words("the bridge is old, and the bridge"), NOW)

    claim = made(change, Claim)
    assert claim.ref == ref("c6")
    assert claim.text == "the bridge is old, and the bridge"
    assert [(str(v.actor), v.mode) for v in claim.voice] == [("a4", "own")]
    assert (claim.kind, claim.stance, claim.certainty) == ("fact", "endorses", "unstated")
    assert (claim.status, claim.by) == ("confirmed", "reader")
    assert claim.created == claim.modified == NOW
    assert change.label == "mark “the bridge is old, and the bridge” as a claim"


def test_a_claim_across_lines_is_told_in_one() -> None:
    """Its span keeps the line end; its text does not."""
    library = a_library()
    text = a_document().text
    span = span_of(library, DOC, text.index("May 2021"), text.index("What") + 4)

    assert made(new_claim(library, span, NOW), Claim).text == "May 2021. What"


def test_without_an_author_the_outlet_speaks_and_without_it_nobody() -> None:
    """Nobody is made up."""
    outlet = a_document(outlet=ref("a3"))

    spoken = new_claim(Library([outlet, an_actor(3, "the paper")]), words("wrong"), NOW)
    silent = new_claim(Library([outlet]), words("wrong"), NOW)

    assert [voice.actor for voice in made(spoken, Claim).voice] == [ref("a3")]
    assert made(silent, Claim).voice == ()


def test_a_ref_that_the_store_says_is_free_is_used() -> None:
    """Ids of deleted records are never used again, and only the store knows them."""
    change = new_claim(a_library(), words("wrong"), NOW, ref=ref("c99"))

    assert change.edits[0].ref == ref("c99")


def test_a_span_that_is_not_in_the_text_is_refused() -> None:
    """The text may have changed since the words were chosen."""
    elsewhere = words("fine", a_document("All is fine."))

    with pytest.raises(ChangeError, match="the text at d1 7–11 is not “fine”; choose"):
        new_claim(a_library(), elsewhere, NOW)


@pytest.mark.parametrize(
    ("text", "chosen", "speaker", "cue", "how", "kind"),
    [
        (
            "Anna Berg said: “The bridge is safe.”",
            "The bridge is safe.",
            "a1",
            "said",
            "explicit",
            "direct",
        ),
        ("“It is safe”, said Anna Berg.", "It is safe", "a1", "said", "explicit", "direct"),
        ("“It is safe”, she said.", "It is safe", "", "said", "anaphoric", "direct"),
        (
            "According to Anna Berg it is safe.",
            "it is safe",
            "a1",
            "According to",
            "explicit",
            "indirect",
        ),
        (
            "Bo said Anna Berg argued that it is safe.",
            "it is safe",
            "a1",
            "argued",
            "explicit",
            "indirect",
        ),
        ("Their “safe bridge” fell.", "safe bridge", "", "", "none", "scare"),
        (
            "Bo thanked her for “the safe bridge that fell”.",
            "the safe bridge that fell",
            "a2",
            "thanked",
            "explicit",
            "mixed",
        ),
        ("It was reported that it is safe.", "it is safe", "", "reported", "implicit", "indirect"),
        (
            "“I told them that she said no”, Bo argued.",
            "I told them that she said no",
            "a2",
            "argued",
            "explicit",
            "direct",
        ),
        ("It is safe. Bo said no.", "It is safe", "", "", "none", "indirect"),
    ],
)
def test_the_speaker_of_a_quotation_is_proposed_from_the_cue(
    text: str, chosen: str, speaker: str, cue: str, how: str, kind: str
) -> None:
    """The nearest cue of the sentence, and the actor nearest to it."""
    document = a_document(text)
    library = Library([document, an_actor(1, "Anna Berg"), an_actor(2, "Bo")])

    quote = made(new_quote(library, words(chosen, document), NOW), Quote)

    assert " ".join(str(actor) for actor in quote.speakers) == speaker
    assert (quote.cue.exact if quote.cue else "") == cue
    assert (quote.attribution, quote.kind) == (how, kind)


def test_a_quotation_is_marked_without_its_marks() -> None:
    """Its span is the words alone, and it gives the words of the claim around it."""
    quote = made(new_quote(a_library(), words("“the bridge is safe”"), NOW), Quote)

    assert quote.spans == (words("the bridge is safe"),)
    assert quote.claim == ref("c1")
    assert quote.speakers == (ref("a1"),)


def test_the_quotations_of_the_bundled_op_ed_find_their_authors_cues() -> None:
    """Those that a verb hands over."""
    library = bundled_library()
    first, second = library.quotes[:2]

    proposed = [made(new_quote(library, q.spans[0], NOW), Quote) for q in (first, second)]

    assert [q.speakers for q in proposed] == [first.speakers, second.speakers]
    assert [q.attribution for q in proposed] == ["explicit", "anaphoric"]
    assert [q.claim for q in proposed] == [first.claim, second.claim]


@pytest.mark.parametrize(
    ("phrase", "edtf", "mod"),
    [
        ("on February 27-28", "2023-02-27/2023-02-28", ""),
        ("on February 22, 2022", "2022-02-22", ""),
        ("on 3 May", "2023-05-03", ""),
        ("on the 30th of December", "2022-12-30", ""),
        ("in July 2022", "2022-07", ""),
        ("in late July 2022", "2022-07", "end"),
        ("in spring 2022", "2022-21", ""),
        ("in early 2022", "2022", "start"),
        ("in the 1990s", "199X", ""),
        ("Since February 2022", "2022-02/..", ""),
        ("until 2022", "../2022", ""),
        ("yesterday", "2023-03-07", ""),
        ("on Monday", "2023-03-06", ""),
        ("last Wednesday", "2023-03-01", ""),
        ("next Friday", "2023-03-10", ""),
        ("last week", "2023-02-27/2023-03-05", ""),
        ("last month", "2023-02", ""),
        ("this year", "2023", ""),
        ("two years ago", "2021", ""),
        ("on 2021-05-04", "2021-05-04", ""),
    ],
)
def test_a_date_phrase_proposes_its_edtf(phrase: str, edtf: str, mod: str) -> None:
    """Seen from Wednesday, 8 March 2023, when the text was published."""
    document = a_document(f"It fell {phrase}, they say.", published=Edtf.parse("2023-03-08"))

    event = made(new_event(Library([document]), words(phrase, document), NOW), Event)

    assert (str(event.date.edtf), event.date.mod) == (edtf, mod)
    assert event.date.raw in phrase
    assert event.label


@pytest.mark.parametrize("words_", ["24 percent", "4 billion", "maybe", "May I ask", "2022.5 tons"])
def test_what_is_no_date_proposes_none(words_: str) -> None:
    """Then the event is dated by the publication, and said to be."""
    document = a_document(f"It is {words_}.", published=Edtf.parse("2023-03"))

    event = made(new_event(Library([document]), words(words_, document), NOW), Event)

    assert (str(event.date.edtf), event.date.anchor) == ("2023-03", "publication")


def test_a_relative_date_needs_to_know_from_when() -> None:
    """“Last week” of a year is no week; without any publication the reader is asked."""
    vague = a_document("It fell last week.", published=Edtf.parse("2023"))
    undated = a_document("It fell last week.")
    span = words("last week", vague)

    event = made(new_event(Library([vague]), span, NOW), Event)

    assert str(event.date.edtf) == "2023"
    with pytest.raises(ChangeError, match="no date in “last week”; give one"):
        new_event(Library([undated]), span, NOW)
    given = made(new_event(Library([undated]), span, NOW, date=Edtf.parse("2020/..")), Event)
    assert (str(given.date.edtf), given.date.anchor, given.date.raw) == (
        "2020/..",
        "reader",
        "last week",
    )


def test_an_event_is_called_by_its_sentence_if_only_its_date_was_marked() -> None:
    """Otherwise by the words."""
    library = a_library()

    dated = made(new_event(library, words("May 2021"), NOW), Event)
    told = made(new_event(library, words("wrong in May 2021"), NOW), Event)

    assert dated.label == "She was wrong in May 2021."
    assert told.label == "wrong in May 2021"
    assert told.date.raw == "May 2021"


def test_a_mention_is_of_the_actor_that_is_called_so() -> None:
    """By name or alias; a pronoun has to be told."""
    library = a_library()

    change = new_mention(library, words("the engineers"), NOW)

    mention = made(change, Mention)
    assert (mention.actor, mention.form) == (ref("a2"), "name")
    with pytest.raises(ChangeError, match="“She” names nobody; say which actor it is"):
        new_mention(library, words("She"), NOW)
    told = made(new_mention(library, words("She"), NOW, actor=ref("a1")), Mention)
    assert (told.actor, told.form) == (ref("a1"), "pronoun")


def test_a_mention_of_somebody_new_adds_the_actor() -> None:
    """In the same change, with the refs that the store says are free."""
    change = new_mention(a_library(), words("rusty"), NOW, ref=ref("m70"), new_actor=ref("a70"))

    added = {str(edit.ref): edit.after for edit in change.edits}
    assert set(added) == {"m70", "a70"}
    assert made(change, Mention).actor == ref("a70")


def test_a_new_name_becomes_an_alias() -> None:
    """“Baku” is one already; another is added."""
    library = bundled_library()
    text = library.documents[0].text
    names = [span_of(library, DOC, at, at + 4) for at in (text.index("Baku"), text.index("This"))]

    known = new_mention(library, names[0], NOW)
    new = new_mention(library, names[1], NOW, actor=ref("a3"))

    assert [str(edit.ref)[0] for edit in known.edits] == ["m"]
    assert made(known, Mention).form == "metonym"
    after = library.apply(new)[ref("a3")].to_dict()
    assert {"text": "This", "kind": "name"} in after["aliases"]


def test_a_note_stands_on_a_record_or_on_words() -> None:
    """And has to say something."""
    library = a_library()

    assert made(new_note(library, ref("r1"), "Weak.", NOW), Note).on == (ref("r1"),)
    assert made(new_note(library, words("old"), "How old?", NOW), Note).on == (words("old"),)
    with pytest.raises(ChangeError, match="the note is empty"):
        new_note(library, ref("c1"), " \n", NOW)
    with pytest.raises(ChangeError, match="there is no c99"):
        new_note(library, ref("c99"), "Hm.", NOW)
