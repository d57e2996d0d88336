"""Following: to an actor, along the trail, to marks, and to what is in view."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from opedtui.model.records import Alias, Claim
from opedtui.model.refs import Kind
from opedtui.reading.library import Library
from opedtui.store.store import Store
from opedtui.ui.marks_file import load_marks
from opedtui.ui.screens.actor import ActorScreen
from opedtui.ui.screens.jump import JumpScreen
from tests.making import a_claim, a_document, a_library, an_actor, ref, words

from .reader import Reader, in_every_window, reading, writing


def page_of(reader: Reader) -> ActorScreen:
    screen = reader.app.screen
    assert isinstance(screen, ActorScreen)
    return screen


def seen_on(reader: Reader) -> str:
    """The words that the page shows in the text."""
    sight = page_of(reader).sight
    assert sight
    document = page_of(reader).library.document(sight.doc)
    assert document
    return document.text[sight.start : sight.end]


def standing(reader: Reader) -> tuple[object, ...]:
    """Where the reader is, and the text in view; what counts as read goes on meanwhile."""
    read = reader.read
    text = [read.source.draw_line(y).text for y in range(read.source.size.height)]
    shown = [read.source.render_line(y).text for y in range(read.source.size.height)]
    assert text == shown, "no letters are left in it"
    return reader.is_asked, read.place, read.sight, read.trail, reader.pane, text


# Actors.


async def test_the_speaker_is_one_key_away(bundled: Library) -> None:
    """`a` on a claim opens the page of who says it, with all there is on them."""
    async with reading(bundled) as reader:
        reported = next(c for c in bundled.claims if len(c.voice) > 1)
        await reader.press(*["j"] * (reported.ref.number - 1), "a")

        assert reader.lines[0].startswith(" Vasif Huseynov  a1 · person")
        assert "── is reported to say" in reader.screen
        await reader.press("G")
        assert "── is called" in reader.screen


async def test_the_actor_of_a_row_is_one_key_away(bundled: Library) -> None:
    """`a` on a row of the actors opens its page, as soon as the list has the keys."""
    async with reading(bundled) as reader:
        await reader.press("2", "a")

        assert reader.lines[0].startswith(" Sergei Lavrov  a5")


async def test_the_page_opens_at_the_record_that_led_to_it(bundled: Library) -> None:
    """Its words are shown beside it."""
    async with reading(bundled) as reader:
        await reader.press(*"jjjjj", "a")

        assert reader.ref == "c6"
        assert seen_on(reader) == bundled.spans(ref("c6"))[0].exact


async def test_moving_on_the_page_shows_the_words_and_enter_goes_there(bundled: Library) -> None:
    """The jump joins the trail, and back returns to where the page was opened."""
    async with reading(bundled) as reader:
        await reader.press(*"jjjjj", "a", "j")
        shown = seen_on(reader)
        await reader.press("enter")

        assert not reader.is_asked
        assert (reader.ref, reader.pane, reader.words) == ("c7", "source", shown)
        await reader.press("<")
        assert reader.ref == "c6"


@pytest.mark.parametrize("key", ["escape", "backspace", "q"])
async def test_leaving_the_page_is_as_if_it_had_not_been_opened(bundled: Library, key: str) -> None:
    """Place, pane, sight, scroll and trail."""
    async with reading(bundled) as reader:
        await reader.press("j", "j", "enter", "}", "}")
        before = standing(reader)
        await reader.press("a", "j", "j", "}", key)

        assert standing(reader) == before


async def test_several_actors_are_turned_through(bundled: Library) -> None:
    """The title says of how many, and who is next."""
    async with reading(bundled) as reader:
        await reader.press(*"jjjjj", "a")
        first = reader.lines[0]
        await reader.press(".")
        second = reader.lines[0]
        await reader.press("comma")

        assert "1 of 4, . Huseynov" in first
        assert second.startswith(" Vasif Huseynov  a1")
        assert reader.lines[0] == first


async def test_a_row_leads_to_the_page_of_another_actor_and_out_leads_back(
    bundled: Library,
) -> None:
    """`a` on a row; Escape returns to the page before, at the same row."""
    async with reading(bundled) as reader:
        await reader.press("2", *"jj", "a", "}", "}")
        before = reader.screen
        await reader.press("a")
        other = reader.lines[0]
        await reader.press("escape")

        assert other != before.splitlines()[0]
        assert reader.screen == before


async def test_headings_are_passed_over(bundled: Library) -> None:
    """Every row that the cursor reaches leads somewhere, from top to bottom and back."""
    async with reading(bundled) as reader:
        await reader.press("2", "G", "a")
        page = page_of(reader)
        reached = []
        for key in ["g", *["j"] * len(page.rows.rows), *["k"] * len(page.rows.rows)]:
            await reader.press(key)
            reached.append(page.rows.cursor)

        assert not any(page.rows.is_heading(index) for index in reached)
        rows = [i for i in range(len(page.rows.rows)) if not page.rows.is_heading(i)]
        assert set(rows) == set(reached)


async def test_braces_step_through_the_groups(bundled: Library) -> None:
    """To the first row of each, and back."""
    async with reading(bundled) as reader:
        await reader.press("2", "a", "g")
        page = page_of(reader)
        firsts = [i + 1 for i in range(len(page.rows.rows)) if page.rows.is_heading(i)]
        on = [page.rows.cursor]
        for _ in firsts[1:]:
            await reader.press("}")
            on.append(page.rows.cursor)
        await reader.press("}")
        end = page.rows.cursor
        back = []
        for _ in firsts[1:]:
            await reader.press("{")
            back.append(page.rows.cursor)

        assert on == firsts
        assert end == firsts[-1]
        assert back == firsts[-2::-1]


async def test_the_timeline_is_of_this_actor_alone(bundled: Library) -> None:
    """t shows it, j and k show the sentence of each, t and Escape return to the page."""
    async with reading(bundled) as reader:
        await reader.press("4", "]", "a", "a", "t")
        page = page_of(reader)
        timeline = reader.screen
        await reader.press("g", "j")
        shown, row = seen_on(reader), page.rows.rows.ref(page.rows.cursor)

        assert "━ Timeline ━" in timeline
        assert shown == bundled.spans(row)[0].exact
        await reader.press("escape")
        assert "── is called" in reader.screen
        assert reader.is_asked


async def test_enter_on_the_timeline_goes_to_the_words(bundled: Library) -> None:
    """As everywhere."""
    async with reading(bundled) as reader:
        await reader.press("2", "j", "j", "a", "t", "g", "j")
        row = page_of(reader).rows.rows.ref(page_of(reader).rows.cursor)
        await reader.press("enter")

        assert reader.place.ref == row
        assert reader.pane == "source"


async def test_a_way_of_calling_leads_to_where_they_are_first_called_so(bundled: Library) -> None:
    """And the actor is at hand there."""
    async with reading(bundled) as reader:
        await reader.press("2", "j", "j", "a", "G", "enter")

        assert reader.place.ref
        assert reader.place.ref.kind is Kind.ACTOR


async def test_the_page_follows_what_others_change(bundled: Library, store: Path) -> None:
    """It shows what is, like everything else."""
    async with writing(store) as reader:
        await reader.press("2", "a")
        others = [r for r in bundled.values() if r.ref != ref("a5")]
        reader.read.library = Library([*others, an_actor(5, "Somebody Else")])
        await reader.pilot.pause()

        assert "Somebody Else" in reader.screen


async def test_nobody_is_named_and_so_nothing_opens() -> None:
    """Neither does anything break in a library without anything."""
    async with reading(Library([a_document(), a_claim(1, words("rusty"), voice="")])) as reader:
        await reader.press("a")
        assert not reader.is_asked

    async with reading(Library()) as reader:
        await reader.press("a", "m", "a", "apostrophe", "escape", "p", "escape", "semicolon", "a")
        assert not reader.is_asked


async def test_an_actor_of_whom_nothing_is_known_has_a_page() -> None:
    """Which says so."""
    library = Library([a_document(), an_actor(1), a_claim(1, words("rusty"), voice="a1")])
    async with reading(library) as reader:
        await reader.press("a", "t", "j", "enter")
        await reader.press("a", "t", "t", "j", "k", "}", "{", "G", "g", "a", ".")

        assert reader.is_asked


@in_every_window
async def test_the_page_fits_every_window(bundled: Library, size: tuple[int, int]) -> None:
    """With the words beside it, below it, or not at all; and while the window changes."""
    async with reading(bundled, size=size) as reader:
        await reader.press("2", "j", "a", "j")
        words_shown = reader.app.screen.query_one("#words").region.height > 0

        assert "is spoken of" in reader.screen or "says" in reader.screen
        assert words_shown == (size != (40, 10))
        for width, height in ((20, 5), (80, 24), (200, 60)):
            await reader.pilot.resize_terminal(width, height)
            await reader.pilot.pause()
            assert len(reader.lines) == height


# Labels.


async def test_every_target_in_view_is_a_letter_or_two_away(bundled: Library) -> None:
    """Rows of the lists and records of the text; the letters go again."""
    async with reading(bundled) as reader:
        before = standing(reader)
        await reader.press("semicolon")
        labelled = reader.screen
        screen = reader.app.screen
        assert isinstance(screen, JumpScreen)
        views = {target.view.id for target in screen._labels.values()}
        await reader.press("escape")

        assert views == {"claims", "source", "relations", "timeline"}
        assert re.search("┃d +c3 ", labelled)
        assert standing(reader) == before


async def test_a_label_leads_to_its_row_by_the_trail(bundled: Library) -> None:
    """One key after the semicolon, in the list that has the keys."""
    async with reading(bundled) as reader:
        await reader.press("semicolon", "d")
        assert (reader.ref, reader.pane) == ("c3", "claims")
        await reader.press("<")

        assert reader.ref == "c1"


async def test_a_label_in_the_text_leads_to_its_record(bundled: Library) -> None:
    """To these very words, with the keys in the text."""
    async with reading(bundled) as reader:
        await reader.press("semicolon")
        screen = reader.app.screen
        assert isinstance(screen, JumpScreen)
        label, target = [(k, t) for k, t in screen._labels.items() if t.view.id == "source"][4]
        await reader.press(*label)

        assert reader.place == target.at
        assert reader.pane == "source"


@pytest.mark.parametrize("key", ["escape", "enter", "1", "down", "ctrl+s"])
async def test_any_other_key_stays(bundled: Library, key: str) -> None:
    """And does nothing else."""
    async with reading(bundled) as reader:
        await reader.press("j", "4")
        before = standing(reader)
        await reader.press("semicolon", key)

        assert standing(reader) == before


async def test_the_first_of_two_letters_leaves_what_begins_with_it(bundled: Library) -> None:
    """A second that fits nothing cancels."""
    async with reading(bundled) as reader:
        await reader.press("semicolon", "m")
        assert reader.is_asked
        assert not re.search("┃a.* c1 ", reader.screen)
        await reader.press("1")

        assert not reader.is_asked
        assert reader.ref == "c1"


async def test_a_label_on_the_page_of_an_actor_moves_to_its_row(bundled: Library) -> None:
    """Rows only, no headings."""
    async with reading(bundled) as reader:
        await reader.press("2", "a", "g", "semicolon", "d")

        assert page_of(reader).rows.cursor == 3


# The trail.


async def test_the_trail_is_listed_with_words_and_where_from(bundled: Library) -> None:
    """The last step first, the present one pointed at."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter", "1", "j", "j", "enter", "<", "p")
        rows = [line for line in reader.lines if "from c" in line or "start" in line]

        assert ["from c2" in rows[0], "●" in rows[0]] == [True, False]
        assert "●" in rows[1]
        assert bundled.spans(ref("c4"))[0].exact[:20] in rows[0]


