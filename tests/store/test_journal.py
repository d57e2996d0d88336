"""The journal after accidents: a torn line is cut off, and what is whole counts."""

from __future__ import annotations

from dataclasses import replace
from json import loads
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedtui.model.changes import Change, Edit
from opedtui.model.records import Claim
from opedtui.store.lines import sealed, unsealed
from opedtui.store.store import Store
from tests.making import a_claim, a_store, ref


def add(store: Store, *numbers: int) -> None:
    for number in numbers:
        store.save(Change(f"add c{number}", (Edit(None, a_claim(number)),)))


def numbers(store: Store) -> list[int]:
    """The claims beyond those of the small library."""
    claims = [record.ref.number for record in store.load().records if isinstance(record, Claim)]
    return [number for number in claims if number > 5]


def journal(store: Store) -> Path:
    return store.path.with_name("db.json.journal")


def test_a_torn_line_is_cut_off_and_said(tmp_path: Path) -> None:
    """Wherever it is torn; what came before it counts, and what comes after it too."""
    path = a_store(tmp_path)
    add(Store(path), 11, 12)
    whole = journal(Store(path)).read_bytes()
    begin = whole.rindex(b"\n", 0, -1) + 1

    for cut in (begin + 1, begin + 8, begin + 9, len(whole) - 20, len(whole) - 1):
        journal(Store(path)).write_bytes(whole[:cut])
        store = Store(path)

        assert numbers(store) == [11]
        assert journal(store).read_bytes() == whole[:begin]
        assert len(store.notices) == 1
        assert "its last line was never finished and is cut off" in store.notices[0]
        add(store, 13)
        assert numbers(Store(path)) == [11, 13]


@pytest.mark.parametrize(
    "tail", [b"\0" * 4096, b"garbage\nmore garbage\n", b"\n", b"00000000 {}\n"]
)
def test_what_a_power_cut_left_behind_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    """A length without content, or content of somebody else."""
    path = a_store(tmp_path)
    add(Store(path), 11)
    whole = journal(Store(path)).read_bytes()
    journal(Store(path)).write_bytes(whole + tail)

    store = Store(path)

    assert numbers(store) == [11]
    assert journal(store).read_bytes() == whole


def test_what_another_program_left_torn_is_cut_off_before_the_next_line(tmp_path: Path) -> None:
    """It was ended while this one was running."""
    path = a_store(tmp_path)
    store = Store(path)
    add(store, 11)
    with journal(store).open("ab") as left:
        left.write(b'0badc0de {"seq": 2')

    add(store, 12)

    assert "never finished" in store.notices[0]
    again = Store(path)
    assert numbers(again) == [11, 12]
    assert again.notices == []


def test_a_damaged_line_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    """It is said that something is lost; what can be read is brought in."""
    path = a_store(tmp_path)
    add(Store(path), 11, 12, 13)
    lines = journal(Store(path)).read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"c12", b"c21")
    journal(Store(path)).write_bytes(b"".join(lines))

    store = Store(path)

    assert numbers(store) == [11, 13]
    assert "1 line cannot be read" in store.notices[0]
    add(store, 14)
    store.fold()
    assert numbers(Store(path)) == [11, 13, 14]


def test_a_journal_removed_under_a_program_is_written_again(tmp_path: Path) -> None:
    """What is in no file yet is still known."""
    path = a_store(tmp_path)
    store = Store(path)
    add(store, 11, 12)
    journal(store).unlink()

    add(store, 13)

    assert numbers(Store(path)) == [11, 12, 13]
    store.fold()
    assert numbers(Store(path)) == [11, 12, 13]


def test_a_journal_replaced_under_a_program_is_read(tmp_path: Path) -> None:
    """Another program made it short, and went on."""
    path = a_store(tmp_path)
    store, other = Store(path), Store(path)
    add(store, 11, 12)
    other.load()
    other.compact()
    add(other, 13)

    news = store.news()

    assert news == Store(path).load()
    add(store, 14)
    assert numbers(other) == [11, 12, 13, 14]


