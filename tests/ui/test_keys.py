"""Every key of the reading screen, from the reader's side."""

from __future__ import annotations

import pytest

from opedtui.model.refs import Kind, Ref
from opedtui.reading.library import Library
from opedtui.reading.session import Session
from opedtui.reading.ties import ties_of
from opedtui.ui.commands import COMMANDS

from .reader import reading


async def test_the_first_claim_is_at_hand_when_the_app_opens(bundled: Library) -> None:
    """A reader begins at the first claim, with the list in focus and the words shown."""
    async with reading(bundled) as reader:
        assert (reader.ref, reader.pane) == ("c1", "claims")
        assert reader.words == reader.record("c1").spans[0].exact


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_moving_in_a_list_shows_the_words_and_keeps_the_focus(
    bundled: Library, down: str, up: str
) -> None:
    """No key is needed to get from a claim to its words."""
    async with reading(bundled) as reader:
        await reader.press(down, down, up)

        assert (reader.ref, reader.pane) == ("c2", "claims")
        assert reader.words == reader.record("c2").spans[0].exact


@pytest.mark.parametrize("key", ["G", "end"])
async def test_the_last_and_the_first_are_one_key_away(bundled: Library, key: str) -> None:
    """G and End lead to the last claim, g and Home to the first."""
    async with reading(bundled) as reader:
        await reader.press(key)
        last = reader.ref
        await reader.press("g")

        assert last == f"c{len(bundled.claims)}"
        assert reader.ref == "c1"


@pytest.mark.parametrize(
    ("on", "back"), [("pagedown", "pageup"), ("ctrl+d", "ctrl+u"), ("space", "pageup")]
)
async def test_pages_go_down_and_up(bundled: Library, on: str, back: str) -> None:
    """A page on and a page back is where one was."""
    async with reading(bundled) as reader:
        await reader.press(on)
        further = reader.ref
        await reader.press(back)

        assert int(further[1:]) > 5
        assert reader.ref == "c1"


async def test_left_and_right_turn_to_the_other_lists(bundled: Library) -> None:
    """Claims, actors and quotes stand side by side."""
    async with reading(bundled) as reader:
        panes = []
        for key in ("l", "right", "l", "h", "left"):
            await reader.press(key)
            panes.append(reader.pane)

        assert panes == ["actors", "quotes", "claims", "quotes", "actors"]


@pytest.mark.parametrize(
    ("key", "pane"),
    [
        ("1", "claims"), ("2", "actors"), ("3", "quotes"),
        ("4", "source"), ("5", "relations"), ("6", "timeline"),
    ],
)  # fmt: skip
async def test_a_digit_leads_to_a_pane(bundled: Library, key: str, pane: str) -> None:
    """Every pane has its digit, and its title shows it."""
    async with reading(bundled) as reader:
        await reader.press("4", key)

        assert reader.pane == pane
        assert f"{key} {pane.title()}" in reader.screen


async def test_tab_visits_the_panes_in_turn(bundled: Library) -> None:
    """The list that is shown, the text, the ties, the timeline, and round."""
    async with reading(bundled) as reader:
        there, back = [], []
        for _ in range(4):
            await reader.press("tab")
            there.append(reader.pane)
        for _ in range(4):
            await reader.press("shift+tab")
            back.append(reader.pane)

        assert there == ["source", "relations", "timeline", "claims"]
        assert back == ["timeline", "relations", "source", "claims"]


async def test_enter_leads_from_claim_to_words_to_ties_to_the_other_end(bundled: Library) -> None:
    """The sentence is one key from the answer, and the answer one key from the sentence."""
    async with reading(bundled) as reader:
        await reader.press("j", "enter")
        assert (reader.pane, reader.ref) == ("source", "c2")
        await reader.press("enter")
        assert (reader.pane, reader.ref) == ("relations", "c2")
        first = ties_of(bundled, Ref.parse("c2"))[0].other
        await reader.press("enter")

        assert (reader.pane, reader.ref) == ("relations", str(first))


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_out_leads_back_through_the_panes_that_enter_led_through(
    bundled: Library, key: str
) -> None:
    """Escape backs out one level at a time, and stays at the list."""
    async with reading(bundled) as reader:
        await reader.press("enter", "enter")
        panes = []
        for _ in range(3):
            await reader.press(key)
            panes.append(reader.pane)

        assert panes == ["source", "claims", "claims"]


async def test_moving_among_ties_shows_the_other_end_and_stays(bundled: Library) -> None:
    """A neighbour's words are seen without leaving the record at hand."""
    async with reading(bundled) as reader:
        ties = ties_of(bundled, Ref.parse("c1"))
        await reader.press("5", "j")
        seen = reader.words

        assert reader.ref == "c1"
        assert seen == bundled.spans(ties[1].other)[0].exact
        await reader.press("escape")
        assert reader.words == reader.record("c1").spans[0].exact


