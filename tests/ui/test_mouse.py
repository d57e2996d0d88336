"""Reading by mouse: what is pointed at is what is meant."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from opedtui.model.refs import Ref
from opedtui.reading.library import Library
from opedtui.reading.ties import ties_of
from opedtui.reading.timeline import in_order

from .reader import Reader, reading


def spot(reader: Reader, words: str) -> tuple[int, int]:
    """Where on the screen these words begin."""
    for row, line in enumerate(reader.lines):
        if words in line:
            return line.index(words), row
    raise AssertionError(f"“{words}” is not on the screen:\n{reader.screen}")


async def click(reader: Reader, words: str, times: int = 1) -> None:
    """Point at the beginning of words, wherever they stand."""
    await reader.pilot.click(offset=spot(reader, words), times=times)
    await reader.pilot.pause()


async def turn_wheel(reader: Reader, pane: str, notches: int) -> None:
    """Turn the wheel over the middle of a pane, up if negative."""
    turn = MouseScrollDown if notches > 0 else MouseScrollUp
    for _ in range(abs(notches)):
        await reader.pilot._post_mouse_events([turn], pane, offset=(9, 4))
    await reader.pilot.pause(0.3)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_click_on_a_row_moves_there(bundled: Library, size: tuple[int, int]) -> None:
    """The text shows the words, and the pane has the keys."""
    async with reading(bundled, size=size) as reader:
        await click(reader, " c4 ")

        assert (reader.ref, reader.pane) == ("c4", "claims")
        assert reader.words == reader.record("c4").spans[0].exact


async def test_a_double_click_on_a_row_goes(bundled: Library) -> None:
    """As Enter does, and Back returns."""
    async with reading(bundled) as reader:
        await click(reader, " c4 ", times=2)
        place = reader.ref, reader.pane
        await reader.press("<")

        assert place == ("c4", "source")
        assert reader.ref == "c1"


async def test_a_click_on_a_tie_shows_the_words_at_its_other_end(bundled: Library) -> None:
    """And stays with the record at hand; the second click follows the tie."""
    async with reading(bundled) as reader:
        other = ties_of(bundled, Ref.parse("c1"))[2].other
        row = spot(reader, "Relations of")[1] + 3
        await reader.pilot.click(offset=(8, row))
        await reader.pilot.pause()
        seen = reader.words, reader.ref
        await reader.pilot.click(offset=(8, row), times=2)
        await reader.pilot.pause()

        assert seen == (bundled.spans(other)[0].exact, "c1")
        assert reader.ref == str(other)


async def test_a_click_on_an_event_shows_its_words(bundled: Library) -> None:
    """The row that is pointed at, not one beside it."""
    async with reading(bundled) as reader:
        await reader.press("6", "g")
        third = in_order(bundled.events)[2]
        await reader.pilot.click("#timeline", offset=(8, 2))
        await reader.pilot.pause()

        assert reader.ref == str(third.ref)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_click_in_the_text_puts_the_cursor_there(
    bundled: Library, size: tuple[int, int]
) -> None:
    """On the very character, and the lists follow."""
    async with reading(bundled, size=size) as reader:
        start = bundled.paragraphs(Ref.parse("d1"))[1].start
        words = bundled.documents[0].text[start : start + 18]
        await reader.press("4", "g")
        await click(reader, words)

        assert reader.read.source.cursor == start
        cursor = reader.read.query_one("#claims").cursor  # type: ignore[attr-defined]
        span = bundled.claims[cursor].spans[0]
        assert span.start <= start < span.end


async def test_a_click_in_a_column_that_stands_in_the_middle_means_its_characters(
    bundled: Library,
) -> None:
    """A zoomed text is no wider than can be read, and has room on both sides."""
    async with reading(bundled) as reader:
        await reader.press("4", "z", "g")
        await click(reader, "Vasif Huseynov in this op-ed")

        text = bundled.documents[0].text
        assert text[reader.read.source.cursor :].startswith("Vasif Huseynov in this op-ed")


async def test_a_double_click_in_the_text_goes_to_the_ties_of_what_stands_there(
    bundled: Library,
) -> None:
    """As Enter does."""
    async with reading(bundled) as reader:
        claim = bundled.claims[1]
        words = claim.spans[0].exact[:20]
        await reader.press("4")
        await click(reader, words, times=2)

        assert reader.pane == "relations"
        assert reader.place.start <= claim.spans[0].start < reader.place.end


async def test_a_click_between_paragraphs_begins_the_next_one(bundled: Library) -> None:
    """There is nothing else to begin; the cursor is always on a character."""
    async with reading(bundled) as reader:
        second = bundled.paragraphs(Ref.parse("d1"))[1]
        words = bundled.documents[0].text[second.start : second.start + 18]
        await reader.press("4", "g")
        column, row = spot(reader, words)
        await reader.pilot.click(offset=(column, row - 1))
        await reader.pilot.pause()

        assert reader.read.source.cursor == second.start


async def test_a_click_beside_the_text_is_one_at_its_edge(bundled: Library) -> None:
    """In the margin on the first character of the line, behind it on the last."""
    async with reading(bundled) as reader:
        await reader.press("4", "g", "l")
        await reader.pilot.click("#source", offset=(2, 1))
        await reader.pilot.pause()
        left = reader.read.source.cursor
        await reader.pilot.click("#source", offset=(reader.read.source.size.width - 2, 1))
        await reader.pilot.pause()

        page = reader.read.source.page
        assert page
        assert left == 0
        assert reader.read.source.cursor == page.layout.lines[0].end - 1


async def test_a_click_below_the_last_row_changes_nothing(two_texts: Library) -> None:
    """There is nothing there."""
    async with reading(two_texts) as reader:
        await reader.pilot.click("#claims", offset=(5, 9))
        await reader.pilot.pause()

        assert reader.ref == "c1"


@pytest.mark.parametrize("pane", ["claims", "source"])
async def test_the_wheel_scrolls_and_leaves_the_place(bundled: Library, pane: str) -> None:
    """What is looked at and where one is are two things."""
    async with reading(bundled) as reader:
        before = reader.place
        widget = reader.read.query_one(f"#{pane}")
        await turn_wheel(reader, f"#{pane}", 5)
        down = widget.scroll_y
        await turn_wheel(reader, f"#{pane}", -9)

        assert down > 0
        assert widget.scroll_y == 0
        assert reader.place == before


async def test_a_click_on_a_row_that_was_scrolled_to_means_that_row(bundled: Library) -> None:
    """Rows are counted from the top of the list and not from that of the window."""
    async with reading(bundled) as reader:
        await turn_wheel(reader, "#claims", 5)
        top = round(reader.read.query_one("#claims").scroll_y)
        await reader.pilot.click("#claims", offset=(5, 2))
        await reader.pilot.pause()

        assert reader.ref == str(bundled.claims[top + 2].ref)


@pytest.mark.parametrize("pane", ["actors", "quotes", "source", "relations", "timeline", "claims"])
async def test_a_click_on_a_tab_shows_its_pane(bundled: Library, pane: str) -> None:
    """In a window that has room for one pane."""
    async with reading(bundled, size=(80, 24)) as reader:
        await click(reader, pane.title())

        assert reader.pane == pane


async def test_a_click_beside_the_tabs_shows_no_other_pane(bundled: Library) -> None:
    """The line goes on behind the last of them."""
    async with reading(bundled, size=(99, 24)) as reader:
        await reader.pilot.click("Tabs", offset=(98, 0))
        await reader.pilot.pause()

        assert reader.pane == "claims"


async def test_a_document_is_opened_by_a_double_click(two_texts: Library) -> None:
    """In the list over the screen, whose frame counts for nothing."""
    async with reading(two_texts) as reader:
        await reader.press("d")
        await click(reader, "d2", times=2)

        assert reader.place.doc == Ref.parse("d2")
