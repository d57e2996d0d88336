"""Going through drafts: one key for each, and all of it can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opedtui.drafting.documents import Page
from opedtui.drafting.draft import draft
from opedtui.drafting.records import added
from opedtui.model.dates import Edtf
from opedtui.reading.reviewing import drafts_in
from opedtui.store.store import Store
from opedtui.ui.screens.reviewing import ReviewScreen
from tests.making import a_store, ref
from tests.ui.reader import Reader, writing
from tests.ui.test_saving import no_space

COLUMN = (
    "Sergey Lavrov visited Baku on 6 March 2023. “The pipeline is ready,” Lavrov said.\n\n"
    "The visit was a failure, because Russia is no friend. We should not celebrate it.\n"
)
NOW = "2026-11-25T09:00:00Z"


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """The small store, and a column of which everything waits, in d2."""
    path = a_store(tmp_path)
    store = Store(path)
    store.load()
    page = Page("column.txt", COLUMN, "A failure", ("Ann Lee",), published=Edtf.parse("2023-03-12"))
    store.save(added(page, draft(COLUMN, page.published), (), store.free_ref, NOW))
    store.fold()
    return path


async def reviewing(reader: Reader) -> ReviewScreen:
    """From the column to its drafts."""
    await reader.press("d", "G", "enter")
    await reader.until(lambda: str(reader.place.doc) == "d2")
    await reader.press("D")
    await reader.until(lambda: isinstance(reader.app.screen, ReviewScreen))
    screen = reader.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def left(reader: Reader) -> list[str]:
    """What waits, in the order of the text."""
    return [str(waiting.ref) for waiting in drafts_in(reader.read.library, ref("d2"))]


def statuses(path: Path, table: str) -> list[str]:
    records = json.loads(path.read_text(encoding="utf-8"))[table].values()
    return [record.get("status", "confirmed") for record in records]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_each_key_decides_one_draft(drafted: Path, size: tuple[int, int]) -> None:
    """`a` accepts, `x` rejects; the next one is there at once, with its words and its rule."""
    async with writing(drafted, size=size) as reader:
        await reviewing(reader)
        waiting = left(reader)
        await reader.sees("rule name")
        await reader.press("a")
        await reader.until(lambda: left(reader) == waiting[1:])
        await reader.press("x")
        await reader.until(lambda: left(reader) == waiting[2:])
        await reader.sees(f"2 of {len(waiting)} decided")

        assert reader.record(waiting[0]).status == "confirmed"
        assert reader.record(waiting[1]).status == "rejected"


async def test_all_that_are_sure_are_accepted_by_one_key(drafted: Path) -> None:
    """And taken back by one."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        waiting = left(reader)
        await reader.press("A")
        await reader.sees("Done: accept")
        rest = left(reader)
        assert all((reader.record(r).confidence or 0) < 85 for r in rest)
        await reader.press("u")
        await reader.sees("Taken back")

        assert left(reader) == waiting


async def test_those_of_one_rule_are_rejected_together(drafted: Path) -> None:
    """All actors that the same rule found, say."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        first = left(reader)[0]
        rule = reader.record(first).by
        await reader.press("X")
        await reader.until(lambda: first not in left(reader))

        still = [r for r in left(reader) if (r[0], reader.record(r).by) == (first[0], rule)]
        assert still == []


async def test_a_draft_is_changed_and_accepted_in_one_go(drafted: Path) -> None:
    """The record says that the reader had a hand in it."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        first = left(reader)[0]
        by = reader.record(first).by
        await reader.press("e")
        await reader.sees("Edit")
        await reader.press(*"Sergei Lavrov", "ctrl+s")
        await reader.until(lambda: first not in left(reader))

        assert reader.record(first).name.endswith("Sergei Lavrov")
        assert reader.record(first).by == f"reader, {by}"


async def test_kinds_are_gone_through_one_by_one(drafted: Path) -> None:
    """`f` shows the actors only, then the quotes, and so on."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        await reader.press("f")
        await reader.sees("actors only")
        await reader.press("f")

        await reader.sees("quotes only")
        assert "The pipeline is ready" in reader.screen


async def test_whoever_leaves_goes_on_later(drafted: Path) -> None:
    """Where the reader is; and what is decided is in the file."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        await reader.press("a")
        await reader.sees("1 of")
        await reader.press("j", "j", "escape")
        assert not reader.is_asked
        waiting = left(reader)
        await reader.press("D")
        await reader.sees(f"0 of {len(waiting)} decided")

    assert "confirmed" in statuses(drafted, "actors")


async def test_what_is_accepted_is_among_what_is_known(drafted: Path) -> None:
    """The lists of the reading screen have it then, and not before."""
    async with writing(drafted) as reader:
        await reader.press("d", "G", "enter")
        await reader.until(lambda: str(reader.place.doc) == "d2")
        await reader.sees("Claims 0")
        await reader.press("D")
        await reader.until(lambda: isinstance(reader.app.screen, ReviewScreen))
        await reader.press("A", "K")
        await reader.press("f", "f", "f", "f", "K", "escape")

        await reader.until(lambda: "Claims 0" not in reader.screen)


async def test_what_cannot_be_saved_is_told_and_still_waits(
    drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is acknowledged that is not in the file."""
    async with writing(drafted) as reader:
        await reviewing(reader)
        waiting = left(reader)
        with monkeypatch.context() as full:
            full.setattr("opedtui.store.journal.Journal.append", no_space)
            await reader.press("a")
            await reader.until(lambda: reader.said)

        assert left(reader) == waiting


async def test_nothing_waits_in_a_text_that_was_read_by_hand(drafted: Path) -> None:
    """The screen says how drafts are made."""
    async with writing(drafted) as reader:
        await reader.press("D")

        await reader.sees("No draft waits here")


async def test_the_reading_screen_says_that_drafts_wait(drafted: Path) -> None:
    """With the key that leads to them; nothing is said of a text without any."""
    async with writing(drafted) as reader:
        assert "D " not in reader.lines[-1]
        await reader.press("d", "G", "enter")
        await reader.until(lambda: str(reader.place.doc) == "d2")

        await reader.sees(f"D {len(left(reader))} drafts")