@pytest.mark.parametrize(
    ("back", "forward"), [("<", ">"), ("alt+left", "alt+right"), ("ctrl+o", ">")]
)
async def test_the_trail_leads_back_and_forward(bundled: Library, back: str, forward: str) -> None:
    """Back returns to where the jump began, forward to where it ended."""
    async with reading(bundled) as reader:
        await reader.press("j", "j", "5", "enter")
        jumped_to = reader.ref
        await reader.press(back)
        returned_to = reader.ref
        await reader.press(forward)

        assert jumped_to != "c3"
        assert returned_to == "c3"
        assert reader.ref == jumped_to


async def test_small_movements_do_not_join_the_trail(bundled: Library) -> None:
    """Back after ten rows is not ten keys."""
    async with reading(bundled) as reader:
        await reader.press("5", "enter", "1", *["j"] * 10)
        await reader.press("<")

        assert reader.ref == "c1"


async def test_cycling_visits_every_record_at_the_words(bundled: Library) -> None:
    """Where records overlap, the full stop goes round them and the comma back."""
    async with reading(bundled) as reader:
        there = {str(anchor.ref) for anchor in bundled.anchors(Ref.parse("d1")).at(0)}
        seen = []
        for _ in there:
            await reader.press(".")
            seen.append(reader.ref)
        await reader.press("comma")

        assert set(seen) == there
        assert len(there) > 1
        assert reader.ref == seen[-2]


@pytest.mark.parametrize(
    ("letter", "kind"),
    [("c", Kind.CLAIM), ("q", Kind.QUOTE), ("e", Kind.EVENT), ("a", Kind.ACTOR)],
)
async def test_a_chord_leads_to_the_next_and_previous_of_a_kind(
    bundled: Library, letter: str, kind: Kind
) -> None:
    """`]q ]q [q` is the first quotation after here."""
    async with reading(bundled) as reader:
        await reader.press("]", letter)
        first = reader.place
        await reader.press("]", letter, "[", letter)

        assert first.ref
        assert first.ref.kind is kind
        assert reader.place == first


async def test_a_bracket_alone_leads_to_the_next_record_of_any_kind(bundled: Library) -> None:
    """It acts at once; nobody has to wait for a second key."""
    async with reading(bundled) as reader:
        await reader.press("]")
        after = reader.place
        await reader.press("[")

        assert after.ref != Ref.parse("c1")
        assert reader.ref == "c1"


@pytest.mark.parametrize("pane", "123456")
async def test_a_bracket_waits_for_its_letter_in_every_pane(bundled: Library, pane: str) -> None:
    """In the text too, where `c` alone says what chosen words are."""
    async with reading(bundled) as reader:
        await reader.press(pane, "]", "c")
        first = reader.place
        await reader.press("]", "c")

        assert first.ref
        assert first.ref.kind is Kind.CLAIM
        assert reader.place.ref
        assert reader.place.ref.kind is Kind.CLAIM
        assert reader.place > first


async def test_a_waiting_bracket_says_what_may_follow(bundled: Library) -> None:
    """The footer names the letters while they count."""
    async with reading(bundled) as reader:
        await reader.press("]")

        assert "next claim" in reader.lines[-1]
        await reader.pilot.pause(1.7)
        assert "next claim" not in reader.lines[-1]


async def test_the_same_actor_is_found_where_else_it_is_named(bundled: Library) -> None:
    """`]s` goes to the next words of the record at hand."""
    async with reading(bundled) as reader:
        await reader.press("2")
        await reader.press("j")
        actor, first = reader.place.ref, reader.place.start
        await reader.press("]", "s")
        second = reader.place
        await reader.press("[", "s")

        assert actor
        assert second.ref == actor
        assert second.start == bundled.spans(actor)[1].start
        assert reader.place.start == first


async def test_walking_in_the_text_moves_the_lists(bundled: Library) -> None:
    """The lists follow the sentence under the cursor."""
    async with reading(bundled) as reader:
        await reader.press("4", "}", "}")

        third = bundled.paragraphs(Ref.parse("d1"))[2]
        assert third.start <= reader.place.start < third.end
        cursor = reader.read.query_one("#claims").cursor  # type: ignore[attr-defined]
        claim = bundled.claims[cursor]
        assert claim.spans[0].start <= reader.read.source.cursor < claim.spans[0].end


async def test_words_and_paragraphs_are_steps_in_the_text(bundled: Library) -> None:
    """l and h go by words, the braces by paragraphs, j and k by lines."""
    async with reading(bundled) as reader:
        text = bundled.documents[0].text
        await reader.press("4", "l")
        assert text[reader.read.source.cursor :].startswith(text.split()[1])
        await reader.press("h")
        assert reader.read.source.cursor == 0
        await reader.press("}", "{")
        assert reader.read.source.cursor == 0
        await reader.press("j", "k")
        assert reader.read.source.cursor == 0
        await reader.press("G")
        assert reader.read.source.cursor >= bundled.paragraphs(Ref.parse("d1"))[-1].start


async def test_zoom_fills_the_screen_with_one_pane_and_out_ends_it(bundled: Library) -> None:
    """z shows one pane alone; z or Escape bring the others back."""
    async with reading(bundled) as reader:
        await reader.press("4", "z")
        alone = reader.screen
        await reader.press("escape")

        assert "Timeline" not in alone
        assert "Timeline" in reader.screen
        assert reader.pane == "source"


