"""It reads well without colours, in light and in dark, and in the terminal's own colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color
from rich.style import Style

from opedtui.reading.library import Library
from opedtui.render.palette import MONOCHROME, TERMINAL, Palette
from opedtui.ui.themes import DARK, LIGHT
from opedtui.ui.widgets.virtual_list import VirtualList

from .reader import Reader, reading

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""
PANES = ["claims", "actors", "quotes", "relations", "timeline"]
TEXTS = ("text", "dim", "strong", "claim", "quote", "event", "actor", "note", "central", "scale")
GROUNDS = ("current", "kindred", "cursor", "resting")


def styles_of(reader: Reader, pane: str) -> Iterator[tuple[str, Style]]:
    """Each row of a pane: its text, and the attributes that all of its cells have."""
    region = reader.app.screen.query_one(f"#{pane}").content_region
    strips = reader.app.screen._compositor.render_strips()[region.y : region.bottom]
    for strip in strips:
        cells = strip.crop(region.x, region.right - 1)
        styles = [(s.style or Style()).without_color for s in cells if s.text]
        yield cells.text, shared(styles)


def shared(styles: list[Style]) -> Style:
    """The attributes that every one of the styles has."""
    return Style(
        bold=all(style.bold for style in styles),
        underline=all(style.underline for style in styles),
        reverse=all(style.reverse for style in styles),
    )


@pytest.fixture
def no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's wish, said before the program starts."""
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("no_colour")
@pytest.mark.parametrize("pane", PANES)
async def test_without_colours_the_row_at_hand_is_reversed(bundled: Library, pane: str) -> None:
    """It alone, on every list."""
    async with reading(bundled) as reader:
        await reader.press(str([*PANES[:3], "source", *PANES[3:]].index(pane) + 1), "g", "j")

        rows = list(styles_of(reader, pane))

        assert reader.pane == pane
        assert reader.read.palette == MONOCHROME
        assert [at for at, (_, style) in enumerate(rows) if style.reverse] == [
            at for at, (text, _) in enumerate(rows) if text == cursor_row(reader, pane)
        ]


def cursor_row(reader: Reader, pane: str) -> str:
    """The row under the cursor of a list, as it is on the screen."""
    widget = reader.read.query_one(f"#{pane}", VirtualList)
    return list(styles_of(reader, pane))[widget.cursor - round(widget.scroll_y)][0]


@pytest.mark.usefixtures("no_colour")
async def test_without_colours_a_resting_row_is_bold(bundled: Library) -> None:
    """In the pane that the keys do not reach now."""
    async with reading(bundled) as reader:
        await reader.press("4")

        styles = [style for _, style in styles_of(reader, "claims")]

        assert [style.bold for style in styles] == [True] + [False] * (len(styles) - 1)
        assert not any(style.reverse for style in styles)


@pytest.mark.usefixtures("no_colour")
async def test_without_colours_the_words_at_hand_are_reversed_and_enclosed(
    bundled: Library,
) -> None:
    """And the other words of the same record are underlined."""
    async with reading(bundled) as reader:
        await reader.press("j")
        enclosed = f"▐{reader.words[:8]}" in reader.screen and "▌" in reader.screen
        reversed_ = marked(reader, "reverse") == reader.words
        await reader.press("2", "G", "g")

        assert enclosed and reversed_
        assert reader.place.ref
        again = bundled.spans(reader.place.ref)[1].exact
        assert again in marked(reader, "underline").replace(" ’", "’")


def marked(reader: Reader, attribute: str) -> str:
    """The text of the source pane that has this attribute."""
    region = reader.read.source.content_region
    strips = reader.app.screen._compositor.render_strips()[region.y : region.bottom]
    segments = [s for strip in strips for s in strip.crop(region.x, region.right - 1)]
    return " ".join(s.text for s in segments if s.style and getattr(s.style, attribute))


@pytest.mark.usefixtures("no_colour")
async def test_without_colours_the_cursor_in_the_text_is_seen(bundled: Library) -> None:
    """On a character that is not at hand otherwise."""
    async with reading(bundled) as reader:
        await reader.press("4", "g", "escape", "4")
        before = marked(reader, "reverse")
        await reader.press("}")

        assert before != marked(reader, "reverse")
        assert marked(reader, "reverse")


@pytest.mark.usefixtures("no_colour")
async def test_without_colours_nothing_is_coloured(bundled: Library) -> None:
    """Whatever is on the screen is a shade of grey."""
    async with reading(bundled) as reader:
        for key in ("j", "4", "5", "6", "?"):
            await reader.press(key)
            for strip in reader.app.screen._compositor.render_strips():
                for style in (segment.style or Style() for segment in strip):
                    assert all(map(is_grey, (style.color, style.bgcolor)))


def is_grey(color: Color | None) -> bool:
    return color is None or len(set(color.get_truecolor())) == 1