async def test_enter_goes_to_a_step_and_nothing_ahead_is_forgotten(bundled: Library) -> None:
    """Back and forward go on from there."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter", "1", "j", "j", "enter", "1", "j", "j", "enter")
        trail = reader.read.trail
        await reader.press("p", "down", "down", "enter")
        there = reader.ref
        await reader.press(">")

        assert reader.read.trail.places == trail.places
        assert there == str(trail.places[trail.index - 2].ref)
        assert reader.ref == str(trail.places[trail.index - 1].ref)


async def test_the_trail_is_searched_by_typing(bundled: Library) -> None:
    """By words, by ref; Escape stays where one is."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter", "1", "j", "j", "enter", "1", "j", "j", "enter")
        await reader.press("p", *"multilateral", "escape")
        stayed = reader.ref
        await reader.press("p", *"c2", "enter")

        assert stayed == "c6"
        assert reader.ref == "c2"


async def test_the_trail_survives_a_restart(bundled: Library) -> None:
    """With the position on it: back leads on from there."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter", "1", "j", "j", "enter", "<")
        session, trail = reader.read.session, reader.read.trail

    async with reading(bundled, session=session) as again:
        assert again.read.trail == trail
        await again.press(">")
        assert again.ref == "c4"
        await again.press("<", "<")
        assert again.ref == "c1"


async def test_back_shows_the_sentence_in_a_window_of_another_size(bundled: Library) -> None:
    """Places are characters, not lines."""
    async with reading(bundled, size=(200, 60)) as reader:
        await reader.press("G", "enter", "1", "g", "enter")
        await reader.pilot.resize_terminal(80, 24)
        await reader.press("4", "<")

        assert reader.ref == "c45"
        assert any(reader.words[:20] in line for line in reader.lines)


async def test_the_footer_says_at_once_that_there_is_a_way_back(bundled: Library) -> None:
    """Also after a jump that moved nothing but the keys, from a list to the words."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter")

        assert "< back" in reader.lines[-1]


