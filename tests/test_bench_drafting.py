"""What is said of drafting is counted as its page says."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from bench.drafting.actors import actor_figures
from bench.drafting.claims import claim_figures
from bench.drafting.dates import date_figures
from bench.drafting.goals import INTERVIEWS, MARKS, NEWS, Key, Mark, fallen
from bench.drafting.gold import (
    GOLD,
    GoldActor,
    GoldClaim,
    GoldDate,
    GoldMention,
    GoldQuote,
    GoldText,
    gold_texts,
)
from bench.drafting.page import IN_BOTH, IN_ONE, PAGE, drawn, redrawn
from bench.drafting.quotes import quote_figures
from bench.drafting.sentences import sentence_figures
from bench.drafting.shares import Drafted, Figures

from opedtui.drafting.draft import Draft
from opedtui.drafting.found import (
    FoundActor,
    FoundClaim,
    FoundDate,
    FoundMention,
    FoundQuote,
)
from opedtui.model.dates import Edtf
from opedtui.model.stretch import Stretch

TEXT = "“We left in May 2020,” Ann Lee said of “Peace Now”. She hopes that Ghana helps. It must."
SENTENCES = (Stretch(0, 51), Stretch(52, 79), Stretch(80, 88))
SAID, TITLE = Stretch(1, 21), Stretch(40, 49)
MAY = Edtf.parse("2020-05")


def of(words: str) -> Stretch:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Stretch(start, start + len(words))


ANN = GoldActor(
    "g1",
    "person",
    (GoldMention(of("Ann Lee"), "name"), GoldMention(of("She"), "pronoun")),
    ("person",),
    salience=3,
)
GHANA = GoldActor("g2", "place", (GoldMention(of("Ghana"), "name"),), ("state",))
MARKED = GoldText(
    "text",
    TEXT,
    sentences=SENTENCES,
    dates=(GoldDate(of("May 2020"), (MAY,)),),
    actors=(ANN, GHANA),
    quotes=(
        GoldQuote(SAID, True, (of("Ann Lee"),), ("Ann", "Lee"), ("g1",)),
        GoldQuote(TITLE, False),
    ),
)


def drafted(
    sentences: tuple[Stretch, ...] = (),
    actors: tuple[FoundActor, ...] = (),
    quotes: tuple[FoundQuote, ...] = (),
    claims: tuple[FoundClaim, ...] = (),
) -> Draft:
    return Draft(TEXT, None, sentences, actors, quotes, (), claims, ())


def actor(name: str, kind: str, *mentions: tuple[Stretch, str]) -> FoundActor:
    found = tuple(FoundMention(*place, form, "rule", 0.9) for place, form in mentions)
    return FoundActor(name, kind, (), found)


def quote(place: Stretch, kind: str, speaker: Stretch | None, confidence: float) -> FoundQuote:
    return FoundQuote((place,), kind, speaker, None, "explicit", "rule", confidence)


def found_date(place: Stretch, value: str) -> FoundDate:
    return FoundDate(*place, Edtf.parse(value), "rule", 0.9)


def of_dates(dates: Sequence[FoundDate], marked: GoldText = MARKED) -> Figures:
    return date_figures([(marked, dates)])


FOUND_ANN = actor("Ann Lee", "person", (of("Ann Lee"), "name"), (of("She"), "pronoun"))
FOUND_GHANA = actor("Ghana", "state", (of("Ghana"), "name"))
FOUND_SAID = quote(SAID, "direct", of("Ann Lee"), 0.9)

# Sentences.


def test_sentences_that_end_alike_are_all_right() -> None:
    """One character more or less is no difference."""
    nearly = (Stretch(0, 50), *SENTENCES[1:])

    assert sentence_figures([Drafted(MARKED, drafted(nearly))]) == {"F": 1}


def test_a_sentence_end_that_is_missed_or_made_up_costs() -> None:
    """Of three ends two are found, and half of the four found are right."""
    missed = drafted((Stretch(0, 79), SENTENCES[2]))
    made_up = drafted((Stretch(0, 20), Stretch(20, 51), Stretch(52, 60), Stretch(60, 79)))

    assert sentence_figures([Drafted(MARKED, missed)])["F"] == pytest.approx(0.8)
    assert sentence_figures([Drafted(MARKED, made_up)])["F"] == pytest.approx(4 / 7)


# Dates.


def test_a_date_is_found_to_the_word_and_with_its_days() -> None:
    """The value may be written in another way, as long as it covers the same days."""
    figures = of_dates([found_date(of("May 2020"), "2020-05-01/2020-05-31")])

    assert figures == {"relaxed F": 1, "strict F": 1, "value F": 1}


def test_a_date_with_other_words_and_another_year_is_only_found() -> None:
    """Touching its words is enough for that."""
    figures = of_dates([found_date(of("May"), "2021-05")])

    assert figures == {"relaxed F": 1, "strict F": 0, "value F": 0}


def test_two_dates_that_make_up_one_have_its_days_together() -> None:
    """Whoever marks a range may draft it as its ends."""
    year = GoldText("", TEXT, dates=(GoldDate(of("May 2020"), (Edtf.parse("2019/2020"),)),))

    figures = of_dates([found_date(of("May"), "2019"), found_date(of("2020"), "2020")], year)

    assert figures["value F"] == pytest.approx(2 / 3)


def test_a_week_may_begin_on_a_sunday() -> None:
    """A week later is another week."""
    week = GoldText(
        "", TEXT, dates=(GoldDate(of("May 2020"), (Edtf.parse("2020-05-04/2020-05-10"),)),)
    )

    assert of_dates([found_date(of("May"), "2020-05-03/2020-05-09")], week)["value F"] == 1
    assert of_dates([found_date(of("May"), "2020-05-11/2020-05-17")], week)["value F"] == 0


def test_what_is_no_date_costs_and_what_is_neutral_does_not() -> None:
    """Neutral words may be drafted or left."""
    right, wrong = found_date(of("May 2020"), "2020-05"), found_date(of("hopes"), "2020")
    neutral = MARKED._replace(
        dates=(GoldDate(of("May 2020"), (MAY,)), GoldDate(of("hopes"), (), True))
    )

    assert of_dates([right, wrong])["relaxed F"] == pytest.approx(2 / 3)
    assert of_dates([right, wrong], neutral)["relaxed F"] == 1
    assert of_dates([right], neutral)["relaxed F"] == 1


# Actors.


def test_actors_and_pronouns_that_are_all_right() -> None:
    """A state may stand for a place."""
    figures = actor_figures([Drafted(MARKED, drafted(actors=(FOUND_ANN, FOUND_GHANA)))])

    assert set(figures.values()) == {1}


def test_an_actor_that_is_missed_and_one_made_up() -> None:
    """Half of those drafted are right, half of those named are found; all that are salient."""
    made_up = actor("Peace Now", "ngo", (of("Peace Now"), "name"))

    figures = actor_figures([Drafted(MARKED, drafted(actors=(FOUND_ANN, made_up)))])

    assert (figures["P"], figures["R"], figures["salient R"]) == (0.5, 0.5, 1)


def test_a_pronoun_of_somebody_else_is_wrong() -> None:
    """Here Ghana is drafted as a person and as who `She` is."""
    ann = actor("Ann Lee", "person", (of("Ann Lee"), "name"))
    ghana = actor("Ghana", "person", (of("Ghana"), "name"), (of("She"), "pronoun"))

    figures = actor_figures([Drafted(MARKED, drafted(actors=(ann, ghana)))])

    assert (figures["pronouns drafted"], figures["pronouns right"]) == (1, 0)
    assert (figures["kind"], figures["fine kind"]) == (0.5, 0.5)


def test_an_optional_actor_may_be_drafted_or_left() -> None:
    """It is neither asked for nor held against a draft, nor does it make up for a wrong one."""
    marked = MARKED._replace(actors=(ANN, GHANA._replace(optional=True)))
    made_up = actor("Peace Now", "ngo", (of("Peace Now"), "name"))

    for actors in ((FOUND_ANN, made_up), (FOUND_ANN, made_up, FOUND_GHANA)):
        figures = actor_figures([Drafted(marked, drafted(actors=actors))])

        assert (figures["P"], figures["R"]) == (0.5, 1)


def test_a_state_may_stand_for_those_who_govern_it() -> None:
    """Its finer kind is another all the same."""
    marked = MARKED._replace(actors=(GHANA._replace(kind="organisation", kinds=("government",)),))

    figures = actor_figures([Drafted(marked, drafted(actors=(FOUND_GHANA,)))])

    assert (figures["kind"], figures["fine kind"]) == (1, 0)


# Quotations.


def test_a_quotation_with_its_speaker_is_all_right() -> None:
    """The title beside it is nobody's words."""
    title = quote(TITLE, "title", None, 0.7)

    figures = quote_figures([Drafted(MARKED, drafted(quotes=(FOUND_SAID, title)))])

    assert set(figures.values()) == {1}