@pytest.mark.usefixtures("no_colour")
async def test_without_colours_the_active_tab_and_frame_are_told(bundled: Library) -> None:
    """By reverse, and by a heavier line."""
    async with reading(bundled, size=(80, 24)) as reader:
        tabs = reader.app.screen._compositor.render_strips()[1]

        assert [s.text.strip() for s in tabs if s.style and s.style.reverse] == ["1 Claims"]

    async with reading(bundled) as reader:
        await reader.press("4")
        heavy = [line for line in reader.lines if "┏" in line]

        assert len(heavy) == 1
        assert "4 Source" in heavy[0][heavy[0].index("┏") :]


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.2: the relative luminance of the lighter against that of the darker."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in color.get_truecolor())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 on white just enough."""
    black, grey, white = map(Color.parse, ("#000000", "#767676", "#ffffff"))

    assert round(contrast(black, white), 2) == 21
    assert contrast(grey, grey) == 1
    assert round(contrast(grey, white), 2) == 4.54


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_every_text_can_be_read_on_every_ground(bundled: Library, theme: str) -> None:
    """On the screen, the bars and the dialogs, in the row at hand and in the words at hand."""
    async with reading(bundled) as reader:
        reader.app.theme = theme
        await reader.pilot.pause(0.2)
        palette, variables = reader.read.palette, reader.app.theme_variables
        grounds = {name: Color.parse(variables[name]) for name in ("background", "panel")}
        grounds |= {name: getattr(palette, name).bgcolor for name in GROUNDS}

        found = {
            f"{name} on {ground}": contrast(getattr(palette, name).color, color)
            for name in TEXTS
            for ground, color in grounds.items()
        }

        assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < ENOUGH} == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_what_is_drawn_can_be_read(bundled: Library, theme: str) -> None:
    """Every word on the screen against what is behind it; frames and scrollbars are no words."""
    async with reading(bundled) as reader:
        reader.app.theme = theme
        await reader.pilot.pause(0.2)
        faint: dict[str, float] = {}
        for key in ("j", "4", "2", "5", "6", "]"):
            await reader.press(key)
            faint |= faint_words(reader)

        assert faint == {}


def faint_words(reader: Reader) -> dict[str, float]:
    """The words with too little contrast, and how much they have."""
    found = {}
    for strip in reader.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style or Style()
            if any(map(str.isalnum, segment.text)) and style.color and style.bgcolor:
                ratio = contrast(style.color, style.bgcolor)
                if ratio < ENOUGH:
                    found[segment.text] = round(ratio, 2)
    return found


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_the_kinds_are_told_apart_by_colour_too(bundled: Library, theme: str) -> None:
    """What makes them readable leaves them different."""
    async with reading(bundled) as reader:
        reader.app.theme = theme
        await reader.pilot.pause(0.2)
        palette = reader.read.palette

        colours = [palette.claim, palette.quote, palette.event, palette.actor, palette.text]

        assert len({style.color for style in colours}) == len(colours)


@pytest.mark.parametrize("ground", ["current", "cursor"])
async def test_no_ground_is_harder_to_write_on_than_a_bar(bundled: Library, ground: str) -> None:
    """A half dark one would need letters so dark that their colours are not seen."""
    async with reading(bundled) as reader:
        reader.app.theme = LIGHT
        await reader.pilot.pause(0.2)
        palette = reader.read.palette
        ink, panel = palette.text.color, palette.resting.bgcolor
        hand = getattr(palette, ground).bgcolor

        assert ink and panel and hand
        assert contrast(ink, hand) >= contrast(ink, panel)
        assert hand != panel


async def test_light_colours_are_no_darker_than_they_must_be(bundled: Library) -> None:
    """Of two shades that can be read, the one that can be told from ink."""
    async with reading(bundled) as reader:
        reader.app.theme = LIGHT
        await reader.pilot.pause(0.2)
        palette = reader.read.palette
        panel = palette.resting.bgcolor
        assert panel

        for style in (palette.claim, palette.quote, palette.event, palette.actor):
            assert style.color
            assert contrast(style.color, panel) < ENOUGH + 1


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_a_theme_of_the_terminals_own_colours_works(bundled: Library, theme: str) -> None:
    """No colour but the sixteen that its owner set, and the cursor reversed."""
    async with reading(bundled) as reader:
        reader.app.theme = theme
        await reader.pilot.pause(0.2)
        await reader.press("j", "4", "5", "1")

        strips = reader.app.screen._compositor.render_strips()
        colours = {c for strip in strips for s in strip if s.style for c in both(s.style)}
        assert reader.read.palette == TERMINAL
        assert all(color.is_system_defined or color.is_default for color in colours)
        assert [style.reverse for _, style in styles_of(reader, "claims")][:3] == [
            False, True, False,
        ]  # fmt: skip


def both(style: Style) -> Iterator[Color]:
    """The colours that a style sets."""
    return (color for color in (style.color, style.bgcolor) if color)


async def test_the_palette_follows_the_theme(bundled: Library) -> None:
    """Dark, light and back, all panes at once."""
    async with reading(bundled) as reader:
        palettes: list[Palette] = []
        for _ in range(3):
            palettes.append(reader.read.palette)
            assert reader.read.source.palette == reader.read.palette
            await reader.press("T")

        assert palettes[0] == palettes[2] != palettes[1]
