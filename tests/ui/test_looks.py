"""What the reader sees, kept as text; `pytest tests/ui --update-looks` draws it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from opedtui.reading.library import Library

from .reader import Reader, reading

LOOKS = Path(__file__).parent / "looks"

Look = Callable[[Reader, str], None]


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """Compares the screen with the look of this name, or keeps it as the new one."""

    def compare(reader: Reader, name: str) -> None:
        path = LOOKS / f"{name}.txt"
        if request.config.getoption("--update-looks"):
            path.write_text(reader.screen + "\n", "utf-8")
        kept = path.read_text("utf-8") if path.exists() else ""
        assert reader.screen.splitlines() == kept.splitlines(), f"{name} looks different"

    return compare


async def test_the_start_in_a_small_window(bundled: Library, look: Look) -> None:
    """One pane, tabs above it, the first claim below it."""
    async with reading(bundled, size=(80, 24)) as reader:
        look(reader, "start-80x24")


async def test_the_start_in_a_window_of_two_columns(bundled: Library, look: Look) -> None:
    """Lists, text, ties and time, each in its corner."""
    async with reading(bundled, size=(120, 36)) as reader:
        look(reader, "start-120x36")


async def test_a_claim_that_is_followed_to_its_words(bundled: Library, look: Look) -> None:
    """The text has the keys, the words stand between their signs."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("j", "j", "j", "j", "enter")

        look(reader, "words-80x24")


async def test_a_claim_and_what_supports_it_in_a_wide_window(bundled: Library, look: Look) -> None:
    """Three columns: the claim, its words, its ties and its time."""
    async with reading(bundled, size=(200, 60)) as reader:
        await reader.press(*["j"] * 8, "enter", "enter")

        look(reader, "ties-200x60")


async def test_what_an_actor_has_to_do_with(bundled: Library, look: Look) -> None:
    """Reached from a claim by its speaker, its words beside it."""
    async with reading(bundled, size=(120, 36)) as reader:
        await reader.press(*"jjjjj", "a", "j")

        look(reader, "actor-120x36")


async def test_an_actor_through_time_in_a_small_window(bundled: Library, look: Look) -> None:
    """The timeline of one actor, the sentence below it."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("2", "j", "j", "a", "t", "j", "j")

        look(reader, "actor-time-80x24")


async def test_letters_at_everything_in_view(bundled: Library, look: Look) -> None:
    """The rows of the list have one letter, all else one or two."""
    async with reading(bundled, size=(120, 36)) as reader:
        await reader.press("semicolon")

        look(reader, "labels-120x36")


async def test_the_trail_as_a_list(bundled: Library, look: Look) -> None:
    """The last step first."""
    async with reading(bundled, size=(120, 36)) as reader:
        await reader.press("j", "enter", "1", "j", "j", "enter", "5", "enter", "p")

        look(reader, "trail-120x36")


async def test_the_marks_as_a_list(bundled: Library, look: Look) -> None:
    """The last place, those of the text, those of the store."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("j", "m", "a", "G", "m", "Z", "enter")
        reader.app.clear_notifications()
        await reader.press("apostrophe")

        look(reader, "marks-80x24")
