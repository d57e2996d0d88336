"""The text of a document with its records marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from opedtui.model.refs import Kind
from opedtui.model.spans import Span
from opedtui.reading.library import Library
from opedtui.reading.places import Place
from opedtui.render.layout import Layout
from opedtui.render.palette import MONOCHROME, Palette
from opedtui.render.source import GUTTER, Page, column_width
from opedtui.render.visible import visible
from opedtui.settings.choices import COLUMN
from tests.making import (
    a_claim,
    a_document,
    a_library,
    a_mention,
    a_note,
    a_quote,
    an_actor,
    an_event,
    ref,
    words,
)

D1 = ref("d1")
PALETTE = Palette()


def page_of(library: Library, width: int = 80, palette: Palette = PALETTE) -> Page:
    """The first document in a column of this width."""
    document = library.document(D1)
    assert document
    layout = Layout(document.text, library.paragraphs(D1), width)
    return Page(library, D1, layout, palette)


def sight_of(library: Library, address: str, nth: int = 0) -> Place:
    """The nth words of a record."""
    span = library.spans(ref(address))[nth]
    return Place(span.doc, span.start, span.end, ref(address))


def plain(page: Page, sight: Place | None = None) -> list[str]:
    """The page as it is seen without colours."""
    return [page.line(index, sight).plain for index in range(len(page.layout))]


def style_at(line: Text, words: str) -> Style:
    """How these words of a line are drawn; all of their characters alike."""
    start = line.plain.index(words)
    styles = {line.get_style_at_offset(CONSOLE, start + at) for at in range(len(words))}
    (style,) = styles
    return style


CONSOLE = Console()


class TestMargin:
    """What stands before the text of a line."""

    def test_a_paragraph_has_its_number_at_its_first_line(self) -> None:
        """The other lines are as far to the right."""
        lines = plain(page_of(a_library(), width=40))

        assert [line[:GUTTER].strip(" “◷•▸") for line in lines] == [
            "1", "", "", "2", "", "3", "",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("kind", "glyph"), [(Kind.QUOTE, "“"), (Kind.EVENT, "◷"), (Kind.ACTOR, "•")]
    )
    def test_a_line_in_which_a_record_begins_has_the_sign_of_its_kind(
        self, kind: Kind, glyph: str
    ) -> None:
        """And only such a line; that a record goes on in the next one needs no sign."""
        span = words("wrong in May 2021.\nWhat")
        record = {
            Kind.QUOTE: a_quote(1, span),
            Kind.EVENT: an_event(1, "2021", span),
            Kind.ACTOR: a_mention(1, "a1", span),
        }[kind]
        library = Library([a_document(), an_actor(1), record])

        lines = plain(page_of(library))

        assert [glyph in line[:GUTTER] for line in lines] == [True, *[False] * 4]

    def test_a_claim_has_its_sign_before_its_words(self) -> None:
        """In the margin at the beginning of a line, elsewhere in place of a space."""
        lines = plain(page_of(a_library()))

        assert lines[0].startswith("  1 “◷•▸The mayor said that “the bridge is safe” last week.▸S")
        assert "warned her:▸the bridge is old, and▸the bridge is rusty." in lines[4]

    def test_an_empty_line_has_no_signs(self) -> None:
        """It only parts paragraphs."""
        assert plain(page_of(a_library()))[1].strip() == ""


class TestSight:
    """The words at hand."""

    def test_they_are_enclosed(self) -> None:
        """Without a colour they can be told from the others."""
        library = a_library()

        line = page_of(library).line(0, sight_of(library, "e1")).plain

        assert "safe”▐last week.▌She" in line

    def test_at_the_edges_of_a_line_the_signs_stand_outside(self) -> None:
        """In the last cell of the margin, and behind the full stop."""
        library = a_library()
        page = page_of(library)

        whole = page.line(2, sight_of(library, "c5")).plain
        last = page.line(4, sight_of(library, "c4")).plain

        assert whole == "  2   •▐What the engineers found▌"
        assert last.endswith("and▐the bridge is rusty.▌")

    @pytest.mark.parametrize("width", [80, 20])
    def test_a_quotation_mark_is_enclosed_with_its_words(self, width: int) -> None:
        """It stands between the words and the space, or between them and the margin."""
        library = Library([a_document(), a_claim(1, words("the bridge is safe"))])
        page = page_of(library, width)

        without = "".join(line[GUTTER - 1 :] for line in plain(page)[:3])
        within = "".join(line[GUTTER - 1 :] for line in plain(page, sight_of(library, "c1"))[:3])

        assert "▸“the bridge is safe” last" in without
        assert "▐“the bridge is safe”▌last" in within.replace("▌ ", "▌")

    def test_two_marks_are_enclosed_with_their_words(self) -> None:
        """A quotation ends with its mark and a comma."""
        document = a_document('It ("is safe", she says) is.')
        library = Library([document, a_claim(1, words("is safe", document))])

        assert plain(page_of(library), sight_of(library, "c1"))[0].endswith(
            'It▐("is safe",▌she says) is.'
        )

    def test_lines_between_the_first_and_the_last_begin_with_the_sign(self) -> None:
        """So that long words at hand hang together."""
        library = a_library()

        lines = plain(page_of(library, width=20), sight_of(library, "c1"))

        assert [line[GUTTER - 1] for line in lines[:4]] == ["▐", "▐", "▐", " "]
        assert "▌" in lines[2]

    def test_they_stand_out(self) -> None:
        """Reversed, where no theme says otherwise."""
        library = a_library()

        line = page_of(library).line(0, sight_of(library, "e1"))

        assert style_at(line, "last week").reverse
        assert not style_at(line, "was wrong").reverse

    def test_other_words_of_the_same_record_stand_out_a_little(self) -> None:
        """The eye finds where else an actor is named."""
        library = a_library()
        page = page_of(library, palette=MONOCHROME)

        here = page.line(0, sight_of(library, "a1", nth=0))
        there = page.line(0, sight_of(library, "a1", nth=1))

        assert style_at(here, "The mayor").reverse
        assert style_at(here, "She").underline and not style_at(here, "She").reverse
        assert style_at(there, "The mayor").underline and style_at(there, "She").reverse

    def test_a_place_without_words_marks_nothing(self) -> None:
        """The reader is between two records."""
        page = page_of(a_library())

        assert plain(page, Place(D1, 3, 3)) == plain(page)

    def test_a_place_in_another_text_marks_nothing(self) -> None:
        """Its words are not here."""
        page = page_of(a_library())

        assert plain(page, Place(ref("d2"), 0, 9)) == plain(page)


class TestCursor:
    """The character that keys start from."""

    @pytest.mark.parametrize("before", ["", "漢字", "\t", "a\u202eb", "e" + "\u0301" * 20])
    def test_it_is_on_its_character(self, before: str) -> None:
        """However many cells the characters before it take."""
        library = Library([a_document(f"{before}Xy.")])

        page = page_of(library, palette=Palette(cursor=Style(bold=True)))
        line = page.line(0, cursor=len(before))

        assert reversed_in(line) == "X"

    def test_it_is_seen_without_colour(self) -> None:
        """Reversed, in the words at hand as well."""
        library = a_library()
        page = page_of(library, palette=MONOCHROME)

        assert reversed_in(page.line(0, cursor=4)) == "m"

    def test_a_line_that_has_it_not_shows_none(self) -> None:
        """There is one cursor."""
        page = page_of(a_library(), width=20)

        assert [bool(reversed_in(page.line(index, cursor=21))) for index in range(3)] == [
            False, True, False,
        ]  # fmt: skip


def reversed_in(line: Text) -> str:
    """The characters that are drawn in reverse."""
    here = range(len(line.plain))
    return "".join(line.plain[at] for at in here if line.get_style_at_offset(CONSOLE, at).reverse)


class TestStyles:
    """Kinds are told apart by more than one means."""

    def test_what_no_claim_covers_is_dim(self) -> None:
        """The eye goes over it."""
        line = page_of(a_library()).line(4)

        assert style_at(line, "warned").dim
        assert not style_at(line, "is old").dim

    def test_a_heading_is_bold(self) -> None:
        """It has no claim of its own in most texts."""
        assert style_at(page_of(Library([a_document()])).line(2), "What the engineers found").bold

    def test_a_quotation_leans_and_a_reported_one_leans_only(self) -> None:
        """Between quotation marks stand somebody's very words."""
        quotes = [
            a_quote(1, words("the bridge is safe"), kind="direct"),
            a_quote(2, words("the bridge is old"), kind="indirect"),
        ]
        page = page_of(Library([a_document(), *quotes]))

        assert style_at(page.line(0), "the bridge is safe").color == PALETTE.quote.color
        assert style_at(page.line(4), "the bridge is old").italic
        assert style_at(page.line(4), "the bridge is old").color != PALETTE.quote.color

    def test_dated_words_and_actors_and_notes_have_their_styles(self) -> None:
        """Of records that share words the actor is seen first."""
        library = Library(
            [
                a_document(),
                an_actor(1),
                an_event(1, "2021-05", words("May 2021")),
                a_mention(1, "a1", words("The mayor")),
                a_note(1, words("She")),
            ]
        )

        line = page_of(library).line(0)

        assert style_at(line, "May 2021").underline
        assert style_at(line, "The mayor").bold
        assert style_at(line, "She").color == PALETTE.note.color


