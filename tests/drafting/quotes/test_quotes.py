"""Quotations, of what kind they are and who says them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from opedtui.drafting.found import FoundQuote
from opedtui.drafting.names import names
from opedtui.drafting.quotes import quotes
from opedtui.model.sentences import sentences


class Seen(NamedTuple):
    """A quotation as a reader would tell it."""

    words: str
    speaker: str
    kind: str = "direct"


def found(text: str) -> list[FoundQuote]:
    parts = sentences(text)
    return quotes(text, parts, names(text, parts))


def seen(text: str) -> list[Seen]:
    return [
        Seen(
            " … ".join(text[slice(*stretch)].strip("“”\"'‘’«»„`") for stretch in quote.stretches),
            text[slice(*quote.speaker)] if quote.speaker else "",
            quote.kind,
        )
        for quote in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is safe,” said the mayor on Monday.", "the mayor"),
        ("“It is safe,” said Mary Brown, the mayor of Leeds.", "Mary Brown"),
        ("“It is safe,” Mary Brown, the mayor, later told reporters.", "Mary Brown"),
        ("“Is it safe?” asked the judge.", "the judge"),
        ("The mayor said: “It is safe.”", "The mayor"),
        ("Last week Mary Brown, who is 70, said, “It is safe.”", "Mary Brown"),
        ("In a letter to the council, the mayor wrote: “It is safe.”", "the mayor"),
        ("As Churchill once put it: “Never give in.”", "Churchill"),
        ("According to the mayor, “it is safe”.", "the mayor"),
        ("“It is safe”, according to the Daily Post.", "the Daily Post"),
        ("Lavrov: “We have no plans to leave.”", "Lavrov"),
        ("“Never give in.” — Winston Churchill", "Winston Churchill"),
        ("She asked whether “the deal is dead”.", "She"),
        ("It is, the president said last week, “a matter of life and death”.", "the president"),
    ],
)
def test_the_words_that_say_who_speaks_are_found(text: str, speaker: str) -> None:
    """Before the quotation, behind it, and beside an office or a clause about the speaker."""
    (quote,) = seen(text)

    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It is safe,” she said.", "It is safe,"),
        ('"It is safe," she said.', "It is safe,"),
        ("‘It’s the people’s bridge,’ she said.", "It’s the people’s bridge,"),
        ("«It is safe», she said.", "It is safe"),
        ("„It is safe“, she said.", "It is safe"),
        ("`` It is safe , '' she said .", " It is safe , "),
        ("“He called it ‘safe’,” she said.", "He called it ‘safe’,"),
        ("She said: “The bridge, I say, is safe", "The bridge, I say, is safe"),
    ],
)
def test_every_kind_of_mark_quotes(text: str, words: str) -> None:
    """Apostrophes and inner quotations end none, and a forgotten mark loses nothing."""
    (quote,) = seen(text)

    assert (quote.words.strip(), quote.speaker.lower()) == (words.strip(), "she")


def test_a_cue_in_the_middle_leaves_one_quotation() -> None:
    """What goes on in small letters goes on with the same sentence."""
    (quote,) = seen("“I never said that,” she insisted, “and I never will.”")

    assert quote == Seen("I never said that, … and I never will.", "she")


def test_each_paragraph_of_a_long_quotation_begins_with_a_mark() -> None:
    """Only the last ends with one; together they are one quotation."""
    (quote,) = seen("“The first part is long.\n\n“The second is longer,” said Ann Lee.")

    assert quote == Seen("The first part is long. … The second is longer,", "Ann Lee")


def test_more_of_the_same_speaker_needs_no_cue() -> None:
    """Right behind the first quotation, or in the paragraph; how that is told is said."""
    quotes = found("“It is safe,” Ann Lee said. “I have seen the plans.”")

    assert [quote.rule for quote in quotes] == ["said-before", "goes-on"]
    assert quotes[1].speaker == quotes[0].speaker
    assert quotes[1].attribution == "implicit"


def test_a_speaker_is_left_open_where_nothing_tells() -> None:
    """Better none than a wrong one; and such a quotation is not shown as sure."""
    (quote,) = found("It was a warm day in the town. “The bridge is closed until further notice.”")

    assert quote.speaker is None
    assert quote.attribution == "none"
    assert quote.confidence < 0.85


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister called the plan “a disgrace”.", "mixed"),
        ("He wrote that the bridge “may not hold another winter”.", "mixed"),
        ("The so-called “experts” were silent.", "scare"),
        ("Mrs May's ‘strong and stable’ leadership was a myth.", "scare"),
        ("A user named “Anonymous” had done it.", "title"),
        ("In “The End of History”, Francis Fukuyama argued the contrary.", "title"),
        ("The film “Bridge of Spies” won a prize.", "title"),
    ],
)
def test_marks_that_quote_nobody_are_told_from_those_that_do(text: str, kind: str) -> None:
    """Names of works, and words held at arm's length, have no speaker."""
    (quote,) = seen(text)

    assert quote.kind == kind
    assert bool(quote.speaker) == (kind == "mixed")


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("“It is safe,” said Ann Lee.", "explicit"),
        ("“It is safe,” he said.", "anaphoric"),
        ("“It is safe,” the minister said.", "anaphoric"),
    ],
)
def test_how_the_text_tells_the_speaker_is_told(text: str, attribution: str) -> None:
    """By a name, or by words that point to one."""
    assert [quote.attribution for quote in found(text)] == [attribution]


def test_a_block_without_marks_is_a_quotation_too() -> None:
    """Where a cue and a colon lead to it."""
    (quote,) = found("Mr Brown continued:\n\nThe bridge is safe. It will stay so.")

    assert (quote.rule, quote.kind) == ("block", "direct")


def test_apostrophes_are_no_quotations() -> None:
    """Elided words and decades neither open nor close one."""
    assert seen("'Tis the season of the '90s, and the players' bus is the towns' joy.") == []


def test_two_speakers_in_turn_are_kept_apart() -> None:
    """Each quotation has its own."""
    turns = seen("“You did,” he said. “Why?” asked the judge. “Because I could,” answered Brown.")

    assert [quote.speaker for quote in turns] == ["he", "the judge", "Brown"]


def test_a_whole_sentence_in_marks_is_somebody_s() -> None:
    """However few its words are, and though somebody paused before them."""
    (_, answer) = seen("“Why?” asked Ms Lund. She paused. “Because it pays.”")

    assert answer.kind == "direct"


def test_only_a_name_before_a_colon_signs() -> None:
    """A sentence that ends in one says nothing of who speaks."""
    (quote,) = seen("Its author, Jane Roe, disagrees: “It is new.”")

    assert quote.speaker != "Its author, Jane Roe, disagrees"
