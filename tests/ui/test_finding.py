"""Searching, from the reader's side."""

from __future__ import annotations

import pytest

from opedtui.reading.library import Library

from .reader import Reader, in_every_window, reading
from .test_hostile import HOSTILE


async def typing(reader: Reader, words: str) -> None:
    """Open the prompt and type."""
    await reader.press("slash", *("space" if char == " " else char for char in words))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_finds_are_listed_as_one_types(bundled: Library, size: tuple[int, int]) -> None:
    """Each with its kind, the words of the first in the text, and nobody has moved."""
    async with reading(bundled, size=size) as reader:
        await typing(reader, "turkiye")
        await reader.sees("actor    a15")

        assert "Source" in reader.screen
        assert reader.words == "Türkiye"
        assert reader.ref == "c1"


async def test_moving_among_finds_shows_their_words(bundled: Library) -> None:
    """The prompt keeps the keys."""
    async with reading(bundled) as reader:
        await typing(reader, "gas")
        await reader.sees("claim    c38")
        await reader.press("down")

        assert reader.words == "gas"
        await reader.press("up")
        assert reader.words == reader.record("c38").spans[0].exact


async def test_escape_comes_back_to_where_the_reader_was(bundled: Library) -> None:
    """To the claim, the pane and the line of the text."""
    async with reading(bundled) as reader:
        await reader.press("j", "j", "enter", "pagedown")
        before = reader.place, reader.pane, reader.read.source.top, reader.read.trail
        await typing(reader, "turkiye")
        await reader.sees("a15")
        await reader.press("escape")
        await reader.pilot.pause()

        now = reader.place, reader.pane, reader.read.source.top, reader.read.trail
        assert now == before
        assert "Search" not in reader.screen


async def test_enter_goes_there_by_the_trail(bundled: Library) -> None:
    """And back leads back."""
    async with reading(bundled) as reader:
        await typing(reader, "gas")
        await reader.press("enter")
        await reader.until(lambda: reader.ref == "c38")

        assert reader.pane == "source"
        await reader.press("escape", "<")
        assert reader.ref == "c1"


async def test_n_walks_the_hits_until_escape(bundled: Library) -> None:
    """Then it writes a note again."""
    async with reading(bundled) as reader:
        await typing(reader, '"russia and azerbaijan"')
        await reader.sees("text")
        await reader.press("enter")
        await reader.until(lambda: not reader.read.is_searching)
        hits = reader.read.hits
        walked = []
        for key in ("n", "n", "N"):
            await reader.press(key)
            walked.append(reader.words)

        assert len(hits) > 1
        assert set(walked) == {"Russia and Azerbaijan"}
        assert f"of {len(hits)}" in reader.screen
        await reader.press("escape")
        assert reader.read.hits == ()
        await reader.press("n")
        await reader.hears("only read here")


@pytest.mark.parametrize(("typed", "said"), [('"', "hold no word"), ("-x", "leave out")])
async def test_what_cannot_be_understood_is_said_in_place(
    bundled: Library, typed: str, said: str
) -> None:
    """And typing goes on."""
    async with reading(bundled) as reader:
        await typing(reader, typed)

        await reader.sees(said)


async def test_letters_of_chords_are_letters_in_the_prompt(bundled: Library) -> None:
    """No command acts while the reader types."""
    async with reading(bundled) as reader:
        await typing(reader, "c[]znu")

        assert reader.read.query_one("#search Entry").value == "c[]znu"  # type: ignore[attr-defined]
        await reader.sees("nothing is found")
        assert reader.ref == "c1"


async def test_a_change_is_found(bundled: Library) -> None:
    """The index follows the library."""
    async with reading(bundled) as reader:
        await typing(reader, "gas")
        await reader.sees("c38")
        await reader.press("escape")
        reader.read.library = Library(r for r in bundled.values() if str(r.ref) != "c38")
        await reader.press("slash")
        await reader.until(lambda: "c38" not in reader.screen and "1 found" in reader.screen)


@in_every_window
async def test_hostile_words_and_an_empty_library(size: tuple[int, int], bundled: Library) -> None:
    """What is typed and what is found stays text."""
    from dataclasses import replace

    from opedtui.model.refs import Ref

    claim = bundled[Ref.parse("c1")]
    hostile = replace(claim, text="zebra " + HOSTILE)  # type: ignore[call-arg]
    for library in (Library(), Library([*bundled.values(), hostile])):
        async with reading(library, size=size) as reader:
            await typing(reader, "zebra")
            await reader.until(lambda: " found" in reader.screen)
            await reader.press("down", "enter", "n", "escape", "slash", "escape")

            assert "\x1b" not in reader.screen


async def test_it_is_seen_without_colours(
    bundled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words that were found are underlined."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(bundled) as reader:
        await typing(reader, "turkiye")
        await reader.sees("a15")
        strips = reader.app.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]

        marked = {s.text for s in segments if s.style and s.style.underline and s.style.bold}
        assert "Türkiye" in marked


async def test_a_hit_is_looked_at_for_the_record_around_it(bundled: Library) -> None:
    """Who says it is told, and its actor is one key away, though the words are but a part."""
    async with reading(bundled) as reader:
        await reader.press("/", *"clear threatening", "down", "enter")
        await reader.until(lambda: not reader.read.is_searching)

        assert reader.words == "clear threatening"
        assert reader.ref == "c29"
        await reader.press("n")
        assert reader.ref == "c29"