def test_a_title_drafted_as_said_costs() -> None:
    """And so do words drafted where there are no quotation marks."""
    title, elsewhere = quote(TITLE, "mixed", None, 0.5), quote(of("It must"), "direct", None, 0.5)

    one = quote_figures([Drafted(MARKED, drafted(quotes=(FOUND_SAID, title)))])
    two = quote_figures([Drafted(MARKED, drafted(quotes=(FOUND_SAID, title, elsewhere)))])

    assert one["detection F"] == one["end to end F"] == pytest.approx(2 / 3)
    assert two["detection F"] == two["end to end F"] == 0.5


@pytest.mark.parametrize(
    "said",
    [
        GoldQuote(SAID, True, (of("Ann Lee"),), names=("Ann", "Lee")),
        GoldQuote(SAID, True, (of("Ann Lee"),), actors=("g1",)),
    ],
)
def test_a_speaker_is_right_by_a_name_or_by_the_actor_that_is_meant(said: GoldQuote) -> None:
    """`She` stands elsewhere than the words that people marked, and means the same."""
    draft = drafted(actors=(FOUND_ANN,), quotes=(quote(SAID, "direct", of("She"), 0.9),))

    figures = quote_figures([Drafted(MARKED._replace(quotes=(said,)), draft)])

    assert set(figures.values()) == {1}


