"""Lists are narrowed by a filter that is typed under them, or by the values of a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from opedtui.model.refs import Kind
from opedtui.reading.filtering.views import save_view
from opedtui.reading.library import Library
from opedtui.ui.panes.filter_prompt import FilterPrompt
from opedtui.ui.panes.lists import RecordList
from tests.making import a_library, ref
from tests.ui.reader import Reader, in_every_window, reading, writing

SIGNS = {" ": "space", "=": "equals_sign", "~": "tilde", ":": "colon", '"': "quotation_mark",
         "@": "at", ",": "comma", "-": "minus", "!": "exclamation_mark", "<": "less_than_sign",
         "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash",
         "’": "’"}  # fmt: skip


def keys(text: str) -> Iterator[str]:
    return (SIGNS.get(char, char) for char in text)


async def type_in(reader: Reader, text: str) -> None:
    await reader.press(*keys(text))


def refs(reader: Reader, pane: str = "claims") -> list[str]:
    """The rows of a list."""
    return list(map(str, reader.read.query_one(f"#{pane}", RecordList).refs))


def title(reader: Reader) -> str:
    return next(line for line in reader.lines if "Claims" in line and "Actors" in line)


async def test_the_list_narrows_at_each_letter(bundled: Library) -> None:
    """It stays in sight, and so do how many are left of how many, and the place."""
    async with reading(bundled) as reader:
        place = reader.place
        await reader.press("f")
        counts = []
        for char in "kind=pr":
            await type_in(reader, char)
            counts.append(len(refs(reader)))

        assert counts == [45, 45, 45, 45, 45, 4, 2]
        assert refs(reader) == ["c19", "c39"]
        assert "Claims 2 of 45" in reader.screen
        assert reader.place == place


async def test_enter_keeps_the_filter_and_escape_takes_it_back(bundled: Library) -> None:
    """The list has the keys again, and says by what it is filtered."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("kind=prediction"), "enter")
        assert reader.pane == "claims"
        assert "f kind=prediction" in reader.screen
        await reader.press("f", *keys("who=Huseynov"))
        assert refs(reader) == ["c39"]
        await reader.press("escape")

        assert refs(reader) == ["c19", "c39"]
        assert reader.pane == "claims"
        assert not reader.read.query(FilterPrompt)


@pytest.mark.parametrize("out", [["ctrl+u", "enter"], ["ctrl+l"]])
async def test_an_empty_filter_shows_everything(bundled: Library, out: list[str]) -> None:
    """Emptied and kept, or cleared with one key."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("kind=prediction"), "enter", "f", *out)

        assert len(refs(reader)) == 45
        assert "of 45" not in title(reader)


async def test_moving_in_the_narrowed_list_moves_in_the_text(bundled: Library) -> None:
    """It is the list as ever, with fewer rows."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("kind=prediction"), "enter", "j")
        assert reader.ref == "c39"
        await reader.press("k")

        assert reader.ref == "c19"


async def test_a_fault_is_explained_under_its_place(bundled: Library) -> None:
    """With a caret; Enter does not keep what cannot be understood."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("knd=fact stance=endorses"), "enter")

        typed = next(
            n for n, line in enumerate(reader.lines) if "knd=fact" in line and "Filter" in line
        )
        column = reader.lines[typed].index("knd")
        assert reader.lines[typed + 1] == " " * column + "^^^"
        assert "claims have no field “knd”; perhaps kind" in reader.lines[typed + 2]
        assert reader.read.query(FilterPrompt)


async def test_tab_puts_in_what_is_offered(bundled: Library) -> None:
    """Fields, then their values with counts; the arrows choose another."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("sta"), "tab")
        await reader.sees("endorses 35")
        await reader.press("down", "tab", "enter")

        assert "f stance=reports" in reader.screen
        assert len(refs(reader)) == 5


async def test_enter_ends_a_value_that_can_only_become_one(bundled: Library) -> None:
    """What is seen is what is kept."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("who=zel"), "enter")

        assert 'f who="Volodymyr Zelensky"' in reader.screen


async def test_letters_go_to_the_filter_from_the_text_too(bundled: Library) -> None:
    """Keys that wait for a letter elsewhere are letters here."""
    async with reading(bundled) as reader:
        await reader.press("4", "f", *keys("]c[q"))

        prompt = reader.read.query_one(FilterPrompt)
        assert prompt.typed == "]c[q"
        assert reader.read.chord == ""


async def test_a_filter_is_saved_and_used_by_name(bundled: Library) -> None:
    """It is kept for the next time, and completed."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("kind=prediction"), "ctrl+s", *keys("due"), "enter")
        await reader.sees("Saved as @due")
        await reader.press("ctrl+l")
    async with reading(bundled) as reader:
        await reader.press("f", *keys("@d"), "tab", "enter")

        assert refs(reader) == ["c19", "c39"]


