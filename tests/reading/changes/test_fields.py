"""Setting fields by their paths, and what is said of a value that cannot be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.fields import FieldError
from opedtui.model.records import RECORDS, Record
from opedtui.model.refs import Kind
from opedtui.reading.changes.fields import (
    clear_field,
    new_record,
    problem,
    set_field,
    set_fields,
)
from opedtui.reading.changes.forms import form_of
from opedtui.reading.library import Library
from tests.making import TEXT, a_claim, a_library, a_voice, bundled_library, ref, words
from tests.reading.changes.soundness import NOW, bare


@pytest.mark.parametrize(
    ("record", "path", "typed", "stored"),
    [
        ("c1", "kind", "value", "value"),
        ("c1", "kind", "x-joke", "x-joke"),
        ("c1", "text", "  The bridge is safe. ", "The bridge is safe."),
        ("c1", "central", "yes", True),
        ("c1", "holds", "2021-05", "2021-05"),
        ("c1", "about", "a1, a2", ["a1", "a2"]),
        ("c1", "about[+]", "a3", ["a3"]),
        ("c2", "about[0]", "a3", ["a3"]),
        ("c1", "tags", "bridges, old things,", ["bridges", "old things"]),
        (
            "c1",
            "voice",
            "a4 (own), a2 (indirect)",
            [{"actor": "a4", "mode": "own"}, {"actor": "a2", "mode": "indirect"}],
        ),
        (
            "c1",
            "voice[1].actor",
            "a2",
            [{"actor": "a4", "mode": "own"}, {"actor": "a2", "mode": "own"}],
        ),
        (
            "c1",
            "voice[+]",
            "a3 (direct)",
            [
                {"actor": "a4", "mode": "own"},
                {"actor": "a1", "mode": "own"},
                {"actor": "a3", "mode": "direct"},
            ],
        ),
        (
            "e1",
            "date.edtf",
            "2021-05/..",
            {"edtf": "2021-05/..", "raw": "last week", "anchor": "explicit"},
        ),
        (
            "a1",
            "aliases",
            "the mayor, Her Honour (epithet)",
            [{"text": "the mayor", "kind": "name"}, {"text": "Her Honour", "kind": "epithet"}],
        ),
        ("a1", "roles[+].role", "mayor", [{"role": "mayor"}]),
        ("r1", "kind", "attacks", "attacks"),
        ("n1", "on", "r1, c1", ["r1", "c1"]),
    ],
)
def test_a_value_is_set_as_it_is_typed(record: str, path: str, typed: str, stored: object) -> None:
    """Lists with commas, yes and no, refs and dates; the rest of the record stays."""
    library = a_library()
    before = bare(library[ref(record)])

    change = set_field(library, ref(record), path, typed, NOW)

    (edit,) = change.edits
    assert edit.after
    key = re.split(r"[.\[]", path)[0]
    assert edit.after.to_dict()[key] == stored
    assert edit.after.modified == NOW
    assert {k: v for k, v in bare(edit.after).items() if k != key} == {
        k: v for k, v in before.items() if k != key
    }


def test_a_cue_stays_with_its_voice_when_the_chain_is_typed_again() -> None:
    """`a1 (own)` says two things of it; it has a third."""
    cue = words("said")
    claim = a_claim(1, words("the bridge is safe"), voice=a_voice("a1", "direct", cue))
    library = Library([*a_library().values(), claim])

    change = set_field(library, ref("c1"), "voice", "a4 (own), a1 (indirect)", NOW)

    after = library.apply(change).claims[0]
    assert [(voice.mode, voice.cue) for voice in after.voice] == [("own", None), ("indirect", cue)]


@pytest.mark.parametrize(
    ("record", "path", "typed", "said"),
    [
        (
            "c1",
            "kind",
            "joke",
            "“joke” is no kind of claim; write fact, value, policy, cause, prediction",
        ),
        ("c1", "colour", "red", "is no field of a claim; write text, spans, voice, kind, stance"),
        ("c1", "holds", "2023-13", "there is no month 13; write 01-12"),
        ("c1", "holds", "soon", "is no EDTF date; write e.g. 2023-02"),
        ("c1", "about", "c3", "c3 is no actor; write e.g. a1"),
        ("c1", "about", "a99", "there is no a99"),
        ("c1", "about", "Baku", "“Baku” is no ref; write a letter and a number"),
        ("c1", "text", " ", "cannot be left empty"),
        ("c1", "voice", "", "cannot be left empty"),
        ("c1", "voice[0].mode", "loud", "“loud” is no mode of a voice; write own, direct"),
        (
            "c1",
            "voice[7].mode",
            "own",
            "there is no such item; the last is [1], and [+] is a new one",
        ),
        ("c1", "voice.mode", "own", "is a list; say which, e.g. voice[0]"),
        ("c1", "kind[0]", "fact", "is no list; write it without [0]"),
        ("c1", "central", "maybe", "“maybe” is neither yes nor no"),
        ("c1", "text.words", "x", "has no parts"),
        ("c1", "Text", "x", "is no path; write e.g. kind"),
        (
            "c1",
            "text",
            "half \ud83d",
            "holds half a character, which no file can keep; type it again",
        ),
        ("c1", "created", "2020", "is kept by the program; it cannot be set"),
        ("c1", "spans[0].start", "5", "choose the words again"),
        ("e1", "date", "2021", "is made of parts; set one of .edtf, .raw, .anchor, .mod"),
        ("e1", "date.edtf", "", "cannot be left empty"),
        ("a1", "country", "Aserbaidschan", "write three letters of ISO 3166-1, e.g. AZE"),
        ("a1", "wikidata", "159", "is no item of Wikidata; write e.g. Q159"),
        ("a1", "part_of", "a1", "a1 cannot be a part of itself"),
        ("d1", "url", "javascript:alert(1)", "is no address; write e.g. https://"),
        ("d1", "text", "Another.", "is replaced as a whole, so that what stands on it moves along"),
        (
            "r1",
            "kind",
            "allied-with",
            "“allied-with” cannot tie a claim to a claim; write supports",
        ),
        ("r1", "target", "a3", "“supports” cannot tie a claim to an actor; write"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(record: str, path: str, typed: str, said: str) -> None:
    """To the dialog without the path, to the command line with it; nothing is changed."""
    library = a_library()

    shown = problem(library, ref(record), path, typed)

    assert said in shown
    assert "\n" not in shown
    with pytest.raises(FieldError) as caught:
        set_field(library, ref(record), path, typed, NOW)
    assert re.match(r"[a-zA-Z_.\[\]0-9+]+: .", str(caught.value))


def test_nothing_is_wrong_with_what_can_be_set() -> None:
    """An old fault elsewhere in the record is not held against it."""
    odd = a_claim(1, words("the bridge is safe"), kind="joke", about=(ref("a99"),))
    library = Library([*a_library().values(), odd])

    assert problem(library, ref("c1"), "certainty", "possible") == ""
    assert set_field(library, ref("c1"), "tags", "odd", NOW).edits


def test_a_value_that_is_there_already_changes_nothing() -> None:
    """No stamp, no edit, nothing to undo."""
    library = a_library()

    assert set_field(library, ref("c1"), "kind", "fact", NOW).edits == ()


def test_clearing_leaves_a_field_or_an_item_out() -> None:
    """One that is needed stays."""
    library = a_library()

    assert (
        "about"
        not in library.apply(clear_field(library, ref("c2"), "about", NOW))[ref("c2")].to_dict()
    )
    after = library.apply(clear_field(library, ref("c1"), "voice[0]", NOW)).claims[0]
    assert [voice.actor for voice in after.voice] == [ref("a1")]
    with pytest.raises(FieldError, match="kind: cannot be left empty"):
        clear_field(library, ref("c1"), "kind", NOW)


def test_a_dialog_saves_its_fields_as_one_change() -> None:
    """All of them, or none if one is wrong."""
    library = a_library()

    change = set_fields(library, ref("c2"), {"kind": "value", "about": None, "tags": "a, b"}, NOW)

    assert change.label == "change 3 fields of c2"
    after = library.apply(change)[ref("c2")].to_dict()
    assert (after["kind"], after["tags"], "about" in after) == ("value", ["a", "b"], False)
    with pytest.raises(FieldError, match="tags"):
        set_fields(library, ref("c2"), {"kind": "value", "tags[9]": "x"}, NOW)


@pytest.mark.parametrize("record", bundled_library().values(), ids=lambda r: str(r.ref))
def test_what_a_form_shows_can_be_typed_back(record: Record) -> None:
    """Every field of every record of the bundled store, unchanged by saving its dialog."""
    library = bundled_library()
    values: dict[str, object] = {line.path: line.value for line in form_of(record) if line.value}

    assert set_fields(library, record.ref, values, NOW).edits == ()


def test_a_form_knows_what_completes_its_fields() -> None:
    """Words of a vocabulary, kinds of record, dates."""
    lines = {line.path: line for line in form_of(a_library()[ref("c1")])}

    assert lines["kind"].words[:2] == ("fact", "value")
    assert lines["about"].kinds == lines["voice"].kinds == (Kind.ACTOR,)
    assert lines["holds"].is_date and not lines["holds"].is_needed
    assert lines["voice"].value == "a4 (own), a1 (own)"
    assert lines["central"].words == ("yes", "no")
    assert lines["spans"].is_place and lines["spans"].value == "d1:0-50"
    assert lines["voice[1].cue"].is_place
    assert not {"text_sha256", "confidence", "created", "modified"} & set(lines)


def test_a_place_is_typed_by_its_characters() -> None:
    """With the words of the text there; a text that repeated the old ones repeats the new."""
    library = a_library()

    change = set_field(library, ref("c4"), "spans", "d1:138-155, d1:81-105", NOW)

    claim = library.apply(change)[ref("c4")]
    assert [span.exact for span in claim.places] == [
        TEXT[138:155], TEXT[81:105],
    ]  # fmt: skip
    assert claim.to_dict()["text"] == f"{TEXT[138:155]} … {' '.join(TEXT[81:105].split())}"


@pytest.mark.parametrize(
    ("path", "typed", "said"),
    [
        ("spans", "the bridge", "spans: “the bridge” is no place; type its words, or e.g. d1:120"),
        ("spans", "d9:1-2", "spans: there is no document d9"),
        ("spans", "d1:5-5", "spans: d1 has no characters 5 to 5"),
        ("spans", "d1:0-999999", "d1 has no characters 0 to 999999; they are numbered from 0"),
        ("voice[0].cue", "rusty", "cue: “rusty” is no place"),
        ("spans", "", "spans: cannot be left empty"),
    ],
)
def test_a_place_that_is_none_is_explained(path: str, typed: str, said: str) -> None:
    """In a line that begins with the field."""
    with pytest.raises(FieldError, match=re.escape(said)):
        set_field(a_library(), ref("c4"), path, typed, NOW)


def test_a_place_that_has_lost_its_words_is_kept_beside_another() -> None:
    """What is typed as it was shown stays as it was stored, context and all."""
    library = a_library()
    stored = library[ref("n2")].to_dict()["on"]

    change = set_field(library, ref("n2"), "on", "d1:{start}-{end}, c1".format(**stored[0]), NOW)

    assert library.apply(change)[ref("n2")].to_dict()["on"] == [*stored, "c1"]


def test_commas_within_an_item_are_typed_with_a_backslash() -> None:
    """And shown so."""
    library = a_library()

    change = set_field(library, ref("a1"), "roles", r"mayor, minister of roads\, acting", NOW)

    actor = library.apply(change)[ref("a1")]
    assert actor.to_dict()["roles"] == [{"role": "mayor"}, {"role": "minister of roads, acting"}]
    line = next(line for line in form_of(actor) if line.path == "roles")
    assert line.value == r"mayor, minister of roads\, acting"


def test_a_name_that_is_mended_in_a_list_keeps_what_hangs_on_it() -> None:
    """The office keeps its dates, the alias its kind, the voice its cue."""
    library = a_library()
    for path, typed in {
        "roles": "mayor", "roles[0].from": "2020", "roles[0].org": "a3"
    }.items():  # fmt: skip
        library = library.apply(set_field(library, ref("a1"), path, typed, NOW))

    mended = library.apply(set_field(library, ref("a1"), "roles", "lord mayor", NOW))

    assert mended[ref("a1")].to_dict()["roles"] == [
        {"role": "lord mayor", "org": "a3", "from": "2020"}
    ]


def test_a_new_record_takes_the_usual_values_for_what_is_not_given() -> None:
    """And is refused without what has none."""
    library = a_library()

    actor = new_record(library, Kind.ACTOR, {"name": "Bo", "aliases": "Bo, B. (abbrev)"}, NOW)
    claim = new_record(
        library, Kind.CLAIM, {"text": "It holds.", "spans": [words("old")], "voice": "a4"}, NOW
    )

    made = library.apply(actor)[ref("a5")].to_dict()
    assert (made["name"], made["kind"]) == ("Bo", "person")
    assert made["aliases"] == [{"text": "Bo", "kind": "name"}, {"text": "B.", "kind": "abbrev"}]
    assert library.apply(claim)[ref("c6")].to_dict()["voice"] == [{"actor": "a4", "mode": "own"}]
    with pytest.raises(FieldError, match="text: is missing"):
        new_record(library, Kind.CLAIM, {"kind": "fact"}, NOW)
    with pytest.raises(FieldError, match="source: there is no c99"):
        new_record(
            library, Kind.RELATION, {"kind": "supports", "source": "c99", "target": "c1"}, NOW
        )


def test_a_new_document_keeps_its_text_as_texts_are_kept() -> None:
    """NFC and line feeds, with the sum of the text beside it."""
    change = new_record(
        a_library(), Kind.DOCUMENT, {"title": "T", "text": "Cafe\u0301\r\nnoir"}, NOW
    )

    after = change.edits[0].after
    assert after and after.to_dict()["text"] == "Café\nnoir"
    assert len(after.to_dict()["text_sha256"]) == 64


PATHS = st.one_of(
    st.sampled_from(
        ["kind", "voice[0].actor", "date.edtf", "tags[+]", "about", "on", "roles[+].from"]
    ),
    st.text("abk.[]+0 _", max_size=12),
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=12),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@given(st.sampled_from(["d1", "a1", "c1", "q1", "e1", "r1", "n1", "m1"]), PATHS, VALUES)
def test_any_path_and_value_is_set_or_explained(record: str, path: str, value: object) -> None:
    """Whatever a script gives: a record that can be stored, or a FieldError."""
    library = a_library()
    try:
        change = set_field(library, ref(record), path, value, NOW)
    except FieldError as error:
        assert str(error)
        return

    for edit in change.edits:
        assert edit.after
        stored = edit.after.to_dict()
        assert RECORDS[edit.ref.kind].from_dict(stored, ref=edit.ref) == edit.after