async def test_every_row_of_the_timeline_leads_to_its_words(bundled: Library) -> None:
    """Time is walked like the other lists."""
    async with reading(bundled) as reader:
        await reader.press("6", "g")
        seen = {reader.words}
        for _ in range(len(bundled.events) - 1):
            await reader.press("j")
            seen.add(reader.words)

        assert {event.spans[0].exact for event in bundled.events} == seen


async def test_help_names_every_key(bundled: Library) -> None:
    """The page is as long as it must be, and scrolls."""
    async with reading(bundled, size=(120, 240)) as reader:
        await reader.press("?")

        for command in COMMANDS:
            for key in command.shown_keys:
                assert key in reader.screen
        await reader.press("escape")
        assert "Claims" in reader.screen


async def test_help_scrolls_and_closes_by_the_key_that_opened_it(bundled: Library) -> None:
    """In a small window the end of the page is within reach."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("f1", "G")
        end = reader.screen
        await reader.press("g", "j", "k", "pagedown", "pageup", "?")

        assert "▐ ▌ the words at hand" in end
        assert "Claims" in reader.screen


async def test_the_palette_finds_a_command_by_its_name(bundled: Library) -> None:
    """ctrl+p, a few letters, Enter."""
    async with reading(bundled) as reader:
        await reader.press("ctrl+p", *"timeline")
        await reader.pilot.pause(0.3)
        await reader.press("enter")

        assert reader.pane == "timeline"


async def test_the_theme_turns_and_is_remembered(bundled: Library) -> None:
    """T changes between light and dark, and the next start has it."""
    async with reading(bundled) as reader:
        await reader.press("T")

    async with reading(bundled) as reader:
        assert reader.app.theme == "textual-light"


async def test_another_document_is_opened_from_the_list_of_documents(two_texts: Library) -> None:
    """d lists the documents, Enter opens one, and the trail leads back."""
    async with reading(two_texts) as reader:
        await reader.press("d", "j", "enter")
        other = reader.place.doc
        await reader.press("<")

        assert other == Ref.parse("d2")
        assert reader.place.doc == Ref.parse("d1")


async def test_quit_remembers_the_place_and_the_next_start_begins_there(
    bundled: Library,
) -> None:
    """Ref, words, scroll and pane come back, in a window of another size too."""
    async with reading(bundled) as reader:
        await reader.press("G", "enter")
        left: Session = reader.read.session

    async with reading(bundled, size=(80, 24), session=left) as again:
        assert again.place == left.place
        assert again.pane == "source"
        assert any(again.words.split()[0] in line for line in again.lines)


async def test_all_that_is_known_is_one_key_away(bundled: Library) -> None:
    """The statement whole, however small the window, with every fact and the words."""
    async with reading(bundled, size=(80, 24)) as reader:
        await reader.press("j", "j", "j", "j", "j", "i")

        assert "┏━ c6 ━" in reader.screen
        assert "interests of the other side." in reader.screen
        await reader.press("G")
        assert "said by    Huseynov ▸ the leaders" in reader.screen
        await reader.press("i")
        assert not reader.is_asked


async def test_the_tie_under_the_cursor_is_told_of(bundled: Library) -> None:
    """What is in sight, not where the reader came from."""
    async with reading(bundled) as reader:
        await reader.press("5", "i")

        assert "┏━ c2 ━" in reader.screen


@pytest.mark.parametrize(
    ("keys", "far"),
    [
        ("j", "claim 2 of 45, 45 unread"),
        ("2 j", "actor 2 of 32"),
        ("3 G", "quote 10 of 10"),
        ("6 g", "event 1 of 19"),
    ],
)
async def test_the_last_line_says_how_far_the_reader_is(
    bundled: Library, keys: str, far: str
) -> None:
    """In the list that the keys move in; among claims, how many are unread."""
    async with reading(bundled) as reader:
        await reader.press(*keys.split())

        assert far in reader.lines[-1]


async def test_the_trail_is_counted_from_its_first_step(bundled: Library) -> None:
    """A number without a way back or on says nothing."""
    async with reading(bundled) as reader:
        assert reader.lines[0].endswith("¶ 1/18 c1")

        await reader.press("enter", "enter", "enter")

        assert "‹ 2" in reader.lines[0]


def test_no_key_does_two_things() -> None:
    """Two commands claim `n` only, and never are both available: hits are walked, or not."""
    keys = [key for command in COMMANDS for key in command.keys]

    assert {key for key in keys if keys.count(key) > 1} == {"n"}


async def test_every_command_can_be_carried_out(bundled: Library) -> None:
    """No command of the table is without an action on the screen, the app or a pane."""
    async with reading(bundled) as reader:
        targets: list[object] = [reader.app, reader.read, reader.read.source]
        targets.append(reader.read.query_one("#claims"))
        for command in COMMANDS:
            name = command.does.removeprefix("app.").partition("(")[0]

            assert any(hasattr(target, f"action_{name}") for target in targets), command.id