# Marks.


async def test_a_mark_is_set_and_gone_to(bundled: Library) -> None:
    """m and a letter, ' and the letter; the jump joins the trail."""
    async with reading(bundled) as reader:
        await reader.press("j", "j", "m", "a", "G", "apostrophe", "a")
        there = reader.ref, reader.pane
        await reader.press("<")

        assert there == ("c3", "source")
        assert reader.ref == "c45"
        assert "Mark a: " in reader.said[0]


async def test_twice_the_quote_toggles_between_two_places(bundled: Library) -> None:
    """The place before the last jump, and again."""
    async with reading(bundled) as reader:
        await reader.press(*"jjjj", "enter", "1", *"jj", "enter", "1", "j")
        refs = []
        for _ in range(3):
            await reader.press("apostrophe", "apostrophe")
            refs.append(reader.ref)

        assert refs == ["c7", "c8", "c7"]


async def test_marks_are_listed_with_their_words(bundled: Library) -> None:
    """Arrows and Enter go there, Escape stays."""
    async with reading(bundled) as reader:
        await reader.press("j", "m", "a", "j", "m", "B", "G", "apostrophe")
        listed = reader.screen
        await reader.press("escape")
        stayed = reader.ref
        await reader.press("apostrophe", "down", "enter")

        assert f"c2  {bundled.spans(ref('c2'))[0].exact[:30]}" in listed
        assert f"c3  {bundled.spans(ref('c3'))[0].exact[:30]}" in listed
        assert stayed == "c45"
        assert reader.ref == "c3"