def test_a_journal_begun_anew_under_a_program_is_read(tmp_path: Path) -> None:
    """Somebody threw the history away, and another program counts from one again."""
    path = a_store(tmp_path)
    store = Store(path)
    add(store, 11, 12)
    store.fold()
    journal(store).unlink()
    other = Store(path)
    add(other, 13)

    news = store.news()

    assert news == other.load()
    add(store, 14)
    assert numbers(other) == [11, 12, 13, 14]


def test_a_line_that_was_taken_back_is_not_believed(tmp_path: Path) -> None:
    """It was read before its program found that it could not be synced; another took its place."""
    path = a_store(tmp_path)
    store, other = Store(path), Store(path)
    add(other, 11)
    before = journal(store).read_bytes()
    add(other, 12)
    store.load()
    line = journal(store).read_bytes()[len(before) :]

    journal(store).write_bytes(before + sealed(loads(line[9:].replace(b"12", b"13"))))

    assert store.news() == Store(path).load()
    assert numbers(store) == [11, 13]


def test_an_unfinished_line_of_a_living_program_is_left_alone(tmp_path: Path) -> None:
    """Who only looks waits for the rest of it."""
    path = a_store(tmp_path)
    store, other = Store(path), Store(path)
    store.load()
    add(other, 11)
    store.news()
    whole = journal(store).read_bytes()
    add(other, 12)
    line = journal(store).read_bytes()[len(whole) :]

    journal(store).write_bytes(whole + line[:10])
    assert store.news() is None
    assert journal(store).read_bytes() == whole + line[:10]
    journal(store).write_bytes(whole + line)

    news = store.news()
    assert isinstance(news, tuple)
    assert [change.label for change in news] == ["add c12"]


def test_a_file_that_took_its_place_without_the_journal_knowing_is_known(tmp_path: Path) -> None:
    """The program ended between the two; what is in the file is not brought in again."""
    path = a_store(tmp_path)
    store = Store(path)
    add(store, 11)
    store.fold()
    lines = journal(store).read_bytes().splitlines(keepends=True)
    assert b'"folded"' in lines[-1]
    journal(store).write_bytes(b"".join(lines[:-1]))

    again = Store(path)
    claim = next(r for r in again.load().records if r.ref == ref("c11"))
    assert again.pending == 0
    assert isinstance(claim, Claim)
    again.save(Change("reword", (Edit(claim, replace(claim, text="x")),)))

    assert Store(path).load() == again.load()
    assert again.pending == 1


def test_a_file_found_in_place_is_known_to_be_from_then_on(tmp_path: Path) -> None:
    """Who puts the one before it back, later, wants that one."""
    path = a_store(tmp_path)
    before = path.read_bytes()
    store = Store(path)
    add(store, 11)
    store.fold()
    lines = journal(store).read_bytes().splitlines(keepends=True)
    journal(store).write_bytes(b"".join(lines[:-1]))
    add(Store(path), 12)

    path.write_bytes(before)

    assert numbers(Store(path)) == [12]


def test_a_file_in_place_and_changed_from_outside_has_what_was_folded(tmp_path: Path) -> None:
    """The program ended between the two, and then somebody edited the file."""
    path = a_store(tmp_path)
    store = Store(path)
    add(store, 11)
    claim = a_claim(11)
    for text in ("b", "c"):
        reworded = replace(claim, text=text)
        store.save(Change(f"say {text}", (Edit(claim, reworded),)))
        claim = reworded
    store.fold()
    lines = journal(store).read_bytes().splitlines(keepends=True)
    journal(store).write_bytes(b"".join(lines[:-1]))
    path.write_text(path.read_text("utf-8").replace("the mayor", "the lord mayor"), "utf-8")

    again = Store(path)

    assert claim in again.load().records
    assert again.notices == []
    assert again.pending == 0


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 9)))
def test_a_sealed_line_is_opened_as_it_was(data: dict[str, int]) -> None:
    """And is one line, whatever it says."""
    line = sealed(data)

    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    payload = unsealed(line)
    assert payload is not None and sealed(data).endswith(payload + b"\n")


@given(st.integers(0), st.integers(1, 255))
def test_a_byte_that_was_turned_breaks_the_seal(at: int, by: int) -> None:
    """Whichever it is, the newline too."""
    line = bytearray(sealed({"seq": 12, "label": "merge Moscow into Russia"}))

    line[at % len(line)] ^= by

    assert unsealed(bytes(line)) is None
