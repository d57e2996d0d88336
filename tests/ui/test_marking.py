"""Choosing words in the text and making records of them, from the reader's side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseMove
from tinydb import TinyDB

from opedtui.model.dates import Edtf
from opedtui.model.records import Record
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.store.store import Store

from ..making import a_document, a_store, an_actor, ref, tables_of
from .reader import Reader, reading, writing
from .test_saving import no_space

WORDS = (
    "The mayor said “the bridge is safe” on 3 May 2021. It is old, but Ada Lovelace trusts it.\n"
    "Nobody else does."
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text that nobody has read yet."""
    records = [a_document(WORDS, authors=(ref("a1"),)), an_actor(1, "A Writer")]
    return stored(tmp_path, *records)


def stored(folder: Path, *records: Record) -> Path:
    """A store of these records."""
    return a_store(folder, tables_of(records))


def table(path: Path, name: str) -> list[dict[str, Any]]:
    """What plain TinyDB reads there."""
    with TinyDB(path) as db:
        return [dict(record) for record in db.table(name)]


async def at(reader: Reader, words: str) -> None:
    """Walk to these words in the text."""
    await reader.press("4", "g")
    while not WORDS[reader.read.source.cursor :].startswith(words):
        await reader.press("l")


def chosen(reader: Reader) -> str:
    selection = reader.read.selection
    return WORDS[slice(*selection)] if selection else ""


async def test_two_keys_make_the_sentence_at_the_cursor_a_claim(text: Path) -> None:
    """The author's own; it is at hand and in the list, and u takes it back."""
    async with writing(text) as reader:
        await reader.press("4")
        await reader.press("c", "c")
        await reader.hears("Saved: mark “The mayor said “the bridge")
        assert reader.ref == "c1"
        assert reader.pane == "source"
        assert "Claims 1" in reader.screen
        assert "claim 1 of 1" in reader.lines[-1]
        await reader.press("u")
        await reader.hears("Taken back: mark")
        assert "Claims 0" in reader.screen
        await reader.press("U")
        await reader.hears("Done again: mark")

    (claim,) = table(text, "claims")
    assert claim["text"] == WORDS[: WORDS.index(" It")]
    assert claim["voice"] == [{"actor": "a1", "mode": "own"}]
    assert (claim["stance"], claim["certainty"]) == ("endorses", "unstated")
    assert claim["created"]


@pytest.mark.parametrize(
    ("words", "letter", "name", "of"),
    [
        ("safe", "q", "quotes", lambda quote: quote["spans"][0]["exact"] == "the bridge is safe"),
        ("old", "e", "events", lambda event: event["spans"][0]["exact"].startswith("It is old")),
        ("mayor", "e", "events", lambda event: event["date"]["edtf"] == "2021-05-03"),
        ("Lovelace", "a", "mentions", lambda mention: mention["span"]["exact"] == "Ada Lovelace"),
        ("bridge", "a", "mentions", lambda mention: mention["span"]["exact"] == "bridge"),
    ],
)
async def test_a_letter_says_what_the_words_are(
    tmp_path: Path, words: str, letter: str, name: str, of: Callable[[dict[str, Any]], bool]
) -> None:
    """What is meant at the cursor is told from the text: quoted words, a date, a name."""
    document = a_document(WORDS, authors=(ref("a1"),), published=Edtf.parse("2021-06"))
    path = stored(tmp_path, document, an_actor(1, "A Writer"))
    async with writing(path) as reader:
        await at(reader, words)
        await reader.press("c", letter)
        await reader.hears("Saved: mark")

    (record,) = table(path, name)
    assert of(record)


async def test_a_new_mention_is_of_a_new_actor_unless_one_is_so_called(text: Path) -> None:
    """The actor is at hand, in the list of actors, at the words."""
    async with writing(text) as reader:
        await at(reader, "Ada")
        await reader.press("c", "a")
        await reader.until(lambda: reader.ref == "a2")
        assert reader.words == "Ada Lovelace"
        assert reader.record("a2").name == "Ada Lovelace"
        assert reader.read.shown_list == "actors"
        await reader.press("u")
        await reader.until(lambda: Ref.parse("a2") not in reader.read.library)
        await at(reader, "Lovelace")
        await reader.press("c", "a")
        await reader.until(lambda: reader.ref == "a3")

    assert [actor["name"] for actor in table(text, "actors")] == ["A Writer", "Ada Lovelace"]
    assert [mention["actor"] for mention in table(text, "mentions")] == ["a3"]


async def test_chosen_words_are_stretched_by_word_clause_and_sentence(text: Path) -> None:
    """v chooses the sentence, then less of it; one key each moves an edge."""
    async with writing(text) as reader:
        await at(reader, "old")
        await reader.press("v")
        assert chosen(reader) == "It is old, but Ada Lovelace trusts it."
        assert "▐It" in reader.screen
        assert "trusts it.▌" in reader.screen
        await reader.press("v")
        assert chosen(reader) == "It is old"
        await reader.press("v")
        assert chosen(reader) == "old"
        for key, words in {
            "w": "old, but", "W": "old", "b": "is old", "B": "old", "V": "It is old",
            ")": "It is old, but Ada Lovelace trusts it.", "(": "It is old",
            "s": "It is old, but Ada Lovelace trusts it.",
        }.items():  # fmt: skip
            await reader.press(key)
            assert chosen(reader) == words, key
        await reader.press("s")
        assert chosen(reader).endswith("trusts it.\nNobody else does.")
        await reader.press("S")
        assert chosen(reader) == "It is old, but Ada Lovelace trusts it."


