"""Sentences that may be claims."""

from __future__ import annotations

import pytest

from opedtui.drafting.claims import claims, ties
from opedtui.drafting.found import FoundClaim
from opedtui.model.sentences import sentences

COLUMN = (
    "The bridge was built in 1961 for $4 million, the Daily Post reported on Monday. "
    "The council should close it at once, because it is dangerous. "
    "But nobody dares to say so. Perhaps it might hold for a year."
)


def ranked(text: str) -> list[FoundClaim]:
    return claims(text, sentences(text))


def the_claim(text: str) -> FoundClaim:
    """Of a text of one sentence."""
    (claim,) = ranked(text)
    return claim


def words(text: str, claim: FoundClaim) -> str:
    return text[slice(*claim.stretch)]


def test_the_likeliest_opinion_comes_first() -> None:
    """Demands and judgements rank above what is reported."""
    opinions = [claim for claim in ranked(COLUMN) if claim.label == "opinion"]

    assert words(COLUMN, opinions[0]).startswith("The council should")
    assert opinions == sorted(opinions, key=lambda claim: -claim.score)


def test_what_is_reported_can_be_checked() -> None:
    """Figures, names and a report are no opinion; they have a score of their own."""
    checkable = [claim for claim in ranked(COLUMN) if claim.label == "checkable"]

    assert [words(COLUMN, claim)[:10] for claim in checkable] == ["The bridge"]
    assert 0.5 < checkable[0].score <= 1


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We must rebuild the bridge before the winter.", "policy"),
        ("The bridge will never carry a tram again.", "prediction"),
        ("It is a disgrace and a danger.", "value"),
        ("In 1961 the firm Smith & Sons of Leeds delivered 900 girders.", "fact"),
        ("The girders rust because salt eats them, thus weakening all of it.", "cause"),
    ],
)
def test_cues_propose_the_kind(sentence: str, kind: str) -> None:
    """Demand, forecast, judgement and ground are told by their words; a fact has none."""
    assert the_claim(sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Perhaps the bridge might hold.", "possible"),
        ("The bridge will certainly fall.", "certain"),
        ("The bridge is old and grey.", "unstated"),
        ("Perhaps it will certainly fall.", "unstated"),
    ],
)
def test_hedges_and_boosters_propose_how_certain_it_is(sentence: str, certainty: str) -> None:
    """Both together, or neither, leave it to the reader."""
    assert the_claim(sentence).certainty == certainty


def test_the_cues_are_told_by_their_places() -> None:
    """Whoever reviews the claim sees why it was drafted."""
    text = "Clearly, we ought to wait."

    cues = {text[slice(*cue)] for cue in the_claim(text).cues}

    assert cues == {"Clearly", "ought to"}


@pytest.mark.parametrize("text", ["Contents", "By Jane Doe", "", "Yes.", "2. Roads"])
def test_headings_and_bylines_are_no_claims(text: str) -> None:
    """They assert nothing."""
    assert ranked(text) == []


def test_the_words_of_others_rank_below_the_author_s() -> None:
    """The same sentence counts for less in quotation marks."""
    own, other = the_claim("We must act now."), the_claim("“We must act now.”")

    assert other.score < own.score


def test_what_closes_the_introduction_ranks_higher() -> None:
    """Many columns say there what they are about."""
    middle = "Trams are loved here. They are slow and late. That is well known."
    thesis = "Close the bridge to cars."
    body = f"{middle}\n\n{middle} {thesis} {middle}"
    text = f"The bridge is old. {thesis}\n\n{body}\n\nIt rusts. So it goes."

    scores = {
        claim.stretch.start: claim.score for claim in ranked(text) if words(text, claim) == thesis
    }

    assert scores[min(scores)] > scores[max(scores)]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The bridge is safe. But the rust is everywhere.", ("attacks", "But", "The bridge")),
        (
            "The bridge is rotten. Therefore it must be closed.",
            ("supports", "The bridge", "Therefore"),
        ),
        ("We must close it. After all, it is rotten.", ("supports", "After all", "We must")),
    ],
)
def test_the_word_between_two_claims_ties_them(text: str, tie: tuple[str, str, str]) -> None:
    """(kind, beginning of the source, beginning of the target)."""
    (found,) = ties(text, ranked(text))

    kind, source, target = tie
    assert found.kind == kind
    assert text[found.source.start :].startswith(source)
    assert text[found.target.start :].startswith(target)


def test_claims_of_two_paragraphs_are_not_tied() -> None:
    """`But` there may answer the whole of what came before."""
    text = "The bridge is safe.\n\nBut the rust is everywhere."

    assert ties(text, ranked(text)) == []
