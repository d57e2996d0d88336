"""Letters over a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.strip import Strip

from opedtui.ui.widgets.painting import HINTS, Hint, hinted
from tests.making import a_store
from tests.ui.reader import writing

LINE = Strip([Segment("the bridge is old")])


@pytest.mark.parametrize(
    ("hints", "seen"),
    [
        ([], "the bridge is old"),
        ([Hint(4, 0, "a")], "the aridge is old"),
        ([Hint(0, 0, "ab"), Hint(14, 0, "c")], "abe bridge is cld"),
        ([Hint(4, 0, "ab"), Hint(4, 0, "cd")], "the abcdge is old"),
        ([Hint(4, 0, "cd"), Hint(0, 0, "a")], "ahe cdidge is old"),
        ([Hint(17, 0, "ab")], "the bridge is oab"),
        ([Hint(16, 0, "ab"), Hint(16, 0, "cd")], "the bridge is oab"),
    ],
)
def test_a_label_stands_over_what_it_labels(hints: list[Hint], seen: str) -> None:
    """Nothing moves, and where two begin alike they stand one after the other."""
    assert hinted(LINE, hints).text == seen


def test_of_two_that_touch_the_second_is_underlined() -> None:
    """So that two letters and two labels are told apart."""
    strip = hinted(LINE, [Hint(4, 0, "ab"), Hint(4, 0, "cd"), Hint(4, 0, "ef"), Hint(14, 0, "g")])

    drawn = {segment.text: segment.style for segment in strip}
    assert [drawn[text] for text in ("ab", "cd", "ef", "g")] == [HINTS[n] for n in (0, 1, 0, 0)]


def test_a_wide_character_under_a_label_leaves_no_half() -> None:
    """The line stays as long as it was."""
    strip = hinted(Strip([Segment("桥很旧了")]), [Hint(1, 0, "a")])

    assert strip.cell_length == 8
    assert strip.text[1] == "a"


async def test_nothing_is_painted_under_a_dialog_while_nobody_does_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Idle costs nothing, whatever is open."""
    async with writing(a_store(tmp_path)) as reader:
        await reader.press("j", "p")
        await reader.pilot.pause(0.3)
        painted: list[object] = []
        monkeypatch.setattr(reader.app, "_display", lambda *update: painted.append(update))
        await reader.pilot.pause(1.5)

        assert painted == []