async def test_three_keys_make_chosen_words_a_claim(text: Path) -> None:
    """What was chosen is what is marked, and the choice is over."""
    async with writing(text) as reader:
        await at(reader, "old")
        await reader.press("v", "v", "c", "c")
        await reader.until(lambda: reader.ref == "c1")
        assert chosen(reader) == ""

    assert [claim["text"] for claim in table(text, "claims")] == ["It is old"]


async def test_a_choice_follows_the_cursor_out_of_its_words_and_ends_by_escape(text: Path) -> None:
    """Within its words the cursor says what they are narrowed to."""
    async with writing(text) as reader:
        await at(reader, "mayor")
        await reader.press("v", "}")
        assert chosen(reader) == "Nobody else does."
        assert "word more" in reader.lines[-1]
        await reader.press("escape")
        assert chosen(reader) == ""
        assert reader.pane == "source"
        assert "word more" not in reader.lines[-1]
        await reader.press("w")
        assert chosen(reader) == ""


async def test_a_waiting_mark_says_what_may_follow_and_escape_ends_it(text: Path) -> None:
    """Nothing happens until a letter says what the words are."""
    async with writing(text) as reader:
        await reader.press("4", "c")
        assert "code … c claim" in reader.lines[-1]
        await reader.press("escape")
        assert "code …" not in reader.lines[-1]
        await reader.press("a", "q")

    assert table(text, "claims") == table(text, "quotes") == []


async def test_drawing_with_the_mouse_chooses_whole_words(text: Path) -> None:
    """From within one word to within another."""
    async with writing(text) as reader:
        await reader.press("4")
        row = next(y for y, line in enumerate(reader.lines) if "The mayor" in line)
        start = reader.lines[row].index("mayor")
        await reader.pilot.mouse_down(offset=(start + 2, row))
        await reader.pilot._post_mouse_events([MouseMove], offset=(start + 7, row), button=1)
        await reader.pilot.mouse_up(offset=(start + 7, row))
        await reader.pilot.pause()

        assert chosen(reader) == "mayor said"


async def test_only_the_text_can_be_marked(text: Path) -> None:
    """A slip of the finger in a list makes no record."""
    async with writing(text) as reader:
        await reader.press("1", "c", "c", "v")

        assert chosen(reader) == ""
        assert not reader.said


async def test_an_event_without_a_date_is_told_and_made_of_nothing(text: Path) -> None:
    """The reader is told what to do."""
    async with writing(text) as reader:
        await reader.press("4", "G", "c", "e")
        await reader.hears("there is no date in “Nobody else does.”")

    assert table(text, "events") == []


async def test_marking_fast_makes_every_record(text: Path) -> None:
    """One is saved after the other, each with a ref of its own."""
    async with writing(text) as reader:
        await reader.press("4", "c", "c", "c", "c", "c", "c", "q")

    assert [claim["text"] for claim in table(text, "claims")] == [WORDS[: WORDS.index(" It")]] * 3


async def test_a_record_moves_to_chosen_words(text: Path) -> None:
    """`cm`: the claim that was at hand stands there instead, its text follows; `cp`: there too."""
    async with writing(text) as reader:
        await reader.press("4", "c", "c")
        await reader.until(lambda: reader.ref == "c1")
        await reader.press("v", "v")
        assert "move here" not in reader.lines[-1]
        await reader.press("c")
        assert "m move here: c1" in reader.lines[-1]
        await reader.press("m")
        await reader.hears("Saved: move c1 to “The”")
        assert (reader.ref, chosen(reader)) == ("c1", "")
        moved = reader.words
        await reader.press("v", "}", "c", "p")
        await reader.hears("Saved: add “Nobody else does.” to c1")

    (claim,) = table(text, "claims")
    assert [span["exact"] for span in claim["spans"]] == [moved, "Nobody else does."]
    assert moved != WORDS[: WORDS.index(" It")]


async def test_a_record_is_tied_to_words_further_on_and_taken_from_them(text: Path) -> None:
    """`v` at the record, on to other words, `cp`; `X` at any of its words leaves the others."""
    async with writing(text) as reader:
        await reader.press("4", "c", "c")
        await reader.until(lambda: reader.ref == "c1")
        await reader.press("v", "}", "c")
        assert "p stand here too: c1" in reader.lines[-1]
        await reader.press("p")
        await reader.hears("Saved: add “Nobody else does.” to c1")
        assert reader.words == "Nobody else does."
        await reader.press("X")
        await reader.hears("Saved: take “Nobody else does.” from c1; u takes it back")

        assert reader.ref == "c1"
        assert reader.words == WORDS[: WORDS.index(" It")]
        await reader.press("u")
        await reader.until(lambda: len(reader.record("c1").spans) == 2)

    (claim,) = table(text, "claims")
    assert len(claim["spans"]) == 2