async def test_a_filter_that_is_broken_is_not_saved(bundled: Library) -> None:
    """No name is asked for."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("knd=x"), "ctrl+s")

        assert "perhaps kind" in reader.screen
        assert not reader.read.query_one(FilterPrompt).is_naming


@pytest.mark.parametrize(
    ("pane", "name", "text", "left"),
    [
        ("2", "actors", "kind=media", ["a2"]),
        ("3", "quotes", "kind=scare", None),
        ("6", "timeline", "date:2022-07", None),
    ],
)
async def test_every_list_has_its_own_filter(
    bundled: Library, pane: str, name: str, text: str, left: list[str] | None
) -> None:
    """The others stay whole."""
    async with reading(bundled) as reader:
        every = len(refs(reader, name))
        await reader.press(pane, "f", *keys(text), "enter")

        found = refs(reader, name)
        assert 0 < len(found) < every
        assert left is None or set(left) <= set(found)
        assert len(refs(reader)) == 45
        assert f"f {text}" in reader.screen


async def test_what_changes_joins_or_leaves_the_narrowed_list(store: Path) -> None:
    """The filter goes on holding."""
    async with writing(store) as reader:
        await reader.press("f", *keys("status=draft"), "enter")
        assert refs(reader) == []
        assert "Nothing is left by the filter" in reader.screen
        library = reader.read.library
        claim = replace(library[ref("c5")], status="draft")
        reader.read.library = Library({**library, claim.ref: claim}.values())
        await reader.pilot.pause()

        assert refs(reader) == ["c5"]


async def test_many_are_changed_of_those_that_are_left(store: Path) -> None:
    """`C` acts on the narrowed list."""
    async with writing(store) as reader:
        await reader.press("f", *keys("kind=prediction"), "enter")

        assert list(map(str, reader.read.listed)) == ["c19", "c39"]


async def test_facets_count_the_values_and_narrow_to_one(bundled: Library) -> None:
    """Field by field, with a bar for each value."""
    async with reading(bundled) as reader:
        await reader.press("F")
        await reader.sees("prediction")
        row = next(line for line in reader.lines if "fact  " in line and "█" in line)
        assert " 30 " in row
        await reader.press("l", "l", "l", "l")
        await reader.sees("concedes")
        await reader.press("j", "enter")
        await reader.until(lambda: not reader.is_asked)

        assert "f stance=reports" in reader.screen
        assert len(refs(reader)) == 5


async def test_facets_are_those_of_the_narrowed_list(bundled: Library) -> None:
    """A second facet adds to the filter, Escape leaves it as it was; the field is remembered."""
    async with reading(bundled) as reader:
        await reader.press("f", *keys("kind=prediction"), "enter", "F", "l", "l")
        await reader.sees("some groups")
        await reader.press("enter")
        await reader.until(lambda: not reader.is_asked)
        assert len(refs(reader)) == 1
        await reader.press("F")
        await reader.sees("whose words they are")
        await reader.press("escape")

        assert len(refs(reader)) == 1


@in_every_window
async def test_the_end_of_the_filter_is_seen_in_any_window(
    bundled: Library, size: tuple[int, int]
) -> None:
    """And the list too."""
    async with reading(bundled, size=size) as reader:
        await reader.press("f", *keys("kind=fact,value actor=Azerbaijan"))

        assert "Azerbaijan" in reader.lines[size[1] - (5 if size[0] < 100 else 4)]
        assert any(f"{refs(reader)[0]:>4}" in line for line in reader.lines)


async def test_an_empty_library_can_be_filtered() -> None:
    """There is nothing to be left, and nothing to be counted."""
    async with reading(Library()) as reader:
        await reader.press("f", *keys("kind=fact"), "enter", "F")
        await reader.pilot.pause()

        assert "No record is left to be counted" in reader.screen


async def test_data_in_a_filter_stays_data() -> None:
    """No name or tag is markup, and none speaks to the terminal."""
    evil = "[/] [red]x[/red] \x1b]0;title\x07"
    library = a_library()
    (claim, *_) = library.claims
    claim = replace(claim, tags=(evil,))
    hostile = Library({**library, claim.ref: claim}.values())
    save_view(Kind.CLAIM, "evil", f'tag="{evil}"')
    async with reading(hostile) as reader:
        await reader.press("f", *keys("tag="))
        await reader.sees("[/] [red]x[/red]")
        await reader.press("tab", "enter")

        assert refs(reader) == ["c1"]
        assert "[red]" in reader.screen
        assert "\x1b]0" not in reader.screen
        await reader.press("F", *["l"] * 12)
        await reader.press("escape", "f", "ctrl+u", *keys("@evil"), "enter")
        assert refs(reader) == ["c1"]


async def test_what_has_not_changed_stays_painted(bundled: Library) -> None:
    """Only what is new is painted; all else is on the screen as it was."""
    async with reading(bundled) as reader:
        axis = next(line for line in reader.lines if " 2022 " in line and " 2023 " in line)
        await reader.press("f", *keys("kind=fact"))
        await reader.pilot.pause(0.1)

        assert axis in reader.lines
