"""JSON objects as frozen records, and back."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedtui.model.fields import FieldError, Fields
from opedtui.model.frozen import frozen_keyed
from opedtui.model.records import RECORDS, Claim, Note, Record, Role, read_record
from opedtui.model.refs import Kind, Ref
from opedtui.model.vocabulary import ACTOR_KINDS, ALIAS_KINDS, CLAIM_KINDS, VOICE_MODES
from tests.making import a_claim, a_library, a_note, an_actor, bundled_tables, ref, words

SPAN: dict[str, Any] = {"doc": "d1", "start": 4, "end": 9, "exact": "mayor"}
CLAIM: dict[str, Any] = {
    "text": "The mayor is wrong.",
    "spans": [SPAN],
    "voice": [{"actor": "a1", "mode": "own"}],
    "kind": "value",
    "stance": "endorses",
    "certainty": "certain",
}
ACTOR: dict[str, Any] = {"name": "the mayor", "kind": "person"}
EVENT: dict[str, Any] = {
    "label": "The vote",
    "spans": [SPAN],
    "date": {"edtf": "2021", "raw": "that year", "anchor": "event"},
}
NOTE: dict[str, Any] = {"body": "Who?", "on": ["c1"]}
EXAMPLES = {Kind.CLAIM: CLAIM, Kind.ACTOR: ACTOR, Kind.EVENT: EVENT, Kind.NOTE: NOTE}
STATUS = {"status": "confirmed", "by": "reader"}


def read(address: str, data: object) -> Record:
    return read_record(ref(address), data)


# There and back.


@pytest.mark.parametrize("kind", Kind)
def test_every_bundled_record_is_written_as_it_was_read(kind: Kind) -> None:
    """Reading the bundled store and writing it again changes nothing, not even the order."""
    for number, data in bundled_tables().get(kind.table, {}).items():
        record = read_record(Ref(kind, int(number)), data)

        assert json.dumps(record.to_dict()) == json.dumps(data), f"{kind}{number}"


def test_every_kind_of_record_can_be_written_and_read() -> None:
    """A record made by the program is the same after a turn through JSON."""
    for address, record in a_library().items():
        data = json.loads(json.dumps(record.to_dict()))

        assert read_record(address, data) == record


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
UNKNOWN = st.dictionaries(st.text(max_size=8).map(lambda name: f"x {name}"), JSON, max_size=3)


@given(UNKNOWN, UNKNOWN, UNKNOWN)
@settings(max_examples=50)
def test_unknown_fields_are_kept_at_every_depth(
    outside: dict[str, Any], in_span: dict[str, Any], in_voice: dict[str, Any]
) -> None:
    """What a later version or another program wrote is written back as it was."""
    data = CLAIM | STATUS | outside
    data["spans"] = [SPAN | in_span]
    data["voice"] = [CLAIM["voice"][0] | in_voice]

    record = read("c1", data)

    assert record.to_dict() == data


@pytest.mark.parametrize("name", ["ref", "extra", "since", "until", "self", "data"])
def test_names_of_the_program_are_unknown_fields_to_the_file(name: str) -> None:
    """A field that happens to be called as something inside the program is kept too."""
    data = ACTOR | {"roles": [{"role": "mayor", name: "mine"}]} | STATUS | {name: "mine"}

    record = read("a7", data)

    assert record.ref == ref("a7")
    assert record.to_dict() == data


def test_known_fields_come_first_and_in_their_order() -> None:
    """A file that was put together by hand takes on the order of every other."""
    data = {"x-mine": 1, "by": "reader", "status": "draft", "kind": "person", "name": "the mayor"}

    written = read("a1", data).to_dict()

    assert list(written) == ["name", "kind", "status", "by", "x-mine"]


def test_fields_of_every_record_come_after_its_own() -> None:
    """Who stands behind a record, and since when, is the end of it."""
    ends = {"status": "draft", "by": "rule:x", "confidence": 90, "created": "2024"}

    for address, data in (("c1", CLAIM), ("a1", ACTOR), ("e1", EVENT), ("n1", NOTE)):
        assert list(read(address, ends | data).to_dict())[-4:] == list(ends)


def test_empty_fields_are_left_out() -> None:
    """Neither an empty list nor an empty text nor a plain no takes up a line."""
    empty = {"polarity": "", "central": False, "about": [], "prop": "", "tags": [], "created": ""}

    written = read("c1", CLAIM | empty).to_dict()

    assert not set(empty) & set(written)


def test_required_fields_are_written_even_when_empty() -> None:
    """A claim whose words are lost still says that it has none."""
    written = read("c1", CLAIM | {"text": "", "spans": []}).to_dict()

    assert (written["text"], written["spans"]) == ("", [])


def test_a_role_is_held_from_and_to() -> None:
    """Python reserves the word `from`; the file has it all the same."""
    data = {"role": "mayor", "org": "a2", "from": "2019", "to": "2023-05"}

    role = Role.from_dict(data)

    assert (str(role.since), str(role.until)) == ("2019", "2023-05")
    assert role.to_dict() == data


def test_a_note_is_on_refs_and_on_places() -> None:
    """The two may stand side by side."""
    note = read("n1", NOTE | {"on": ["c1", SPAN]})

    assert isinstance(note, Note)
    assert note.on[0] == ref("c1")
    assert [place.exact for place in note.places] == ["mayor"]
    assert note.to_dict()["on"] == ["c1", SPAN]


def test_records_are_frozen() -> None:
    """Nobody changes a record behind the back of another who holds it."""
    record = a_claim(1)

    with pytest.raises(FrozenInstanceError):
        record.text = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        read("a1", ACTOR | {"x": 1}).extra["x"] = 2  # type: ignore[index]


def test_records_can_be_told_apart_and_collected() -> None:
    """Two readings of the same object are equal, and one of them in a set."""
    one, same = (read("c1", CLAIM | {"x-mine": {"a": [1]}}) for _ in range(2))

    assert one == same
    assert len({one, same}) == 1
    assert one != read("c2", CLAIM | {"x-mine": {"a": [1]}})
    assert one != read("c1", CLAIM)


# What cannot be read.


@pytest.mark.parametrize(
    ("address", "change", "message"),
    [
        ("c1", {"text": None}, "text: None is no text"),
        ("c1", {"text": 5}, "text: 5 is no text"),
        ("c1", {"spans": {}}, "spans: {} is no list"),
        ("c1", {"spans": ["d1"]}, "spans[0]: 'd1' is no object"),
        ("c1", {"spans": [SPAN, SPAN | {"start": "4"}]}, "spans[1].start: '4' is no whole number"),
        ("c1", {"spans": [SPAN | {"end": 9.0}]}, "spans[0].end: 9.0 is no whole number"),
        ("c1", {"spans": [SPAN | {"end": True}]}, "spans[0].end: True is no whole number"),
        ("c1", {"spans": [SPAN | {"doc": "text"}]}, "spans[0].doc: “text” is no ref; "),
        ("c1", {"voice": [{"mode": "own"}]}, "voice[0].actor: is missing"),
        ("c1", {"voice": [{"actor": "x", "mode": "own"}]}, "voice[0].actor: “x” is no ref; "),
        (
            "c1",
            {"voice": [{"actor": "a1", "mode": "own", "cue": {"doc": "d1"}}]},
            "voice[0].cue.start: is missing",
        ),
        ("c1", {"central": "yes"}, "central: 'yes' is no true or false"),
        ("c1", {"central": 1}, "central: 1 is no true or false"),
        ("c1", {"about": ["a1", 2]}, "about[1]: 2 is no text"),
        ("c1", {"about": ["a1", "b: 2"]}, "about[1]: “b: 2” is no ref; "),
        ("c1", {"holds": "last week"}, "holds: “last week” is no EDTF date; "),
        ("e1", {"date": {"edtf": "2021-13", "raw": "", "anchor": "x"}}, "date.edtf: “2021-13”: "),
        ("e1", {"date": "2021"}, "date: '2021' is no object"),
        ("a1", {"roles": [{"role": "mayor", "from": 2019}]}, "roles[0].from: 2019 is no text"),
        ("a1", {"roles": [{"role": "mayor", "to": "x"}]}, "roles[0].to: “x” is no EDTF date; "),
        ("n1", {"on": ["c1", {}]}, "on[1].doc: is missing"),
        ("n1", {"on": [5]}, "on[0]: 5 is no text"),
        ("n1", {"on": ["mayor"]}, "on[0]: “mayor” is no ref; "),
    ],
)
def test_a_fault_is_told_with_the_way_to_it(
    address: str, change: dict[str, Any], message: str
) -> None:
    """The message begins with the path of the field, however deep it lies."""
    data = EXAMPLES[ref(address).kind] | change

    with pytest.raises(FieldError) as raised:
        read(address, data)

    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_record_without_a_required_field_is_refused(kind: Kind) -> None:
    """Each missing field is named."""
    data = EXAMPLES[kind]
    for name in data:
        rest = {key: value for key, value in data.items() if key != name}

        with pytest.raises(FieldError, match=f"^{name}: is missing$"):
            read_record(Ref(kind, 1), rest)


@pytest.mark.parametrize("data", [None, [], "c1", 5, True])
def test_what_is_no_object_is_no_record(data: object) -> None:
    """Whatever the kind."""
    for cls in RECORDS.values():
        with pytest.raises(FieldError, match="is no object"):
            cls.from_dict(data, ref=Ref(cls.kind_of_record, 1))


@given(JSON)
@settings(max_examples=100)
def test_no_value_breaks_the_reading(value: Any) -> None:
    """A field holds what it should, or the fault is told: there is no third way."""
    for name in (*CLAIM, "about", "holds", "central", "tags", "status"):
        try:
            record = read("c1", CLAIM | {name: value})
        except FieldError as error:
            assert str(error).startswith(name)
        else:
            assert isinstance(record, Claim)


@pytest.mark.parametrize("name", ["text", "spans", "voice", "about"])
def test_a_value_however_deep_is_shown_by_its_beginning(name: str) -> None:
    """What JSON allows to nest is more than Python may print."""
    deep: Any = "x" * 10_000
    for _ in range(1000):
        deep = [deep] if name == "text" else {"x": deep}

    with pytest.raises(FieldError) as raised:
        read("c1", CLAIM | {name: deep})

    assert len(str(raised.value)) < 100


# What an object holds.


def test_references_are_found_at_every_depth() -> None:
    """Each ref comes with the path of the field that holds it."""
    claim = read(
        "c1",
        CLAIM
        | {
            "about": ["a2", "a3"],
            "voice": [
                {"actor": "a1", "mode": "own"},
                {"actor": "a2", "mode": "direct", "cue": SPAN | {"doc": "d2"}},
            ],
        },
    )

    assert {path: str(held) for path, held in claim.references()} == {
        "spans[0].doc": "d1",
        "voice[0].actor": "a1",
        "voice[1].actor": "a2",
        "voice[1].cue.doc": "d2",
        "about[0]": "a2",
        "about[1]": "a3",
    }


def test_references_of_a_note_and_of_a_role() -> None:
    """Those within a union and under a renamed field too."""
    note = a_note(1, "c1", words("bridge"))
    actor = an_actor(roles=(Role(role="mayor", org=ref("a2")),), part_of=ref("a3"))

    assert [str(held) for _, held in note.references()] == ["c1", "d1"]
    assert dict(actor.references()) == {"part_of": ref("a3"), "roles[0].org": ref("a2")}


def test_unknown_words_are_found_at_every_depth() -> None:
    """Each word comes with its path and the vocabulary that lacks it."""
    data = CLAIM | {"kind": "joke", "voice": [{"actor": "a1", "mode": "sung"}]}

    assert list(read("c1", data).unknown_words()) == [
        ("voice[0].mode", "sung", VOICE_MODES),
        ("kind", "joke", CLAIM_KINDS),
    ]


def test_unknown_words_of_an_actor() -> None:
    """Those of a list are counted."""
    aliases = [{"text": "mayor", "kind": "name"}, {"text": "hizzoner", "kind": "slang"}]

    found = list(read("a1", {"name": "x", "kind": "god", "aliases": aliases}).unknown_words())

    assert found == [("kind", "god", ACTOR_KINDS), ("aliases[1].kind", "slang", ALIAS_KINDS)]


def test_words_of_ones_own_and_empty_ones_are_welcome() -> None:
    """`x-…` is every reader's own, and an optional field may say nothing."""
    data = CLAIM | {"kind": "x-joke", "polarity": "", "voice": [{"actor": "a1", "mode": "x-sung"}]}

    assert list(read("c1", data).unknown_words()) == []


def test_a_new_kind_of_object_needs_only_its_fields() -> None:
    """What is read and written follows from the annotations alone."""

    @frozen_keyed
    class Motto(Fields):
        words: str
        by: tuple[Ref, ...] = ()

    motto = Motto.from_dict({"by": ["a1"], "words": "Build."})

    assert motto == Motto(words="Build.", by=(ref("a1"),))
    assert motto.to_dict() == {"words": "Build.", "by": ["a1"]}