ALPHABET = "abc.,“”  \n\n漢é\u0301\t\u202e"


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, Place]:
    """Any text with records anywhere in it, in a column of any width; and a place in it."""
    text = draw(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=80))
    document = a_document(text)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span.of(D1, text, start, draw(st.integers(start + 1, len(text))))

    library = Library(
        [
            document,
            an_actor(1),
            a_claim(1, span()),
            a_claim(2, span(), span()),
            a_quote(1, span()),
            a_mention(1, "a1", span()),
            a_mention(2, "a1", span()),
            an_event(1, "2020", span()),
        ]
    )
    address = draw(st.sampled_from(["c1", "c2", "q1", "a1", "e1"]))
    return page_of(library, draw(st.integers(1, 20))), sight_of(library, address)


def bodies(page: Page) -> Iterator[tuple[str, str]]:
    """The text of each line as it is drawn, and as it is stored."""
    for index, line in enumerate(page.layout.lines):
        drawn = page.line(index).plain[GUTTER:]
        yield drawn, visible(page.layout.text[line.start : line.end])


@given(pages())
def test_every_character_of_the_text_is_drawn(given: tuple[Page, Place]) -> None:
    """A sign takes the place of a space, and of nothing else."""
    page, _ = given

    for drawn, stored in bodies(page):
        assert drawn.replace("▸", " ") == stored