def test_a_wrong_speaker_leaves_a_quotation_found() -> None:
    """However sure it is."""
    draft = drafted(
        actors=(FOUND_ANN, FOUND_GHANA), quotes=(quote(SAID, "direct", of("Ghana"), 0.9),)
    )

    figures = quote_figures([Drafted(MARKED, draft)])

    assert (figures["detection F"], figures["sure"]) == (1, 1)
    assert (figures["speaker"], figures["end to end F"], figures["sure right"]) == (0, 0, 0)


def test_half_of_its_words_are_needed_to_find_a_quotation() -> None:
    """And a quotation drafted without confidence is not sure."""
    little = quote(Stretch(1, 8), "direct", of("Ann Lee"), 0.9)
    most = quote(Stretch(1, 15), "direct", of("Ann Lee"), 0.8)

    assert quote_figures([Drafted(MARKED, drafted(quotes=(little,)))])["detection F"] == 0
    figures = quote_figures([Drafted(MARKED, drafted(quotes=(most,)))])
    assert (figures["detection F"], figures["sure"]) == (1, 0)


# Claims.


def claim(place: Stretch, score: float, label: str = "opinion") -> FoundClaim:
    return FoundClaim(place, label, score, (), "", "", "rule")


def test_claims_are_right_as_far_as_the_likeliest_are_opinions() -> None:
    """What is drafted to be checked is not looked at, and a rank that is not filled is wrong."""
    places = [of(word) for word in ("left", "said", "hopes", "helps")]
    opinions = (False, True, True, False)
    marked = GoldText("", TEXT, claims=tuple(map(GoldClaim, places, opinions)))
    claims = (claim(places[0], 0.9, "checkable"), claim(places[3], 0.2), claim(places[1], 0.5))

    figures = claim_figures([Drafted(marked, drafted(claims=claims))])

    assert figures == {"P@1": 1, "P@3": pytest.approx(1 / 3), "chance": 0.5}


