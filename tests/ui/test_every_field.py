"""Every field of every kind of record can be edited, or is named as the program's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from opedtui.model.fields import Fields
from opedtui.model.records import RECORDS, Record, Role
from opedtui.model.refs import Kind, Ref
from opedtui.model.spans import Span
from opedtui.reading.changes.forms import KEPT
from opedtui.reading.library import Library
from opedtui.ui.dialogs.edit import EditDialog

from ..making import a_library, a_voice, ref, words
from .asking import asking
from .test_dialogs_edit import to_field

BASE = a_library()
LIBRARY = Library(
    [
        *BASE.values(),
        replace(BASE[ref("a1")], roles=(Role(role="mayor"),)),  # type: ignore[call-arg]
    ]
)
NOT_TYPED = KEPT | {"ref": "is given once", "extra": "is not known to this version"}
LONGEST = {"a1", "c3", "d1", "e1", "q1"}
"""Seconds each, left to `make test-all`."""
BY_ITSELF = {("Document", "text"): "is replaced as a whole, by R"}
RUSTY = "d1:{0.start}-{0.end}".format(words("rusty"))

TYPED: dict[str, dict[str, tuple[str, Any]]] = {
    "d1": {
        "title": ("Another", "Another"),
        "subtitle": ("Below it", "Below it"),
        "authors": ("a1, a2", ["a1", "a2"]),
        "outlet": ("a1", "a1"),
        "url": ("https://example.org/x", "https://example.org/x"),
        "lang": ("az-Latn", "az-Latn"),
        "published": ("2021-06", "2021-06"),
        "accessed": ("2022", "2022"),
        "rights": ("CC0", "CC0"),
        "tags": (r"one, two\, three", ["one", "two, three"]),
    },
    "a1": {
        "name": ("The Mayor", "The Mayor"),
        "kind": ("group", "group"),
        "aliases": (
            r"Mayor, Berg\, A. (abbrev)",
            [{"text": "Mayor", "kind": "name"}, {"text": "Berg, A.", "kind": "abbrev"}],
        ),
        "part_of": ("a3", "a3"),
        "roles": ("lord mayor, guest", None),
        "roles[0].org": ("a3", None),
        "roles[0].from": ("2020", None),
        "roles[1].to": (
            "2021",
            [
                {"role": "lord mayor", "org": "a3", "from": "2020"},
                {"role": "guest", "to": "2021"},
            ],
        ),
        "country": ("AZE", "AZE"),
        "wikidata": ("Q159", "Q159"),
        "tags": ("one", ["one"]),
    },
    "c3": {
        "text": ("It is old.", "It is old."),
        "spans": (f"{RUSTY}, d1:0-9", lambda spans: [s["exact"] for s in spans]),
        "voice": ("a4 (own), a1 (direct), a2 (mixed)", None),
        "voice[2].cue": (RUSTY, lambda voice: [v.get("cue", {}).get("exact") for v in voice]),
        "kind": ("value", "value"),
        "stance": ("rejects", "rejects"),
        "certainty": ("doubtful", "doubtful"),
        "polarity": ("neg", "neg"),
        "central": ("yes", True),
        "about": ("a1", ["a1"]),
        "holds": ("2021", "2021"),
        "prop": ("old", "old"),
        "tags": ("one", ["one"]),
    },
    "q1": {
        "spans": (RUSTY, lambda spans: [s["exact"] for s in spans]),
        "kind": ("scare", "scare"),
        "speakers": ("a2, a3", ["a2", "a3"]),
        "addressees": ("a1", ["a1"]),
        "cue": (RUSTY, lambda cue: [cue["exact"]]),
        "attribution": ("implicit", "implicit"),
        "said": ("2021", "2021"),
        "claim": ("c2", "c2"),
        "tags": ("one", ["one"]),
    },
    "e1": {
        "label": ("It rusts", "It rusts"),
        "spans": (RUSTY, lambda spans: [s["exact"] for s in spans]),
        "date.edtf": ("2022", None),
        "date.raw": ("then", None),
        "date.anchor": ("reader", None),
        "date.mod": (
            "mid",
            {"edtf": "2022", "raw": "then", "anchor": "reader", "mod": "mid"},
        ),
        "actors": ("a2", ["a2"]),
        "state": ("past", "past"),
        "tags": ("one", ["one"]),
    },
    "r1": {
        "kind": ("attacks", "attacks"),
        "source": ("c4", "c4"),
        "target": ("c1", "c1"),
        "spans": (RUSTY, lambda spans: [s["exact"] for s in spans]),
        "certainty": ("certain", "certain"),
        "holds": ("2021", "2021"),
        "tags": ("one", ["one"]),
    },
    "n2": {
        "body": ("My own.", "My own."),
        "on": (f"c1, {RUSTY}", lambda on: [p if isinstance(p, str) else p["exact"] for p in on]),
        "tags": ("one", ["one"]),
    },
    "m1": {
        "actor": ("a2", "a2"),
        "span": (RUSTY, lambda span: [span["exact"]]),
        "form": ("metonym", "metonym"),
    },
}  # fmt: skip
"""By the record: what is typed in each field, and what is stored then."""
OF_PLACES = {
    ("c3", "spans"): ["rusty", "The mayor"],
    ("c3", "voice[2].cue"): [None, None, "rusty"],
    ("n2", "on"): ["c1", "rusty"],
}
OF_ALL = {"status": ("draft", "draft"), "by": ("rule:x", "rule:x")}


def leaves(cls: type[Fields], above: str = "") -> Iterator[tuple[str, str, str]]:
    """The path, the class and the name of every field, as the classes declare them."""
    hints = get_type_hints(cls)
    for spec in fields(cls):
        key, hint = spec.metadata.get("key", spec.name), hints[spec.name]
        is_list = get_origin(hint) is tuple
        inner = [arg for arg in (hint, *get_args(hint)) if isinstance(arg, type)]
        parts = [t for t in inner if issubclass(t, Fields) and t is not Span]
        if parts and Ref not in inner:
            yield from leaves(parts[0], f"{above}{key}{'[]' * is_list}.")
        else:
            yield f"{above}{key}", cls.__name__, key


@pytest.mark.parametrize("kind", Kind)
def test_no_field_is_forgotten(kind: Kind) -> None:
    """What the classes declare is what is typed below, or the program's own by name."""
    record = next(address for address in TYPED if address.startswith(kind))
    typed = {path.split("[")[0] + "[]." + path.split(".")[1] if "[" in path else path
             for path in TYPED[record] | OF_ALL}  # fmt: skip
    in_lines = {"aliases[].text", "aliases[].kind", "roles[].role", "voice[].actor", "voice[].mode"}

    for path, cls, key in leaves(RECORDS[kind]):
        if key in NOT_TYPED or (cls, key) in BY_ITSELF:
            assert path not in typed
        elif path in in_lines:
            assert path.split("[")[0] in typed
        else:
            assert path in typed