def test_a_flood_of_marks_that_records_cut_is_one_flood() -> None:
    """What follows it stands where it is thought to stand."""
    text = "e" + "\u0301" * 30 + " claim."
    library = Library([a_document(text), a_claim(1, words("claim", a_document(text))),
                       an_event(1, "2020", Span.of(D1, text, 0, 10))])  # fmt: skip

    ((drawn, stored),) = bodies(page_of(library))

    assert drawn == stored.replace(" ", "▸")


@given(pages())
def test_nothing_moves_when_words_come_into_sight(given: tuple[Page, Place]) -> None:
    """The same line with and without has the same characters but for the signs."""
    page, sight = given

    for without, within in zip(plain(page), plain(page, sight), strict=True):
        assert within[len(without) :] in ("", "▌")
        changed = {(a, b) for a, b in zip(without, within, strict=False) if a != b}
        assert changed <= {(" ", "▐"), ("▸", "▐"), (" ", "▌"), ("▸", "▌")}


@given(pages())
def test_what_looks_different_is_known(given: tuple[Page, Place]) -> None:
    """Lines that are not named need not be drawn again when words come into sight."""
    page, sight = given
    others = set(range(len(page.layout))) - page.lines_of(sight)

    for index in others:
        assert drawn_as(page.line(index, sight)) == drawn_as(page.line(index))


def test_a_sign_stands_on_the_line_of_its_words() -> None:
    """Though the space before them may stand at the end of another one."""
    library = Library([a_document(" b"), a_claim(1, words("b", a_document(" b")))])

    assert plain(page_of(library, 1), sight_of(library, "c1")) == ["  1      ", "       ▐b▌"]


@given(pages())
def test_no_line_is_wider_than_its_column_and_its_margin(given: tuple[Page, Place]) -> None:
    """There is a cell for the sign behind the last word."""
    page, sight = given

    for index, line in enumerate(page.layout.lines):
        if line.end - line.start > 1:
            width = cell_len(page.line(index, sight).plain)
            assert width <= GUTTER + page.layout.width + 1


def drawn_as(line: Text) -> list[tuple[str, Style]]:
    """Every character with its style."""
    at = range(len(line.plain))
    return [(line.plain[here], line.get_style_at_offset(CONSOLE, here)) for here in at]


@pytest.mark.parametrize("width", [-1, 0, 1, GUTTER, GUTTER + 2, 40, 80, 300])
def test_the_column_is_comfortable_and_never_nothing(width: int) -> None:
    """At most 72 cells; the pane has room for it, its margin and a sign, if for anything."""
    column = column_width(width, COLUMN)

    assert 1 <= column <= COLUMN
    assert column == 1 or column + GUTTER + 1 <= width