# The texts, the floors and the page.


@pytest.mark.parametrize("name", sorted(path.name for path in GOLD.iterdir() if path.is_dir()))
def test_what_was_marked_stands_where_it_is_said_to(name: str) -> None:
    """Every place is in its text, and every date can be read."""
    texts = gold_texts(name)

    assert texts
    for text in texts:
        actors = [m.place for one in text.actors or () for m in one.mentions]
        marked = [d.place for d in text.dates or ()] + [q.place for q in text.quotes or ()]
        assert all(0 <= a < b <= len(text.text) for a, b in (*actors, *marked))


def test_a_text_is_read_from_its_two_files(tmp_path: Path) -> None:
    """What nobody marked is None: nothing is held against a draft there."""
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "one.txt").write_text(TEXT, "utf-8")
    known = {"published": "2020-06-01", "dates": [{"start": 12, "end": 20, "edtf": "2020-05"}]}
    (tmp_path / "set" / "one.json").write_text(json.dumps(known), "utf-8")

    (text,) = gold_texts("set", tmp_path)

    dates = (GoldDate(Stretch(12, 20), (MAY,)),)
    assert text == GoldText("one", TEXT, Edtf.parse("2020-06-01"), dates=dates)


def test_whoever_falls_below_a_floor_is_told() -> None:
    """Of time there may be less, of all else more."""
    dates: Key = (NEWS, "dates", "value F")
    speed: Key = (NEWS, "speed", "10,000 characters")

    told = fallen({dates: 0.1, speed: 9_999})

    assert fallen({dates: 1, speed: 1}) == []
    assert [line.split(" is ")[0] for line in told] == [" ".join(dates), " ".join(speed)]


def test_a_goal_is_met_or_missed() -> None:
    """Where nothing is asked, nothing is missed."""
    assert Mark(0.5).is_met(0.5) and not Mark(0.5).is_met(0.4)
    assert Mark(100, is_time=True).is_met(90) and not Mark(100, is_time=True).is_met(101)
    assert Mark().is_met(0)


def test_the_page_is_as_the_command_writes_it() -> None:
    """The figures may be others, the rows are the same; the rest of the page is left alone."""
    page = PAGE.read_text("utf-8")

    written = redrawn(page, dict.fromkeys(shown_figures(), 0.0))

    assert without_figures(written) == without_figures(page)


def test_a_missed_goal_is_marked_by_a_word() -> None:
    """No colour is needed to see it."""
    good, bad = (drawn(dict.fromkeys(shown_figures(), value)) for value in (1.0, 0.0))

    assert "missed" not in good
    assert "| sentences, F | 0.000 | 0.000 | 0.985 | **missed** |" in bad


def test_every_floor_and_goal_is_of_a_figure_that_is_shown() -> None:
    """None is set for what nobody measures."""
    assert set(shown_figures()) >= set(MARKS)


def shown_figures() -> list[Key]:
    both: list[Key] = [(name, *key) for key in IN_BOTH for name in (NEWS, INTERVIEWS)]
    return both + list(IN_ONE)


def without_figures(page: str) -> str:
    """The page without what is measured, and without where and when."""
    page = re.sub(r"^Measured on .*\n.*$", "", page, flags=re.MULTILINE)
    return re.sub(r"\| (\d\.\d{3}|\d+ ms|met|\*\*missed\*\*)(?= \|)", "| …", page)
