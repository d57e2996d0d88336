"""Saving, undo, redo and the history, from the reader's side and in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.store.entry import Entry
from opedtui.store.store import Store
from opedtui.ui.messages import Save
from opedtui.ui.saving import Saver

from .reader import Reader, reading, writing

C1 = Ref.parse("c1")


def texts(path: Path) -> dict[int, str]:
    """The claims as plain TinyDB reads them."""
    with TinyDB(path) as db:
        return {claim.doc_id: claim["text"] for claim in db.table("claims")}


def rewording(record: Claim, text: str) -> Change:
    return Change(f"reword {record.ref}", (Edit(record, replace(record, text=text)),))


async def reword(reader: Reader, text: str, ref: str = "c1") -> None:
    """As a dialog would."""
    reader.read.post_message(Save(rewording(reader.record(ref), text)))
    await reader.hears(f"Saved: reword {ref}")


def reworded(library: Library, text: str, ref: Ref = C1) -> Change:
    record = library[ref]
    assert isinstance(record, Claim)
    return rewording(record, text)


def outside(path: Path, text: str, ref: Ref = C1) -> None:
    """Another program at work on the same store."""
    other = Store(path)
    other.save(reworded(Library(other.load().records), text, ref))


async def test_a_change_is_shown_and_said_and_is_in_the_file_soon(store: Path) -> None:
    """Half a second after the last change plain TinyDB reads it."""
    async with writing(store) as reader:
        await reword(reader, "Another wording")

        assert reader.record("c1").text == "Another wording"
        assert "Another wording" in reader.screen
        assert reader.ref == "c1"
        await reader.until(lambda: texts(store)[1] == "Another wording")


async def test_a_change_is_in_the_file_when_the_app_ends(store: Path) -> None:
    """Quitting at once loses nothing, and leaves nothing to be brought in."""
    async with writing(store) as reader:
        await reword(reader, "Another wording")
        await reader.press("q")

    assert texts(store)[1] == "Another wording"
    assert Store(store).pending == 0


async def test_undo_and_redo_say_what_they_did(store: Path) -> None:
    """u takes back, U and ^r do again; the file follows."""
    before = texts(store)[1]
    async with writing(store) as reader:
        await reword(reader, "Another wording")
        await reader.press("u")
        await reader.hears("Taken back: reword c1")
        assert reader.record("c1").text == before
        await reader.press("U")
        await reader.hears("Done again: reword c1")
        assert reader.record("c1").text == "Another wording"
        await reader.press("u", "ctrl+r")
        await reader.until(lambda: sum("Done again" in line for line in reader.said) == 2)

    assert texts(store)[1] == "Another wording"


async def test_undo_reaches_back_before_this_start(store: Path) -> None:
    """What was done yesterday can be taken back today."""
    before = texts(store)[1]
    async with writing(store) as reader:
        await reword(reader, "Another wording")

    async with writing(store) as reader:
        await reader.press("u")
        await reader.hears("Taken back: reword c1")

    assert texts(store)[1] == before


async def test_with_nothing_to_take_back_the_reader_is_told(store: Path) -> None:
    """One line, and nothing else happens."""
    content = store.read_bytes()
    async with writing(store) as reader:
        await reader.press("u")
        await reader.hears("nothing to undo")

    assert store.read_bytes() == content


async def test_what_is_gone_from_under_the_reader_leaves_the_reader_at_its_words(
    store: Path,
) -> None:
    """The place and the trail stay as far as they exist."""
    async with writing(store) as reader:
        await reader.press("j", "enter")
        claim = reader.record("c2")
        reader.read.post_message(Save(Change("delete c2", (Edit(claim, None),))))
        await reader.hears("Saved: delete c2")

        assert reader.place.ref != claim.ref
        assert reader.place.start == claim.spans[0].start
        assert all(place.ref != claim.ref for place in reader.read.trail.places)
        assert reader.pane == "source"


async def test_without_a_store_the_reader_is_told(bundled: Library) -> None:
    """A library alone is only read, and says so when it is asked for more."""
    async with reading(bundled) as reader:
        for key in ("u", "U", "H", "n"):
            await reader.press(key)
        await reader.press("4", "c", "c")
        await reader.until(lambda: len(reader.said) == 5)

        assert set(reader.said) == {"This library is only read here; open a store to change it"}
        assert reader.read.library is bundled


# When it cannot be saved.


async def test_what_cannot_be_saved_is_kept_and_saved_later(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing changes but the message; ^s tries again."""
    before = texts(store)[1]
    async with writing(store) as reader:
        with monkeypatch.context() as full:
            full.setattr("opedtui.store.journal.Journal.append", no_space)
            reader.read.post_message(Save(rewording(reader.record("c1"), "Mine")))
            await reader.hears("^s tries again")
        assert reader.record("c1").text == before
        await reader.press("ctrl+s")
        await reader.hears("Saved: reword c1")
        assert reader.record("c1").text == "Mine"
        await reader.press("ctrl+s")

        assert sum("Saved" in line for line in reader.said) == 1

    assert texts(store)[1] == "Mine"


