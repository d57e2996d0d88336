"""Every window, from one cell up, and what happens while it changes."""

from __future__ import annotations

import re
from random import Random

import pytest
from rich.cells import cell_len

from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.reading.session import Session
from opedtui.ui.commands import COMMANDS
from opedtui.ui.panes.panes import PANES

from .reader import Reader, reading

SMALL = [(1, 1), (1, 20), (60, 1), (39, 10), (40, 9)]
USABLE = [(40, 10), (80, 24), (100, 10), (160, 30), (200, 60), (400, 100)]
KEYS = [key for command in COMMANDS for key in command.keys if " " not in key
        and command.id not in ("quit", "palette")]  # fmt: skip
"""Everything but what leaves, and what opens a prompt that would swallow the rest."""


async def resize(reader: Reader, width: int, height: int) -> None:
    await reader.pilot.resize_terminal(width, height)
    await reader.pilot.pause()


def lefts(reader: Reader) -> list[int]:
    """Where on the screen the frames of the panes begin, each column once."""
    frames = [frame for frame in reader.read.query(".frame") if frame.region.width]
    return sorted({frame.region.x for frame in frames})


def shown(reader: Reader) -> int:
    """How many frames there are on the screen."""
    return sum(bool(frame.region) for frame in reader.read.query(".frame"))


def fits(reader: Reader, width: int, height: int) -> bool:
    """Whether the screen is as large as the window, and no line is longer."""
    return len(reader.lines) == height and max(map(cell_len, reader.lines)) <= width


@pytest.mark.parametrize("size", SMALL + USABLE)
async def test_the_app_opens_in_every_window(bundled: Library, size: tuple[int, int]) -> None:
    """And answers to keys there."""
    async with reading(bundled, size=size) as reader:
        await reader.press("j", "enter", "enter", "6", "j", "z", "?", "escape", "d", "escape")

        assert fits(reader, *size)
        assert reader.place


async def test_every_small_window_is_drawn(bundled: Library) -> None:
    """From 1×1 to 60×20, one after the other, up and down again, whatever is open."""
    heights = (1, 2, 9, 10, 11, 20)
    async with reading(bundled, size=(80, 24)) as reader:
        for at, width in enumerate((1, 2, 3, 7, 20, 39, 40, 41, 60)):
            await reader.press(*[("4",), ("?",), ("escape", "d"), ("escape", "1")][at % 4])
            for height in heights[:: (-1) ** at]:
                await resize(reader, width, height)
                assert fits(reader, width, height)


@pytest.mark.parametrize("size", SMALL)
async def test_where_nothing_fits_a_plain_message_says_so(
    bundled: Library, size: tuple[int, int]
) -> None:
    """What the window has, what is needed, and how to leave."""
    async with reading(bundled, size=size) as reader:
        seen = "".join(reader.lines).replace(" ", "")

        words = f"This window is {size[0]}×{size[1]}. opedtui needs 40×10. q quits."
        assert seen
        assert words.replace(" ", "").startswith(seen.rstrip("…"))