@pytest.mark.parametrize(
    "record",
    [pytest.param(ref, marks=[pytest.mark.slow] * (ref in LONGEST)) for ref in TYPED],
)
async def test_every_field_is_reached_and_saved(record: str) -> None:
    """All of them in one dialog, one after another, and one change."""
    fields_typed = TYPED[record] | OF_ALL
    async with asking(EditDialog, LIBRARY, record, size=(110, 40)) as asked:
        dialog = asked.host.screen
        assert isinstance(dialog, EditDialog)
        for path, (typed, _) in fields_typed.items():
            await asked.press("pageup", "pageup", "pageup")
            paths = [line.path for line in dialog.later_fields()]
            await asked.press(*["down"] * paths.index(path), "end", "ctrl+u")
            dialog.entry.put_in(typed)
            await asked.pilot.pause()
        await asked.press("ctrl+s")
        assert asked.answers, asked.screen
        made: Record = asked.made(record)

    stored = made.to_dict()
    for path, (typed, wanted) in fields_typed.items():
        value = stored[path.split("[")[0].split(".")[0]]
        if callable(wanted):
            value, wanted = wanted(value), OF_PLACES.get((record, path), ["rusty"])
        if wanted is not None:
            assert value == wanted, (path, typed)


async def test_a_place_is_found_by_some_of_its_words() -> None:
    """A few letters, Tab for the words or Tab again for their sentence; it is told in words."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await to_field(asked, "c3", "spans")
        await asked.type("rust")
        assert "“rusty”" in asked.screen
        await asked.press("tab", "ctrl+s")

        assert [span.exact for span in asked.made("c3").spans] == ["rusty"]
        assert asked.made("c3").text == "rusty"


async def test_a_voice_of_any_length_with_the_cue_of_each() -> None:
    """A link that is typed has its cue at once; it is chosen by its words."""
    async with asking(EditDialog, LIBRARY, "c3") as asked:
        await to_field(asked, "c3", "voice")
        await asked.type("a4 (own), a1 (direct), a3 (indirect), a2 (direct)")
        await asked.press("down", *["pagedown"] * 3)
        assert "voice[3].cue" in asked.screen
        await asked.type("warned")
        await asked.press("tab", *["pageup"] * 3, "down", "end", "ctrl+u")
        await asked.type("a4 (own), a1 (mixed), a3 (indirect), a2 (direct)")
        await asked.press("ctrl+s")

        voice = asked.made("c3").voice
        assert [str(link.actor) for link in voice] == ["a4", "a1", "a3", "a2"]
        assert voice[1].mode == "mixed"
        assert [link.cue.exact if link.cue else "" for link in voice] == ["", "", "", "warned"]


async def test_a_cue_goes_with_a_link_that_is_taken_away() -> None:
    """What is typed for a link that is no longer there holds up nothing."""
    library = Library(
        [*LIBRARY.values(), replace(LIBRARY[ref("c3")], voice=(a_voice("a4"), a_voice("a2")))]  # type: ignore[call-arg]
    )
    async with asking(EditDialog, library, "c3") as asked:
        await to_field(asked, "c3", "voice[1].cue")
        await asked.type("warned")
        await asked.press("tab", *["pageup"] * 3, "down", "end", "ctrl+u")
        await asked.type("a4 (own)")
        await asked.press("down")
        assert "voice[1]" not in asked.screen
        await asked.press("ctrl+s")

        assert len(asked.made("c3").voice) == 1


async def test_whose_work_a_record_is_must_be_somebody() -> None:
    """The reader's, a rule's or a model's."""
    async with asking(EditDialog, LIBRARY, "q1") as asked:
        await to_field(asked, "q1", "by")
        await asked.type("me")

        assert "“me” is nobody who reads; write reader, rule:… or model:…" in asked.screen


async def test_a_wrong_place_is_explained_while_it_is_typed() -> None:
    """As a wrong date is."""
    async with asking(EditDialog, LIBRARY, "q1") as asked:
        await to_field(asked, "q1", "cue")
        await asked.type("d1:5-4")
        assert "d1 has no characters 5 to 4" in asked.screen
        await asked.press("ctrl+s")

        assert asked.is_open