def no_space(*args: Any, **kwargs: Any) -> None:
    raise OSError(28, "No space left on device")


async def test_a_change_that_does_not_fit_any_more_is_told(store: Path) -> None:
    """The other's is shown, mine is kept, and ^s puts it upon theirs."""
    async with writing(store) as reader:
        mine = rewording(reader.record("c1"), "Mine")
        outside(store, "Theirs")
        reader.read.post_message(Save(mine))
        await reader.hears("was changed meanwhile")
        await reader.hears("text: yours “Mine”, theirs “Theirs”")
        await reader.until(lambda: reader.record("c1").text == "Theirs")
        await reader.press("ctrl+s")
        await reader.hears("Saved: reword c1")

    assert texts(store)[1] == "Mine"


# Others.


async def test_what_another_program_changes_is_seen_where_the_reader_is(store: Path) -> None:
    """Within a second or so, and nothing moves."""
    async with writing(store) as reader:
        await reader.press("j", "j")
        place, top = reader.place, reader.read.source.top
        outside(store, "Theirs")
        await reader.until(lambda: reader.record("c1").text == "Theirs")

        assert "Theirs" in reader.screen
        assert (reader.place, reader.read.source.top) == (place, top)


async def test_a_file_changed_from_outside_is_read_again(store: Path) -> None:
    """An editor or a checkout put another file in its place."""
    async with writing(store) as reader:
        await reader.press("j", "j", "5", "enter")
        place, trail = reader.place, reader.read.trail
        written = store.read_text("utf-8").replace(reader.record("c1").text, "Another file", 1)
        store.write_text(written, "utf-8")
        await reader.until(lambda: "Another file" in str(reader.record("c1").text))

        assert (reader.place, reader.read.trail) == (place, trail)


# The history.


async def test_the_history_lists_every_step_and_leads_back_to_one(store: Path) -> None:
    """H, the step, Enter, and yes; that is a step too, and u takes it back."""
    before = texts(store)[1]
    async with writing(store) as reader:
        for text in ("Wording one", "Wording two", "Wording three"):
            await reword(reader, text)
            await reader.sees(text)
        await reader.press("u")
        await reader.hears("Taken back")
        await reader.press("H")
        await reader.sees("undone  reword c1")
        assert "undo: reword c1" in reader.screen
        await reader.press("G", "k", "enter")
        await reader.sees("Go back to “reword c1”?")
        await reader.press("n", "enter")
        await reader.sees("1 record becomes")
        await reader.press("y")
        await reader.until(lambda: reader.record("c1").text == "Wording one")
        await reader.press("u")
        await reader.until(lambda: reader.record("c1").text == "Wording two")
        await reader.press("H", "G", "enter", "y")
        await reader.until(lambda: reader.record("c1").text == before)

    assert texts(store)[1] == before


async def test_an_empty_history_says_so(store: Path) -> None:
    """And closes by the key that opened it."""
    async with writing(store) as reader:
        await reader.press("H")
        await reader.sees("Nothing was changed yet")
        await reader.press("enter", "H")

        assert "Claims" in reader.screen


class Overtaken(Store):
    """Between a save and what is heard next, another program changes the same record."""

    def save(self, change: Change) -> Entry:
        entry = super().save(change)
        outside(self.path, "Theirs, later")
        return entry


async def test_what_is_shown_is_in_the_order_of_the_store(store: Path) -> None:
    """Another's change that came before mine, or after it, ends up where it belongs."""
    archive = Overtaken(store)
    library = Library(archive.load().records)
    outside(store, "Theirs, elsewhere", Ref.parse("c2"))

    written = await Saver(archive).save(lambda: library, lambda shown: reworded(shown, "Mine"))

    now = Library(Store(store).load().records)
    assert dict(written.library) == dict(now)
    assert str(now[C1].to_dict()["text"]) == "Theirs, later"


async def test_undo_takes_back_what_another_program_did_last(store: Path) -> None:
    """The history is that of the store, whoever made it."""
    before = texts(store)[1]
    async with writing(store) as reader:
        outside(store, "Theirs")
        await reader.press("u")
        await reader.hears("Taken back: reword c1")

        assert reader.record("c1").text == before