async def test_small_letters_are_for_the_document_and_capitals_for_all(two_texts: Library) -> None:
    """The same small letter marks a place in each text."""
    async with reading(two_texts) as reader:
        await reader.press("m", "a", "m", "Z", "d", "j", "enter", "apostrophe", "a")
        assert reader.ref == "c2"
        await reader.hears("No mark a here")
        await reader.press("apostrophe", "Z")

        assert reader.ref == "c1"


async def test_marks_survive_a_restart_and_are_not_in_the_store(store: Path) -> None:
    """They are the reader's, and nobody's data."""
    before = store.read_bytes()
    async with writing(store) as reader:
        await reader.press("j", "m", "a")
        await reader.until(lambda: load_marks(store).marks)

    async with writing(store) as again:
        await again.press("G", "apostrophe", "a")
        assert again.ref == "c2"
    assert store.read_bytes() == before


async def test_what_another_program_marked_meanwhile_is_kept(store: Path) -> None:
    """Each adds to what is in the file."""
    async with writing(store) as one, writing(store) as other:
        await one.press("m", "a")
        await one.until(lambda: len(load_marks(store).marks) == 1)
        await other.press("j", "m", "b")
        await other.until(lambda: len(load_marks(store).marks) == 2)


async def test_a_mark_is_deleted_from_the_list(store: Path) -> None:
    """And from the file."""
    async with writing(store) as reader:
        await reader.press("m", "a", "m", "b")
        await reader.until(lambda: len(load_marks(store).marks) == 2)
        await reader.press("apostrophe", "minus")
        await reader.until(lambda: [m.letter for m in load_marks(store).marks] == ["b"])


async def test_a_mark_follows_its_words_into_a_corrected_text(store: Path) -> None:
    """They are found again, as the records' are."""
    async with writing(store) as reader:
        await reader.press("j", "j", "m", "a")
        await reader.until(lambda: load_marks(store).marks)
        marked = reader.words
        library = reader.read.library
        (document,) = library.documents
        longer = a_document("A line in front.\n" + document.text)
        reader.read.library = Library([longer, *[r for r in library.values() if r != document]])
        await reader.press("G", "apostrophe", "a")

        assert reader.words == marked


async def test_a_lost_mark_is_told_in_a_line(store: Path) -> None:
    """It stays in the list, which says so too, until it is deleted."""
    async with writing(store) as reader:
        await reader.press("m", "a")
        await reader.until(lambda: load_marks(store).marks)
        reader.read.library = Library([a_document("Something else altogether.")])
        place = reader.place
        await reader.press("apostrophe")
        listed = reader.screen
        await reader.press("a")

        await reader.hears("Mark a is lost")
        assert " a  lost " in listed
        assert reader.place == place