async def test_the_only_words_of_a_record_are_not_taken(text: Path) -> None:
    """The reader is told what else can be done."""
    async with writing(text) as reader:
        await reader.press("4", "c", "c")
        await reader.until(lambda: reader.ref == "c1")
        await reader.press("X")
        await reader.hears("c1 has no other place; move it, or delete c1")

        assert "c1" in reader.screen


async def test_an_actor_is_not_mentioned_by_the_words_any_more(tmp_path: Path) -> None:
    """The mention that the reader looks at goes; the actor and its other mentions stay."""
    path = a_store(tmp_path)
    async with writing(path) as reader:
        await reader.press("2", "j", "k")
        await reader.until(lambda: reader.ref == "a1")
        await reader.press("4", "]", "s")
        await reader.until(lambda: reader.words == "She")
        await reader.press("X")
        await reader.hears("Saved: take “She” from the mayor")

        assert (reader.ref, reader.words) == ("a1", "The mayor")

    mentions = [(m["actor"], m["span"]["exact"]) for m in table(path, "mentions")]
    assert [words for actor, words in mentions if actor == "a1"] == ["The mayor", "her"]


async def test_a_mention_moves_to_chosen_words(text: Path) -> None:
    """At hand is the actor; what moves is where it is named."""
    async with writing(text) as reader:
        await at(reader, "Ada")
        await reader.press("c", "a")
        await reader.until(lambda: reader.ref == "a2")
        await reader.press("v", "v", "v", "c", "m")
        await reader.hears("Saved: move m1 to “Ada”")

    assert [mention["span"]["exact"] for mention in table(text, "mentions")] == ["Ada"]


# Notes.


async def test_a_note_on_words_is_written_and_saved(text: Path) -> None:
    """`mn`, some lines, and ^s."""
    async with writing(text) as reader:
        await reader.press("4", "c", "n")
        await reader.sees("^s saves")
        await reader.press(*"so", "enter", *"what", "ctrl+s")
        await reader.until(lambda: reader.ref == "n1")
        assert "Claims" in reader.screen

    (note,) = table(text, "notes")
    assert note["body"] == "so\nwhat"
    assert note["on"][0]["exact"] == WORDS[: WORDS.index(" It")]


async def test_a_note_on_the_record_at_hand(store: Path) -> None:
    """`n`, from any pane; the reader stays there."""
    async with writing(store) as reader:
        await reader.press("j", "n")
        await reader.sees("^s saves")
        await reader.press(*"why", "ctrl+s")
        await reader.hears("Saved: note on c2")

        assert (reader.ref, reader.pane) == ("c2", "claims")

    assert table(store, "notes")[-1]["on"] == ["c2"]


async def test_what_was_typed_is_not_lost_by_leaving_or_quitting(text: Path) -> None:
    """Both ask first; an empty note is left without a word."""
    async with writing(text) as reader:
        await reader.press("4", "c", "n")
        await reader.press(*"why", "escape")
        await reader.sees("Leave without saving?")
        await reader.press("n")
        await reader.press("ctrl+q")
        await reader.sees("Leave without saving?")
        await reader.press("n", "ctrl+s")
        await reader.until(lambda: reader.ref == "n1")
        await reader.press("n", "escape")
        await reader.until(lambda: "Claims" in reader.screen)

    assert [note["body"] for note in table(text, "notes")] == ["why"]


async def test_a_note_that_cannot_be_saved_stays_in_its_dialog(
    text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed is still there when there is space again."""
    async with writing(text) as reader:
        await reader.press("4", "c", "n", *"why")
        with monkeypatch.context() as full:
            full.setattr("opedtui.store.journal.Journal.append", no_space)
            full.setattr("opedtui.store.journal.Journal.begin", no_space)
            await reader.press("ctrl+s")
            await reader.hears("no space left on device")
        assert "why" in reader.screen
        await reader.press("ctrl+s")
        await reader.until(lambda: reader.ref == "n1")

    assert [note["body"] for note in table(text, "notes")] == ["why"]


async def test_hostile_words_are_marked_and_said_as_signs(tmp_path: Path) -> None:
    """What a terminal could obey, or markup, stays text in every line."""
    path = stored(tmp_path, a_document("Evil \x1b]0;x\x07 [/] [red]words[/red] here."))
    async with writing(path) as reader:
        await reader.press("4", "c", "c")
        await reader.hears("[/] [red]")

        assert "\x1b" not in "".join(reader.said) + reader.screen

    assert Store(path).load().records[-1].places[0].exact.startswith("Evil \x1b]0;x\x07 [/]")


async def test_marking_in_a_library_without_a_text_says_so(tmp_path: Path) -> None:
    """An empty store is no reason to fail."""
    async with reading(Library()) as reader:
        await reader.press("4", "v", "c", "c", "n")

        assert chosen(reader) == ""