async def test_the_message_goes_when_there_is_room_again(bundled: Library) -> None:
    """The place and the pane are as they were."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("j", "j", "4")
        place, before = reader.place, reader.screen
        await resize(reader, 39, 9)
        small = reader.screen
        await resize(reader, 80, 24)

        assert "This window is 39×9." in small and "Source" not in small
        assert (reader.place, reader.pane, reader.screen) == (place, "source", before)


@pytest.mark.parametrize("width", [40, 80, 99])
async def test_a_narrow_window_has_one_pane_and_tabs(bundled: Library, width: int) -> None:
    """Each pane in its turn, over the whole width."""
    async with reading(bundled, size=(width, 24)) as reader:
        for digit, pane in enumerate(PANES, start=1):
            await reader.press(str(digit))
            assert (shown(reader), lefts(reader), reader.pane) == (1, [0], pane)
        assert reader.lines[1].split()[-2:] == ["6", "Timeline"]


@pytest.mark.parametrize("width", [59, 60, 65])
async def test_every_tab_has_its_name_where_there_is_just_room(
    bundled: Library, width: int
) -> None:
    """Closer together rather than cut."""
    async with reading(bundled, size=(width, 15)) as reader:
        names = " ".join(reader.lines[1].split())

        assert names == "1 Claims 2 Actors 3 Quotes 4 Source 5 Relations 6 Timeline"


async def test_in_the_narrowest_window_the_shown_pane_is_named(bundled: Library) -> None:
    """And the others have their numbers."""
    async with reading(bundled, size=(40, 15)) as reader:
        await reader.press("5")

        assert reader.lines[1].split() == ["1", "2", "3", "4", "5", "Relations", "6"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_keys_below_are_whole(bundled: Library, width: int) -> None:
    """What does not fit is left out, and “…” says so."""
    async with reading(bundled, size=(width, 24)) as reader:
        keys, _, _ = reader.lines[-1].rpartition("claim 1 of 45")
        labels = {command.label for command in COMMANDS}
        shown = [entry for entry in re.split(r"\s{3,}", keys.strip()) if entry != "…"]

        assert {entry.partition(" ")[2] for entry in shown} <= labels
        assert keys.strip().endswith("…")


async def test_facts_take_the_line_that_the_words_do_not_need(bundled: Library) -> None:
    """So that a short statement is not surrounded by cut facts."""
    session = Session().at(bundled, Ref.parse("e14"))
    async with reading(bundled, size=(120, 36), session=session) as reader:
        card = " ".join(line.strip() for line in reader.lines[-4:-1])

        assert "…" not in card
        assert card.endswith("(unnamed) · past Zelensky telephones with the Azerbaijani leader")


@pytest.mark.parametrize("width", [100, 120, 159])
async def test_a_wider_window_has_two_columns(bundled: Library, width: int) -> None:
    """Four panes and no tabs."""
    async with reading(bundled, size=(width, 36)) as reader:
        assert shown(reader) == 4
        assert len(lefts(reader)) == 2
        assert "2 Actors   3 Quotes" not in reader.screen


@pytest.mark.parametrize("width", [160, 200, 400])
async def test_a_wide_window_has_three_columns(bundled: Library, width: int) -> None:
    """The lists and the text over the whole height, ties and time above each other."""
    async with reading(bundled, size=(width, 60)) as reader:
        assert shown(reader) == 4
        assert len(lefts(reader)) == 3


@pytest.mark.parametrize(
    "sizes",
    [
        [(120, 36), (80, 24)],
        [(80, 24), (200, 60)],
        [(200, 60), (110, 40), (80, 30)],
        [(120, 36), (39, 5), (120, 36)],
    ],
)
async def test_the_words_at_the_top_stay_at_the_top(
    bundled: Library, sizes: list[tuple[int, int]]
) -> None:
    """Lines break elsewhere, but the reader does not lose the place."""
    async with reading(bundled, size=sizes[0]) as reader:
        await reader.press("4", *["}"] * 9)
        reader.read.source.scroll_to_offset(reader.place.start)
        await reader.pilot.pause()
        top = reader.read.source.top
        for size in sizes[1:]:
            await resize(reader, *size)

        page = reader.read.source.page
        assert page
        first = page.layout.lines[round(reader.read.source.scroll_y)]
        assert first.start <= top < max(first.end, first.start + 1)


async def test_many_resizes_do_not_let_the_text_drift(bundled: Library) -> None:
    """The edge of a window that is dragged passes many sizes; back at the first, all is as was."""
    async with reading(bundled, size=(120, 36)) as reader:
        await reader.press("4", *["}"] * 9)
        before = reader.read.source.top
        for size in ((110, 36), (104, 34), (90, 30), (70, 40), (39, 5), (101, 36), (120, 36)):
            await resize(reader, *size)

        assert reader.read.source.top == before


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (200, 60)])
async def test_the_words_at_hand_are_in_sight_after_a_resize(
    bundled: Library, size: tuple[int, int]
) -> None:
    """And so is the row of the list."""
    async with reading(bundled) as reader:
        await reader.press("G", "k", "k")
        await resize(reader, *size)
        rows = reader.read.query_one("#claims").content_region
        in_list = any(f" {reader.ref} " in line for line in reader.lines[rows.y : rows.bottom])
        await reader.press("4")

        source = reader.read.source
        assert source.page
        seen = range(round(source.scroll_y), round(source.scroll_y) + source.content_size.height)
        assert in_list
        assert source.page.lines_of(reader.read.sight) & set(seen)


@pytest.mark.parametrize("seed", range(2))
async def test_a_storm_of_resizes_and_keys_is_weathered(bundled: Library, seed: int) -> None:
    """Any key in any window, any number of times."""
    chance = Random(seed)
    async with reading(bundled, size=(80, 24)) as reader:
        for _ in range(18):
            size = chance.choice([chance.randint(1, 60), 80, 120]), chance.randint(1, 40)
            await reader.pilot.resize_terminal(*size)
            await reader.press(*chance.choices(KEYS, k=2))
            assert fits(reader, *size)
        await resize(reader, 120, 36)
        await reader.press("escape", "escape", "1", "G")

        assert reader.ref == str(bundled.claims[-1].ref)
        assert shown(reader) == 4


async def test_a_text_of_wide_characters_is_drawn_in_every_window() -> None:
    """Where a line has room for half of one too."""
    from tests.making import a_claim, a_document, an_actor, words

    text = "漢字 " * 200 + "👍🏽❤️ e\u0301\u0301 \t x\n"
    document = a_document(text, title=text)
    claim = a_claim(1, words("漢字 漢字", document, nth=3), text=text)
    library = Library([document, an_actor(1, text), claim])

    async with reading(library, size=(80, 24)) as reader:
        for width in (40, 41, 101, 160):
            await resize(reader, width, 24)
            await reader.press("4", "G", "g", "1")
            assert fits(reader, width, 24)