async def test_words_that_are_being_chosen_are_what_is_marked(bundled: Library) -> None:
    """Not the record at hand."""
    async with reading(bundled) as reader:
        await reader.press("4", "v", "v", "m", "a")
        (mark,) = reader.read.marks.marks
        selection = reader.read.selection

        assert selection
        assert (mark.span.start, mark.span.end) == tuple(selection)


@pytest.mark.parametrize("key", ["escape", "1", "enter"])
async def test_what_is_no_letter_marks_nothing(bundled: Library, key: str) -> None:
    """And does nothing else."""
    async with reading(bundled) as reader:
        await reader.press("m", key)

        assert (reader.is_asked, reader.read.marks.marks, reader.ref) == (False, (), "c1")


async def test_keys_in_haste_lose_nothing(bundled: Library) -> None:
    """The letter after m is a mark, however quickly it follows."""
    async with reading(bundled) as reader:
        for key in ("m", "x"):
            reader.app.simulate_key(key)
        await reader.until(lambda: reader.read.marks.marks)

        assert [mark.letter for mark in reader.read.marks.marks] == ["x"]
        assert not reader.is_asked


@pytest.mark.parametrize("content", [b"", b"{", b"5", b'[{"letter": 5}]', b"\xff" * 9, b"[" * 9999])
async def test_a_file_of_marks_that_cannot_be_read_is_a_new_one(
    store: Path, content: bytes
) -> None:
    """Nothing is told, and the next mark is kept."""
    async with writing(store) as reader:
        await reader.press("m", "a")
        await reader.until(lambda: load_marks(store).marks)
    (path,) = (store.parent / "opedtui").glob("marks-*")
    path.write_bytes(content)

    async with writing(store) as again:
        await again.press("apostrophe", "a", "m", "b")
        await again.until(lambda: [m.letter for m in load_marks(store).marks] == ["b"])
    assert json.loads(path.read_bytes())


async def test_marks_that_cannot_be_kept_are_told(store: Path, tmp_path: Path) -> None:
    """They hold until the end of the visit."""
    async with writing(store) as reader:
        (tmp_path / "opedtui").mkdir(exist_ok=True)
        (tmp_path / "opedtui").chmod(0o500)
        state = tmp_path / "opedtui"
        for left in state.iterdir():
            left.unlink()
        state.rmdir()
        state.write_text("a file where the folder should be")
        await reader.press("j", "m", "a")
        await reader.hears("cannot be kept")
        await reader.press("G", "apostrophe", "a")

        assert reader.ref == "c2"


# What data says.


HOSTILE = "\x1b[7777m[/][@click=app.quit]x\u202e\x07\n" + "w" * 5000


@in_every_window
async def test_nothing_hostile_is_obeyed(size: tuple[int, int]) -> None:
    """Whatever an actor, an alias, a voice or a word is called."""
    text = f"Well, {HOSTILE} said so. And {HOSTILE} again."
    document = a_document(text, title=HOSTILE)
    actor = an_actor(1, HOSTILE, kind=HOSTILE, aliases=(Alias(text=HOSTILE, kind=HOSTILE),))
    claim = Claim(
        **{**vars(a_claim(1, words("Well", document), about=(ref("a1"),))), "stance": HOSTILE}
    )
    async with reading(Library([document, actor, claim]), size=size) as reader:
        for key in ("m", "a", "p", "escape", "apostrophe", "escape", "a", "t", "t", "j", "G",
                    "semicolon", "escape", "enter", "semicolon", "a"):  # fmt: skip
            await reader.press(key)
            assert "\x1b" not in reader.screen
            assert "\u202e" not in reader.screen
        assert reader.app.is_running


async def test_the_small_library_is_followed_everywhere() -> None:
    """Every record's actors have pages whose rows all lead somewhere."""
    library = a_library()
    async with reading(library) as reader:
        for pane in "123456":
            await reader.press(pane, "a")
            if reader.is_asked:
                page = page_of(reader)
                for _ in range(len(page.rows.rows)):
                    await reader.press("j")
                    assert page.sight
                await reader.press("escape")
        assert not reader.is_asked


def test_the_store_of_these_tests_can_be_read(store: Path) -> None:
    """So that what is told above is told of marks."""
    assert not Store(store).load().faults
